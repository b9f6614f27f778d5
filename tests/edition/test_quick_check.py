"""``{quick-check}``: the section that it writes, and files that are missing or broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.support.building import build
from edition.support.pages import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = (
    '---\ndescription: "A page."\n---\n\n# A chapter\n\n## In short\n\n### More\n\nText.\n\n'
    "```{quick-check}\n```\n\n## To discuss\n\nText.\n"
)
SOURCES = "@misc{one,\n  title = {One source},\n  url = {https://example.org/one},\n}\n"
REFERENCES = '---\ndescription: "A page."\n---\n\n# References\n\n```{bibliography}\n```\n'
SOUND = (
    "questions:\n- id: a\n  kind: single\n  ask: Which one?\n  explain: So *it* is.\n"
    "  sources: [one]\n  options: [{text: A, right: true}, {text: B}]\n"
)


def lay_out(small_book: Callable[..., Path], check: str | None) -> Path:
    folder = small_book({"index.md": PAGE, "references.md": REFERENCES})
    (folder / "book" / "references.bib").write_text(SOURCES, encoding="utf-8")
    if check is not None:
        (folder / "book" / "index.check.yaml").write_text(check, encoding="utf-8")
    return folder


def refused(folder: Path) -> str:
    result = build(folder)
    assert result.returncode != 0
    return re.sub(r"\x1b\[[0-9;]*m", "", result.stdout + result.stderr)


def test_the_questions_are_a_section_of_the_chapter(small_book: Callable[..., Path]) -> None:
    folder = lay_out(small_book, SOUND)
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    page = Site(folder / "_build" / "html").article("index.html")
    headings = [f"{one.name} {one.text.rstrip('#')}" for one in page.all("h2") + page.all("h3")]
    assert headings == ["h2 In short", "h2 Quick check", "h2 To discuss", "h3 More"]
    # Plain text stays what was written, and the source is cited as a sentence would cite it.
    explained = [one for one in page.all("p") if one.attributes.get("class") == "qc-why"]
    # Where it is cited first, a note says what it is.
    said = [one.text for one in explained]
    assert said == ["So *it* is. [one]one One source", "So *it* is. [one]"]
    assert explained[0].one("a").attributes["href"].startswith("references.html#")


def test_a_missing_file_stops_the_build(small_book: Callable[..., Path]) -> None:
    said = refused(lay_out(small_book, None))
    assert "index.check.yaml: the file cannot be read" in said


def test_a_broken_file_stops_the_build_with_line_and_field(
    small_book: Callable[..., Path],
) -> None:
    said = refused(lay_out(small_book, SOUND.replace("[one]", "[two]")))
    assert "index.check.yaml:6:questions[1].sources[1]: no source has the key “two”" in said
    assert "book/index.md:13" in said
