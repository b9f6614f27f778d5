from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

import guidebook
from guidebook import maps
from guidebook.maps.areas import CLASSES
from guidebook.maps.topology import countries, features, outlines, polygons, unwrap, us_states

HOSTILE = "<img src=x onerror=alert(1)>`${alert(2)}`</script><script>alert(3)</script>"
TILE_SERVER = "tile.openstreetmap.org"


@pytest.fixture(scope="module")
def directory() -> guidebook.Directory:
    return guidebook.load_directory()


def hostile_directory() -> guidebook.Directory:
    row = {
        "id": "hostile",
        "name": HOSTILE,
        "description": HOSTILE,
        "type": "mutual-aid",
        "reach": "local",
        "city": HOSTILE,
        "country": "NZ",
        "status": "unknown",
        "evidence": "named",
        "source_title": HOSTILE,
        "source_url": "https://example.org",
        "latitude": "-41.3",
        "longitude": "174.8",
        "precision": "city",
    }
    return guidebook.read_directory(pd.DataFrame([row]))


def test_points_without_a_position_are_counted(directory: guidebook.Directory) -> None:
    chart = maps.points(directory)
    placed = int(directory.frame["latitude"].notna().sum())
    assert f"{placed} entries on the map, {len(directory) - placed} without" in chart.description


def test_no_tiles_unless_asked_for(directory: guidebook.Directory) -> None:
    assert TILE_SERVER not in maps.points(directory).document()
    assert TILE_SERVER in maps.points(directory, tiles="openstreetmap").document()


def test_unknown_tiles_are_refused(directory: guidebook.Directory) -> None:
    with pytest.raises(ValueError, match="openstreetmap"):
        maps.points(directory, tiles="satellite")  # type: ignore[arg-type]


def test_unknown_areas_are_refused(directory: guidebook.Directory) -> None:
    with pytest.raises(ValueError, match="'country' or 'state'"):
        maps.choropleth(directory, by="county")  # type: ignore[arg-type]


@pytest.mark.parametrize("draw", [maps.points, maps.clusters])
def test_data_is_never_markup(draw: object) -> None:
    page = draw(hostile_directory()).document()
    assert "<img" not in page
    assert "alert(3)</script>" not in page


def test_frame_has_title_and_words(directory: guidebook.Directory) -> None:
    html = maps.choropleth(directory, title='Counted "by" country')._repr_html_()
    assert 'title="Counted &quot;by&quot; country"' in html
    assert "<figcaption>" in html
    assert "not what exists" in unescape(html)


def test_title_is_text() -> None:
    page = maps.basemap("</title><script>alert(1)</script>").document()
    assert "<script>alert" not in page


def test_same_map_same_bytes(directory: guidebook.Directory) -> None:
    first, second = (maps.clusters(directory)._repr_html_() for _ in range(2))
    assert first == second


def test_only_leaflet_and_its_clusters_are_asked_for(directory: guidebook.Directory) -> None:
    page = maps.clusters(directory).document()
    hosts = set(re.findall(r'(?:src|href)="(https?://[^"]+/npm/[^@"]+)', page))
    assert hosts == {
        "https://cdn.jsdelivr.net/npm/leaflet",
        "https://cdn.jsdelivr.net/npm/leaflet.markercluster",
    }


def test_choropleth_counts_what_the_directory_holds(directory: guidebook.Directory) -> None:
    page = maps.choropleth(directory, by="state").document()
    frame = directory.frame
    vermont = int(((frame["country"] == "US") & (frame["region_name"] == "Vermont")).sum())
    assert re.search(rf'"entries": {vermont}, "name": "Vermont"', page)


def test_every_count_has_a_class() -> None:
    for count in (0, 1, 2, 4, 5, 9, 10, 19, 20, 10_000):
        fitting = [
            low for low, high, *_ in CLASSES if low <= count and (high is None or count <= high)
        ]
        assert len(fitting) == 1


def test_every_country_of_the_directory_is_an_area(directory: guidebook.Directory) -> None:
    """Small island states are too small for the basemap; all others must be found."""
    numeric = guidebook.tables.read_table("countries").set_index("code")["numeric"]
    ids = {area["id"] for area in countries()["features"]}
    missing = {code for code in directory.frame["country"] if code and numeric[code] not in ids}
    assert missing <= {"MU", "SC", "MV", "MT", "SG", "BH"}


def test_states_have_names() -> None:
    names = {area["properties"]["name"] for area in us_states()["features"]}
    assert {"Alaska", "Hawaii", "Puerto Rico"} <= names


def test_unwrap_keeps_the_edge_of_the_map() -> None:
    """Antarctica's outline runs along both edges: that step stays a step."""
    edge = [[180.0, -90.0], [-180.0, -90.0], [-180.0, -84.0]]
    assert unwrap(edge) == edge


def test_only_areas_are_decoded() -> None:
    topology = {"arcs": [], "objects": {"a": {"geometries": [{"type": "Point"}]}}}
    with pytest.raises(ValueError, match="Point"):
        list(features(topology, "a"))


def test_no_outline_runs_off_the_map() -> None:
    for area in [*countries()["features"], *us_states()["features"]]:
        for polygon in polygons(area["geometry"]):
            for outline in polygon:
                assert all(abs(x) <= 200 and abs(y) <= 90 for x, y in outline), area["properties"]


def test_the_ground_is_drawn_where_its_areas_are() -> None:
    given = [
        outline
        for area in us_states()["features"]
        for polygon in polygons(area["geometry"])
        for outline in polygon
    ]
    drawn = []
    for text in outlines(us_states()).split(";"):
        steps = iter(int(step) for step in text.split(" "))
        x = y = 0
        drawn.append([])
        for east, north in zip(steps, steps, strict=True):
            x, y = x + east, y + north
            drawn[-1].append([x / 100, y / 100])
    assert drawn == [[[round(x, 2), round(y, 2)] for x, y in outline] for outline in given]
