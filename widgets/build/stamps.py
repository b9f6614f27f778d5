"""Notes of what each part of the build was made from, so that only stale parts are made anew."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamps:
    """The notes on a folder of built files.

    Parameters
    ----------
    folder
        The folder; the notes lie in it, in ``.built.json``.
    """

    folder: Path

    @property
    def path(self) -> Path:
        """The file of the notes, which is no built file itself."""
        return self.folder / ".built.json"

    def fresh(self, part: str, sources: Mapping[str, str]) -> bool:
        """Say whether a part was made from these sources and still lies there whole.

        Parameters
        ----------
        part
            The part's name.
        sources
            What it is made from: names with hashes or versions. An empty one does not count: an
            environment without the tools must not take a finished build for a stale one.
        """
        note = self._read().get(part)
        if note is None:
            return False
        same = all(
            not value or note["sources"].get(name) == value for name, value in sources.items()
        )
        return same and all(
            (self.folder / name).is_file() and (self.folder / name).stat().st_size == size
            for name, size in note["files"].items()
        )

    def forget(self, part: str) -> set[Path]:
        """Remove the note on a part, not its files.

        A build that then stops half-way is not taken for a finished one, and what was built before
        still works.

        Parameters
        ----------
        part
            The part's name.

        Returns
        -------
        set of Path
            The files that the note was on.
        """
        notes = self._read()
        names = notes.pop(part, {}).get("files", ())
        self._write(notes)
        return {self.folder / name for name in names}

    def note(self, part: str, sources: Mapping[str, str], files: Iterable[Path]) -> int:
        """Note that a part was made.

        Parameters
        ----------
        part
            The part's name.
        sources
            What it was made from.
        files
            What was made, all in the folder.

        Returns
        -------
        int
            The size of all files, in bytes.
        """
        sizes = {
            path.relative_to(self.folder).as_posix(): path.stat().st_size for path in sorted(files)
        }
        self._write({**self._read(), part: {"sources": dict(sources), "files": sizes}})
        return sum(sizes.values())

    def _read(self) -> dict[str, Any]:
        try:
            notes: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return notes

    def _write(self, notes: Mapping[str, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(notes, indent=1, sort_keys=True)
        self.path.write_text(text + "\n", encoding="utf-8", newline="\n")


def hash_files(root: Path, files: Iterable[Path]) -> str:
    """Hash names and contents of files.

    Parameters
    ----------
    root
        The folder that the names start from, so that a copy elsewhere has the same hash.
    files
        The files, in any order.

    Returns
    -------
    str
        64 hexadecimal digits (SHA-256).
    """
    digest = hashlib.sha256()
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
