"""The folders of this machine, and what stands for them in an output.

Where a notebook ran, who ran it and where Python lies there is nobody's business, and would make
every machine's output another one.
"""

from __future__ import annotations

import re
import sys
import sysconfig
import tempfile
from functools import cache
from pathlib import Path

import guidebook

Place = tuple[re.Pattern[str], str]

CELL_FILE = re.compile(r"[^\s\"'<>&;(]*ipykernel_\d+[/\\]\d+\.py")
"""Where a kernel says that a cell's code lies; a new name on every run."""
REST = r"(?=$|[/\\\s\"'<>&:;,)\]])"
BEFORE = r"(?<![\w.:/\\-])"
LONG_ENOUGH = 2  # a home at "/" would match every path


def places(folder: Path) -> tuple[Place, ...]:
    """List what to replace in outputs, what lies deepest first.

    Parameters
    ----------
    folder
        The folder in which the notebook ran.

    Examples
    --------
    >>> home = str(Path.home() / "notes.csv")
    >>> without_places(f"read {home}", places(Path("/srv/book/practice")))
    'read ~/notes.csv'
    """
    return tuple(_places(folder.resolve()))


@cache
def _places(folder: Path) -> list[Place]:
    paths = sysconfig.get_paths()
    short: dict[str, str] = {}
    named = [
        (Path(guidebook.__file__).parent, "guidebook"),
        (project(folder), "."),
        (Path(paths["purelib"]), "site-packages"),
        (Path(paths["platlib"]), "site-packages"),
        (Path(paths["stdlib"]), "python"),
        (Path(sys.prefix), "python"),
        (home(), "~"),
    ]
    for path, words in named:
        for form in (str(path), str(path.resolve())):
            if len(form) > LONG_ENOUGH:
                short.setdefault(form, words)
    found = [
        # What lies below the project is named from there.
        (
            re.compile(BEFORE + re.escape(path) + (r"(?:/|(?=\W|$))" if words == "." else REST)),
            words,
        )
        for path, words in sorted(short.items(), key=lambda item: -len(item[0]))
    ]
    temporary = {tempfile.gettempdir(), str(Path(tempfile.gettempdir()).resolve())}
    return [
        *found,
        *(
            (re.compile(BEFORE + re.escape(path) + r"[/\\][^\s/\\\"'<>&:;,)\]]+"), "temporary")
            for path in temporary
            if len(path) > LONG_ENOUGH
        ),
    ]


def home() -> Path:
    """Return the home folder, or the root where there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/")


def project(folder: Path) -> Path:
    """Return the project that a folder lies in: the nearest one above with tables, or a clone."""
    for above in (folder, *folder.parents):
        if (above / "data" / "datapackage.json").is_file() or (above / ".git").exists():
            return above
    return folder


def without_places(text: str, known: tuple[Place, ...]) -> str:
    r"""Replace the folders of this machine in a text.

    Parameters
    ----------
    text
        What a notebook shows.
    known
        From `places`.

    Examples
    --------
    >>> below = re.compile(r"/srv/book(?:/|(?=\W|$))")
    >>> without_places("/srv/book/data/types.csv in /srv/book", ((below, "."),))
    'data/types.csv in .'
    """
    text = CELL_FILE.sub("cell.py", text)
    for pattern, words in known:
        if words == ".":
            text = pattern.sub(lambda found: "" if found[0].endswith("/") else ".", text)
        else:
            text = pattern.sub(words, text)
    return text
