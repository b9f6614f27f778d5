"""Find epubcheck, which judges EPUB files, or install Debian's.

Run as a program (`python tests/epubcheck.py`) it makes sure that there is one and prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The launcher that Debian's package brings does not start where there is no binfmt: Java does.
JAR = Path("/usr/share/java/epubcheck.jar")


def find() -> Path | None:
    """Return the path of epubcheck's archive, or None where it or Java is missing."""
    return JAR if JAR.is_file() and shutil.which("java") else None


def install() -> Path | None:
    """Return the path of epubcheck's archive, after trying to install it with apt."""
    if (path := find()) or not shutil.which("apt-get"):
        return path
    root = os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        return None
    prefix = [] if root else ["sudo", "--non-interactive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "epubcheck"]):
        done = subprocess.run(
            [*prefix, "apt-get", "--quiet", *step],
            env=environment,
            check=False,
            stdout=sys.stderr,
        )
        if done.returncode:
            return None
    return find()


if __name__ == "__main__":
    print(install() or "There is no epubcheck here.")  # noqa: T201 (this is what the program is for)
