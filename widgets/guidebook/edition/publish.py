"""Lays the built edition into a folder that a web server shows, with its downloads beside it.

    python -m guidebook.edition.publish _build/html DEST [FILE...]

The folder is replaced as a whole: until everything has been copied, the old edition stays. A folder
that holds anything that was not published before is left alone.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

DOWNLOADS = "downloads"
MARK = ".guidebook-edition"
"""Says that a folder was written here, and so may be written anew."""


class PublishError(Exception):
    """Nothing was published; the message says why."""


def publish(site: Path, target: Path, downloads: list[Path]) -> int:
    """Replace a folder by the edition.

    Parameters
    ----------
    site
        The folder of the built site.
    target
        The folder to write: new, empty, or published before.
    downloads
        Files that are laid into its ``downloads``.

    Returns
    -------
    int
        How many files the folder holds.

    Raises
    ------
    PublishError
        If there is no site, a download is missing, or the folder holds something else.
    """
    if not (site / "index.html").is_file():
        message = f"{site}: no index.html; build the book first: make book"
        raise PublishError(message)
    if missing := [path for path in downloads if not path.is_file()]:
        message = f"{missing[0]}: there is no such file; make it first, or leave it out"
        raise PublishError(message)
    if target.exists() and not target.is_dir():
        message = f"{target}: this is a file; name a folder"
        raise PublishError(message)
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        message = f"{target}: the folder holds other files; name an empty one"
        raise PublishError(message)
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site, fresh)
    (fresh / MARK).write_text("This folder is replaced by each edition.\n", encoding="utf-8")
    (fresh / DOWNLOADS).mkdir()
    for path in downloads:
        shutil.copy2(path, fresh / DOWNLOADS / path.name)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return sum(1 for path in target.rglob("*") if path.is_file())


def main(site: Path, target: Path, downloads: list[Path]) -> int:
    """Publish and say what was done.

    Parameters
    ----------
    site
        The folder of the built site.
    target
        The folder to write.
    downloads
        Files to lay beside the site.

    Returns
    -------
    int
        1 if nothing was published, otherwise 0.
    """
    try:
        count = publish(site, target, downloads)
    except (PublishError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{target}: {count:,} files\n")
    return 0


if __name__ == "__main__":
    _, _site, _target, *_files = sys.argv
    sys.exit(main(Path(_site), Path(_target), [Path(name) for name in _files]))
