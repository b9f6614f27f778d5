"""Quick checks: every rule of a file, what is right, the plain HTML, and who has one."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from guidebook import QuickCheck
from guidebook.checking.questions import quick_check_rules
from guidebook.package import find_package
from guidebook.problems import DataError
from guidebook.prose import check_book
from guidebook.quick_checks import ENDING, Question, judge, read_questions
from guidebook.quick_checks.plain import questions_html
from guidebook.quick_checks.sources import known_keys
from guidebook.scenarios import find_situation

if TYPE_CHECKING:
    from unit.conftest import Workshop

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
CASES = json.loads((ROOT / "tests/cases/quick-check.json").read_text(encoding="utf-8"))
QUESTIONS = {name: Question.from_dict(one) for name, one in CASES["questions"].items()}
CHECKS = sorted(BOOK.rglob(f"*{ENDING}"))

START = "questions:\n- id: a\n  ask: Which?\n  explain: So.\n  sources: [one]\n"
SINGLE = START + "  kind: single\n  options: [{text: A, right: true}, {text: B}]\n"
SEVERAL = START + "  kind: several\n  options: [{text: A, right: true}, {text: B}]\n"
ORDER = START + "  kind: order\n  items: [One, Two, Three]\n"
MATCH = START + "  kind: match\n  pairs: [{left: A, right: One}, {left: B, right: Two}]\n"
SHORT = START + "  kind: short\n  accept: [naloxone, narcan]\n  answer: Naloxone\n"


# ---- what is right


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: str(case["answer"]))
def test_what_of_an_answer_is_right(case: dict[str, Any]) -> None:
    verdict = judge(QUESTIONS[case["question"]], case["answer"])
    assert verdict.answered == case["verdict"]["answered"]
    assert verdict.right == case["verdict"]["right"]
    assert [*verdict.parts] == case["verdict"]["parts"]


@pytest.mark.parametrize("name", CASES["shown"])
def test_the_order_shown_is_fixed_and_never_the_right_one(name: str) -> None:
    assert [*QUESTIONS[name].shown] == CASES["shown"][name]


# ---- the file


def problems(tmp_path: Path, text: str, keys: frozenset[str] | None = frozenset({"one"})) -> str:
    path = tmp_path / f"a{ENDING}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        read_questions(path, keys, find_package())
    return str(raised.value).replace(str(path), "a")


@pytest.mark.parametrize("text", [SINGLE, SEVERAL, ORDER, MATCH, SHORT])
def test_each_kind_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / f"a{ENDING}"
    path.write_text(text, encoding="utf-8")
    (question,) = read_questions(path, {"one"}, find_package())
    assert question.id == "a"
    # What the browser is told makes the same question again.
    told = question.to_dict() | {"explain": "So.", "sources": ["one"]}
    assert Question.from_dict(told) == question


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "a", "the file is empty"),
        ("questions: []\n", "a:1:questions", "this is empty"),
        (START, "a:2:questions[1]", "there is no “kind”"),
        (START + "  kind: quiz\n", "a:6:questions[1].kind", "“quiz” is not one of the values"),
        (START + "  kind: single\n", "a:2:questions[1]", "there is no “options”"),
        (START + "  kind: order\n", "a:2:questions[1]", "there is no “items”"),
        (START + "  kind: match\n", "a:2:questions[1]", "there is no “pairs”"),
        (START + "  kind: short\n", "a:2:questions[1]", "there is no “accept”"),
        (SINGLE.replace("id: a", "id: A b"), "a:2:questions[1].id", "write small letters"),
        (SINGLE + "  score: 3\n", "a:8:questions[1].score", "there is no field “score”"),
        (SINGLE.replace("[one]", "[]"), "a:5:questions[1].sources", "this is empty"),
        (SINGLE.replace("[one]", "[two]"), "a:5:questions[1].sources[1]", "no source has the key"),
        (SINGLE.replace("[one]", "[one, one]"), "a:5:questions[1].sources[2]", "stands here twice"),
        (SINGLE.replace("true", "yes"), "a:7:questions[1].options[1].right", "write true or false"),
        (SINGLE.replace(", right: true", ""), "a:7:questions[1].options", "none of the options"),
        (SINGLE.replace("text: B", "text: B, right: true"), "a:7:questions[1].options", "2 of the"),
        (SEVERAL.replace("text: B", "text: B, right: true"), "a:7:questions[1].options", "all of"),
        (SINGLE.replace("text: B", "text: a."), "a:7:questions[1].options[2].text", "here twice"),
        (SINGLE + "  items: [One, Two, Three]\n", "a:8:questions[1].items", "has no items"),
        (SINGLE + SINGLE[11:], "a:8:questions[2].id", "“a” names two questions"),
        (SINGLE.replace("So.", "<b>So</b>"), "a:4:questions[1].explain", "looks like markup"),
        (SINGLE.replace("So.", "So \u202eoh."), "a:4:questions[1].explain", "reorders the text"),
        (ORDER.replace("Three", "two"), "a:7:questions[1].items[3]", "stands here twice"),
        (ORDER.replace(", Three", ""), "a:7:questions[1].items", "this is shorter than 3"),
        (MATCH.replace("right: Two", "right: one"), "a:7:questions[1].pairs[2].right", "twice"),
        (MATCH.replace("left: B", "left: A"), "a:7:questions[1].pairs[2].left", "twice"),
        (SHORT.replace("answer: Nal", "answer: Mal"), "a:8:questions[1].answer", "not among those"),
        (SHORT.replace("narcan", '"?"'), "a:7:questions[1].accept[2]", "no letter or digit"),
        (SHORT.replace("narcan", "Naloxone!"), "a:7:questions[1].accept[2]", "stands here twice"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_field(
    tmp_path: Path, text: str, place: str, said: str
) -> None:
    lines = problems(tmp_path, text).splitlines()
    assert any(line.startswith(f"{place}: ") and said in line for line in lines), lines


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file cannot be read"):
        read_questions(tmp_path / f"none{ENDING}", None, find_package())


def test_sources_are_not_looked_up_where_there_is_no_bibliography(tmp_path: Path) -> None:
    path = tmp_path / f"a{ENDING}"
    path.write_text(SINGLE.replace("[one]", "[anything]"), encoding="utf-8")
    assert known_keys(path) is None
    assert QuickCheck(path).questions[0].sources == ("anything",)


# ---- the checks of the book and of its words


def test_check_looks_at_the_book_beside_the_data(workshop: Workshop) -> None:
    book = workshop.root.parent / "book"
    schemas = workshop.root / "schemas"
    schemas.mkdir()
    (schemas / "quick-check.json").write_bytes(
        (ROOT / "data/schemas/quick-check.json").read_bytes()
    )
    assert list(quick_check_rules(workshop.package)) == []
    book.mkdir()
    (book / "references.bib").write_text("@misc{one,\n  title = {One},\n}\n", encoding="utf-8")
    (book / "a.md").write_text("# A\n", encoding="utf-8")
    (book / f"a{ENDING}").write_text(SINGLE.replace("[one]", "[two]"), encoding="utf-8")
    (book / f"b{ENDING}").write_text(SINGLE, encoding="utf-8")
    found = [str(problem) for problem in quick_check_rules(workshop.package)]
    assert len(found) == 2
    assert found[0].startswith(f"book/a{ENDING}:5:questions[1].sources[1]: no source has the key")
    assert found[1].startswith(f"book/b{ENDING}: there is no chapter “b”")


def test_prose_looks_at_the_words_and_counts_the_sources(tmp_path: Path) -> None:
    sources = "@misc{one,\n  title = {One},\n  url = {https://example.org/one},\n}\n"
    (tmp_path / "references.bib").write_text(sources, encoding="utf-8")
    (tmp_path / "a.md").write_text("# A\n\nText.\n", encoding="utf-8")
    check = tmp_path / f"a{ENDING}"
    check.write_text(SINGLE, encoding="utf-8")
    assert check_book(tmp_path) == (1, ())

    wrong = SINGLE.replace("So.", "Two addicts and “addicts”.").replace("[one]", "[one, two]")
    check.write_text(wrong, encoding="utf-8")
    for only in (None, tmp_path / "a.md", check):
        _, findings = check_book(tmp_path, only)
        said = [str(one).rpartition(f"a{ENDING}:")[2] for one in findings]
        assert len(said) == 2
        assert said[0].startswith("4:16: “addicts”: ")
        assert said[1].startswith("5:18: no source has the key “two”")


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.name.removesuffix(ENDING))
def test_a_check_of_the_book_is_sound(path: Path) -> None:
    questions = read_questions(path, known_keys(path), find_package(ROOT))
    assert 3 <= len(questions) <= 5
    # Whoever always takes the same place is not always right.
    singles = [one for one in questions if one.kind == "single"]
    places = {[option.right for option in one.options].index(True) for one in singles}
    assert len(places) > 1 or len(singles) < 3


def test_sources_of_a_check_are_cited_by_its_chapter() -> None:
    strangers = []
    for path in CHECKS:
        chapter = path.with_name(path.name.replace(ENDING, ".md"))
        # The timeline has its sources in a table; the chapters of its part cite them.
        pages = sorted(path.parent.glob("*.md")) if chapter.stem == "timeline" else [chapter]
        text = "".join(page.read_text(encoding="utf-8") for page in pages)
        cited = {
            key.strip()
            for keys in re.findall(r"{cite:p}`([^`]*)`", text)
            for key in keys.split(",")
        }
        # A scenario on the page shows its sources there.
        for name in re.findall(r"^```{scenario} (\S+)$", text, re.MULTILINE):
            cited |= {source.id for source in find_situation(name, find_package(ROOT)).sources}
        strangers += [
            f"{path.name}: {key}"
            for question in read_questions(path, None, find_package(ROOT))
            for key in question.sources
            if key not in cited
        ]
    assert strangers == []


# Each of these pages is an exercise itself, so that it needs no questions at its end.
EXERCISES = {
    "a-drinking-check-up",
    "check-your-words",
    "practise-the-response",
    "where-harm-comes-from",
}
# The way into a part.
WAYS_IN = {"index"}


def test_every_chapter_of_principles_history_and_practice_has_a_check() -> None:
    missing = []
    for part in ("principles", "history", "practice"):
        for chapter in sorted((BOOK / part).glob("*.md")):
            if chapter.stem in EXERCISES | WAYS_IN:
                continue
            if not chapter.with_name(chapter.stem + ENDING).is_file():
                missing.append(f"{part}/{chapter.stem}{ENDING}: there is no such file")
            if "```{quick-check}\n```" not in chapter.read_text(encoding="utf-8"):
                missing.append(f"{part}/{chapter.name}: it has no {{quick-check}}")
    assert not missing, "\n".join(missing)


# ---- the widget and its plain HTML

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> & “\"'"


def hostile() -> tuple[Question, ...]:
    asked: list[dict[str, Any]] = []
    for name, one in CASES["questions"].items():
        text = json.dumps({**one, "id": name}).replace('"Which?"', '"?"')
        asked.append(json.loads(text) | {"ask": HOSTILE, "explain": HOSTILE})
    options = [{"text": HOSTILE + "1", "right": True, "why": HOSTILE}, {"text": HOSTILE}]
    asked[0] |= {"options": options}
    asked[2] |= {"items": [HOSTILE + "1", HOSTILE + "2", HOSTILE + "3"]}
    asked[4] |= {"pairs": [{"left": HOSTILE + side, "right": HOSTILE + side} for side in "12"]}
    asked[5] |= {"accept": [HOSTILE], "answer": HOSTILE}
    return tuple(Question.from_dict(one) for one in asked)


def test_whatever_a_file_says_stays_text() -> None:
    written = QuickCheck(hostile()).to_html()
    assert written.count("<script") == 1
    assert written.count("</script") == 1
    assert "<img" not in written
    assert html.escape(HOSTILE) in written


def test_the_plain_html_holds_questions_and_answers() -> None:
    questions = [*QUESTIONS.values()]
    written = questions_html(questions)
    assert written.count("<fieldset") == written.count("<details") == len(questions)
    assert written.count('<input type="radio"') == 3
    assert written.count('<input type="checkbox"') == 4
    assert "<button" not in written
    # Once in the page and once on paper.
    assert written.count("So. [who]") == 2 * len(questions)


def test_a_page_takes_explanations_from_its_plain_html_and_a_notebook_is_told_them() -> None:
    check = QuickCheck([QUESTIONS["one"]])
    (told,) = check.page_state()["_questions"]
    assert "explain" not in told
    (live,) = check._questions  # noqa: SLF001 (what the browser is told)
    assert (live["explain"], live["sources"]) == ("So.", ["who"])


def test_a_file_is_found_from_the_project_and_an_answer_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(BOOK / "principles")
    for name in ("drug-set-and-setting", "book/principles/drug-set-and-setting"):
        check = QuickCheck(f"{name}{ENDING}")
        assert check.judge("sort-the-risks", [0, 1, 2, 3]).right
    with pytest.raises(KeyError):
        check.judge("no-such-question", [])
    with pytest.raises(DataError, match="the file cannot be read"):
        QuickCheck("no-such-file.check.yaml")
