"""Finds the data package: the tables that stand nearest, or those that came with the wheel."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from guidebook.problems import DataError, meant, refuse, shown_path
from guidebook.schema import Resource, read_resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Origin = Literal["working copy", "installed"]

_DESCRIPTOR = "datapackage.json"
_INSTALLED = Path(__file__).parent / "_data"


@dataclass(frozen=True, slots=True)
class DataPackage:
    """A folder of tables with its descriptor.

    Attributes
    ----------
    root
        The folder that holds ``datapackage.json`` and the tables.
    origin
        "working copy" for a folder that somebody can edit, "installed" for the wheel's own.
    edition
        The date that everything is judged against.
    resources
        The tables, in the order of the descriptor.
    descriptor
        The whole descriptor, for its title, licences and sources.
    """

    root: Path
    origin: Origin
    edition: date
    resources: tuple[Resource, ...]
    descriptor: Mapping[str, Any]

    @property
    def file(self) -> Path:
        """The descriptor's own path."""
        return self.root / _DESCRIPTOR

    def resource(self, name: str) -> Resource:
        """Give the description of one table.

        Parameters
        ----------
        name
            The table's name, such as "directory".

        Raises
        ------
        DataError
            If no table has that name; similar names are suggested.

        Examples
        --------
        >>> find_package().resource("services").columns
        ('id', 'label', 'definition')
        """
        for resource in self.resources:
            if resource.name == name:
                return resource
        known = [resource.name for resource in self.resources]
        raise refuse(shown_path(self.file), f"there is no table “{name}”", meant(name, known))

    def path(self, name: str) -> Path:
        """Give the path of one table's file.

        Examples
        --------
        >>> find_package().path("services").name
        'services.csv'
        """
        return self.root / self.resource(name).path


def find_package(start: Path | None = None) -> DataPackage:
    """Find the data package that stands nearest, otherwise the one that came with the wheel.

    Parameters
    ----------
    start
        The folder to start from; the working folder when left out. ``data/datapackage.json`` is
        looked for in it and in every folder above it. A data package without a table "directory"
        belongs to some other project and is passed over.

    Raises
    ------
    DataError
        If the nearest descriptor cannot be read, or none is found.

    Examples
    --------
    >>> find_package().resource("directory").primary_key
    ('id',)
    """
    for root in _folders_above(start):
        try:
            if not (root / _DESCRIPTOR).is_file():
                continue
        except OSError:
            continue  # a folder that may not be looked into holds nothing for this reader
        if _is_ours(root):
            return open_package(root)
    if (_INSTALLED / _DESCRIPTOR).is_file():
        return open_package(_INSTALLED)
    # An editable install has no copy of its own: the tables lie beside its sources.
    beside = Path(__file__).resolve().parents[2] / "data"
    if (beside / _DESCRIPTOR).is_file():
        return open_package(beside)
    raise refuse(
        shown_path(Path("data") / _DESCRIPTOR),
        "no data package is found here, in the folders above or in the installed guidebook",
        "change to a clone of the guidebook, or install it anew",
    )


def open_package(root: Path) -> DataPackage:
    """Open the data package in a folder.

    Parameters
    ----------
    root
        The folder that holds ``datapackage.json``.

    Raises
    ------
    DataError
        If the descriptor is missing, is not valid JSON, or does not describe tables.

    Examples
    --------
    >>> open_package(find_package().root).origin
    'working copy'
    """
    file = root / _DESCRIPTOR
    shown = shown_path(file)
    descriptor = _read_json(file)
    resources = read_resources(descriptor, shown)
    try:
        edition = date.fromisoformat(descriptor.get("edition", ""))
    except (TypeError, ValueError):
        raise refuse(
            shown,
            "the edition’s date is missing or no date",
            "write it as in 2026-11-22",
            0,
            "edition",
        ) from None
    origin: Origin = "installed" if root.resolve() == _INSTALLED.resolve() else "working copy"
    return DataPackage(root, origin, edition, resources, descriptor)


def _folders_above(start: Path | None) -> Iterator[Path]:
    try:
        here = (start or Path.cwd()).resolve()
    except OSError:
        return  # the working folder has been deleted
    for folder in (here, *here.parents):
        yield folder / "data"


def _is_ours(root: Path) -> bool:
    """Tell our data package from another project's; one that cannot be read may well be ours."""
    try:
        resources = _read_json(root / _DESCRIPTOR).get("resources")
    except DataError:
        return True
    return not isinstance(resources, list) or any(
        isinstance(one, dict) and one.get("name") == "directory" for one in resources
    )


def _read_json(file: Path) -> dict[str, Any]:
    shown = shown_path(file)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(shown, "the file is not UTF-8", "save it with the encoding UTF-8") from None
    except (OSError, ValueError) as error:
        message = (
            f"the file cannot be read ({getattr(error, 'strerror', 'its name cannot be used')})"
        )
        raise refuse(shown, message, "name a folder that holds datapackage.json") from None
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"the file is not valid JSON at character {error.colno} ({error.msg})"
        raise refuse(shown, message, "mend that place", error.lineno) from None
    except (RecursionError, ValueError):
        raise refuse(
            shown, "the file nests or counts without end", "restore a sound copy"
        ) from None
    if not isinstance(content, dict):
        raise refuse(shown, "the file holds no JSON object", "write it in curly brackets")
    return content
