"""Packs the built site into an archive that opens from a disk, with a list of what is in it.

    python -m guidebook.edition.release _build/html dist

writes ``guidebook-VERSION.zip``, ``guidebook-VERSION.files.csv`` (path, size in bytes, SHA-256) and
``guidebook-VERSION.sha256``. The same site gives the same archive, byte for byte.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from guidebook.edition.offline import members

# Every file has the same date: the archive tells nothing of when it was packed.
DATE = (2026, 1, 1, 0, 0, 0)


class Release(NamedTuple):
    """The files of a release.

    Attributes
    ----------
    archive
        The archive.
    listing
        The list of what is in it.
    checksum
        The archive's SHA-256, as ``sha256sum --check`` reads it.
    """

    archive: Path
    listing: Path
    checksum: Path


def pack(site: Path, folder: Path, name: str) -> Release:
    """Write a release.

    Parameters
    ----------
    site
        The folder of the built site.
    folder
        Where to write; made if it is not there.
    name
        What the archive is called, and the one folder in it.

    Raises
    ------
    FileNotFoundError
        If the site was not built.
    """
    if not (site / "index.html").is_file():
        message = f"{site}: no index.html; build the book first: make book"
        raise FileNotFoundError(message)
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{name}.zip"
    rows = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path in members(site):
            inside = path.relative_to(site).as_posix()
            content = path.read_bytes()
            entry = zipfile.ZipInfo(f"{name}/{inside}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
            rows.append((inside, len(content), sha256(content).hexdigest()))
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("path", "bytes", "sha256"))
    writer.writerows(rows)
    listing = folder / f"{name}.files.csv"
    listing.write_text(table.getvalue(), encoding="utf-8")
    checksum = folder / f"{name}.sha256"
    mark = sha256(archive.read_bytes()).hexdigest()
    checksum.write_text(f"{mark}  {archive.name}\n", encoding="utf-8")
    return Release(archive, listing, checksum)


def main(site: Path, folder: Path) -> int:
    """Write a release and say what was written.

    Parameters
    ----------
    site
        The folder of the built site.
    folder
        Where to write.

    Returns
    -------
    int
        1 if there is no site, otherwise 0.
    """
    try:
        release = pack(site, folder, f"guidebook-{version('where-theyre-at')}")
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in release:
        sys.stdout.write(f"{path}: {path.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
