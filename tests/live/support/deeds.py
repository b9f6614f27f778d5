"""What a person does with each widget, in whatever page it stands, and what it then shows.

The same clicks are made in the static book, in JupyterLab and in Notebook 7; what they show, and what
Python says, must agree.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from browser.support.checkup import CheckupPage
from browser.support.explorer import Explorer
from browser.support.scenario import Story
from browser.support.timeline import TimelineView
from guidebook.response import load_response
from guidebook.scenarios import find_situation

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from browser.support.watch import Watch

CASES = json.loads((Path(__file__).parents[2] / "cases/response.json").read_text(encoding="utf-8"))
SITUATION = find_situation("festival")
WORDS = "An addict 😀 met two heroin users; an inmate relapsed."


@dataclass(frozen=True)
class View:
    """One view of a widget, somewhere in a page."""

    page: Page
    watch: Watch
    live: Locator


@dataclass(frozen=True)
class Deed:
    """A widget, and what is done with it."""

    name: str
    page: str
    """The book's page that holds it."""
    selector: str
    """The element that is the live widget; the first in the page."""
    made: str
    """Python that makes the same widget."""
    clicks: Callable[[View], None]
    shows: Callable[[View], Any]
    """What the view says, as JSON has it."""
    asked: str
    """Python that says the same of `it`, the widget; `shown` is what the view says."""
    moves: str
    """Python that sets a trait of `it`, so that every view shows something else."""
    begun: str = ""
    """Python that brings `it` to where it can be moved."""


# ---- explorer --------------------------------------------------------------------------------------


def explore(view: View) -> None:
    explorer = Explorer(view.page, view.watch, view.live)
    explorer.choose("services", "Naloxone")
    explorer.go_near("Toronto")
    explorer.radius.select_option("100")
    explorer.open_entry(explorer.ids()[1])


def explored(view: View) -> dict[str, Any]:
    explorer = Explorer(view.page, view.watch, view.live)
    opened = explorer.results.locator("li[data-id]").filter(
        has=view.page.get_by_role("button", expanded=True)
    )
    return {
        "ids": explorer.ids(),
        "apart": explorer.apart_ids(),
        "open": opened.evaluate_all("items => items.map((item) => item.dataset.id)"),
        "radius": explorer.radius.input_value() if explorer.radius.count() else "",
    }


# ---- timeline --------------------------------------------------------------------------------------


def look_back(view: View) -> None:
    line = TimelineView(view.page, view.watch, view.live.locator(".."))
    line.choose("Theme", "Law and courts")
    line.button("Zoom in").click()
    line.button("Zoom in").click()
    line.button("Later event").click()
    expect(line.details.locator("time")).to_be_visible()


def looked_back(view: View) -> dict[str, Any]:
    line = TimelineView(view.page, view.watch, view.live.locator(".."))
    heading = line.details.get_by_role("heading")
    return {
        "summary": line.summary.text_content(),
        "years": [*line.years()],
        "open": heading.text_content() if heading.count() else "",
        "marks": line.marks.evaluate_all("marks => marks.map((mark) => mark.dataset.mark)"),
    }


# ---- words -----------------------------------------------------------------------------------------


def compare_wording(view: View) -> None:
    view.live.get_by_role("button", name=re.compile("^Person first")).click()
    view.live.get_by_role("switch").click()


def compared_wording(view: View) -> dict[str, Any]:
    return {
        "cards": view.live.locator(".gb-wording-card").all_text_contents(),
        "changes": view.live.get_by_role("switch").get_attribute("aria-checked") == "true",
    }


def check_words(view: View) -> None:
    view.live.get_by_label("Your text", exact=True).fill(WORDS)
    view.live.locator(".gb-words-mark").first.click()
    view.live.get_by_role("button", name="A person who uses drugs").click()
    view.live.get_by_role("button", name="Leave it as it is").click()
    expect(view.live.locator(".gb-words-left")).to_have_count(1)


def checked_words(view: View) -> dict[str, Any]:
    return {
        "text": view.live.get_by_label("Your text", exact=True).input_value(),
        "marks": view.live.locator(".gb-words-mark").all_text_contents(),
        "left": view.live.locator(".gb-words-left").all_text_contents(),
    }


# ---- practice --------------------------------------------------------------------------------------


def plan(view: View) -> None:
    story = Story(view.live, SITUATION)
    first, second = (point.id for point in SITUATION.in_order()[:2])
    story.phrase(first).click()
    story.place(first, "Set").check()
    story.phrase(second).click()
    story.offer(SITUATION.options[1].id).check()
    story.role(SITUATION.roles[0].id).check()


def planned(view: View) -> dict[str, Any]:
    story = Story(view.live, SITUATION)
    return {
        "pressed": [
            point.id
            for point in SITUATION.in_order()
            if story.phrase(point.id).get_attribute("aria-pressed") == "true"
        ],
        "chosen": [one.id for one in SITUATION.options if story.offer(one.id).is_checked()],
        "plan": story.plan.text_content(),
    }


def respond(view: View) -> None:
    response = load_response()
    for each in CASES["walks"][4]["taken"]:
        name, _, identity = each.partition("/")
        choice = response.moment[name].choice(identity)
        assert choice
        view.live.locator(".gb-response-choices").get_by_role(
            "button", name=choice.label, exact=True
        ).click()
        view.live.get_by_role("button", name="Go on", exact=True).click()
    view.live.get_by_label("Emergency number for").select_option("NZ")


def responded(view: View) -> dict[str, Any]:
    return {
        "situation": view.live.locator(".gb-response-situation").text_content(),
        "country": view.live.get_by_label("Emergency number for").input_value(),
        "call": view.live.locator(".gb-response-real a[href^='tel:']").all_text_contents(),
    }


