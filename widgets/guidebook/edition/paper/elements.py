"""Makes elements for documents that are put together from others."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

# Elements belong to no document until they are put somewhere: any document can make them.
MAKER = BeautifulSoup("", "html.parser")


def new(name: str, text: str = "", **attributes: str) -> Tag:
    """Make an element.

    Parameters
    ----------
    name
        Its name.
    text
        What it says.
    **attributes
        Its attributes; an underscore at the end of a name is left out, others become hyphens.

    Examples
    --------
    >>> str(new("p", "Rest & quiet", class_="note", aria_level="2"))
    '<p aria-level="2" class="note">Rest &amp; quiet</p>'
    """
    named = {key.rstrip("_").replace("_", "-"): attributes[key] for key in sorted(attributes)}
    return MAKER.new_tag(name, attrs=named, string=text or None)


def parse(markup: str) -> BeautifulSoup:
    """Read markup as elements.

    Parameters
    ----------
    markup
        HTML.
    """
    return BeautifulSoup(markup, "html.parser")
