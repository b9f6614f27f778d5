"""What surrounds every page: header bar, footer, meta description, layout."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from docutils import nodes

from guidebook.edition.addresses import published
from guidebook.edition.book import Book
from guidebook.edition.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

TEMPLATES = Path(__file__).parent / "templates"
HELP_NOW = "book/help-now"
DESCRIBED = 160
"""The longest description taken from a text, in characters: search engines show no more."""
WIDE = "guidebook_wide"
"""Key of a document's metadata: its content takes the page's whole width."""
CURRENT = re.compile(r'<a class="current reference internal" href="#[^"]*">.*?</a>', re.DOTALL)
SECTION = re.compile(
    r'<li class="toc-h2[^"]*"><a class="[^"]*" href="(?P<href>#[^"]+)">(?P<title>.*?)</a>',
    re.DOTALL,
)
FEWEST = 2
"""A page with fewer sections needs no list of them."""


def use_wide_layout(metadata: dict[str, Any]) -> None:
    """Ask for the whole width of the page for one document.

    Parameters
    ----------
    metadata
        The document's entry in ``env.metadata``.
    """
    metadata[WIDE] = True
    metadata["html_theme.sidebar_secondary.remove"] = True


def parts(app: Sphinx, pagename: str) -> Iterator[dict[str, Any]]:
    """List the book's parts for the header, from the table of contents.

    Parameters
    ----------
    app
        The running Sphinx application.
    pagename
        The page that will show them.

    Yields
    ------
    dict
        ``title``; ``docname`` of the part's first page; ``current``, whether the page belongs
        to the part.
    """
    site = app.config.external_site_map
    for part in site.root.subtrees:
        documents = [str(item) for item in part.items if str(item) in app.env.found_docs]
        if not part.caption or not documents:
            continue
        # A page made at build time (the list of one region) belongs to the part of its folder.
        folders = {name.rpartition("/")[0] for name in documents}
        inside = pagename in documents or any(
            folder != published(folder) and pagename.startswith(f"{folder}/") for folder in folders
        )
        yield {"title": part.caption, "docname": documents[0], "current": inside}


def with_sections(contents: str, sections: str) -> str:
    """Put the sections of a page below its name in the contents of the book.

    Parameters
    ----------
    contents
        The contents of the book, as the theme writes them.
    sections
        The contents of the page, as the theme writes them; of these the first level is shown.

    Examples
    --------
    >>> book = '<li><a class="current reference internal" href="#">A</a></li>'
    >>> page = '<ul><li class="toc-h2"><a class="x" href="#{0}">{0}</a></li></ul>'
    >>> with_sections(book, page.format("b") + page.format("c"))[56:]
    '<ul id="book-sections"><li><a href="#b">b</a></li><li><a href="#c">c</a></li></ul></li>'
    """
    listed = [
        f'<li><a href="{found["href"]}">{found["title"]}</a></li>'
        for found in SECTION.finditer(sections)
    ]
    here = list(CURRENT.finditer(contents))
    if len(listed) < FEWEST or not here:
        return contents
    after = here[-1].end()
    written = f'<ul id="book-sections">{"".join(listed)}</ul>'
    return f"{contents[:after]}{written}{contents[after:]}"


def add_templates(_app: Sphinx, config: Config) -> None:
    """Let this package's templates stand before the theme's."""
    config.templates_path.insert(0, str(TEMPLATES))


def first_words(doctree: nodes.document | None) -> str:
    """Take a page's description from its first paragraph, where its head gives none.

    Notebooks have no such head: their first paragraph says what one will learn.

    Parameters
    ----------
    doctree
        The page; None for one that no source stands behind.
    """
    if doctree is None:
        return ""
    # What stands over the title, part and time, describes nothing.
    paragraph = next(
        (found for found in doctree.findall(nodes.paragraph) if not found["classes"]), None
    )
    words = " ".join(paragraph.astext().split()) if paragraph else ""
    return shorten(words, DESCRIBED, placeholder=" …")


def describe_page(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give the templates what they need to know about a page."""
    metadata = app.env.metadata.get(pagename, {})
    context["guidebook_parts"] = list(parts(app, pagename))
    context["guidebook_help"] = HELP_NOW if HELP_NOW in app.env.found_docs else None
    context["guidebook_wide"] = bool(context.get(WIDE) or metadata.get(WIDE))
    context["guidebook_with_sections"] = with_sections
    context["guidebook_edition"] = in_words(Book.of(app).package.edition)
    context["guidebook_description"] = metadata.get("description") or first_words(doctree)


def setup(app: Sphinx) -> None:
    """Register the templates and what they show."""
    # Jupyter Book sets it for an extension that this book leaves out, since it calls other hosts.
    app.add_config_value("comments_config", {}, "", [dict])
    app.connect("config-inited", add_templates)
    # After the theme's own handlers, which set some of the same values.
    app.connect("html-page-context", describe_page, priority=900)
