"""Where They’re At: a guidebook to harm reduction, its directory and its widgets."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from guidebook.directory import Directory, load_directory, read_directory

if TYPE_CHECKING:
    from guidebook import maps
    from guidebook.explorer import DirectoryExplorer

__all__ = ["Directory", "DirectoryExplorer", "load_directory", "maps", "read_directory"]

# Loaded when asked for: the tables can be read without the widgets' and the maps' libraries.
_MODULES = {"maps"}
_CLASSES = {
    "DirectoryExplorer": "guidebook.explorer",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a class or a module)
    if name in _MODULES:
        return import_module(f"guidebook.{name}")
    if name in _CLASSES:
        return getattr(import_module(_CLASSES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
