"""Maps in notebooks: each becomes a file of its own, framed by its page.

Folium stores a map as a whole page inside an attribute. A frame with a file of its own is
cached, loads late, and has its own security policy. What the map asks of content networks is
replaced by `guidebook.edition.libraries`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Self

from guidebook.edition.addresses import to_root
from guidebook.edition.libraries import FOLDER, localise
from guidebook.maps.landmarks import with_landmarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

FRAME = re.compile(
    r"<iframe\b(?P<before>[^>]*?)\s(?:"
    r'srcdoc="(?P<document>[^"]*)"'
    r'|(?:data-html|src)="(?:data:text/html;charset=utf-8;base64,)(?P<encoded>[^"]*)"'
    r")(?P<after>[^>]*)>\s*(?:</iframe>)?",
    re.IGNORECASE,
)
TITLE = re.compile(r"""\stitle=["'](?P<title>[^"']*)["']""", re.IGNORECASE)
DOCUMENT_TITLE = re.compile(r"<title>(?P<title>[^<]*)</title>", re.IGNORECASE)
UNTRUSTED = re.compile(r"<span[^>]*>Make this Notebook Trusted[^<]*</span>")
# Folium forbids readers to enlarge what they see.
NO_ZOOM = re.compile(r",\s*(?:maximum-scale=[\d.]+|user-scalable=no)")
STOCK = re.compile(r'^<div style="width:100%;"><div style="position:relative;[^"]*">')


@dataclass(slots=True)
class Maps:
    """The maps of a build, kept with the environment so that a cached page keeps its map."""

    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each document, the maps' file names and their HTML."""

    @classmethod
    def of(cls, env: BuildEnvironment) -> Self:
        """Give the maps of an environment.

        Parameters
        ----------
        env
            Sphinx's build environment.
        """
        maps = getattr(env, "guidebook_maps", None)
        if not isinstance(maps, cls):
            maps = cls()
            env.guidebook_maps = maps  # type: ignore[attr-defined]
        return maps

    def add(self, docname: str, document: str) -> str:
        """Keep a map and name its file after its content.

        Parameters
        ----------
        docname
            The document that shows it.
        document
            The map's HTML.
        """
        name = hashlib.sha256(document.encode()).hexdigest()[:16] + ".html"
        self.pages.setdefault(docname, {})[name] = document
        return name

    def forget(self, docname: str) -> None:
        """Drop the maps of a document that is read again.

        Parameters
        ----------
        docname
            The document.
        """
        self.pages.pop(docname, None)


def extract_map(markup: str, maps: Maps, docname: str) -> str:
    """Replace framed documents in an output by frames of files.

    Parameters
    ----------
    markup
        The output's HTML.
    maps
        Where the documents are put.
    docname
        The document whose output it is.

    Examples
    --------
    >>> maps = Maps()
    >>> extract_map('<iframe title="Two towns" srcdoc="&lt;p&gt;"></iframe>', maps, "book/a/b")
    '<iframe src="../_static/maps/...html" title="Two towns" loading="lazy"></iframe>'
    """

    def reframe(found: re.Match[str]) -> str:
        encoded = found["encoded"]
        document = (
            base64.b64decode(encoded).decode() if encoded else unescape(found["document"] or "")
        )
        given = TITLE.search(f" {found['before']} {found['after']}")
        title = unescape(given["title"]) if given else title_of(document)
        source = f"{to_root(docname)}{FOLDER}/{maps.add(docname, document)}"
        return f'<iframe src="{source}" title="{escape(title)}" loading="lazy"></iframe>'

    replaced, count = FRAME.subn(reframe, markup)
    if not count:
        return markup
    plain = UNTRUSTED.sub("", replaced)
    # Folium's own two boxes give the frame its height; the book's style sheet does that here.
    stock = STOCK.match(plain)
    if stock:
        inner = plain[stock.end() :].removesuffix("</div></div>")
        return f'<figure class="guidebook-map">{inner}</figure>'
    return plain


def title_of(document: str) -> str:
    """Give the title of a map's page.

    Parameters
    ----------
    document
        The page's HTML.

    Examples
    --------
    >>> title_of("<title>Caf&eacute;s</title>"), title_of("<p>")
    ('Cafés', 'Map')
    """
    own = DOCUMENT_TITLE.search(document)
    return unescape(own["title"]) if own else "Map"


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a changed document's maps."""
    Maps.of(env).forget(docname)


def merge(
    _app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment
) -> None:
    """Take over the maps that a parallel reader found."""
    for docname in docnames:
        if docname in Maps.of(other).pages:
            Maps.of(env).pages[docname] = Maps.of(other).pages[docname]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the maps and the library files that they use; those of an earlier build go."""
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    pages = Maps.of(app.env).pages
    for earlier in {path.name for path in folder.glob("*.html")}.difference(*pages.values()):
        (folder / earlier).unlink()
    for docname, documents in pages.items():
        for name, document in documents.items():
            folder.mkdir(parents=True, exist_ok=True)
            local = localise(
                document, folder, Path(app.srcdir) / "node_modules", f"a map in {docname}"
            )
            spoken = local.replace("<html>", f'<html lang="{app.config.language}">', 1)
            spoken = with_landmarks(NO_ZOOM.sub("", spoken), title_of(document))
            (folder / name).write_text(spoken, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the keeping and the writing of maps."""
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    # Before the security policies, which are made of what the files then hold.
    app.connect("build-finished", write, priority=400)
