"""The language helper's Python side."""

from __future__ import annotations

import json
import re

import pytest

from guidebook import LanguageHelper
from guidebook.language import load_terms, review
from guidebook.language_helper import COLUMNS

HOSTILE = "</script><img src=x onerror=alert(1)> addict & “junkie”"
TEXT = "An addict met an addict."


def state_of(html: str) -> dict[str, object]:
    found = re.search(r'class="guidebook-state">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    state: dict[str, object] = json.loads(found[1])
    return state


def test_the_spans_are_those_of_a_review() -> None:
    helper = LanguageHelper(TEXT)
    assert tuple(helper.spans.columns) == COLUMNS
    assert helper.found == review(TEXT)
    assert helper.spans["start"].tolist() == [span.start for span in review(TEXT)]
    assert LanguageHelper("").spans.empty


def test_what_is_accepted_stands_in_the_text_and_what_is_left_moves_along() -> None:
    helper = LanguageHelper(TEXT)
    helper.leave(1)
    assert helper.left == [(17, "addict")]
    assert helper.spans["left"].tolist() == [False, True]
    helper.accept(0, 1)
    assert helper.text == "A person who uses drugs met an addict."
    assert helper.left == [(31, "addict")]
    assert helper.pending == ()
    assert repr(helper) == "<LanguageHelper: 0 marks to look at>"


def test_what_no_longer_fits_the_text_says_nothing() -> None:
    helper = LanguageHelper("An addict.", left=[[3, "addict"]])
    assert helper.pending == ()
    helper.text = "An inmate."
    (span,) = helper.pending
    assert span.text == "inmate"


def test_advice_cannot_be_accepted() -> None:
    helper = LanguageHelper("unmotivated")
    with pytest.raises(ValueError, match="is advice"):
        helper.accept(0)


def test_names_of_traits_are_checked() -> None:
    with pytest.raises(TypeError, match="did you mean “text”"):
        LanguageHelper(texts="addict")


def test_the_page_gets_the_state_and_the_same_as_plain_html() -> None:
    html = LanguageHelper(HOSTILE, left=[[0, "x"]]).to_html()
    assert "<img" not in html
    assert "&lt;img src=x" in html
    assert html.count("<mark>") == 1
    state = state_of(html)
    assert state["text"] == HOSTILE
    assert state["left"] == [[0, "x"]]
    assert state["_terms"] == {"$resource": "language"}


def test_other_terms_go_with_the_page() -> None:
    terms = [term for term in load_terms() if term.id in {"addict", "user"}]
    helper = LanguageHelper("an addict, a user, a junkie", terms=terms)
    assert [span.text for span in helper.found] == ["addict", "user"]
    rows = state_of(helper.to_html())["_terms"]["rows"]  # type: ignore[index]
    assert [row[0] for row in rows] == ["addict", "user"]


def test_without_a_text_the_page_says_where_the_words_are() -> None:
    assert 'href="#words"' in LanguageHelper(list_url="#words").plain()
    assert "data/language.csv" in LanguageHelper().plain()
    assert "Nothing is marked" in LanguageHelper("People.").plain()
