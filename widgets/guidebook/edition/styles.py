"""Gives the site one style sheet, with the rules that its pages use and no others.

The theme and its relatives bring half a megabyte of rules. While pages are written they name one
sheet, ``book.css``. At the end of the build, when all that the pages hold is known, that sheet is
made of the originals. Should the tools that make it small be missing, it holds the originals
whole: the page is heavier and looks the same.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx.util import logging

from guidebook.edition import node
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

BOOK = "book.css"
THEME = ("basic.css", "styles/pydata-sphinx-theme.css")
"""What the theme's layout loads before all others, by name or by import."""
LINK = re.compile(rf'(?P<address>href="[^"]*_static/{re.escape(BOOK)})(?:\?v=\w*)?"')

logger = logging.getLogger(__name__)


def is_for_all_pages(name: str) -> bool:
    """Tell whether a sheet belongs into the one of the whole site.

    Parameters
    ----------
    name
        Its path in the site.

    Examples
    --------
    >>> is_for_all_pages("_static/pygments.css"), is_for_all_pages("_static/guidebook/explorer.css")
    (True, False)
    """
    return name.startswith("_static/") and not name.startswith(f"_static/{FOLDER}/")


def name_one_sheet(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Leave to a page the sheets of its widgets; the layout names the one of the whole site."""
    context["css_files"] = [
        sheet for sheet in context["css_files"] if not is_for_all_pages(str(sheet.filename))
    ]


def originals(app: Sphinx) -> list[Path]:
    """List the sheets that the one is made of, in their order.

    Parameters
    ----------
    app
        The running Sphinx application.
    """
    builder = cast("StandaloneHTMLBuilder", app.builder)
    # What every page would load; Sphinx keeps this list where nobody else should look.
    loaded = sorted(builder._css_files, key=lambda sheet: sheet.priority)  # noqa: SLF001
    named = [str(sheet.filename) for sheet in loaded if is_for_all_pages(str(sheet.filename))]
    site = Path(app.outdir)
    paths = [*(site / "_static" / name for name in THEME), *(site / name for name in named)]
    return [path for path in paths if path.is_file()]


def make_sheet(app: Sphinx, exception: Exception | None) -> None:
    """Write the sheet, and its checksum into every page that loads it."""
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    # Where no page was out of date nothing was copied anew, and the sheet stays as it is.
    if not all((site / "_static" / name).is_file() for name in THEME):
        return
    sheets = originals(app)
    try:
        text = node.run("styles.mjs", site, *sheets)
    except node.NodeError as error:
        logger.warning("the style sheet stays as heavy as it came: %s", error)
        text = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    (site / "_static" / BOOK).write_text(text, encoding="utf-8")
    mark = sha256(text.encode()).hexdigest()[:8]
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        changed = LINK.sub(rf'\g<address>?v={mark}"', page)
        if changed != page:
            path.write_text(changed, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the making of the sheet: after all pages are written, before their policies are."""
    app.connect("html-page-context", name_one_sheet, priority=960)
    app.connect("build-finished", make_sheet, priority=900)
