"""The button that leaves the book at once, and where it leads.

The site is a setting, ``guidebook_leave_site``. It is named beside the button. Where no network
can be had, on a file or offline, the button leads to a page of the book that says nothing of it.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sphinx.errors import ConfigError

from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

AWAY = Path(__file__).parent / "static" / "away.html"


def host(address: str) -> str:
    """Give the name by which a reader knows a site.

    Parameters
    ----------
    address
        The site's address; nothing for no button.

    Raises
    ------
    ConfigError
        If it is no address of the web.

    Examples
    --------
    >>> host("https://www.wikipedia.org/")
    'wikipedia.org'
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        message = f"guidebook_leave_site is {address!r}; write an address with https:// or nothing"
        raise ConfigError(message)
    return parts.hostname.removeprefix("www.")


def copy_page(app: Sphinx) -> None:
    """Put the neutral page into the site."""
    if app.builder.name == "html":
        target = Path(app.outdir) / "_static" / FOLDER / AWAY.name
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(AWAY, target)


def tell_templates(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Give the templates the site and its name."""
    context["guidebook_leave_site"] = app.config.guidebook_leave_site
    context["guidebook_leave_name"] = host(app.config.guidebook_leave_site)


def setup(app: Sphinx) -> None:
    """Register the setting."""
    app.add_config_value("guidebook_leave_site", "https://www.wikipedia.org/", "html", [str])
    app.connect("builder-inited", copy_page)
    app.connect("html-page-context", tell_templates)
