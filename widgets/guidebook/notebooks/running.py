"""Run a notebook from top to bottom in a kernel of its own."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from guidebook.notebooks.errors import refuse
from guidebook.notebooks.files import library, parse, read_bytes
from guidebook.notebooks.kernel import fresh_kernel, stop
from guidebook.notebooks.normalising import normalise
from guidebook.notebooks.places import places
from guidebook.problems import quoted, shown_path

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.notebooks.errors import NotebookError
    from guidebook.notebooks.files import Json

TIMEOUT = 300
"""Seconds that one cell may take."""
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LINE = re.compile(r"(?:Cell In\[\d+\], line|File .*ipykernel_.*, line) (\d+)")


def run(path: Path, timeout: int = TIMEOUT) -> Json:
    """Execute a notebook from top to bottom in a kernel of its own.

    Parameters
    ----------
    path
        The notebook's file; it runs in its own folder. The file is left as it is.
    timeout
        Seconds that one cell may take; 0 for as long as it likes.

    Returns
    -------
    dict
        The notebook with its outputs, normalised.

    Raises
    ------
    NotebookError
        If the file is no notebook, there is no kernel for it, or a cell fails, does not end, or
        takes the kernel down.
    """
    return execute(path, parse(read_bytes(path), shown_path(path)), timeout)


def execute(path: Path, notebook: Json, timeout: int = TIMEOUT) -> Json:
    """Execute a notebook that was read already; see `run`."""
    name = shown_path(path)
    must_be_python(notebook, name)
    nbformat, nbclient = library("nbformat", name), library("nbclient", name)
    folder = path.resolve().parent
    with fresh_kernel(name) as (manager, environment):
        client = nbclient.NotebookClient(
            nbformat.from_dict(notebook),
            km=manager,
            resources={"metadata": {"path": str(folder)}},
            timeout=timeout or None,
            # A traceback in a page helps nobody and shows folders: say what went wrong in words.
            force_raise_errors=True,
            record_timing=False,
            shutdown_kernel="immediate",
        )
        client.owns_km = True  # so that the kernel ends with the run
        client.log.setLevel(logging.CRITICAL)  # what went wrong is said once, by this command
        reached = [0]
        client.on_cell_execute = lambda cell_index, **_: reached.__setitem__(0, cell_index + 1)
        # In a thread of its own: the libraries would take Ctrl-C for themselves and wait.
        with ThreadPoolExecutor(max_workers=1) as thread:
            running = thread.submit(client.execute, env=environment)
            try:
                done = running.result()
            except KeyboardInterrupt:
                # More than once: it may be about to start.
                while not running.done():
                    stop(manager)
                    wait([running], timeout=0.2)
                raise
            except Exception as error:
                raise explain(error, name, reached[0], timeout) from error
    return normalise(nbformat_free(done), places(folder))


def nbformat_free(notebook: Any) -> Json:  # noqa: ANN401 (a node of nbformat)
    """Return a notebook as plain dictionaries and lists."""
    if isinstance(notebook, dict):
        return {key: nbformat_free(value) for key, value in notebook.items()}
    if isinstance(notebook, (list, tuple)):
        return [nbformat_free(value) for value in notebook]
    return notebook


def must_be_python(notebook: Json, name: str) -> None:
    """Refuse a notebook of another language.

    Examples
    --------
    >>> must_be_python({"metadata": {"kernelspec": {"name": "ir", "language": "R"}}}, "own.ipynb")
    Traceback (most recent call last):
        ...
    guidebook.notebooks.errors.NotebookError: own.ipynb: it asks for the kernel “ir” ...
    """
    kernel = notebook["metadata"].get("kernelspec", {})
    language = kernel.get("language") or notebook["metadata"].get("language_info", {}).get("name")
    if language and language.lower() not in {"python", "ipython"}:
        message = (
            f"it asks for the kernel {quoted(kernel.get('name', '?'))} ({language}),"
            " and this command runs Python"
        )
        raise refuse(name, message, "choose a Python kernel in JupyterLab and save it")


def explain(error: Exception, name: str, cell: int, timeout: int) -> NotebookError:
    """Say in words why a notebook did not run.

    Parameters
    ----------
    error
        What was raised.
    name
        The notebook's file, for messages.
    cell
        The cell that was running, from 1; 0 before the first.
    timeout
        Seconds that a cell may take.
    """
    exceptions = library("nbclient.exceptions", name)
    specs = library("jupyter_client.kernelspec", name)
    if isinstance(error, exceptions.CellExecutionError):
        return raised(error, name, cell)
    if isinstance(error, exceptions.CellTimeoutError):
        message = f"this cell did not end within {timeout} seconds"
        return refuse(name, message, "make it quicker, or allow more with --timeout SECONDS", cell)
    if isinstance(error, exceptions.DeadKernelError):
        message = "the kernel died while this cell ran; often it asked for too much memory"
        return refuse(name, message, "make the cell smaller", cell)
    if isinstance(error, specs.NoSuchKernel):
        message = "there is no Python kernel here (ipykernel is missing)"
        remedy = "in the project's folder run `make widgets`; elsewhere install ipykernel"
        return refuse(name, message, remedy)
    said = quoted(f"{type(error).__name__}: {error}".strip())
    if cell:
        return refuse(name, f"this cell could not be run ({said})", "run it in JupyterLab", cell)
    remedy = "see whether `make live` opens JupyterLab and its kernel starts"
    return refuse(name, f"its kernel did not start ({said})", remedy)


def raised(error: Any, name: str, cell: int) -> NotebookError:  # noqa: ANN401 (of nbclient)
    """Say which line of a cell raised what."""
    traceback = COLOUR.sub("", str(error.traceback))
    found = LINE.findall(traceback)
    where = f" in line {found[0]}" if found else ""
    what = str(error.evalue).strip().partition("\n")[0]
    said = f"{error.ename}: {what}" if what else str(error.ename)
    message = f"this cell stops{where} with {quoted(said)}"
    remedy = "mend it; an error that is meant is caught with `try` and printed"
    return refuse(name, message, remedy, cell)
