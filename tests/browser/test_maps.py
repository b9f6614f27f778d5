"""The folium maps in a browser: hostile data stays text, markers have spoken names."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import guidebook
from guidebook import maps

ROOT = Path(__file__).parents[2]
PACKAGES = {
    "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/": ROOT / "node_modules" / "leaflet",
    "https://cdn.jsdelivr.net/npm/leaflet.markercluster@1.5.3/": ROOT
    / "node_modules"
    / "leaflet.markercluster",
}
HOSTILE = "<img src=x onerror=ran()>`${ran()}`</script><script>ran()</script>"


def local(route: object) -> None:
    """Answer for the content network from this project's own packages; refuse all else."""
    url = route.request.url
    for prefix, folder in PACKAGES.items():
        if url.startswith(prefix):
            return route.fulfill(path=folder / url.removeprefix(prefix))
    return route.continue_() if url.startswith("file:") else route.abort()


@pytest.fixture
def page(browser: object) -> object:
    context = browser.new_context()
    context.route("**/*", local)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("draw", [maps.points, maps.clusters])
def test_hostile_data_stays_text(draw: object, page: object, tmp_path: Path) -> None:
    row = {
        "id": "hostile",
        "name": HOSTILE,
        "type": "mutual-aid",
        "reach": "local",
        "country": "NZ",
    }
    row |= {"city": HOSTILE, "status": "unknown", "evidence": "named", "source_title": HOSTILE}
    row |= {"latitude": "-41.3", "longitude": "174.8", "precision": "city"}
    file = tmp_path / "map.html"
    file.write_text(draw(guidebook.read_directory(pd.DataFrame([row]))).document())
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("window.ran = () => { window.itRan = true; }")
    page.goto(file.as_uri())
    marker = page.get_by_role("button", name=HOSTILE[:20])
    marker.press("Enter")
    page.locator(".guidebook-popup strong").get_by_text(HOSTILE, exact=True).wait_for()
    assert page.evaluate("window.itRan") is None
    assert errors == []


def test_clusters_are_named_buttons(page: object, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(maps.clusters(guidebook.load_directory()).document())
    page.goto(file.as_uri())
    page.locator(".marker-cluster").first.wait_for()
    unnamed = page.locator(".marker-cluster:not([role=button][aria-label$='zoom in'])")
    assert unnamed.count() == 0
