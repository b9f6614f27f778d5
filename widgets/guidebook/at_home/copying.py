"""Lay out a student's own copy of the notebooks, and bring it up to date without losing a change."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PARTS = ("book", "data")
"""What a copy holds: the notebooks with the pages they link to, and the tables they read."""

_GIVEN = ".given.json"
# What editors and Python leave behind; hidden files are nobody's lesson either.
_LEFT_OUT = {"__pycache__"}


class CopyError(Exception):
    """Raised when a folder cannot hold a copy; the message says which could."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What was done to a copy.

    Attributes
    ----------
    new
        Files that were not there.
    renewed
        Files nobody had touched, of which the book has a newer version.
    kept
        Files that were changed in the copy and in the book: they stay as they are.
    """

    new: tuple[str, ...]
    renewed: tuple[str, ...]
    kept: tuple[str, ...]


def lay_out(source: Path, folder: Path) -> Laid:
    """Copy the notebooks and tables into a folder, and overwrite nothing that was changed there.

    The folder remembers what it was given. A file that is still as it was given follows the book;
    one that was changed stays; one that is missing comes anew.

    Parameters
    ----------
    source
        The project's root, with ``book`` and ``data``.
    folder
        Where the copy goes; made where it is missing.

    Raises
    ------
    CopyError
        If there is no book in the source, or the folder cannot hold a copy of it.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> home = tempfile.TemporaryDirectory()
    >>> source, folder = Path(home.name, "clone"), Path(home.name, "mine")
    >>> for part in PARTS:
    ...     (source / part).mkdir(parents=True)
    >>> _ = (source / "data" / "places.csv").write_text("old")
    >>> lay_out(source, folder).new
    ('data/places.csv',)
    >>> _ = (folder / "data" / "places.csv").write_text("mine")
    >>> _ = (source / "data" / "places.csv").write_text("newer")
    >>> lay_out(source, folder).kept
    ('data/places.csv',)
    >>> home.cleanup()
    """
    _check(source, folder)
    given = _given(folder)
    new, renewed, kept = [], [], []
    now = dict(given)
    for name in _files(source):
        ours, theirs = source / name, folder / name
        wanted, found = _digest(ours), _digest(theirs)
        if found == wanted:
            now[name] = wanted
            continue
        if os.path.lexists(theirs):
            if found != given.get(name):
                # Changed there. Unless the book's file is the one it grew from, there are two now.
                if wanted != given.get(name):
                    kept.append(name)
                continue
            renewed.append(name)
        else:
            new.append(name)
        _put(ours, theirs)
        now[name] = wanted
    _note(folder, now)
    return Laid(tuple(new), tuple(renewed), tuple(kept))


def _check(source: Path, folder: Path) -> None:
    if missing := [part for part in PARTS if not (source / part).is_dir()]:
        message = f"{source} has no folder {missing[0]}; start this in the book’s own folder"
        raise CopyError(message)
    place = folder.resolve()
    for part in PARTS:
        if place.is_relative_to((source / part).resolve()):
            message = f"{folder} lies in {part}, which would be copied into itself; name another"
            raise CopyError(message)
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file; name a folder, or one that is not there yet"
        raise CopyError(message)


def _files(source: Path) -> Iterator[str]:
    """Yield the paths of the files to copy, from the root."""
    for part in PARTS:
        for path in sorted((source / part).rglob("*")):
            name = path.relative_to(source)
            hidden = any(each.startswith(".") or each in _LEFT_OUT for each in name.parts)
            if path.is_file() and not hidden:
                yield name.as_posix()


def _digest(path: Path) -> str:
    # What is no file, such as a folder of that name, is like no file that was ever given.
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _given(folder: Path) -> Mapping[str, str]:
    """Read what the copy was given; where that is lost, every file that differs is the student's."""
    try:
        given = json.loads((folder / _GIVEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return given if isinstance(given, dict) else {}


def _note(folder: Path, given: Mapping[str, str]) -> None:
    text = json.dumps(given, indent=0, sort_keys=True)
    (folder / _GIVEN).write_text(text, encoding="utf-8")


def _put(source: Path, path: Path) -> None:
    """Copy a file beside its place and then into it: a stop halfway leaves no half of a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        passing = path.with_name(f".{path.name}.new")
        shutil.copyfile(source, passing)
        passing.replace(path)
    except OSError as error:
        message = (
            f"{path} cannot be written ({error.strerror}); name a folder that you may write to"
        )
        raise CopyError(message) from None
