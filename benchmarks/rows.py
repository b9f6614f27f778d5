"""Directories made up for measuring: any number of rows, always the same ones."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from guidebook.directory.build import build_frame
from guidebook.directory.entry import TABLE_COLUMNS
from guidebook.directory.load import load_directory
from guidebook.directory.model import Directory
from guidebook.resources import read_resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEED = 2026
DESCRIPTION = 120
"""Length of every description, in characters."""

# How often what occurs, roughly as in the published directory.
TYPES = {
    "syringe-or-harm-reduction-service": 44,
    "supervised-consumption-site": 11,
    "drug-user-union": 9,
    "network": 7,
    "policy-or-law-organisation": 6,
    "drug-checking-service": 6,
    "community-programme": 5,
    "mutual-aid": 4,
    "naloxone-programme": 4,
    "research-centre": 2,
    "therapy-or-training": 1,
    "spotting-line": 1,
}
COUNTRIES = {"US": 40, "CA": 11, "AU": 7, "GB": 6}
"""The other countries of the vocabulary share what is left of 100."""
SERVICES = {
    "syringe-services": 40,
    "naloxone": 45,
    "testing": 25,
    "peer-support": 25,
    "outreach": 22,
    "training": 15,
    "policy-advocacy": 18,
    "drug-checking": 10,
    "wound-care": 8,
    "medication": 8,
    "housing": 4,
    "supervised-consumption": 5,
    "mutual-aid-meetings": 4,
    "research": 3,
    "perinatal-care": 2,
    "phone-spotting": 2,
}
AUDIENCES = (
    ("people-who-use-drugs",),
    ("people-who-use-drugs", "young-people"),
    ("people-who-use-drugs", "women"),
    ("people-who-use-drugs", "sex-workers"),
    ("programmes-and-professionals", "policy-makers"),
    ("people-who-drink",),
    ("general-public", "families-and-friends"),
)
EVIDENCE = {"confirmed": 40, "listed": 37, "named": 21, "as-listed": 2}
STATUSES = {"active": 32, "unknown": 63, "closed": 3, "renamed": 1, "moved": 1}
REACHES = {"local": 60, "regional": 20, "national": 14, "international": 4, "online": 2}
PRECISIONS = {"street": 35, "neighbourhood": 20, "city": 40, "none": 5}
SPREAD = {"street": 0.15, "neighbourhood": 0.15, "city": 0.0, "none": 0.0}
"""How far from a town's centre a row lies, in degrees (one standard deviation)."""

# Syllables make names that no organisation has.
SYLLABLES = (
    "va",
    "lo",
    "mer",
    "ti",
    "sun",
    "ka",
    "del",
    "ori",
    "pem",
    "zu",
    "ran",
    "fe",
    "bil",
    "no",
)
KINDS = (
    "Exchange",
    "Outreach",
    "Drop-in",
    "Peer Group",
    "Union",
    "Network",
    "Health Project",
    "Mobile Service",
    "Centre",
    "Collective",
)
OPENINGS = (
    "in {city} that welcomes people who use drugs without an appointment",
    "run from {city} by people who use or used drugs themselves",
    "in {city}, with a van that goes round the district on weekdays",
    "in {city}, open on three afternoons a week and by arrangement",
    "for {city} and the towns around it, in several languages",
)
CLOSINGS = (
    "with someone to talk to and no questions asked",
    "with a nurse once a week and a quiet room",
    "and a list of other places that can help",
    "where nobody needs to give a name or show a card",
)


