"""Compile the pinned requirements from ``pyproject.toml``: ``make pins``.

``binder/requirements.txt``
    what the notebooks need at run time, the application that opens them, and what lets a
    server fetch them;
``requirements.txt``
    the same, in the same versions, and everything that builds and tests the project.

Versions that are pinned already are kept where they still fit; ``make pins UPGRADE=1`` takes the
newest of all. The first lines of a file hold a hash of what it was compiled from, so that a test
can say without a network that a file is stale.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MARK = "# compiled from: sha256:"


@dataclass(frozen=True, slots=True)
class PinFile:
    """A file of pinned requirements and what it is compiled from."""

    name: str
    extras: tuple[str, ...]
    groups: tuple[str, ...] = ()
    constraint: str = ""

    @property
    def options(self) -> list[str]:
        """The options of ``uv pip compile`` that are this file's own."""
        options = [f"--extra={extra}" for extra in self.extras]
        options += [f"--group={group}" for group in self.groups]
        return [*options, f"--constraints={self.constraint}"] if self.constraint else options


# In the order in which they are compiled: the second holds to the first.
PIN_FILES = (
    PinFile("binder/requirements.txt", extras=("live", "hub")),
    PinFile(
        "requirements.txt",
        extras=("live",),
        groups=("dev",),
        constraint="binder/requirements.txt",
    ),
)


def fingerprint(root: Path, pins: PinFile) -> str:
    """Hash what a pin file depends on.

    Parameters
    ----------
    root
        The project's folder.
    pins
        The pin file.

    Returns
    -------
    str
        64 hexadecimal digits: SHA-256 of the requirements in ``pyproject.toml`` that enter the
        file, and of the pins that it holds to.
    """
    pyproject: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    project = pyproject["project"]
    basis: dict[str, Any] = {
        "python": project["requires-python"],
        "dependencies": project["dependencies"],
        "extras": {name: project["optional-dependencies"][name] for name in pins.extras},
    }
    if pins.groups:
        # Groups include one another, so all of them count.
        basis["groups"] = pyproject["dependency-groups"]
    if pins.constraint:
        held_to = root / pins.constraint
        basis["constraint"] = held_to.read_text("utf-8") if held_to.is_file() else ""
    return hashlib.sha256(json.dumps(basis, sort_keys=True).encode()).hexdigest()


def stale(root: Path) -> list[str]:
    """List the pin files that no longer fit ``pyproject.toml``.

    Parameters
    ----------
    root
        The project's folder.

    Returns
    -------
    list of str
        One sentence a file, with what to do about it; empty when all is well.
    """
    problems = []
    for pins in PIN_FILES:
        path = root / pins.name
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
        marks = [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]
        if marks != [fingerprint(root, pins)]:
            state = "does not fit pyproject.toml any more" if lines else "is missing"
            problems.append(f"{pins.name} {state}; 'make pins' makes it anew")
    return problems


def compile_pins(root: Path, pins: PinFile, *, upgrade: bool = False) -> None:
    """Compile one pin file.

    Parameters
    ----------
    root
        The project's folder.
    pins
        The pin file.
    upgrade
        Whether to take the newest versions instead of those pinned already.

    Raises
    ------
    subprocess.CalledProcessError
        If uv found no set of versions that fit together; it has printed why.
    """
    pyproject = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    oldest = pyproject["project"]["requires-python"].removeprefix(">=")
    command = [
        *_uv(),
        "pip",
        "compile",
        "pyproject.toml",
        *pins.options,
        "--universal",
        f"--python-version={oldest}",
        "--generate-hashes",
        "--no-header",
        "--no-progress",
        "--quiet",
        f"--output-file={pins.name}",
    ]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(command, cwd=root, check=True)
    path = root / pins.name
    pinned = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(MARK)]
    head = ["# Made by 'make pins'; not to be edited by hand.", MARK + fingerprint(root, pins)]
    body = [line for line in pinned if line not in head]
    path.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8", newline="\n")


def _uv() -> list[str]:
    name = "uv.exe" if os.name == "nt" else "uv"
    beside = Path(sys.executable).with_name(name)
    if beside.is_file():
        return [str(beside)]
    if found := shutil.which("uv"):
        return [found]
    sys.exit("uv was not found; 'pip install uv'")


def main() -> int:
    """Compile all pin files, in order."""
    parser = argparse.ArgumentParser(prog="make pins", description="Compile the pinned versions.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    upgrade: bool = parser.parse_args().upgrade
    for pins in PIN_FILES:
        try:
            compile_pins(ROOT, pins, upgrade=upgrade)
        except subprocess.CalledProcessError:
            sys.stderr.write(f"{pins.name} was not compiled; uv said why.\n")
            return 1
        text = (ROOT / pins.name).read_text("utf-8")
        count = len(re.findall(r"^\w[^ ]*==", text, re.MULTILINE))
        print(f"{pins.name}: {count} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
