"""Packs a PDF: half the size, with what it is and on what terms in its own description."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Find on which page each named place of a PDF stands.

    Parameters
    ----------
    pdf
        The PDF, as Chromium wrote it.

    Returns
    -------
    dict
        For each name its page, counted from 1.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(document.pages, start=1)
        }
        places = document.Root.get("/Dests", pikepdf.Dictionary())
        return {
            str(name).removeprefix("/"): numbers[place[0].objgen]
            for name, place in places.items()
            if place[0].objgen in numbers
        }


def count_pages(pdf: bytes) -> int:
    """Count the pages of a PDF.

    Parameters
    ----------
    pdf
        The PDF.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def squashed(words: str) -> str:
    """Take the spaces out of words.

    Parameters
    ----------
    words
        The words.
    """
    return "".join(words.split())


def mend_outline(document: pikepdf.Pdf, headings: Iterable[str]) -> None:
    """Give back to the outline the spaces that Chromium drops where a heading goes on in a new line.

    Parameters
    ----------
    document
        The PDF.
    headings
        The headings as they should be.
    """
    right = {squashed(heading): heading for heading in headings}

    def mend(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            item.title = right.get(squashed(item.title), item.title)
            mend(item.children)

    with document.open_outline(max_depth=6) as outline:
        mend(outline.root)


def pack(pdf: bytes, title: str, author: str, headings: Iterable[str] = ()) -> bytes:
    """Make a PDF smaller and let it say what it is; its tags and outline stay.

    Parameters
    ----------
    pdf
        The PDF, as Chromium wrote it.
    title
        Its title, which viewers then show in place of the file's name.
    author
        Who made it.
    headings
        Its headings, for the outline.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"] = title
            about["dc:creator"] = [author]
            about["dc:language"] = ["en"]
            about["dc:rights"] = "CC BY 4.0"
            about["xmpRights:WebStatement"] = LICENCE
        mend_outline(document, headings)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        document.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
        )
    return target.getvalue()
