"""Figures that chapters take from the tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edition.support.building import ROOT, build
from edition.support.pages import Site
from guidebook.edition.book import Book
from guidebook.edition.directives.figure import figure, the_row, written
from guidebook.package import find_package
from guidebook.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

USED = re.compile(r"\{figure\}`([^`]+)`")
CHAPTERS = sorted((ROOT / "book").rglob("*.md"))


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(find_package(ROOT))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("overdose_deaths_us year=2024 deaths", "79,385"),
        ("overdose_deaths_us year=2024 series=final deaths", "79,385"),
        ("  overdose_deaths_us   series=provisional  year=2024   deaths ", "80,391 (provisional)"),
        ("state_policy name=New Mexico good_samaritan_law_year", "2007"),
        ("standard_drinks code=CA grams", "13.45"),
        ("overdose_deaths_us year=1999 source_title", "CORGIS: opioids.csv, on CDC WONDER"),
    ],
)
def test_a_figure_is_the_tables(book: Book, asked: str, words: str) -> None:
    assert figure(book, asked) == words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "names no figure"),
        ("overdose_deaths_us", "names no figure"),
        (
            "overdose_death_us year=2024 deaths",
            "no table “overdose_death_us”; did you mean “overdose",
        ),
        ("overdose_deaths_us year=2024 death", "no column “death”; did you mean “deaths”"),
        ("overdose_deaths_us years=2024 deaths", "no column “years”; did you mean “year”"),
        ("overdose_deaths_us year=2025 deaths", "has no year “2025” there"),
        ("overdose_deaths_us year=1999 series=provisional deaths", "no series “provisional” there"),
        ("overdose_deaths_us deaths", "26 rows of “overdose_deaths_us” fit"),
        ("state_policy region=GA naloxone_law_year", "“naloxone_law_year” is empty in that row"),
    ],
)
def test_what_is_not_there_is_named(book: Book, asked: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        figure(book, asked)


def test_a_provisional_count_is_taken_only_where_there_is_no_final_one() -> None:
    early = {"year": "2025", "series": "provisional"}
    assert the_row("t", [early], {"year": "2025"}) == early
    with pytest.raises(ValueError, match="2 rows"):
        the_row("t", [early, early], {"year": "2025"})


@pytest.mark.parametrize(
    ("cell", "number", "words"),
    [
        ("0.5", True, "0.5"),
        ("-1200", True, "-1,200"),
        ("1e6", True, "1e6"),
        ("1999", False, "1999"),
    ],
)
def test_numbers_have_separators(cell: str, number: bool, words: str) -> None:  # noqa: FBT001
    assert written(cell, number=number) == words


def test_a_page_has_the_figure_and_an_unknown_one_fails_the_build(
    small_book: Callable[..., Path],
) -> None:
    asked = "{figure}`overdose_deaths_us year=2023 deaths`"
    folder = small_book({"index.md": f"# A book\n\nIt was {asked} in 2023.\n"})
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    page = Site(folder / "_build" / "html").article("index.html")
    assert "It was 105,007 in 2023." in page.text

    (folder / "book" / "index.md").write_text("# A book\n\n{figure}`deaths year=2023 deaths`\n")
    result = build(folder)
    assert result.returncode != 0
    assert "index.md:3: ERROR: there is no table “deaths”" in result.stdout + result.stderr


def test_no_chapter_writes_out_a_count_of_deaths_that_the_table_holds() -> None:
    deaths = read_table("overdose_deaths_us")["deaths"]
    held = {f"{int(count):,}" for count in deaths}
    for chapter in CHAPTERS:
        prose = USED.sub("", chapter.read_text(encoding="utf-8"))
        assert held.isdisjoint(re.findall(r"\d{2,3},\d{3}", prose)), chapter.name
