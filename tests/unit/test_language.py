"""What is found in a text and what fits in its place; the browser has the same cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.language import Term, load_terms, review, suggestions
from guidebook.language.patterns import compile_pattern
from guidebook.language.payload import to_payload

CASES = Path(__file__).parents[1] / "cases"
SHARED = json.loads((CASES / "language.json").read_text(encoding="utf-8"))
RANDOM = json.loads((CASES / "language-random.json").read_text(encoding="utf-8"))["texts"]
TERMS = load_terms()

EMPTY = dict.fromkeys(("kind", "why", "exceptions", "source_title", "source_url"), "")


def named(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


def spans(text: str, terms: tuple[Term, ...] = TERMS) -> list[list[object]]:
    return [[span.start, span.end, span.term.id] for span in review(text, terms)]


def said(text: str) -> list[list[list[object]]]:
    return [
        [[one.start, one.end, one.words, one.note] for one in suggestions(text, span)]
        for span in review(text, TERMS)
    ]


@named(SHARED["review"])
def test_what_is_found(case: dict[str, Any]) -> None:
    assert spans(case["text"]) == case["expect"]


@named(SHARED["patterns"])
def test_what_a_pattern_finds(case: dict[str, Any]) -> None:
    lists = ("patterns", "fine_in", "instead")
    terms = tuple(
        Term(**{**EMPTY, "term": row["id"], "evidence": "read", **row}
             | {name: tuple(row[name]) for name in lists})
        for row in case["terms"]
    )  # fmt: skip
    assert spans(case["text"], terms) == case["expect"]


@named(SHARED["suggest"])
def test_what_fits_instead(case: dict[str, Any]) -> None:
    assert said(case["text"]) == case["expect"]


def test_texts_made_at_random() -> None:
    for case in RANDOM:
        assert spans(case["text"]) == case["spans"], case["text"]
        assert said(case["text"]) == case["suggestions"], case["text"]


def test_a_pattern_that_could_find_nothing_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="all of it may be missing"):
        compile_pattern("[drug]")


WORDS = st.sampled_from(
    [word for term in TERMS for pattern in term.patterns for word in pattern.split()]
    + ["“", "”", '"', "‘", "’", "\n\n", "😀", "an", "The"]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=3)), max_size=12).map(" ".join))
def test_a_suggestion_changes_the_words_and_at_most_the_article_before(text: str) -> None:
    for span in review(text, TERMS):
        for one in suggestions(text, span):
            assert one.end == span.end
            assert text[one.start : span.start].strip().lower() in {"", "a", "an"}
            assert bool(one.words) or bool(one.note)
            after = one.apply(text)
            assert after.startswith(text[: one.start])
            assert after.endswith(text[span.end :])


def test_the_browser_gets_the_terms_that_can_be_found() -> None:
    payload = to_payload(TERMS)
    ids = [row[0] for row in payload["rows"]]
    assert ids == [term.id for term in TERMS if term.patterns]
    assert json.loads(json.dumps(payload)) == payload
