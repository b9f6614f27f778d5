"""The page and Python find the same: queries set through the address, ids compared."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from guidebook.directory.filter import FACETS, Query
from guidebook.directory.places import Place

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory

CHICAGO = Place("Chicago", 41.85003, -87.65005)
# In the Pacific, beside the antimeridian.
TAVEUNI = Place("Taveuni", -16.85, 179.97)

QUERIES = {
    "everything": Query(),
    "one service": Query(services=("naloxone",)),
    "either of two services": Query(services=("drug-checking", "supervised-consumption")),
    "two facets": Query(services=("syringe-services",), countries=("US",)),
    "four facets": Query(
        types=("syringe-or-harm-reduction-service", "community-programme"),
        countries=("US", "GB", "CA"),
        evidence=("confirmed", "seen", "listed"),
        status=("active", "unknown"),
    ),
    "what became of them": Query(status=("closed", "moved", "renamed")),
    "approach and audience": Query(approaches=("moderation",), audiences=("people-who-drink",)),
    "how it is known": Query(evidence=("as-listed",)),
    "words": Query(text="harm red"),
    "words with accents": Query(text="Montréal"),
    "a former name": Query(text="IHRA"),
    "near": Query(near=CHICAGO, within_km=400.0),
    "near without limit": Query(near=TAVEUNI),
    "near with words and a facet": Query(
        text="naloxone", services=("naloxone",), near=CHICAGO, within_km=1000.0
    ),
    "nothing": Query(text="nothing has these words", services=("naloxone",)),
    "an id that nobody knows": Query(services=("no-such-service",)),
}


def fragment(query: Query) -> str:
    parts = [
        f"{facet.name}={';'.join(getattr(query, facet.name))}"
        for facet in FACETS
        if getattr(query, facet.name)
    ]
    if query.text:
        parts.append(f"text={quote(query.text)}")
    if query.near:
        near = query.near
        parts.append(f"near={near.latitude};{near.longitude};{quote(near.label)}")
        parts.append(f"within={'any' if query.within_km is None else query.within_km}")
    return "&".join(parts)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_the_page_finds_what_python_finds(
    explore: Explore, directory: Directory, query: Query
) -> None:
    expected = directory.select(query)
    explorer = explore(fragment(query))

    explorer.shows(expected)
    assert explorer.ids() == expected.frame["id"].tolist()
    assert explorer.apart_ids() == expected.apart.frame["id"].tolist()
    explorer.watch.clean()
