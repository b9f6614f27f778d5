"""Downloads: the filtered rows, the same as Python writes them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from browser.support.small_site import directory_of

if TYPE_CHECKING:
    from browser.conftest import Explore, ExploreSmall
    from guidebook import Directory


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_what_python_writes(explore: Explore, directory: Directory) -> None:
    explorer = explore("services=naloxone;testing&countries=US")
    expected = directory.filter(services=["naloxone", "testing"], countries=["US"])
    explorer.shows(expected)

    name, text = explorer.save("CSV table")
    assert name == f"directory-{directory.edition.isoformat()}.csv"
    assert [row["id"] for row in rows_of(text)] == expected.frame["id"].tolist()
    assert text == expected.to_csv()
    explorer.watch.clean()


def test_csv_of_everything(explore: Explore, directory: Directory) -> None:
    _, text = explore().save("CSV table")
    assert text == directory.to_csv()


def test_csv_near_a_place_has_distances(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.go_near("Chicago")
    explorer.within(500, "km")
    expected = directory.filter(near="Chicago", within_km=500)
    explorer.shows(expected)

    _, text = explorer.save("CSV table")
    assert text.startswith(expected.to_csv())
    rows = rows_of(text)
    further = rows[len(expected) :]
    assert [row["id"] for row in further] == expected.apart.frame["id"].tolist()
    assert {row["distance_km"] for row in further} <= {""}


def test_geojson_is_what_python_writes(explore: Explore, directory: Directory) -> None:
    explorer = explore("countries=GB;IE")
    expected = directory.filter(countries=["GB", "IE"])
    explorer.shows(expected)

    name, text = explorer.save("GeoJSON map")
    assert name == f"directory-{directory.edition.isoformat()}.geojson"
    collection = json.loads(text)
    assert collection == json.loads(expected.to_geojson())
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90


def test_formulas_become_text(explore_small: ExploreSmall) -> None:
    cells = ["=HYPERLINK(0)", "+1 312 555 0100", "-1+1", "@SUM(1)", "\t=1", "-87.63"]
    rows = [
        {"id": f"row-{at}", "name": f"Row {at}", "note": cell, "phone": cell}
        for at, cell in enumerate(cells)
    ]
    directory = directory_of(rows)
    _, text = explore_small(directory).save("CSV table")

    assert text == directory.to_csv()
    saved = rows_of(text)
    assert [row["note"] for row in saved] == [f"'{cell}" for cell in cells[:-1]] + ["-87.63"]
    assert [row["phone"] for row in saved] == [row["note"] for row in saved]
