"""Writes what the search looks through, and its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebook.edition.book import Book
from guidebook.edition.directives.explorer import list_address
from guidebook.edition.directives.listing import LISTED, MOST
from guidebook.edition.search.passages import Passage, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from guidebook.directory import Directory

PAGE = "search"
SCRIPT = "_static/guidebook/search-index.js"
NOT_SEARCHED = {"book/references"}
"""Pages whose text is no help in a search: titles of six hundred sources."""


def entry_passages(directory: Directory, address: str) -> Iterator[Passage]:
    """Yield the directory's entries, under their present and former names.

    Parameters
    ----------
    directory
        The directory.
    address
        The address of the page that lists it, in the site.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> next(entry_passages(load_directory(), "directory/list.html")).kind
    'entry'
    """
    services = directory.vocabularies["services"]
    for entry in directory:
        former = f"Formerly {', '.join(entry.former_names)}." if entry.former_names else ""
        place = ", ".join(filter(None, (entry.city, entry.region_name, entry.country_name)))
        offered = ", ".join(services[name].label for name in entry.services)
        parts = (former, entry.description, f"{place}." if place else "", offered)
        anchor = "" if len(directory) > MOST else f"#entry-{entry.id}"
        yield Passage("entry", entry.name, " ".join(filter(None, parts)), f"{address}{anchor}")


def collect(app: Sphinx) -> list[Passage]:
    """Collect every passage of the site.

    Parameters
    ----------
    app
        The running Sphinx application.
    """
    metadata = app.env.metadata
    found: list[Passage] = []
    for docname in sorted(app.env.found_docs):
        if docname in NOT_SEARCHED or metadata.get(docname, {}).get(LISTED):
            continue
        address = app.builder.get_target_uri(docname)
        path = Path(app.outdir) / address
        if path.is_file():
            found += passages(path.read_text(encoding="utf-8"), address)
    if address := list_address(app, app.config.root_doc):
        found += entry_passages(Book.of(app).directory, address)
    return found


def as_script(found: list[Passage]) -> str:
    r"""Write the passages as a script: titles of pages and kinds are written once.

    Parameters
    ----------
    found
        The passages.

    Examples
    --------
    >>> as_script([Passage("page", "A", "B </script>", "a.html")])
    'globalThis.guidebookPassages=[["page","A","B \\u003c/script>","a.html"]];'
    """
    written = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    safe = written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.guidebookPassages={safe};"


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the script once all pages are written."""
    if exception or app.builder.name != "html":
        return
    path = Path(app.outdir) / SCRIPT
    script = as_script(collect(app))
    if not path.is_file() or path.read_text(encoding="utf-8") != script:
        path.write_text(script, encoding="utf-8")


def add_page(_app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Add the page of the search, which Sphinx leaves out together with its own search."""
    yield PAGE, {"title": "Search"}, "search.html"


def setup(app: Sphinx) -> None:
    """Connect the search."""
    app.connect("html-collect-pages", add_page)
    app.connect("build-finished", write, priority=800)
