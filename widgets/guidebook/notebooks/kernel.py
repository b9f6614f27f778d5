"""A fresh kernel: this Python, without the settings that its user keeps in a home folder."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebook.notebooks.files import library

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_SOCKET = 90
"""Characters; a socket's path may have about a hundred."""
# Matplotlib names the parts of a picture by a random number, unless it is told what to mix in.
# `guidebook.charts.use_book_style` says the same.
CHARTS = "svg.hashsalt: guidebook\n"


@contextmanager
def fresh_kernel(notebook: str) -> Iterator[tuple[Any, dict[str, str]]]:
    """Make what starts a kernel, in a folder that is gone afterwards.

    Parameters
    ----------
    notebook
        The notebook's name, for messages.

    Yields
    ------
    tuple
        A kernel manager of jupyter_client, not started, and the kernel's environment variables.

    Raises
    ------
    NotebookError
        If Jupyter's libraries are not installed.
    """
    manager = library("jupyter_client.manager", notebook)
    specs = library("jupyter_client.kernelspec", notebook)
    with tempfile.TemporaryDirectory(prefix="kernel-", ignore_cleanup_errors=True) as folder:
        connection = Path(folder) / "kernel.json"
        # Sockets that only this user's programs reach, where the system has such.
        private = os.name == "posix" and len(f"{connection}-ipc-1") < LONGEST_SOCKET
        yield (
            manager.AsyncKernelManager(
                kernel_name="python3",
                # A kernel of the same name in the home folder may be another Python.
                kernel_spec_manager=specs.KernelSpecManager(kernel_dirs=[]),
                connection_file=str(connection),
                transport="ipc" if private else "tcp",
            ),
            environment(Path(folder)),
        )


def environment(folder: Path) -> dict[str, str]:
    """Return the variables of a kernel whose settings lie in a folder of its own."""
    charts = folder / "matplotlibrc"
    charts.write_text(CHARTS, encoding="utf-8")
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONSTARTUP"}
    # Notebooks call programs of their own environment, such as `guidebook`.
    path = os.pathsep.join([str(Path(sys.executable).parent), inherited.get("PATH", os.defpath)])
    return {
        **inherited,
        "PATH": path,
        "IPYTHONDIR": str(folder / "ipython"),
        "MATPLOTLIBRC": str(charts),
    }


def stop(manager: Any) -> None:  # noqa: ANN401 (of jupyter_client, which publishes no such type)
    """Stop a kernel at once, from any thread; one that is gone already is no fault."""
    provisioner = manager.provisioner
    process = provisioner.pid if provisioner is not None and provisioner.has_process else None
    if process:
        with suppress(OSError):
            os.kill(process, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
