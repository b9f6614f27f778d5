"""What a map may load, and what it may not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from guidebook.edition.libraries import MapError, library_file, localise
from guidebook.edition.maps import FOLDER, Maps, extract_map, write

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A `node_modules` with one package, whose style sheet names a picture."""
    package = tmp_path / "node_modules" / "leaflet" / "dist"
    (package / "images").mkdir(parents=True)
    (package / "leaflet.js").write_text("var L = {};", encoding="utf-8")
    (package / "leaflet.css").write_text("a { background: url(images/a.png) }", encoding="utf-8")
    (package / "images" / "a.png").write_bytes(b"png")
    (package / "images" / "b.png").write_bytes(b"png")
    return tmp_path / "node_modules"


def test_libraries_are_copied_with_their_pictures(tmp_path: Path, modules: Path) -> None:
    start = "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet"
    document = f'<script src="{start}.js"></script><link rel="stylesheet" href="{start}.css"/>'
    local = localise(document, tmp_path / "maps", modules, "a map")
    assert local == (
        '<script src="lib/leaflet/dist/leaflet.js"></script>'
        '<link rel="stylesheet" href="lib/leaflet/dist/leaflet.css"/>'
    )
    copied = {path.name for path in (tmp_path / "maps").rglob("*") if path.is_file()}
    assert copied == {"leaflet.js", "leaflet.css", "a.png", "b.png"}


def test_links_that_a_reader_may_follow_stay(tmp_path: Path, modules: Path) -> None:
    document = '<a href="https://example.org/">A source</a>'
    assert localise(document, tmp_path, modules, "a map") == document


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('<script src="https://example.org/a.js"></script>', "loads https://example.org/a.js"),
        ('<img alt="" src="//example.org/a.png">', "loads //example.org/a.png"),
        (
            '<script src="https://cdn.jsdelivr.net/npm/absent@1/x.js"></script>',
            "needs x.js of the npm package absent",
        ),
        (
            '<script src="https://cdn.jsdelivr.net/npm/leaflet@1/../../secret.json"></script>',
            "which no npm package is known for",
        ),
        ('<script>L.tileLayer("https://tile.example.org/{z}")</script>', "tiles=None"),
    ],
)
def test_what_would_call_another_host_is_refused(
    tmp_path: Path, modules: Path, document: str, message: str
) -> None:
    with pytest.raises(MapError, match=r"^a map ") as refused:
        localise(document, tmp_path / "maps", modules, "a map")
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("address", "package", "path"),
    [
        ("https://unpkg.com/@scope/name@1.2.3/a/b.js", "@scope/name", "a/b.js"),
        (
            "https://cdnjs.cloudflare.com/ajax/libs/leaflet.markercluster/1.1.0/MarkerCluster.css",
            "leaflet.markercluster",
            "dist/MarkerCluster.css",
        ),
        ("https://code.jquery.com/jquery-3.7.1.min.js", "jquery", "dist/jquery.min.js"),
    ],
)
def test_networks_lead_to_packages(address: str, package: str, path: str) -> None:
    assert library_file(address) == (package, path)


def test_map_is_named_after_its_content_and_described() -> None:
    maps = Maps()
    stock = (
        '<div style="width:100%;"><div style="position:relative;width:100%;height:0;">'
        '<span style="color:#565656">Make this Notebook Trusted to load map: File</span>'
        '<iframe srcdoc="&lt;title&gt;Five &amp;amp; six&lt;/title&gt;" style="border:none !important;"'
        " allowfullscreen></iframe></div></div>"
    )
    first = extract_map(stock, maps, "book/part/note")
    assert first == extract_map(stock, Maps(), "book/part/note")
    name = next(iter(maps.pages["book/part/note"]))
    assert first == (
        f'<figure class="guidebook-map"><iframe src="../_static/maps/{name}" '
        'title="Five &amp; six" loading="lazy"></iframe></figure>'
    )
    maps.forget("book/part/note")
    assert maps.pages == {}


def test_a_map_that_no_page_shows_any_longer_goes(tmp_path: Path) -> None:
    environment = SimpleNamespace()
    app = SimpleNamespace(
        builder=SimpleNamespace(format="html"),
        config=SimpleNamespace(language="en"),
        env=environment,
        outdir=str(tmp_path / "html"),
        srcdir=str(tmp_path),
    )

    def built(document: str) -> set[str]:
        maps = Maps.of(environment)
        maps.forget("book/part/note")
        maps.add("book/part/note", document)
        write(cast("Sphinx", app), None)
        return {path.name for path in (tmp_path / "html" / FOLDER).glob("*.html")}

    before = built("<html><title>Before</title></html>")
    after = built("<html><title>After</title></html>")
    assert len(before) == len(after) == 1
    assert before != after
