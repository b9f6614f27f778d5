"""A check-up as a file of the reader's own: written, and read again or refused in clear words.

A file comes from anywhere. It is read whole and checked whole; whoever refuses it has changed
nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.checkup import DAMAGED, FIELDS, Checkup, FieldError, check_field, is_day
from guidebook.alcohol.errors import CheckupError

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "guidebook-drinking-checkup"
VERSION = 1
LARGEST = 131_072
"""Bytes; the fullest check-up that can be written is smaller."""

REFUSALS: Mapping[str, str] = {
    "too-large": "This file is too large for a check-up: it has {size} KB, and the most is {most} "
    "KB. Nothing was changed.",
    "unreadable": "This file cannot be read: it is damaged, or it is not a check-up. Nothing was "
    "changed.",
    "not-a-checkup": "This is not a file that the check-up saved. Nothing was changed.",
    "newer": "This file was saved by a newer edition of the book (version {version}; this one "
    "reads version {known}). Open it with that edition. Nothing was changed.",
    "damaged": "This file is damaged at “{field}”. Nothing was changed.",
    "markup": "The text at “{field}” holds markup, which the check-up never saves. Nothing was "
    "changed.",
}
"""What is said of a file that is refused, by the kind of fault."""


class CheckupFileError(CheckupError):
    """Raised when a file is not taken as a check-up.

    Parameters
    ----------
    kind
        One of the keys of ``REFUSALS``.
    field
        The field at fault, such as ``answers[3]``; "" for the file as a whole.
    **details
        What else the message names.
    """

    def __init__(self, kind: str, field: str = "", **details: object) -> None:
        self.kind, self.field = kind, field
        super().__init__(REFUSALS[kind].format(field=field, **details))


def read_checkup(data: bytes, known: Mapping[str, Any] | None = None) -> Checkup:
    """Read a file that the check-up saved.

    Parameters
    ----------
    data
        The file's bytes.
    known
        ``country`` and ``pace``: the codes and ids that are known; any when left out.

    Raises
    ------
    CheckupFileError
        If it is too large, damaged, of a newer version, or holds markup.

    Examples
    --------
    >>> read_checkup(write_checkup(Checkup(goal="break")).encode()).goal
    'break'
    >>> read_checkup(b'{"format": "guidebook-drinking-checkup", "version": 2}')
    Traceback (most recent call last):
        ...
    guidebook.alcohol.file.CheckupFileError: This file was saved by a newer edition of the book ...
    """
    if len(data) > LARGEST:
        size = -(-len(data) // 1024)
        kind = "too-large"
        raise CheckupFileError(kind, size=size, most=LARGEST // 1024)
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        kind = "unreadable"
        raise CheckupFileError(kind) from None
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        kind = "not-a-checkup"
        raise CheckupFileError(kind)
    _check_version(content.pop("version", None))
    if unknown := content.keys() - {"saved", *FIELDS}:
        raise CheckupFileError(DAMAGED, "an unknown field", unknown=unknown)
    saved = content.pop("saved", "")
    if not isinstance(saved, str) or (saved and not is_day(saved)):
        raise CheckupFileError(DAMAGED, "saved")
    for name in FIELDS:
        if name in content:
            _check(name, content[name], known or {})
    return Checkup(**content)


def write_checkup(checkup: Checkup, saved: str = "") -> str:
    """Write a check-up as the text of a file.

    Parameters
    ----------
    checkup
        What was said.
    saved
        The day on which it is saved, as in ``2026-11-22``; left out when empty.

    Examples
    --------
    >>> print(write_checkup(Checkup(), "2026-11-22")[:87])
    {
      "format": "guidebook-drinking-checkup",
      "version": 1,
      "saved": "2026-11-22",
    """
    content = {"format": FORMAT, "version": VERSION, "saved": saved, **checkup.to_dict()}
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _refuse(_constant: str) -> None:
    # Python's reader takes NaN and Infinity, which JSON does not know.
    raise ValueError


def _check_version(version: object) -> None:
    is_number = isinstance(version, (int, float)) and not isinstance(version, bool)
    if is_number and version == VERSION:
        return
    if isinstance(version, (int, float)) and is_number and version > VERSION and version % 1 == 0:
        kind = "newer"
        raise CheckupFileError(kind, "version", version=f"{version:.0f}", known=VERSION)
    raise CheckupFileError(DAMAGED, "version")


def _check(name: str, value: object, known: Mapping[str, Any]) -> None:
    try:
        checked = check_field(name, value)
    except FieldError as error:
        raise CheckupFileError(error.kind, error.field) from None
    if name not in known:
        return
    if isinstance(checked, tuple):
        for place, one in enumerate(checked, start=1):
            if one not in known[name]:
                raise CheckupFileError(DAMAGED, f"{name}[{place}]")
    elif checked and checked not in known[name]:
        raise CheckupFileError(DAMAGED, name)
