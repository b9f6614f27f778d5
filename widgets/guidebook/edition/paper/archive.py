"""Writes an EPUB: an archive of pages, pictures and what a reader needs to know of them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Every file has the same date: the same book gives the same archive.
DATE = (2026, 1, 1, 0, 0, 0)
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".xhtml": "application/xhtml+xml",
}


@dataclass(frozen=True)
class Member:
    """A file of the book.

    Attributes
    ----------
    name
        Its path in the archive's folder of the book.
    content
        What it holds.
    read
        Whether it is a page to be read in its turn.
    properties
        What the package says of it, such as ``nav``.
    """

    name: str
    content: bytes
    read: bool = False
    properties: str = ""

    @property
    def media_type(self) -> str:
        """What kind of file it is.

        Examples
        --------
        >>> Member("cover.png", b"").media_type
        'image/png'
        """
        return TYPES[f".{self.name.rpartition('.')[2].lower()}"]

    @property
    def identity(self) -> str:
        """Its name in the package.

        Examples
        --------
        >>> Member("pictures/a b.png", b"").identity
        'f-pictures-a-b-png'
        """
        return "f-" + "".join(sign if sign.isalnum() else "-" for sign in self.name)


@dataclass(frozen=True)
class About:
    """What the package says of the book.

    Attributes
    ----------
    title, author, language, identifier, date, modified, description
        As in the Dublin Core.
    """

    title: str
    author: str
    language: str
    identifier: str
    date: str
    modified: str
    description: str


ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessMode", "visual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityHazard", "none"),
    (
        "schema:accessibilitySummary",
        "Pictures have descriptions; what is interactive on the web stands here as text and tables.",
    ),
)


def package(about: About, members: Sequence[Member]) -> str:
    """Write the package document.

    Parameters
    ----------
    about
        What it says of the book.
    members
        The book's files, in reading order.
    """
    rights = "Words and data CC BY 4.0, code MIT"
    access = "\n".join(f'<meta property="{name}">{escape(value)}</meta>' for name, value in ACCESS)

    def item(member: Member) -> str:
        properties = f' properties="{member.properties}"' if member.properties else ""
        return (
            f'<item id="{member.identity}" href="{escape(member.name)}"'
            f' media-type="{member.media_type}"{properties}/>'
        )

    items = "\n".join(map(item, members))
    spine = "\n".join(f'<itemref idref="{one.identity}"/>' for one in members if one.read)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="{about.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">{escape(about.identifier)}</dc:identifier>
<dc:title>{escape(about.title)}</dc:title>
<dc:creator>{escape(about.author)}</dc:creator>
<dc:language>{about.language}</dc:language>
<dc:date>{about.date}</dc:date>
<dc:description>{escape(about.description)}</dc:description>
<dc:rights>{rights}</dc:rights>
<meta property="dcterms:modified">{about.modified}</meta>
{access}
</metadata>
<manifest>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def pack_epub(about: About, members: Sequence[Member]) -> bytes:
    """Pack the archive.

    Parameters
    ----------
    about
        What it says of the book.
    members
        The book's files, in reading order.
    """

    def files() -> Iterator[tuple[str, bytes]]:
        yield "META-INF/container.xml", CONTAINER.encode()
        yield "book/package.opf", package(about, members).encode()
        yield from ((f"book/{member.name}", member.content) for member in members)

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # The first file tells what the archive is, and must not be compressed.
        first = zipfile.ZipInfo("mimetype", DATE)
        archive.writestr(first, "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files():
            entry = zipfile.ZipInfo(name, DATE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
