"""The list of pages for search engines, where the site's address is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from guidebook.edition.book import Book
from guidebook.edition.sharing import site_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sphinx.application import Sphinx

ROBOTS = "User-agent: *\nAllow: /\n"


def sitemap(site: str, pages: Iterable[str], edition: date) -> str:
    """Write a sitemap.

    Parameters
    ----------
    site
        The site's address, with a slash at its end.
    pages
        Addresses of pages in the site.
    edition
        The date of the edition: every page is as old as that.

    See Also
    --------
    https://www.sitemaps.org/protocol.html

    Examples
    --------
    >>> from datetime import date
    >>> print(sitemap("https://example.org/", ["index.html"], date(2026, 11, 22)))
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://example.org/</loc><lastmod>2026-11-22</lastmod></url>
    </urlset>
    """
    urls = "\n".join(
        f"<url><loc>{escape(site + ('' if page == 'index.html' else page))}</loc>"
        f"<lastmod>{edition.isoformat()}</lastmod></url>"
        for page in pages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{urls}\n</urlset>"
    )


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write ``robots.txt`` and, with an address, ``sitemap.xml``."""
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    address = site_address(app)
    robots = ROBOTS
    if address:
        pages = sorted(app.builder.get_target_uri(name) for name in app.env.found_docs)
        text = sitemap(address, pages, Book.of(app).package.edition)
        (site / "sitemap.xml").write_text(text + "\n", encoding="utf-8")
        robots += f"Sitemap: {address}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the writing."""
    app.connect("build-finished", write, priority=810)
