"""Say what the live environment holds: `make image` prints it, a test refuses what has no reason.

Every package must be one that `binder/why.toml` gives a reason for, or one that such a package
needs. Sizes are those of the installed files, compiled ones included, as Binder's image has them.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parents[2]
PINS = "binder/requirements.txt"
REASONS = "binder/why.toml"
MEGABYTE = 10**6
MOST = 600 * MEGABYTE
"""Bytes that all packages together may take."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package."""

    name: str
    version: str
    size: int
    """Bytes on the disk."""
    reason: str
    """Why the project asks for it; empty where other packages do."""
    needed_by: tuple[str, ...]
    """The packages that ask for it."""
    serves: tuple[str, ...]
    """Those that the project asks for and that lead to it; none for a stowaway."""


def asked(root: Path) -> dict[str, tuple[str, ...]]:
    """List what the project asks for.

    Parameters
    ----------
    root
        The project's folder.

    Returns
    -------
    dict
        Names of packages, by the table of `binder/why.toml` that should explain them.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lists = {"notebooks": project["dependencies"], "live": extras["live"], "hub": extras["hub"]}
    return {
        name: tuple(sorted(str(canonicalize_name(Requirement(each).name)) for each in wanted))
        for name, wanted in lists.items()
    }


def reasons(root: Path) -> dict[str, str]:
    """Read why each of them is there.

    Parameters
    ----------
    root
        The project's folder.

    Raises
    ------
    ValueError
        If a package has no reason, or a reason has no package.
    """
    said = tomllib.loads((root / REASONS).read_text("utf-8"))
    for table, names in asked(root).items():
        told = set(said.get(table, {}))
        if missing := sorted(set(names) - told):
            message = f"{REASONS}: [{table}] gives no reason for {', '.join(missing)}"
            raise ValueError(message)
        if extra := sorted(told - set(names)):
            message = f"{REASONS}: [{table}] explains {', '.join(extra)}, which nothing asks for"
            raise ValueError(message)
    return {name: why for table in said.values() for name, why in table.items()}


def pinned(root: Path) -> set[str]:
    """List what the live environment is told to hold.

    Parameters
    ----------
    root
        The project's folder.
    """
    text = (root / PINS).read_text("utf-8")
    return {
        str(canonicalize_name(name)) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    }


def size(distribution: Distribution) -> int:
    """Measure a package's files, and what Python compiled from them.

    Parameters
    ----------
    distribution
        The installed package.

    Returns
    -------
    int
        Bytes.
    """
    paths: set[Path] = set()
    for listed in distribution.files or ():
        path = Path(str(distribution.locate_file(listed)))
        paths.add(path)
        if path.suffix == ".py":
            paths.add(Path(cache_from_source(str(path))))
    return sum(path.stat().st_size for path in paths if path.is_file())


def needs(distribution: Distribution, extras: Iterable[str]) -> dict[str, set[str]]:
    """List the packages that a package asks for on this machine.

    Parameters
    ----------
    distribution
        The installed package.
    extras
        Those of its extras that are asked for.

    Returns
    -------
    dict
        The packages' names, each with the extras that are asked of it.
    """
    needed: dict[str, set[str]] = {}
    for each in map(Requirement, distribution.requires or ()):
        chosen = each.marker is None or any(
            each.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        )
        if chosen:
            needed.setdefault(str(canonicalize_name(each.name)), set()).update(each.extras)
    return needed


def account(
    folders: Iterable[Path], why: Mapping[str, str], only: set[str] | None = None
) -> list[Package]:
    """Say of each package in an environment why it is there.

    Parameters
    ----------
    folders
        Where the environment keeps its packages (``site-packages``).
    why
        The packages that are asked for, with the reason for each.
    only
        The packages that count; all unless given.

    Returns
    -------
    list of Package
        The largest first.
    """
    found = {
        str(canonicalize_name(each.metadata["Name"])): each
        for each in distributions(path=[str(folder) for folder in folders])
    }
    kept = {name: each for name, each in found.items() if only is None or name in only}
    extras: dict[str, set[str]] = {name: set() for name in why if name in kept}
    needed_by: dict[str, set[str]] = {name: set() for name in kept}
    ahead = list(extras)
    while ahead:
        asking = ahead.pop()
        for name, asked_of_it in needs(kept[asking], extras[asking]).items():
            if name not in kept:
                continue
            needed_by[name].add(asking)
            if name not in extras or not asked_of_it <= extras[name]:
                extras.setdefault(name, set()).update(asked_of_it)
                ahead.append(name)
    packages = [
        Package(
            name,
            each.version,
            size(each),
            why.get(name, ""),
            tuple(sorted(needed_by[name])),
            tuple(sorted(_above(name, needed_by) & why.keys())),
        )
        for name, each in kept.items()
    ]
    return sorted(packages, key=lambda package: (-package.size, package.name))


def _above(name: str, needed_by: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [name]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead.extend(needed_by[one])
    return found


def table(packages: list[Package]) -> str:
    """Write the packages as a table of Markdown.

    Parameters
    ----------
    packages
        What an environment holds.
    """
    lines = ["| Package | MB | Why it is there | Needed by |", "| --- | ---: | --- | --- |"]
    for package in packages:
        why = package.reason or f"for {', '.join(package.serves) or 'NOTHING'}"
        lines.append(
            f"| {package.name} {package.version} | {package.size / MEGABYTE:.1f} | {why} "
            f"| {', '.join(package.needed_by)} |"
        )
    total = sum(package.size for package in packages)
    lines.append(
        f"| {len(packages)} packages | {total / MEGABYTE:.1f} | at most {MOST // MEGABYTE} | |"
    )
    return "\n".join(lines)


def faults(packages: list[Package]) -> list[str]:
    """Say what is wrong with an environment.

    Parameters
    ----------
    packages
        What it holds.

    Returns
    -------
    list of str
        One sentence a fault; empty when all is well.
    """
    lost = [package.name for package in packages if not package.serves]
    wrong = [f"nothing that the project asks for needs {name}" for name in lost]
    total = sum(package.size for package in packages)
    if total > MOST:
        wrong.append(f"{total / MEGABYTE:.0f} MB are installed; {MOST // MEGABYTE} is the most")
    return wrong


def main() -> int:
    """Print the table for the environment whose ``site-packages`` is given."""
    if len(sys.argv) != 2:  # noqa: PLR2004 (the program and one folder)
        sys.exit("usage: python widgets/build/image.py SITE-PACKAGES")
    packages = account([Path(sys.argv[1])], reasons(ROOT), pinned(ROOT))
    print(table(packages))
    wrong = faults(packages)
    sys.stderr.writelines(f"{fault}\n" for fault in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
