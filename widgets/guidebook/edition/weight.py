"""Weighs every page of a built site as a reader pays for it, and fails one that is too heavy.

    python -m guidebook.edition.weight _build/html

A page's weight is what its first visit brings over the wire: the page and all it loads at once,
each compressed with gzip, the explorer's map too, which a wide screen shows at once and a phone on
a press. What is loaded only on a reader's wish (a map below the fold, a part of the gazetteer) is
not counted. A test in a browser holds what a page really asks for against what is counted here.
"""

from __future__ import annotations

import gzip
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

KB = 1024
BUDGETS = (
    ('data-widget="explorer"', 300 * KB, "the explorer"),
    ('class="guidebook-widget"', 200 * KB, "a widget"),
    ("", 120 * KB, "text"),
)
"""What marks a kind of page, its budget in bytes, and what to call it; the first that fits."""
LOADED = re.compile(
    r"""<script\b[^>]*?\ssrc="(?P<script>[^"]+)"|"""
    r"""<link\b(?=[^>]*\srel="(?:stylesheet|icon|manifest)")[^>]*?\shref="(?P<link>[^"]+)"|"""
    r"""<(?P<tag>img|iframe)\b(?P<attributes>[^>]*)>"""
)
ON_SIGHT = {
    'data-widget="explorer"': ("resources/explorer-map-*.js", "resources/basemap/world-110m.js"),
    'data-widget="policy-map"': ("resources/basemap/us-map.js",),
    'data-widget="timeline"': ("resources/basemap/world-110m.js",),
    'class="book-search-page': ("search.js",),
}
"""What scripts fetch as soon as their place is seen, in the folder of the widgets."""
SOURCE = re.compile(r'\ssrc="(?P<src>[^"]+)"')
IN_STYLE = re.compile(r"""url\(\s*["']?(?P<path>[^"')]+)["']?\s*\)""")


class Weight(NamedTuple):
    """What a page weighs, in bytes over the wire.

    Attributes
    ----------
    page
        Its path in the site.
    kind
        What kind of page it is.
    total
        The page and all it loads, in bytes.
    budget
        What it may weigh, in bytes.
    heaviest
        The heaviest file among them.
    """

    page: str
    kind: str
    total: int
    budget: int
    heaviest: str


@cache
def wire_size(path: Path) -> int:
    """Give the size of a file as it travels, in bytes: compressed, unless it is a picture.

    Parameters
    ----------
    path
        The file.
    """
    content = path.read_bytes()
    if path.suffix in {".png", ".jpg", ".jpeg", ".webp", ".woff2"}:
        return len(content)
    return len(gzip.compress(content, 9))


def loaded(page: Path, site: Path) -> Iterator[Path]:
    """Yield the files that a page loads at once, once each.

    Parameters
    ----------
    page
        The page.
    site
        The folder of the site.

    Raises
    ------
    FileNotFoundError
        If the page asks for a file that is not there.
    """
    seen: set[Path] = set()
    for found in LOADED.finditer(page.read_text(encoding="utf-8")):
        address = found["script"] or found["link"]
        if found["tag"]:
            source = SOURCE.search(found["attributes"])
            if source is None or 'loading="lazy"' in found["attributes"]:
                continue
            address = source["src"]
        if ":" in address.partition("/")[0]:
            continue  # data: stands in the page itself
        start = site if address.startswith("/") else page.parent
        path = (start / re.sub("[?#].*", "", address).lstrip("/")).resolve()
        if path in seen:
            continue
        seen.add(path)
        if not path.is_file():
            message = f"{page.relative_to(site).as_posix()} loads {address}, which is not there"
            raise FileNotFoundError(message)
        yield path
        if path.suffix == ".css":
            for inner in IN_STYLE.finditer(path.read_text(encoding="utf-8")):
                picture = (path.parent / inner["path"].split("?")[0]).resolve()
                if not inner["path"].startswith("data:") and picture.is_file():
                    yield picture


def fetched(page: Path, site: Path) -> Iterator[Path]:
    """Yield what a page's scripts fetch of themselves, on a screen that shows all of a widget.

    Parameters
    ----------
    page
        The page.
    site
        The folder of the site.
    """
    text = page.read_text(encoding="utf-8")
    for mark, names in ON_SIGHT.items():
        if mark in text:
            for name in names:
                yield from (site / "_static" / FOLDER).glob(name)


def weigh(page: Path, site: Path) -> Weight:
    """Weigh one page.

    Parameters
    ----------
    page
        The page's file.
    site
        The folder of the site.
    """
    text = page.read_text(encoding="utf-8")
    budget, kind = next((limit, name) for mark, limit, name in BUDGETS if mark in text)
    sizes = {path: wire_size(path) for path in (page, *loaded(page, site), *fetched(page, site))}
    heaviest = max(sizes, key=lambda path: sizes[path])
    return Weight(
        page.relative_to(site).as_posix(),
        kind,
        sum(sizes.values()),
        budget,
        f"{heaviest.name} {sizes[heaviest] / KB:,.1f} KB",
    )


def weigh_site(site: Path) -> list[Weight]:
    """Weigh every page, the heaviest in its kind first.

    Parameters
    ----------
    site
        The folder of the site.
    """
    maps = site / "_static"
    pages = [page for page in site.rglob("*.html") if maps not in page.parents]
    return sorted((weigh(page, site) for page in pages), key=lambda one: (one.budget, -one.total))


def main(site: Path) -> int:
    """Print the heaviest pages of each kind, and every page over its budget.

    Parameters
    ----------
    site
        The folder of the site.

    Returns
    -------
    int
        1 if a page is over its budget or loads what is not there, otherwise 0.
    """
    if not (site / "index.html").is_file():
        sys.stderr.write(f"{site}: no index.html; build the book first: make book\n")
        return 1
    try:
        weights = weigh_site(site.resolve())
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for _, _, kind in BUDGETS:
        members = [one for one in weights if one.kind == kind]
        if not members:
            continue
        middle = sorted(one.total for one in members)[len(members) // 2]
        heaviest = members[0]
        sys.stdout.write(
            f"{kind:13} {len(members):3} pages, median {middle / KB:6.1f} KB, heaviest "
            f"{heaviest.total / KB:6.1f} of {heaviest.budget / KB:.0f} KB: {heaviest.page}\n"
        )
    over = [one for one in weights if one.total > one.budget]
    for one in over:
        sys.stderr.write(
            f"{one.page}: {one.total / KB:,.1f} KB is over the budget of {one.budget / KB:,.0f} KB "
            f"for a page with {one.kind}; the heaviest part is {one.heaviest}\n"
        )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2] or ["_build/html"])))
