"""The note beside a citation names the source that the citation leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from edition.support.pages import Site

CITED = re.compile(
    r'\[<a [^>]*href="(?P<page>[^"#]*)#(?P<id>[^"]+)"[^>]*>[^<]*</a>\]'
    r'<span class="book-note"[^>]*><b>[^<]*</b> (?P<said>[^<]*)</span>'
)
SAMPLE = (
    "history/naloxone-from-hospital-to-pocket.html",
    "practice/withdrawal-that-can-kill.html",
    "about/privacy.html",
)


def squeezed(text: str) -> str:
    """Letters and digits only: the list sets names and titles in marks of its own."""
    return "".join(char for char in text.lower() if char.isalnum())


@pytest.mark.parametrize("path", SAMPLE)
def test_a_note_says_what_the_list_of_sources_says(site: Site, path: str) -> None:
    sources = site.article("references.html")
    listed = {
        one.attributes["id"]: squeezed(one.text)
        for one in sources.all("div")
        if one.attributes.get("class") == "citation"
    }
    notes = list(CITED.finditer((site.folder / path).read_text(encoding="utf-8")))
    assert notes
    for note in notes:
        assert note["page"].endswith("references.html")
        title = note["said"].rpartition(": ")[2].removesuffix(" …")
        assert squeezed(title) in listed[note["id"]], note["said"]


def test_a_page_with_a_list_of_its_own_has_none(site: Site) -> None:
    """Anchors are counted in each list anew, so that those of another would be other sources."""
    assert 'class="book-note"' not in (site.folder / "help-now.html").read_text(encoding="utf-8")
