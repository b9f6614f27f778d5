"""What search engines, and pages that link to a page, learn of it: Open Graph and linked data.

Nothing here needs the site's address. Where it is known (``html_baseurl``), addresses are whole.
"""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING, Any

from guidebook.edition.addresses import published
from guidebook.edition.book import Book
from guidebook.edition.structured import block, filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COVER = "_static/cover.png"


def site_address(app: Sphinx) -> str:
    """Give the site's address with a slash at its end, or nothing where it is not known.

    Parameters
    ----------
    app
        The running Sphinx application.
    """
    base = str(app.config.html_baseurl or "").rstrip("/")
    return f"{base}/" if base else ""


def open_graph(title: str, description: str, site: str, page: str, *, name: str) -> Iterator[str]:
    """Yield the tags that say how a link to a page is shown elsewhere.

    Parameters
    ----------
    title
        The page's title.
    description
        Its description.
    site
        The site's address, or nothing.
    page
        The page's address in the site.
    name
        The book's name.

    See Also
    --------
    The Open Graph protocol, https://ogp.me/

    Examples
    --------
    >>> list(open_graph("A & B", "", "", "a.html", name="Book"))[0]
    '<meta property="og:title" content="A &amp; B">'
    """
    properties = {
        "title": title,
        "type": "article",
        "description": description,
        "site_name": name,
        "url": site + page if site else "",
        "image": site + COVER if site else "",
        "image:alt": f"The cover of {name}" if site else "",
    }
    for key, value in properties.items():
        if value:
            yield f'<meta property="og:{key}" content="{escape(value)}">'


def book_data(app: Sphinx) -> dict[str, Any]:
    """Describe the book.

    Parameters
    ----------
    app
        The running Sphinx application.
    """
    return {
        "@type": ["Book", "LearningResource"],
        "name": app.config.project,
        "author": {"@type": "Organization", "name": app.config.author},
        "inLanguage": app.config.language,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "datePublished": Book.of(app).package.edition.isoformat(),
        "url": site_address(app),
    }


def describe(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give a page's head what others may show of it."""
    if doctree is None:
        return
    title = str(context.get("title", ""))
    description = str(context.get("guidebook_description", ""))
    site = site_address(app)
    address = app.builder.get_target_uri(pagename)
    if pagename == app.config.root_doc:
        data = {**book_data(app), "description": description}
    else:
        data = {
            "@type": "LearningResource",
            "name": title,
            "description": description,
            "inLanguage": app.config.language,
            "license": LICENCE,
            "isPartOf": {"@type": "Book", "name": app.config.project},
            "url": site + address if site else "",
        }
    tags = open_graph(title, description, site, address, name=str(app.config.project))
    context["guidebook_sharing"] = "\n  ".join([*tags, block(filled(data))])
    if site:
        home = "" if published(pagename) == "index" else address
        context["pageurl"] = site + home


def take_address(_app: Sphinx, config: Config) -> None:
    """Let the environment say the site's address: a fork and a preview have others."""
    if address := os.environ.get("GUIDEBOOK_ADDRESS"):
        config.html_baseurl = address


def setup(app: Sphinx) -> None:
    """Connect what a page's head says: after its description is known."""
    app.connect("config-inited", take_address)
    app.connect("html-page-context", describe, priority=910)
