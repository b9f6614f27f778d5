"""Loads the widgets' scripts and data, on the pages that have a widget and on no other."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from guidebook.edition.book import Book
from guidebook.language import load_terms
from guidebook.language.payload import to_payload
from guidebook.principles import load_principles
from guidebook.resources import RESOURCES, STATIC

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

FOLDER = "guidebook"
"""Below ``_static``."""
WIDGET = re.compile(r'class="guidebook-widget" data-widget="(?P<name>[a-z][a-z-]*)"')
RESOURCE = re.compile(r'"\$resource":\s*"(?P<name>[a-z0-9][a-z0-9/-]*)"')
"""What a widget's state looks up at once, and so need not be asked for after its script has run."""


def widgets_in(body: str) -> list[str]:
    """List the kinds of widget in a page's HTML.

    Parameters
    ----------
    body
        The page's own content.

    Examples
    --------
    >>> widgets_in('<div class="guidebook-widget" data-widget="explorer">')
    ['explorer']
    >>> widgets_in("<p>none</p>")
    []
    """
    return sorted({found["name"] for found in WIDGET.finditer(body)})


def as_script(name: str, content: str) -> str:
    """Wrap JSON so that a classic script can bring it, from ``file://`` too.

    Parameters
    ----------
    name
        The resource's name, such as ``basemap/world-110m``.
    content
        Its JSON.

    Examples
    --------
    >>> as_script("a", "[1]")
    'globalThis.guidebookPage.provide("a",[1]);'
    """
    # These two are line ends in older JavaScript, and plain characters in JSON.
    safe = content.strip().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.guidebookPage.provide({json.dumps(name)},{safe});"


def add_to_page(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Add the host and the modules that a page's widgets need."""
    body = context.get("body") or ""
    found = widgets_in(body)
    if not found:
        return
    app.add_js_file(f"{FOLDER}/host.js", loading_method="defer", priority=800)
    for name in sorted({resource["name"] for resource in RESOURCE.finditer(body)}):
        app.add_js_file(f"{FOLDER}/resources/{name}.js", loading_method="defer", priority=805)
    for name in found:
        app.add_js_file(f"{FOLDER}/{name}.js", loading_method="defer", priority=810)
        if (STATIC / f"{name}.css").is_file():
            app.add_css_file(f"{FOLDER}/{name}.css", priority=810)
    context["guidebook_widgets"] = found


def copy_files(app: Sphinx) -> None:
    """Copy the built scripts, and write the looked-up data as scripts."""
    if app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    if not (STATIC / "page" / "host.js").is_file():
        message = "the widgets were not built: run `make widgets` (or `python widgets/build`)"
        raise ExtensionError(message)
    copy_scripts(target)
    for style in STATIC.glob("*.css"):
        shutil.copyfile(style, target / style.name)
    # Whoever passes the scripts on passes on whose they are, and on what terms.
    shutil.copyfile(STATIC / "licences.txt", target / "licences.txt")
    for resource in RESOURCES.rglob("*.json"):
        name = resource.relative_to(RESOURCES).with_suffix("").as_posix()
        write_resource(target, name, resource.read_text(encoding="utf-8"))
    book = Book.of(app)
    for name, payload in (
        ("directory", book.directory.to_payload()),
        ("language", to_payload(load_terms(book.package))),
        ("principles", load_principles(book.package).to_payload()),
        ("timeline", book.events.to_payload()),
    ):
        content = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        write_resource(target, name, content)


def copy_scripts(target: Path) -> None:
    """Copy the scripts of pages, and take away parts of an earlier build, which none asks for now.

    Parameters
    ----------
    target
        The folder of the widgets' files.
    """
    built = STATIC / "page"
    for script in built.rglob("*.js"):
        place = target / script.relative_to(built)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(script, place)
    for part in (target / "resources").glob("explorer-map-*.js"):
        if not (built / "resources" / part.name).is_file():
            part.unlink()


def write_resource(target: Path, name: str, content: str) -> None:
    """Write one resource as a script, unless the file is there already as it should be.

    Parameters
    ----------
    target
        The folder of the widgets' files.
    name
        The resource's name.
    content
        Its JSON.
    """
    path = target / "resources" / f"{name}.js"
    script = as_script(name, content)
    if path.is_file() and path.read_text(encoding="utf-8") == script:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the loading of widgets."""
    app.connect("html-page-context", add_to_page, priority=950)
    # Before pages are written: their addresses carry the files' checksums.
    app.connect("builder-inited", copy_files)
