"""What an entry's badge says."""

from __future__ import annotations

from datetime import date

import pytest

from guidebook.directory.evidence import GRADES, badge, badge_kind, grade, label

EDITION = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("source_date", "expected"),
    [
        ("2026", "confirmed"),
        ("2025", "confirmed"),
        ("2024-12", "confirmed"),
        ("2024-11-22", "confirmed"),
        ("2024-11-21", "seen"),
        ("2024-11", "seen"),  # it may have been the 1st
        ("2024", "seen"),
        ("2016", "seen"),
        ("", "seen"),
        ("2025-02-30", "seen"),
        ("recently", "seen"),
    ],
)
def test_a_page_is_confirmed_for_24_months(source_date: str, expected: str) -> None:
    assert grade("confirmed", source_date, EDITION) == expected


@pytest.mark.parametrize("evidence", ["named", "listed", "as-listed"])
def test_only_pages_age(evidence: str) -> None:
    assert grade(evidence, "1999", EDITION) == evidence
    assert grade(evidence, "2026", EDITION) == evidence


def test_an_edition_of_29_february() -> None:
    assert grade("confirmed", "2026-02-28", date(2028, 2, 29)) == "confirmed"
    assert grade("confirmed", "2026-02-27", date(2028, 2, 29)) == "seen"


@pytest.mark.parametrize(
    ("grade_", "source_date", "listed_year", "expected"),
    [
        ("confirmed", "2025-03-01", "", "Confirmed 2025"),
        ("seen", "2016", "", "Seen 2016"),
        ("seen", "", "", "Seen, date unknown"),
        ("named", "2022-05", "", "Named in A thesis, 2022"),
        ("named", "", "", "Named in A thesis, undated"),
        ("listed", "2026-08", "", "Listed elsewhere, 2026; not confirmed"),
        ("listed", "", "", "Listed elsewhere, undated; not confirmed"),
        ("as-listed", "", "2010", "As listed c. 2010; not confirmed since"),
        ("as-listed", "2012", "2010", "As listed c. 2010; not confirmed since"),
        ("as-listed", "2012", "", "As listed c. 2012; not confirmed since"),
        ("as-listed", "", "", "As listed, date unknown; not confirmed since"),
    ],
)
def test_labels(grade_: str, source_date: str, listed_year: str, expected: str) -> None:
    assert label(grade_, "A thesis", source_date, listed_year) == expected


def test_an_unknown_grade_is_refused() -> None:
    with pytest.raises(ValueError, match="no grade 'sure'; the grades are confirmed, seen"):
        label("sure", "", "")


@pytest.mark.parametrize("grade_", GRADES)
@pytest.mark.parametrize("status", ["closed", "moved", "renamed"])
def test_history_outweighs_evidence(grade_: str, status: str) -> None:
    assert badge_kind(grade_, status) == "historical"
    assert badge("Confirmed 2025", status) == f"Historical: {status}"
    assert badge("Confirmed 2025", status, "2011") == f"Historical: {status} 2011"


@pytest.mark.parametrize("grade_", GRADES)
@pytest.mark.parametrize("status", ["active", "unknown", ""])
def test_otherwise_evidence_speaks(grade_: str, status: str) -> None:
    assert badge_kind(grade_, status) == grade_
    assert badge("Seen 2016", status, "2011") == "Seen 2016"