# ---- check-up --------------------------------------------------------------------------------------


def check_up(view: View) -> None:
    it = CheckupPage(view.page, view.watch, view.live)
    it.country.select_option("GB")
    for number, points in enumerate((4, 2, 3, 1, 0, 2, 1, 0, 1, 2), start=1):
        radios = it.group(f"{number}. ").get_by_role("radio")
        radios.nth(min(points, radios.count() - 1)).check()


def checked_up(view: View) -> dict[str, Any]:
    it = CheckupPage(view.page, view.watch, view.live)
    return {"country": it.country.input_value(), "sum": it.sum.text_content()}


# ---- laws ------------------------------------------------------------------------------------------


def look_at_laws(view: View) -> None:
    view.live.get_by_role("radio", name="Good Samaritan").check()
    view.live.get_by_role("button", name="One year later").click()
    view.live.locator("path[data-region=CO]").click()


def looked_at_laws(view: View) -> dict[str, Any]:
    card = view.live.locator(".gb-policy-card")
    return {
        "summary": view.live.locator(".gb-policy-summary").text_content(),
        "state": card.text_content() if card.count() else "",
    }


# ---- quick check -----------------------------------------------------------------------------------


def answer(view: View) -> None:
    first = view.live.locator(".qc-card").first
    for line in first.get_by_role("combobox").all():
        line.select_option(index=1)
    first.get_by_role("button", name=re.compile("^Check")).click()
    expect(first.locator(".qc-verdict")).to_be_visible()


def answered(view: View) -> dict[str, Any]:
    first = view.live.locator(".qc-card").first
    return {
        "verdict": first.locator(".qc-verdict").all_text_contents(),
        "chosen": [line.input_value() for line in first.get_by_role("combobox").all()],
    }


QUIZ = "principles/drug-set-and-setting"

DEEDS = (
    Deed(
        "explorer",
        "directory/explore.html",
        ".gb-explorer",
        "guidebook.DirectoryExplorer()",
        explore,
        explored,
        "(it.results['id'].tolist(), it.selected_id) == (shown['ids'], ''.join(shown['open']))",
        "it.near = None; it.countries = ['AU']; it.selected_id = ''",
    ),
    Deed(
        "timeline",
        "history/timeline.html",
        ".tl",
        "guidebook.Timeline()",
        look_back,
        looked_back,
        "(it.found.summary, [it.start, it.end], it.selected['title'], "
        "set(shown['marks']) <= set(it.events['id'])) == "
        "(shown['summary'], shown['years'], shown['open'], True)",
        "it.themes = ['money']; it.between(1980, 1995); it.selected_id = 'tacoma'",
    ),
    Deed(
        "wording",
        "principles/words-matter.html",
        ".gb-wording",
        "guidebook.WordingChange()",
        compare_wording,
        compared_wording,
        "(len(it.results), it.show_changes) == (len(shown['cards']), shown['changes'])",
        "it.kinds = ['none']; it.show_changes = True",
    ),
    Deed(
        "language-helper",
        "principles/check-your-words.html",
        ".gb-words",
        "guidebook.LanguageHelper()",
        check_words,
        checked_words,
        "(it.text, [one.text for one in it.found], [words for _, words in it.left]) == "
        "(shown['text'], shown['marks'], shown['left'])",
        "it.accept(0)",
        f"it.text = {WORDS!r}",
    ),
    Deed(
        "scenario",
        "practice/where-harm-comes-from.html",
        f".gb-scn[aria-label='Scenario: {SITUATION.title}']",
        f"guidebook.Scenario({SITUATION.id!r})",
        plan,
        planned,
        "(sorted(it.marks), it.chosen) == (sorted(shown['pressed']), shown['chosen']) and "
        "all(line in shown['plan'] for line in (*it.plan.marked, *it.plan.questions))",
        f"it.marks = {{{SITUATION.in_order()[2].id!r}: 'setting'}}; it.chosen = []; it.role = ''",
    ),
    Deed(
        "response-practice",
        "practice/practise-the-response.html",
        ".gb-response",
        "guidebook.ResponsePractice()",
        respond,
        responded,
        f"(it.taken, it.country) == ({CASES['walks'][4]['taken']!r}, shown['country']) and "
        "it.call.words.split()[-1] in ' '.join(shown['call'])",
        "it.taken = []; it.country = 'KE'",
    ),
    Deed(
        "drink-checkup",
        "practice/a-drinking-check-up.html",
        ".gb-dc",
        "guidebook.DrinkCheckup()",
        check_up,
        checked_up,
        "(f'All ten answered: {it.score.total} of 40.', it.country) == "
        "(shown['sum'], shown['country'])",
        "it.answers = [1] * 8 + [0, 0]; it.country = 'US'",
    ),
    Deed(
        "policy-map",
        "history/laws-and-deaths.html",
        ".gb-policy",
        "guidebook.PolicyMap()",
        look_at_laws,
        looked_at_laws,
        "(it.summary.startswith(shown['summary']), it.selected['name'] in shown['state'], "
        "str(it.year) in shown['state']) == (True,) * 3",
        "it.law = 'arrest-protection'; it.year = 2024; it.region = 'TX'",
    ),
    Deed(
        "quick-check",
        f"{QUIZ}.html",
        ".qc",
        f"guidebook.QuickCheck('book/{QUIZ}.check.yaml')",
        answer,
        answered,
        "(lambda q, a: (lambda v: f'Not quite: {sum(v.parts)} of {len(a)} are right.')"
        "(it.judge(q.id, a)))(it.questions[0], [it.questions[0].shown[0]] * "
        "len(it.questions[0].pairs)) == shown['verdict'][0]",
        "",
    ),
)
