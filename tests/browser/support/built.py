"""The built book: where it lies and which pages it has."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[3]

SITE = Path(os.environ.get("GUIDEBOOK_SITE", ROOT / "_build" / "html"))
"""The static edition; another build can be named, to be looked at in the same way."""

EXPLORE = "directory/explore.html"
LIST = "directory/list.html"
HELP = "help-now.html"


def _read(page: str) -> str:
    return (SITE / page).read_text(encoding="utf-8")


BUILT = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    # The page for missing addresses stands at the root of a server, and on no other machine; the
    # frames of live code are empty until a page puts something into them.
    if path.name not in {"404.html", "away.html", "live-frame.html", "live-frame-open.html"}
)
MAPS = [page for page in BUILT if page.startswith("_static/maps/")]
"""Maps, each a file of its own that a page shows in a frame."""

PAGES = [page for page in BUILT if page not in MAPS]
WIDGETS = [page for page in PAGES if 'class="guidebook-widget"' in _read(page)]
FRAMES = [page for page in PAGES if "<iframe" in _read(page)]

SAMPLE = (
    "index.html",
    HELP,
    "practice/naloxone.html",
    "about/glossary.html",
    "search.html",
    "directory/first-look.html",
    EXPLORE,
    "history/timeline.html",
    "history/laws-and-deaths.html",
    "principles/words-matter.html",
    "principles/check-your-words.html",
    "practice/where-harm-comes-from.html",
    "practice/practise-the-response.html",
    "practice/a-drinking-check-up.html",
)
"""One page of every sort: the beginning, help, a chapter, words, the search, a notebook, and each
widget's own."""


def walk(pages: Iterable[str]) -> list[object]:
    """Give pages as parameters of a test: the sample always, the others as a walk over all.

    `make test` leaves the walks out, `make test-all` takes them.
    """
    return [
        page if page in SAMPLE else pytest.param(page, marks=pytest.mark.walk) for page in pages
    ]
