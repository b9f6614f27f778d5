"""`guidebook prose`: every rule passes and fails where it should, and says the right place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.language import load_terms, mentions, quotations, review
from guidebook.language.patterns import compile_pattern
from guidebook.prose import Finding, ProseError, check_book
from guidebook.prose.book import find_book
from guidebook.prose.grades import grade, sentences
from guidebook.prose.markup import read_markup
from guidebook.prose.page import Page, read_page

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
TERMS = load_terms()
SOURCES = "@misc{one,\n  title = {One},\n  url = {https://example.org/one},\n}\n"
CITED = "\n\nKnown {cite:p}`one`.\n"


def check(folder: Path, pages: dict[str, str], sources: str = SOURCES) -> list[str]:
    """Write a small book and give what is wrong with it, each as ``file:line:column: message``."""
    (folder / "references.bib").write_text(sources, encoding="utf-8")
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _, findings = check_book(folder)
    shown = f"{folder.resolve().as_posix()}/"
    return [str(finding).replace(shown, "") for finding in findings]


def page_of(text: str) -> Page:
    return Page(Path("a.md"), "a.md", text)


# ---- the published book and its table


def test_the_published_book_passes() -> None:
    pages, findings = check_book(BOOK)
    assert [str(finding) for finding in findings] == []
    assert pages > 40


def test_every_term_finds_itself_where_it_is_looked_for() -> None:
    for term in TERMS:
        for pattern in term.patterns:
            compile_pattern(pattern)
    assert sum(bool(term.patterns) for term in TERMS) > 90
    for word in ("addict", "junkies", "inmates", "clean needle", "born addicted", "Felon"):
        assert [span.text for span in review(f"So {word} it says.", TERMS)] == [word]


def test_no_row_advises_what_another_advises_against() -> None:
    for term in TERMS:
        for text in (term.why, *term.instead):
            found = [span for span in review(text, TERMS) if span.term.advice == "avoid"]
            assert not found, (term.id, text, found)


# ---- the notation of patterns

PATTERNS = [
    (
        "addict[s]",
        "Addicts, an addict, ADDICT; addicted, readdict",
        ["Addicts", "addict", "ADDICT"],
    ),
    ("[drug] user[s]", "drug users, drug-user, drug\nuser, user", 4),
    ("{fall|fell} off", "fall off, fell off, falls off, off", ["fall off", "fell off"]),
    ("non-compliant", "non-compliant noncompliant non compliant", 3),
    ("substitution [therapy|treatment]", "substitution, substitution therapy", 2),
    ("lack [of] insight", "lack insight, lack of insight, lack of an insight", 2),
    ("IDU", "IDU idu IDUs", ["IDU"]),
    ("users'", "users’ users' users", ["users’", "users'"]),
    ("{a|ab} c", "ab c", ["ab c"]),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), PATTERNS)
def test_patterns_find_whole_words(pattern: str, text: str, expected: list[str] | int) -> None:
    found = [one.group() for one in compile_pattern(pattern).finditer(text)]
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_a_pattern_never_runs_across_a_blank_line() -> None:
    assert not compile_pattern("drug user").search("drug\n\nuser")


@pytest.mark.parametrize("pattern", ["", "a  b", " a", "a[b", "a]b", "{a|}", "[]", "{a[b]}", "a|b"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="the pattern “"):
        compile_pattern(pattern)


# ---- what a review finds and leaves alone


def found(text: str, *names: str) -> list[str]:
    return [span.text for span in review(text, TERMS, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two former addicts and a drug addict.", ["former addicts", "drug addict"]),
        ("He relapsed; she relapses; relapse prevention.", ["relapsed", "relapses"]),
        ("An alcoholic drank an alcoholic drink with Alcoholics Anonymous.", ["An alcoholic"]),
        ("Substance abusers, substance abuse.", ["Substance abusers", "substance abuse"]),
        ("A prescription drug abuse unit", ["prescription drug abuse"]),
        ('“An addict” and "junkies" and ‘inmates’ and «felons»: addict.', ["addict"]),
        ("“A quotation\n\nthat does not end, addict", ["addict"]),
        ("the drug users’ union, a network of drug users, Junkiebond", []),
        ("addiction, addictive, suffering from addiction", ["suffering from addiction"]),
        ("Don’t say junkie’s.", ["junkie"]),
        ("people who use drugs, people who inject drugs, in prison", []),
    ],
)
def test_a_review_marks_terms_once_and_spares_quotations(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_names_may_hold_any_word() -> None:
    name = "The Addicts' Club"
    assert found("The Addicts’ Club met; the addicts left.", name) == ["addicts"]
    assert found("The Addicts’ Clubs", name) == ["Addicts"]
    assert mentions(name, TERMS)
    assert not mentions("The Club", TERMS)


def test_spans_say_where_and_why() -> None:
    (span,) = review("So: inmates.", TERMS)
    assert (span.start, span.end, span.term.id) == (4, 11, "inmate")
    assert "person in prison" in span.term.instead
    assert quotations("a “b” c") == ((2, 5),)


# ---- what of a page is prose

NO_PROSE = [
    "---\ntitle: addict\n---\n\n# A",
    "# A\n\n```\naddict\n```",
    "# A\n\n```python\naddict\n```",
    "# A\n\n```{code-block} python\n:caption: x\naddict\n```",
    "# A\n\n~~~\naddict\n```\n~~~",
    "# A\n\n`addict` and ``an `addict` ``",
    "# A\n\n[link](https://example.org/addict)",
    "# A\n\n<https://example.org/addict> https://example.org/addict",
    "# A\n\n[link][1]\n\n[1]: https://example.org/addict",
    '# A\n\n<a href="https://example.org/addict">link</a>',
    "# A\n\n{entry}`Addicts <one>`",
    "# A\n\n<!-- addict -->\n\n% addict",
    "# A {#addict .addict}",
    "# A\n\n(addict)=\n\n## B",
    "# A\n\n```{figure} addict.svg\n:alt: A picture\n:name: addict\nThe caption\n```",
]


@pytest.mark.parametrize("text", NO_PROSE)
def test_what_is_no_prose_is_not_read(text: str) -> None:
    markup = read_markup(text)
    assert not mentions(markup.prose, TERMS)
    assert len(markup.prose) == len(text)
    assert "A" in markup.prose or "A" in text


PROSE = [
    "# An addict",
    "# A\n\n```{admonition} Of addicts\n:class: goals\nText\n```",
    "# A\n\n```{admonition} Of\nSome addicts\n```",
    "# A\n\n```{figure} a.svg\n:alt: Two addicts\nThe caption\n```",
    "# A\n\n```{figure} a.svg\n:alt: A picture\nTwo addicts\n```",
    "# A\n\n:::{dropdown} B\n```\ncode\n```\n\nTwo addicts\n:::",
    "# A\n\n[an addict](a.md)",
    "# A\n\n{term}`addict <addiction>`",
    "# A\n\nan *addict*, an _addict_",
    "# A\n\n| a | an addict |",
]


@pytest.mark.parametrize("text", PROSE)
def test_all_that_a_reader_reads_is_prose(text: str) -> None:
    assert mentions(read_markup(text).prose, TERMS)


# ---- terms on a page


def test_a_term_is_reported_with_its_place_and_what_to_say(tmp_path: Path) -> None:
    text = "# A\n\n`code` {cite:p}`one` and **two inmates**, “inmates”.\n"
    (finding,) = check(tmp_path, {"a.md": text})
    assert finding.startswith("a.md:3:32: “inmates”: ")
    assert "write “person in prison” or “person in custody”" in finding


def test_a_comment_spares_what_it_stands_above(tmp_path: Path) -> None:
    mark = "<!-- wording: discussed -->\n"
    text = (
        f"# A{CITED}\n{mark}Of inmates.\n\nOf inmates.\n\n"
        f"{mark}## B\n\ninmates\n\n### C\n\ninmates\n\n## D\n\ninmates\n\n"
        f"{mark}:::{{dropdown}} E\ninmates\n\ninmates\n:::\n\ninmates\n"
    )
    lines = text.splitlines()
    reported = [int(one.split(":")[1]) for one in check(tmp_path, {"a.md": text})]
    kept = [number for number, line in enumerate(lines, 1) if "inmates" in line]
    assert reported == [kept[1], kept[4], kept[7]]


def test_a_comment_above_the_title_spares_the_page(tmp_path: Path) -> None:
    text = f"---\na: b\n---\n\n<!-- wording: discussed -->\n\n# Inmates{CITED}\n## B\n\nInmates\n"
    assert check(tmp_path, {"a.md": text}) == []


@pytest.mark.parametrize(
    ("comment", "words"),
    [("discussed", "spares nothing below it"), ("spared", "no comment about wording says")],
)
def test_a_comment_that_does_nothing_is_a_problem(tmp_path: Path, comment: str, words: str) -> None:
    text = f"# A{CITED}\n<!-- wording: {comment} -->\nFine words.\n"
    (finding,) = check(tmp_path, {"a.md": text})
    assert finding.startswith("a.md:5:1: ")
    assert words in finding


# ---- structure, links, pictures, sources

FINE = f"# A\n\n## B\n\n### C\n\n## D{CITED}"
BAD = [
    ("Words only.", "1:1", "the page has no title"),
    ("# A\n\n# B", "3:1", "a second title"),
    ("## B\n\n# A", "1:1", "before the title"),
    ("# A\n\n### C", "3:1", "jumps from level 1 to level 3; write ##,"),
    ("# A\n\n##", "3:1", "the heading is empty"),
    ("# A\n\n![](a.svg)", "3:5", "has no text equivalent"),
    ("# A\n\n```{figure} a.svg\nCaption\n```", "3:13", "has no text equivalent"),
    ('# A\n\n<img src="a.svg">', "3:1", "has no text equivalent"),
    ("# A\n\n![A picture](b.svg)", "3:14", "there is no picture b.svg"),
    ("# A\n\n![A picture](https://example.org/b.svg)", "3:14", "another host"),
    ("# A\n\n[x](https:/example.org)", "3:5", "has no host"),
    ("# A\n\n[x](https://example)", "3:5", "has no host"),
    ("# A\n\n[x](https://me@example.org)", "3:5", "a user name"),
    ("# A\n\n[x](ftp://example.org)", "3:5", "of no kind"),
    ("# A\n\n[x](//example.org)", "3:5", "of no kind"),
    ("# A\n\n[x](https://example.org/a b)", "3:5", "a character that"),
    ("# A\n\n[x](tel:911 now)", "3:5", "write tel: and the digits"),
    ("# A\n\n[x](mailto:me)", "3:5", "write mailto:name@host"),
    ("# A\n\n[x](www.example.org)", "3:5", "write https://www.example.org"),
    ("# A\n\n[x](a page.md)", "3:5", "has a space in it"),
    ("# A\n\n[x]()", "3:5", "has no target"),
    ("# A\n\n[x](othr.md)", "3:5", "did you mean “other.md”"),
    ("# A\n\n[x](other.md#plaec)", "3:5", "no place “plaec” on other.md; did you mean “place”"),
    ("# A\n\n[x](#plaec)", "3:5", "did you mean “place”"),
    ('# A\n\n<a href="nowhere.html">x</a>', "3:10", "there is no page nowhere.html"),
    ("# A\n\nB {cite:p}`one,oone`.", "3:16", "no source has the key “oone”; did you mean “one”"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.svg").write_text("<svg/>", encoding="utf-8")
    other = f"# Other{CITED}\n(place)=\n\n## Place\n"
    (tmp_path / "other.md").write_text(other, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("text", "place", "words"), BAD, ids=lambda value: str(value)[:40])
def test_every_rule_fails_where_it_should(folder: Path, text: str, place: str, words: str) -> None:
    reported = check(folder, {"a.md": text})
    assert any(one.startswith(f"a.md:{place}: ") and words in one for one in reported), reported


GOOD = [
    FINE,
    "# A\n\n```\n# no heading\n```",
    "# A\n\n![A picture](a.svg)",
    "# A\n\n```{figure} a.svg\n:alt: A picture\nCaption\n```",
    "# A\n\n[x](https://example.org/a_(b)?c=d#e) <https://example.org> https://example.org.",
    "# A\n\n[x](tel:+13125550100) [x](sms:741741) [x](mailto:me@example.org)",
    "# A\n\n[x](http://localhost:8000)",
    "# A\n\n[x](other.md) [x](other.html) [x](other.md#place) [x](#place) [x](a.svg)",
    '# A\n\n[x](other.md "A title") <a href="other.html#place">x</a>',
    "# A\n\n{cite:t}`one` {cite:p}`one, one`",
    "# A\n\n{cite:p}`my-one`\n\n```{bibliography}\n:keyprefix: my-\n```",
    "# A {#here}\n\n[x](#here)",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_right_passes(folder: Path, text: str) -> None:
    assert check(folder, {"a.md": text}) == []


def test_places_made_of_the_tables_are_known(tmp_path: Path) -> None:
    pages = {
        "directory/list.md": f"# List{CITED}",
        "a.md": "# A\n\n[x](directory/list.md#entry-vandu) [x](directory/list.md#entry-nobody)",
    }
    (finding,) = check(tmp_path, pages)
    assert finding.startswith("a.md:3:40: there is no place “entry-nobody”")


@pytest.mark.parametrize(
    ("sources", "place", "words"),
    [
        (SOURCES + SOURCES, "5:1", "“one” stands twice; keep one; the other stands on line 1"),
        (SOURCES + SOURCES.replace("one", "two"), "5:1", "no page cites “two”"),
        (SOURCES.replace("title = {One}", "title = {}"), "1:1", "has no title"),
        (SOURCES.replace("  url = {https://example.org/one},\n", ""), "1:1", "has no address"),
        (SOURCES.replace("https://example.org", "https://"), "1:1", "has no host"),
    ],
)
def test_every_source_is_listed_once_cited_and_found(
    tmp_path: Path, sources: str, place: str, words: str
) -> None:
    (finding,) = check(tmp_path, {"a.md": f"# A{CITED}"}, sources)
    assert finding.startswith(f"references.bib:{place}: ")
    assert words in finding


# ---- notebooks, paths, the command


def notebook(*cells: tuple[str, str]) -> str:
    return json.dumps(
        {
            "cells": [
                {"cell_type": kind, "source": text.splitlines(keepends=True)}
                for kind, text in cells
            ]
        }
    )


def test_a_notebook_is_counted_by_cells(tmp_path: Path) -> None:
    text = notebook(
        ("markdown", "# A" + CITED), ("code", "inmates"), ("markdown", "B\n\nan inmate")
    )
    (finding,) = check(tmp_path, {"a.ipynb": text})
    assert finding.startswith("a.ipynb[3]:3:4: “inmate”")


@pytest.mark.parametrize("data", [b"{}", b"[", b'{"cells": [{}]}', b"\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.ipynb"
    path.write_bytes(data)
    with pytest.raises(ProseError, match=r"a\.ipynb: "):
        read_page(path)


def test_findings_are_sorted_by_numbers() -> None:
    two, ten = (Finding("a", 0, line, 1, "", "") for line in (2, 10))
    assert sorted([ten, two]) == [two, ten]


def test_a_page_may_be_checked_with_the_rest_in_mind(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(SOURCES, encoding="utf-8")
    (folder / "a.md").write_text("# A\n\n[x](#place) inmates", encoding="utf-8")
    (folder / "b.md").write_text("no title", encoding="utf-8")
    assert find_book(folder / "a.md") == folder.resolve()
    assert main(["prose", str(folder / "a.md")]) == 1
    said = capsys.readouterr()
    assert re.search(r"a\.md:3:13: “inmates”", said.out)
    assert "b.md" not in said.out
    assert said.err == "1 problem found\n"
    assert main(["prose", str(folder / "other.md")]) == 0


@pytest.mark.parametrize("path", ["missing.md", "a.svg"])
def test_a_path_that_is_no_page_is_named(
    folder: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prose", str(folder / path)]) == 1
    assert path in capsys.readouterr().err


def test_grades_rise_with_longer_words_and_are_no_gate(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pytest.importorskip("textstat")
    easy = page_of("# A\n\n" + "The cat sat on the mat with me. " * 20)
    hard = page_of("# A\n\n" + "Institutional considerations necessitate deliberation here. " * 20)
    low, high = grade(easy), grade(hard)
    assert low is not None
    assert high is not None
    assert low < 4
    assert high > 12
    assert grade(page_of("# A\n\nShort.")) is None
    assert main(["prose", "--grades", str(BOOK / "principles")]) == 0
    assert "words-matter.md" in capsys.readouterr().out


def test_tables_and_headings_do_not_count_as_sentences() -> None:
    text = "# A title\n\n| one two three | four five six |\n\nOne two three four five six\nseven\n"
    assert sentences(page_of(text)) == "One two three four five six seven."