def made_up_directory(count: int) -> Directory:
    """Make a directory of rows that never were.

    Parameters
    ----------
    count
        How many rows.

    Examples
    --------
    >>> directory = made_up_directory(50)
    >>> len(directory), set(directory.frame["description"].str.len())
    (50, {120})
    """
    published = load_directory()
    random = np.random.default_rng(SEED)
    types = _pick(random, TYPES, count)
    precisions = _pick(random, PRECISIONS, count)
    towns = _towns(random, count)
    labels = [published.vocabularies["types"][name].label for name in types]
    opening, closing = (random.integers(0, len(each), count) for each in (OPENINGS, CLOSINGS))
    spread = np.array([SPREAD[name] for name in precisions])
    without = np.array([name == "none" for name in precisions])
    latitude = np.array([town.latitude for town in towns]) + random.normal(0, 1, count) * spread
    longitude = np.array([town.longitude for town in towns]) + random.normal(0, 1, count) * spread
    years = random.integers(2016, 2027, count)
    names = _names(random, count)
    columns: dict[str, object] = {
        **dict.fromkeys(TABLE_COLUMNS, ""),
        "id": _ids(names),
        "name": names,
        "description": [
            _sentence(label, OPENINGS[first].format(city=town.name), CLOSINGS[last])
            for label, town, first, last in zip(labels, towns, opening, closing, strict=True)
        ],
        "type": types,
        "services": _several(random, count),
        "approach": _pick(random, {"spectrum": 93, "moderation": 4, "abstinence": 3}, count),
        "audience": [
            ";".join(AUDIENCES[number])
            for number in np.minimum(random.geometric(0.5, count) - 1, len(AUDIENCES) - 1)
        ],
        "reach": _pick(random, REACHES, count),
        "city": [town.name for town in towns],
        "country": [town.country for town in towns],
        "latitude": np.where(without, np.nan, latitude.clip(-60, 75).round(4)),
        "longitude": np.where(without, np.nan, longitude.round(4)),
        "precision": precisions,
        "status": _pick(random, STATUSES, count),
        "evidence": _pick(random, EVIDENCE, count),
        "source_title": [f"Made-up list {number}" for number in random.integers(1, 40, count)],
        "source_date": [str(year) for year in years],
    }
    table = pd.DataFrame(columns, index=range(count))
    countries = {code: term.label for code, term in published.vocabularies["countries"].items()}
    frame = build_frame(table, {}, countries, published.edition)
    return Directory(frame, published.vocabularies, published.edition, f"{count:,} made-up rows")


class _Town:
    def __init__(self, place: Sequence[str | float]) -> None:
        self.name, self.country = str(place[0]), str(place[2])
        self.latitude, self.longitude = float(place[3]), float(place[4])


@cache
def _towns_by_country() -> dict[str, list[_Town]]:
    """List the towns of the gazetteer, by the countries that the vocabulary has."""
    known = load_directory().vocabularies["countries"]
    towns: dict[str, list[_Town]] = {}
    for shard in read_resource("places/index")["shards"]:
        for place in map(_Town, read_resource(f"places/{shard}")["places"]):
            if place.country in known:
                towns.setdefault(place.country, []).append(place)
    return towns


def _towns(random: np.random.Generator, count: int) -> list[_Town]:
    by_country = _towns_by_country()
    others = sorted(set(by_country) - set(COUNTRIES))
    share = (100 - sum(COUNTRIES.values())) / len(others)
    countries = _pick(random, {**COUNTRIES, **dict.fromkeys(others, share)}, count)
    place = random.random(count)
    return [
        by_country[country][int(where * len(by_country[country]))]
        for country, where in zip(countries, place, strict=True)
    ]


def _pick(random: np.random.Generator, weights: Mapping[str, float], count: int) -> list[str]:
    shares = np.array([*weights.values()], dtype=float)
    chosen = random.choice([*weights], size=count, p=shares / shares.sum())
    return [str(name) for name in chosen]


def _several(random: np.random.Generator, count: int) -> list[str]:
    """Choose services for each row, in the order of the vocabulary; at least one."""
    names = [*SERVICES]
    chances = np.array([*SERVICES.values()]) / 100
    chosen = random.random((count, len(names))) < chances
    chosen[~chosen.any(axis=1), 1] = True
    return [
        ";".join(name for name, has in zip(names, row, strict=True) if has)
        for row in chosen.tolist()
    ]


def _names(random: np.random.Generator, count: int) -> list[str]:
    syllables = random.integers(0, len(SYLLABLES), (count, 3)).tolist()
    kinds = random.integers(0, len(KINDS), count).tolist()
    return [
        f"{''.join(SYLLABLES[number] for number in row).capitalize()} {KINDS[kind]}"
        for row, kind in zip(syllables, kinds, strict=True)
    ]


def _ids(names: list[str]) -> list[str]:
    """Make ids of names, as an editor would: the second of a name gets a number."""
    seen: Counter[str] = Counter()
    ids = []
    for name in names:
        slug = name.lower().replace(" ", "-")
        seen[slug] += 1
        ids.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return ids


def _sentence(label: str, opening: str, closing: str) -> str:
    """Write a description of exactly `DESCRIPTION` characters."""
    words = f"{label} {opening}, {closing}"
    for more in cycle((", free of charge", ", all year round", ", by day and by night")):
        if len(words) >= DESCRIPTION:
            break
        words += more
    return words[: DESCRIPTION - 1].rstrip(" ,").ljust(DESCRIPTION - 1, ".") + "."
