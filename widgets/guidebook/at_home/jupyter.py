"""How JupyterLab is started, so that it writes nothing outside of the project and asks nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.resources import STATIC

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FIRST = "book/directory/first-look.ipynb"

# What Jupyter, IPython and Matplotlib keep: settings, the history of what was typed, trusted
# notebooks, the list of fonts. On a shared machine none of it belongs into somebody's home.
_FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
    "MPLCONFIGDIR": "matplotlib",
}
# JupyterLab asks its users whether they want news, and the network for a newer self.
_QUIET = ("@jupyterlab/apputils-extension", "notification.jupyterlab-settings")
_QUIETLY = '{"fetchNews": "false", "checkForUpdates": false}\n'


def environment(keep: Path, inherited: Mapping[str, str]) -> dict[str, str]:
    """Give the environment in which all that Jupyter keeps lies in one folder.

    Kernels are still found: they stand beside the Python that runs.

    Parameters
    ----------
    keep
        The folder; it and what it needs are made.
    inherited
        The environment to start from.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     given = environment(Path(folder), {"PATH": "/bin"})
    >>> given["PATH"], Path(given["IPYTHONDIR"]).name
    ('/bin', 'ipython')
    """
    folders = {name: keep / part for name, part in _FOLDERS.items()}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    settings = folders["JUPYTERLAB_SETTINGS_DIR"].joinpath(*_QUIET)
    if not settings.exists():  # what was chosen since stays chosen
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_QUIETLY, encoding="utf-8")
    return {**inherited, **{name: str(folder.resolve()) for name, folder in folders.items()}}


def options(folder: Path) -> list[str]:
    """Give what JupyterLab is told: where the notebooks are, and which one opens first.

    Parameters
    ----------
    folder
        The folder with ``book`` and ``data``. All of it can be browsed, so that a row of a table
        can be edited beside the notebooks.

    Examples
    --------
    >>> from pathlib import Path
    >>> options(Path("my-copy"))[1]
    '--LabApp.default_url=/lab/tree/book/directory/first-look.ipynb'
    """
    return [
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        # In a clone the extension is the one that was built last, not the one once installed.
        f"--LabServerApp.extra_labextensions_path={STATIC / 'jupyterlab'}",
        # It would ask npm, which writes a log into the home, for language servers.
        "--LanguageServerManager.autodetect=False",
    ]
