"""Notebooks on the disk: read with a clear word about what is wrong, written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from guidebook.notebooks.errors import refuse
from guidebook.problems import shown_path

Json = Any  # a value of JSON, however deep

FORMAT = 4
MERGE_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
SKIPPED = {".ipynb_checkpoints", "_build", "node_modules"}


def find(paths: list[str]) -> list[Path]:
    """List the notebooks that words on a command line mean, each once.

    Parameters
    ----------
    paths
        Files, and folders whose notebooks are meant, those in folders below included.

    Raises
    ------
    NotebookError
        If a folder holds no notebook.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            found[path] = None
            continue
        inside = sorted(
            file for file in path.rglob("*.ipynb") if not SKIPPED & set(file.parts[:-1])
        )
        if not inside:
            raise refuse(shown_path(path), "there is no notebook in this folder", "name a file")
        found.update(dict.fromkeys(inside))
    once: dict[Path, Path] = {}
    for path in found:
        once.setdefault(path.resolve(), path)
    return list(once.values())


def read_bytes(path: Path) -> bytes:
    """Return a notebook's file as it is.

    Raises
    ------
    NotebookError
        If the name is not that of a notebook, or the file cannot be read.
    """
    name = shown_path(path)
    if path.suffix != ".ipynb":
        raise refuse(name, "this is no notebook", "name a file that ends in .ipynb")
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise refuse(name, f"it cannot be read ({reason})", "name a file that is there") from None


def parse(content: bytes, name: str) -> Json:
    r"""Return a notebook's content as JSON of format 4.

    Parameters
    ----------
    content
        The bytes of its file.
    name
        The file's name, for messages.

    Raises
    ------
    NotebookError
        If it is not JSON, no notebook, or one of another format or another language.

    Examples
    --------
    >>> parse(b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "own.ipynb")
    {'cells': [], 'metadata': {}, 'nbformat': 4, 'nbformat_minor': 5}
    >>> parse(b'{\n"cells": [\n', "own.ipynb")
    Traceback (most recent call last):
        ...
    guidebook.notebooks.errors.NotebookError: own.ipynb: it is broken at line 3: ...
    """
    again = "open it in JupyterLab and save it, or take an older copy"
    if not content.strip():
        raise refuse(
            name, "it is empty", "make a new notebook in JupyterLab and save it under this name"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(name, "it is not text in UTF-8, as a notebook is", again) from None
    try:
        notebook = json.loads(text)
    except json.JSONDecodeError as error:
        line = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
        if line.startswith(MERGE_MARKS):
            message = f"it holds the marks of an unfinished merge (line {error.lineno})"
            raise refuse(
                name, message, "choose one side with git checkout, then run it again"
            ) from None
        message = f"it is broken at line {error.lineno}: {error.msg}"
        raise refuse(name, message, again) from None
    except RecursionError:
        raise refuse(name, "it is nested deeper than any notebook", again) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise refuse(name, "it is JSON, but no notebook", again)
    if notebook["nbformat"] != FORMAT:
        message = f"it has format {notebook['nbformat']}, and this book reads format {FORMAT}"
        raise refuse(name, message, "open it in a JupyterLab of today and save it")
    validate(notebook, name)
    return plain(notebook)


def validate(notebook: Json, name: str) -> None:
    """Refuse what does not hold what a notebook holds."""
    nbformat = library("nbformat", name)
    try:
        nbformat.validate(nbformat.from_dict(notebook), relax_add_props=True)
    except nbformat.ValidationError as error:
        said = str(error.message).partition("\n")[0]
        shown = said if len(said) <= 120 else said[:119] + "…"  # noqa: PLR2004 (a line of a terminal)
        message = f"it does not hold what a notebook holds: {shown}"
        raise refuse(name, message, "open it in JupyterLab and save it") from None


def plain(notebook: Json) -> Json:
    """Join what a notebook's file keeps as lists of lines: sources, streams, and text in outputs."""
    nbformat = library("nbformat", "")
    node = nbformat.reads(json.dumps(notebook), as_version=FORMAT)
    return json.loads(json.dumps(node))


def library(name: str, notebook: str) -> Any:  # noqa: ANN401 (a module)
    """Return one of Jupyter's libraries, which come with JupyterLab and are needed by no reader.

    Raises
    ------
    NotebookError
        If it is not installed.
    """
    from importlib import import_module  # noqa: PLC0415 (used here only)

    try:
        return import_module(name)
    except ImportError:
        message = f"running notebooks needs “{name}”, which is not installed here"
        remedy = "in the project's folder run `make widgets`; elsewhere install jupyterlab"
        raise refuse(notebook, message, remedy) from None


def read(path: Path) -> Json:
    """Read a notebook.

    Parameters
    ----------
    path
        Its file.

    Raises
    ------
    NotebookError
        If it cannot be read, or is no notebook.
    """
    return parse(read_bytes(path), shown_path(path))


def dump(notebook: Json) -> bytes:
    """Return the bytes under which a notebook is stored: keys in order, one value a line."""
    nbformat = library("nbformat", "")
    text: str = nbformat.writes(nbformat.from_dict(notebook))
    return (text + "\n").encode("utf-8")


def write(path: Path, notebook: Json, *, was: bytes | None = None) -> bool:
    """Store a notebook: whole, or not at all.

    Parameters
    ----------
    path
        Its file. Where it is a link, the file that it leads to is replaced.
    notebook
        A notebook of format 4.
    was
        What the file held when it was read. If it holds something else by now, it stays so.

    Returns
    -------
    bool
        Whether the file's content is another one than before.

    Raises
    ------
    NotebookError
        If the notebook is none, the file was changed meanwhile, or it cannot be written.
    """
    name = shown_path(path)
    validate(notebook, name)
    content = dump(notebook)
    file = path.resolve()
    try:
        now = file.read_bytes() if file.exists() else None
        if was is not None and now != was:
            message = "it was changed while it ran, and nothing was stored"
            raise refuse(name, message, "run it again")
        if now == content:
            return False
        replace(file, content)
    except OSError as error:
        message = f"it cannot be written ({error.strerror}), and stays as it was"
        raise refuse(name, message, "make the file and its folder yours to write") from None
    return True


def replace(file: Path, content: bytes) -> None:
    """Put new content in a file's place at once: a reader finds the old file or the new one."""
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, beside)
        else:
            Path(beside).chmod(0o644)
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
