"""A small sound data package that tests may break, one cell at a time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidebook.package import DataPackage, open_package

if TYPE_CHECKING:
    from collections.abc import Callable

PUBLISHED = Path(__file__).resolve().parents[2] / "data"
EDITION = "2026-11-22"  # so that the dates of these rows mean the same in every edition

VOCABULARIES = {
    "types": ["syringe-or-harm-reduction-service", "drug-user-union", "network"],
    "services": ["syringe-services", "naloxone", "testing"],
    "approaches": ["spectrum", "moderation", "abstinence"],
    "audiences": ["people-who-use-drugs", "young-people"],
    "statuses": ["active", "moved", "renamed", "closed", "unknown"],
    "evidence": ["confirmed", "seen", "named", "listed", "as-listed"],
    "reaches": ["local", "regional", "national", "international", "online"],
    "precisions": ["street", "neighbourhood", "postcode", "city", "region", "none"],
    "themes": ["syringes", "law"],
}
COMMON = {
    "type": "syringe-or-harm-reduction-service",
    "services": "syringe-services;naloxone",
    "approach": "spectrum",
    "audience": "people-who-use-drugs",
    "reach": "local",
    "country": "US",
    "precision": "city",
    "status": "active",
    "evidence": "confirmed",
    "source_title": "A page that was read",
    "source_url": "https://example.org/about",
    "source_date": "2025-12",
}
DIRECTORY = [
    COMMON
    | {
        "id": "lakeside",
        "name": "Lakeside Exchange",
        "former_names": "Lake Street Exchange;LSE",
        "city": "Chicago",
        "region": "IL",
        "address": "1 Example Street",
        "postcode": "60601",
        "address_public": "yes",
        "visitable": "yes",
        "latitude": "41.88",
        "longitude": "-87.63",
        "website": "https://example.org",
        "website_evidence": "read",
        "phone": "+1 312 555 0100",
        "phone_source": "https://example.org/contact",
        "phone_date": "2025-12-01",
        "founded": "1992",
        "founded_evidence": "read",
    },
    COMMON
    | {
        "id": "prairie",
        "name": "Prairie Exchange",
        "city": "Springfield",
        "region": "IL",
        "latitude": "39.8",
        "longitude": "-89.64",
        "listed_address": "P.O. Box 7, Springfield",
        "listed_phone": "Tel (217) 555-0100",
        "listed_source": "An old list",
        "listed_year": "2004",
        "status": "closed",
        "closed": "2019",
    },
    COMMON
    | {
        "id": "bay",
        "name": "Bay Exchange",
        "city": "Oakland",
        "region": "CA",
        "latitude": "37.8",
        "longitude": "-122.27",
        "address_public": "no",
        "evidence": "listed",
        "status": "unknown",
    },
    COMMON
    | {
        "id": "namibia-network",
        "name": "Namibia Network",
        "type": "network",
        "reach": "national",
        "country": "NA",
        "precision": "none",
        "evidence": "named",
        "last_checked": "2026-01-31",
    },
]
TABLES = {
    name: [{"id": one, "label": one.title(), "definition": f"What {one} means."} for one in ids]
    for name, ids in VOCABULARIES.items()
} | {
    "directory": DIRECTORY,
    "countries": [
        {"code": "US", "name": "United States", "numeric": "840"},
        {"code": "NA", "name": "Namibia", "numeric": "516"},
    ],
    "regions": [
        {"country": "US", "code": "IL", "name": "Illinois"},
        {"country": "US", "code": "CA", "name": "California"},
    ],
    "emergency_numbers": [
        {
            "country": "US",
            "number": "911",
            "dial": "911",
            "source_title": "A public body",
            "source_url": "https://example.org/911",
            "source_year": "2024",
            "evidence": "read",
        },
        {
            "country": "NA",
            "number": "112",
            "dial": "112",
            "source_title": "A public body",
            "source_url": "https://example.org/112",
            "evidence": "weak",
        },
    ],
    "lines": [
        {
            "id": name,
            "name": name.title(),
            "country": "US",
            "number": "555 0100",
            "dial": "5550100",
            "sms": "55501",
            "what_for": "Someone to talk to",
            "source_title": "A public body",
            "source_url": "https://example.org/line",
            "source_year": "2025",
        }
        for name in ("line-one", "line-two")
    ],
    "timeline": [
        {
            "id": name,
            "date": "1988-08",
            "date_precision": "month",
            "year": "1988",
            "title": name.title(),
            "description": "Something begins.",
            "place": "Chicago",
            "country": "US",
            "extent": "town",
            "latitude": "41.88",
            "longitude": "-87.63",
            "themes": "syringes;law",
            "evidence": "read",
            "source_title": "A page that was read",
            "source_url": "https://example.org/history",
        }
        for name in ("first-event", "next-event")
    ],
    "language": [
        {
            "id": name,
            "term": name.title(),
            "patterns": f"{name}[s];old {name}",
            "fine_in": f"{name} union",
            "kind": "person-label",
            "advice": "avoid",
            "why": "It says too little.",
            "instead": "another word;no word",
            "source_title": "A page that was read",
            "source_url": "https://example.org/words",
            "evidence": "read",
        }
        for name in ("first-word", "next-word")
    ],
    "wording_kinds": [
        {"id": one, "label": one.title(), "definition": f"What {one} means."}
        for one in ("none", "term", "person-first")
    ],
    "wording_versions": [
        {
            "id": one,
            "label": one.title(),
            "definition": f"What {one} means.",
            "source_title": "A page that was read",
            "source_url": f"https://example.org/{one}",
            "evidence": "read",
        }
        for one in ("older", "newer")
    ],
    # The rules know how many principles changed, and how.
    "principles": [
        {
            "number": str(number),
            "id": f"principle-{number}",
            "name": f"Principle {number}",
            "idea": "It says something.",
            "older": "old words" if kind != "none" else "",
            "newer": "new words" if kind != "none" else "",
            "kinds": kind,
            "older_words": "20",
            "newer_words": "21",
        }
        for number, kind in enumerate(("person-first", "person-first", *["none"] * 3, "term"), 1)
    ],
    "perinatal_statements": [
        {
            "number": str(number),
            "id": f"statement-{number}",
            "statement": f"Statement {number}.",
            "new": "Something is new.",
            "near": "principle-1;principle-2",
            "partly": "principle-3",
            "source_title": "A page that was read",
            "source_url": "https://example.org/statements",
            "evidence": "read",
        }
        for number in (1, 2)
    ],
    "overdose_deaths_us": [
        {
            "year": year,
            "series": "final",
            "deaths": "16849",
            "synthetic_opioid_deaths": "730",
            "source_title": "A public body",
            "source_url": "https://example.org/deaths",
            "source_year": "2021",
            "evidence": "copy",
        }
        for year in ("1999", "2000")
    ],
    "standard_drinks": [
        {
            "code": code,
            "country": country,
            "grams": "10",
            "grams_high": "12.5",
            "source_title": "A study",
            "source_url": "https://example.org/drinks",
            "source_year": "2016",
            "evidence": "quoted",
        }
        for code, country in (("AU", "Australia"), ("AT", "Austria"))
    ],
    "drinking_guidelines": [
        {
            "id": name,
            "body": "A body",
            "country": "US",
            "year": "2020",
            "applies_to": "everyone",
            "day_limit": "2",
            "week_limit": "10",
            "day_grams": "28",
            "week_grams": "140",
            "free_days": "two a week",
            "kind": "guideline",
            "text": "At most two a day.",
            "source_title": "A guide",
            "source_url": "https://example.org/limits",
            "source_year": "2020",
            "evidence": "quoted",
        }
        for name in ("a-body", "another-body")
    ],
    "state_policy": [
        {
            "country": "US",
            "region": region,
            "name": name,
            "naloxone_law_year": "2010",
            "good_samaritan_law_year": "2012",
            "arrest_protection_year": "",
            "source_title": "A data set",
            "source_url": "https://example.org/laws",
            "source_year": "2021",
            "evidence": "copy",
        }
        for region, name in (("IL", "Illinois"), ("CA", "California"))
    ],
    "unverified": [
        {
            "id": name,
            "name": name.title(),
            "country": "US",
            "type": "network",
            "what_to_check": "Whether it exists",
        }
        for name in ("thought-of", "heard-of")
    ],
}


class Workshop:
    """A data package in a folder of its own, and the tools to change its cells."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        descriptor = json.loads((PUBLISHED / "datapackage.json").read_text(encoding="utf-8"))
        descriptor["edition"] = EDITION
        (root / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
        for resource in self.package.resources:
            rows = TABLES[resource.name]
            self.write(
                resource.name, [{c: row.get(c, "") for c in resource.columns} for row in rows]
            )

    @property
    def package(self) -> DataPackage:
        return open_package(self.root)

    def path(self, name: str) -> Path:
        return self.root / f"{name}.csv"

    def rows(self, name: str) -> list[dict[str, str]]:
        text = self.path(name).read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def write(self, name: str, rows: list[dict[str, str]]) -> None:
        target = io.StringIO()
        writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        self.path(name).write_text(target.getvalue(), encoding="utf-8")

    def set(self, name: str, row: int, /, **cells: str) -> None:
        """Change cells of a row, counted as in a spreadsheet: the first row of data is 2."""
        rows = self.rows(name)
        assert set(cells) <= set(rows[row - 2])
        rows[row - 2].update(cells)
        self.write(name, rows)

    def edit(self, name: str, change: Callable[[list[dict[str, str]]], object]) -> None:
        rows = self.rows(name)
        change(rows)
        self.write(name, rows)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A sound small package in ``data/`` below the working folder."""
    monkeypatch.chdir(tmp_path)
    return Workshop(tmp_path / "data")
