"""Writes chapters as XHTML, the strict form of HTML that an EPUB holds."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

SVG_NAMES = {
    name.lower(): name
    for name in (
        *("clipPath", "clipPathUnits", "foreignObject", "gradientTransform", "gradientUnits"),
        *("linearGradient", "markerHeight", "markerUnits", "markerWidth", "patternUnits"),
        *("preserveAspectRatio", "radialGradient", "refX", "refY", "textLength", "viewBox"),
    )
}
"""Names in SVG that are not written small; an HTML parser reads them so."""
DROPPED = {"aria-level", "loading", "rel", "hreflang"}
"""Attributes that mean nothing in the book, or that its format does not know."""
SIZES = {"width", "height"}
PRESENTATION = {"align", "border", "valign"} | SIZES
FORBIDDEN_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
{body}
</body>
</html>
"""


def settle(article: Tag) -> None:
    """Make content valid XHTML.

    Parameters
    ----------
    article
        The content; it is changed.
    """
    for drawing in article.select("svg"):
        drawing["xmlns"] = "http://www.w3.org/2000/svg"
        for element in [drawing, *drawing.select("*")]:
            element.name = SVG_NAMES.get(element.name, element.name)
            for name in [name for name in element.attrs if name in SVG_NAMES]:
                element[SVG_NAMES[name]] = element.attrs.pop(name)
    for paragraph in article.select("summary p"):
        paragraph.name = "span"
    for element in article.select("*"):
        for name in DROPPED & set(element.attrs):
            del element[name]
        if element.name == "svg" or element.find_parent("svg"):
            continue
        # Presentation that XHTML of today does not have, or knows of pictures alone.
        for name in PRESENTATION - (SIZES if element.name == "img" else set()):
            element.attrs.pop(name, None)


def page(title: str, body: str) -> bytes:
    """Write a page of the book.

    Parameters
    ----------
    title
        Its title.
    body
        Its content, as XHTML.
    """
    text = HEAD.format(title=escape(title), body=body)
    return FORBIDDEN_SIGNS.sub("", text).encode()
