"""The folium maps in a browser: hostile data stays text, and everyone gets what is on them."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import folium
import pandas as pd
import pytest
from playwright.sync_api import expect

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
    context = browser.new_context(reduced_motion="reduce")
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


@pytest.fixture
def show(page: object, tmp_path: Path) -> object:
    def shower(drawn: maps.GuidebookMap) -> object:
        file = tmp_path / "map.html"
        file.write_text(drawn.document(), encoding="utf-8")
        page.goto(file.as_uri())
        return page

    return shower


def pins(page: object) -> object:
    return page.locator(".leaflet-marker-icon")


@pytest.mark.parametrize("draw", [maps.points, maps.clusters])
@pytest.mark.parametrize("width", [288, 700])
def test_every_pin_can_be_pressed(show: object, page: object, width: int, draw: object) -> None:
    """None lies over another at any zoom, and together they are all the places that there are."""
    page.set_viewport_size({"width": width, "height": 466})
    directory = guidebook.load_directory()
    show(draw(directory))
    for _ in range(4):
        expect(pins(page).first).to_be_visible()
        boxes = [pin.bounding_box() for pin in pins(page).all()]
        for one, other in combinations(boxes, 2):
            apart = max(abs(one[side] - other[side]) for side in ("x", "y"))
            assert apart >= 23.5, (one, other)
        if draw is maps.points:  # a circle that is out of sight is not in the page
            named = pins(page).evaluate_all("all => all.map((one) => one.textContent)")
            counted = sum(int(sign) if sign.isdigit() else 1 for sign in named)
            assert counted == int(directory.frame["latitude"].notna().sum())
        page.get_by_role("button", name="Zoom in", exact=True).click()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_places_close_together_by_keyboard(show: object, page: object, key: str) -> None:
    show(maps.points(guidebook.load_directory().filter(countries=["CA"])))
    heap = page.get_by_role("button", name=re.compile(r"^\d+ places close together: ")).first
    count = int(heap.inner_text())
    heap.focus()
    page.keyboard.press(key)
    opened = page.get_by_role("list", name="places close together")
    expect(opened).to_be_focused()
    expect(opened.get_by_role("listitem")).to_have_count(count)
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(heap).to_be_focused()


def test_a_circle_that_opens_keeps_the_focus(show: object, page: object) -> None:
    show(maps.clusters(guidebook.load_directory()))
    page.locator(".marker-cluster").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-marker-icon:focus")).to_have_count(1)


def test_what_shapes_say_to_a_pointer_stands_in_a_list(show: object, page: object) -> None:
    directory = guidebook.load_directory()
    show(maps.choropleth(directory, by="state"))
    page.get_by_text("As a list").press("Enter")
    listed = page.get_by_role("list", name="What is on the map")
    vermont = len(directory.frame.query("country == 'US' and region_name == 'Vermont'"))
    expect(listed.get_by_text(f"Vermont entries: {vermont}")).to_be_visible()
    page.keyboard.press("Tab")
    expect(listed).to_be_focused()


def test_the_list_follows_what_is_switched_off(show: object, page: object) -> None:
    chart = maps.basemap("Two layers")
    for name, latitude in (("North", 50), ("South", -30)):
        group = folium.FeatureGroup(name)
        folium.CircleMarker((latitude, 0), tooltip=f"<b>{name}</b> of it").add_to(group)
        group.add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    show(chart)
    page.get_by_text("As a list").click()
    listed = page.get_by_role("list", name="What is on the map")
    expect(listed.get_by_role("listitem")).to_have_count(2)
    page.get_by_role("checkbox", name="South").uncheck()
    expect(listed.get_by_role("listitem")).to_have_count(1)
    expect(listed).to_have_text("North of it")


def test_a_map_without_shapes_has_no_list(show: object, page: object) -> None:
    show(maps.points(guidebook.load_directory().filter(countries=["NZ"])))
    expect(pins(page).first).to_be_visible()
    expect(page.get_by_text("As a list")).to_have_count(0)


def test_stillness_where_it_is_asked_for(show: object, page: object) -> None:
    show(maps.clusters(guidebook.load_directory()))
    moved = """() => document.getAnimations().length + document.querySelectorAll(
      '.leaflet-zoom-anim, .leaflet-pan-anim, .leaflet-cluster-anim').length"""
    page.get_by_role("region", name="Map.").focus()
    for key in ("ArrowRight", "+", "-"):
        page.keyboard.press(key)
        assert page.evaluate(moved) == 0, key
    page.locator(".marker-cluster").first.press("Enter")
    assert page.evaluate(moved) == 0


def test_colours_that_mean_something_stay(show: object, page: object) -> None:
    page.emulate_media(forced_colors="active")
    show(maps.choropleth(guidebook.load_directory(), by="state"))
    swatches = page.locator(".guidebook-legend .swatch").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(swatches)) == len(swatches)


@pytest.mark.parametrize(("width", "height"), [(358, 374), (690, 460)])
def test_no_pin_is_cut_at_the_edge(page: object, tmp_path: Path, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    file = tmp_path / "map.html"
    file.write_text(maps.points(guidebook.load_directory().filter(countries=["CA"])).document())
    page.goto(file.as_uri())
    pins = page.locator(".leaflet-marker-icon")
    pins.first.wait_for()
    for box in (pin.bounding_box() for pin in pins.all()):
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
