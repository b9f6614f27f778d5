"""The drinking check-up: by mouse, by keyboard, on paper, and with files of every kind."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.checkup import FULL, SAVED, STEPS, CheckupPage
from guidebook.alcohol import (
    Checkup,
    Trigger,
    load_standard_drinks,
    points,
    score,
    week,
    write_checkup,
)
from guidebook.alcohol.payload import to_payload
from guidebook.package import find_package

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from browser.conftest import OpenPage

PAGE = "practice/a-drinking-check-up.html"
PAYLOAD: dict[str, Any] = to_payload(find_package())
CASES = json.loads((Path(__file__).parents[1] / "cases/alcohol.json").read_text(encoding="utf-8"))

# What a browser could keep of a page, or show of it in its address.
KEPT = """async () => ({
  local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  hash: location.hash, query: location.search, state: history.state,
})"""

OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def check(open_page: OpenPage, server: str) -> Callable[..., CheckupPage]:
    def opener(**options: Any) -> CheckupPage:  # noqa: ANN401 (those of a browser context)
        return CheckupPage(*open_page(f"{server}/{PAGE}", **options))

    return opener


def label_of(question: int, given: int) -> str:
    options = PAYLOAD["questions"][question - 1]["options"]
    return next(option["label"] for option in options if option["points"] == given)


def legend_of(question: int) -> str:
    return f"{question}. {PAYLOAD['questions'][question - 1]['text']}"


# ---- all eight steps -----------------------------------------------------------------------------


def test_looking_by_touch_on_a_small_phone(
    check: Callable[..., CheckupPage], tmp_path: Path
) -> None:
    it = check(width=320, has_touch=True)

    # 1. The tested form first; no question has to be answered.
    form = it.live.locator(".gb-dc-form")
    expect(form.get_by_role("link").first).to_have_attribute("href", re.compile("who.int"))
    it.country.select_option("US")
    answers = (4, None, 2, 1, 0, 0, 1, None, 2, 0)
    for number, given in enumerate(answers, start=1):
        if given is not None:
            it.group(legend_of(number)).get_by_label(label_of(number, given), exact=True).tap()
    it.field("Or in drinks of 14 g (United States), on such a day").fill("3")
    found = score(points(answers, 3, load_standard_drinks()["US"].size))
    expect(it.sum).to_have_text(
        f"{found.answered} of 10 answered: somewhere from {found.lowest} to {found.highest} of 40."
    )
    expect(it.group(legend_of(2)).get_by_label(label_of(2, 1), exact=True)).to_be_checked()

    # 2. Glass by glass, by a drink more or less, and by hand.
    it.button("Next: What I drink").tap()
    expect(it.heading).to_be_focused()
    it.group("On").get_by_label("Friday").tap()
    it.button(re.compile("^Beer, large can")).tap()
    it.button(re.compile("^Wine, whole bottle")).tap()
    it.button("Take the last one back").tap()
    it.button("Saturday: one drink more").tap()
    it.field("Monday").fill("0")
    diary = (0, None, None, None, 1.4, 1, None)
    found_week = week(diary, 14)
    expect(it.open_step.locator(".gb-dc-sum")).to_contain_text(
        f"2.4 drinks, {found_week.grams:.0f} g of pure alcohol, on 2 days; 1 day without"
    )

    # 3. What that means: guidelines, and a band.
    it.button("Next: What that means").tap()
    expect(it.live.locator(".gb-dc-guidelines tbody tr")).to_have_count(len(PAYLOAD["guidelines"]))
    it.field("Drinks on one occasion").fill("4")
    it.field("Hours since the first of them").fill("2")
    it.group("Weight in").get_by_label("pounds").tap()
    it.field("Body weight").fill("180")
    words = it.live.locator("figure figcaption")
    expect(words).to_contain_text("somewhere between 0.05 and 0.11 % (grams in 100 ml of blood)")
    expect(it.open_step.get_by_text(PAYLOAD["estimate"]["never"])).to_be_visible()

    assert it.save(tmp_path) == Checkup(
        country="US",
        answers=answers,
        typical_drinks=3,
        diary=diary,
        weight_kg=81.65,
        evening_drinks=4,
        evening_hours=2,
    )
    it.watch.clean()


def test_planning_by_touch_on_a_small_phone(
    check: Callable[..., CheckupPage], tmp_path: Path
) -> None:
    it = check(width=320, has_touch=True)

    # 4. Likes and dislikes, picked and written.
    it.step(4).tap()
    it.group("What I like about drinking").get_by_label(PAYLOAD["likes"][1]).tap()
    it.field("In my own words (What I don’t like").fill("<b>arguing</b>  at\thome ")
    it.button("Add to: What I don’t like about it").tap()

    # 5. The warning stands before the goals.
    it.button("Next: My goal").tap()
    warning = it.open_step.get_by_role("region", name=PAYLOAD["warning"]["title"])
    goals = it.group("What I want, for now")
    assert warning.bounding_box()["y"] < goals.bounding_box()["y"]
    goals.get_by_label("A break").tap()
    expect(it.open_step.locator(".gb-dc-chosen")).to_contain_text(PAYLOAD["warning"]["text"][0])

    # 6. Limits and pace, 7. triggers, 8. rewards and a day.
    it.button("Next: Limits and pace").tap()
    it.field("On a day when I drink, at most").fill("2")
    it.field("Days a week without").fill("4")
    it.group("Ways to a slower pace").get_by_label(PAYLOAD["pace"][1]["text"]).tap()
    expect(it.open_step).to_contain_text("That is 20 g.")
    it.button(re.compile("^Next: Triggers")).tap()
    it.button(PAYLOAD["triggers"][0]["trigger"]).tap()
    it.button(PAYLOAD["triggers"][0]["instead"][1]).tap()
    it.button(re.compile("^Next: Rewards")).tap()
    it.group("What I give myself").get_by_label(PAYLOAD["rewards"][0]).tap()
    it.live.get_by_label("I look again on").fill("2026-12-24")

    expect(it.sheet).to_be_visible()
    expect(it.sheet).to_contain_text("Thursday, 24 December 2026")
    assert it.page.evaluate(OVERFLOW) <= 0
    assert it.save(tmp_path) == Checkup(
        likes=(PAYLOAD["likes"][1],),
        dislikes=("‹b›arguing‹/b› at home",),
        goal="break",
        day_limit=2,
        free_days=4,
        pace=(PAYLOAD["pace"][1]["id"],),
        triggers=(
            Trigger(PAYLOAD["triggers"][0]["trigger"], PAYLOAD["triggers"][0]["instead"][1]),
        ),
        rewards=(PAYLOAD["rewards"][0],),
        review_on="2026-12-24",
    )
    it.watch.clean()


class Keys:
    """Who has no mouse: presses Tab until something has the focus."""

    def __init__(self, it: CheckupPage) -> None:
        self.it, self.keyboard = it, it.page.keyboard

    def to(self, target: Locator, limit: int = 60) -> None:
        for _ in range(limit):
            if target.evaluate("one => one === document.activeElement"):
                # The focus can be seen.
                assert target.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
                return
            self.keyboard.press("Tab")
        pytest.fail(f"the Tab key does not come to {target}")

    def press(self, target: Locator, *keys: str) -> None:
        self.to(target)
        for key in keys or ("Enter",):
            self.keyboard.press(key)

    def write(self, target: Locator, words: str) -> None:
        self.to(target)
        self.keyboard.type(words)

    def on(self, name: str | re.Pattern[str]) -> None:
        """Go to the next step."""
        self.press(self.it.button(name))
        expect(self.it.heading).to_be_focused()


def test_looking_by_keyboard(check: Callable[..., CheckupPage], tmp_path: Path) -> None:
    it = check()
    keys = Keys(it)
    it.step(1).focus()
    keys.write(it.country, "Austra")
    keys.press(it.group(legend_of(1)).get_by_role("radio").first, "Space", "ArrowDown")
    keys.write(it.field("Or in drinks of"), "3,5")
    expect(it.sum).to_contain_text("2 of 10 answered")
    keys.on("Next: What I drink")

    keys.press(it.group("On").get_by_role("radio").first, "ArrowRight")
    keys.press(it.button(re.compile("^Beer, small can")), "Enter", "Space")
    keys.write(it.field("Sunday"), "0")
    keys.on("Next: What that means")

    keys.write(it.field("Drinks on one occasion"), "3")
    keys.write(it.field("Body weight"), "7")
    keys.to(it.group("Weight in").get_by_role("radio", checked=True))
    expect(it.live.get_by_text("Write a number from 30 to 300.")).to_be_visible()
    expect(it.field("Body weight")).to_have_attribute("aria-invalid", "true")
    keys.keyboard.press("Shift+Tab")
    keys.write(it.field("Body weight"), "70")
    expect(it.live.locator("figure figcaption")).to_contain_text("somewhere between")
    keys.press(it.live.locator("figure summary"))
    expect(it.live.locator("figure table")).to_be_visible()

    # Back to the first step, where all is as it was.
    it.step(1).focus()
    keys.keyboard.press("Enter")
    expect(it.heading).to_be_focused()
    expect(it.sum).to_contain_text("2 of 10 answered")
    assert it.save(tmp_path) == Checkup(
        country="AU",
        answers=(1, *[None] * 9),
        typical_drinks=3.5,
        diary=(None, 2.6, *[None] * 4, 0),
        weight_kg=70,
        evening_drinks=3,
    )
    it.watch.clean()


def test_planning_by_keyboard(check: Callable[..., CheckupPage], tmp_path: Path) -> None:
    it = check()
    keys = Keys(it)
    it.step(1).focus()
    keys.press(it.step(4))
    own = it.field("In my own words (What I like")
    keys.press(it.group("What I like about drinking").get_by_role("checkbox").first, "Space")
    for words in ("the songs", "gone again"):
        keys.write(own, words)
        keys.keyboard.press("Enter")
        expect(own).to_be_focused()
        expect(own).to_have_value("")
    it.button("Remove: gone again").focus()
    keys.keyboard.press("Enter")
    expect(own).to_be_focused()
    keys.on("Next: My goal")

    goals = it.group("What I want, for now").get_by_role("radio")
    keys.press(goals.first, "Space", "ArrowDown")
    expect(it.open_step.locator(".gb-dc-chosen")).to_contain_text(PAYLOAD["goals"][1]["text"][0])
    keys.press(it.button("Take this answer back"))
    expect(goals.first).to_be_focused()
    keys.keyboard.press("ArrowUp")
    keys.on("Next: Limits and pace")

    keys.write(it.field("In a week, at most"), "9")
    pace = it.group("Ways to a slower pace").get_by_role("checkbox").first
    keys.press(pace, "Space")
    keys.on(re.compile("^Next: Triggers"))

    keys.press(it.button("One of my own"))
    expect(it.field("When this comes up…")).to_be_focused()
    keys.write(it.field("When this comes up…"), "rain")
    keys.write(it.field("…I can do this instead"), "a film at home")
    keys.on(re.compile("^Next: Rewards"))
    keys.press(it.button("In a month"))
    expect(it.live.get_by_label("I look again on")).not_to_have_value("")

    saved = it.save(tmp_path)
    assert saved.review_on
    assert replace(saved, review_on="") == Checkup(
        likes=(PAYLOAD["likes"][0], "the songs"),
        goal=PAYLOAD["goals"][-1]["id"],
        week_limit=9,
        pace=(PAYLOAD["pace"][0]["id"],),
        triggers=(Trigger("rain", "a film at home"),),
    )

    # Clearing asks first, and the ways out of it come right after the question.
    keys.press(it.button("Clear everything…"))
    keys.to(it.button("Keep what is here"), 3)
    keys.keyboard.press("Enter")
    expect(it.button("Save to a file")).to_be_focused()
    keys.press(it.button("Clear everything…"))
    keys.to(it.button("Clear it"), 3)
    keys.keyboard.press("Enter")
    expect(it.heading).to_be_focused()
    assert it.save(tmp_path) == Checkup()
    it.watch.clean()


# ---- what stays, and what does not ---------------------------------------------------------------


def test_nothing_is_sent_stored_or_put_in_the_address(
    check: Callable[..., CheckupPage], tmp_path: Path
) -> None:
    it = check()
    address = it.page.url
    asked, before = len(it.watch.requests), it.page.evaluate(KEPT)
    it.open_file(SAVED)
    for number in range(1, STEPS + 1):
        it.go(number)
        typed = it.live.locator("input:not([type=file]), select")
        assert set(typed.evaluate_all("all => all.map((one) => one.autocomplete)")) <= {"off"}
        texts = it.live.locator("input[type=text]")
        assert not any(texts.evaluate_all("all => all.map((one) => one.spellcheck)"))
    it.field("In my own words").fill("half a sentence")
    assert it.save(tmp_path) == FULL
    new = [url for url in it.watch.requests[asked:] if not url.startswith("blob:")]
    assert new == []
    assert it.page.evaluate(KEPT) == before
    assert it.page.url == address

    # Neither a reload nor a way back brings it back.
    it.page.reload()
    assert CheckupPage(it.page, it.watch).save(tmp_path) == Checkup()
    it.open_file(SAVED)
    it.page.goto(address.replace(PAGE, "index.html"))
    it.page.go_back()
    assert CheckupPage(it.page, it.watch).save(tmp_path) == Checkup()
    # Some browsers keep a page as it was left.
    it.open_file(SAVED)
    it.page.evaluate(
        "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    )
    assert it.save(tmp_path) == Checkup()
    it.watch.clean()


def test_a_saved_file_is_opened_again(check: Callable[..., CheckupPage], tmp_path: Path) -> None:
    it = check()
    it.go(4)
    it.open_file(SAVED)
    expect(it.heading).to_contain_text("Step 1 of 8")
    assert it.save(tmp_path) == FULL

    # Over something that was written, it asks.
    other = write_checkup(Checkup(goal="safer")).encode()
    it.choose_file("other.json", other)
    it.button("Keep what is here").click()
    assert it.save(tmp_path) == FULL
    it.choose_file("other.json", other)
    it.button("Open the file").click()
    assert it.save(tmp_path) == Checkup(goal="safer")
    it.button("Clear everything…").click()
    it.button("Clear it").click()
    expect(it.said).to_have_text("Everything was cleared.")
    assert it.save(tmp_path) == Checkup()
    it.watch.clean()


def refused() -> list[tuple[str, bytes, str]]:
    """One file of every kind that is refused, and every file with markup."""
    files = CASES["files"]
    kinds: dict[str, tuple[str, bytes, str]] = {}
    for case in files["refused"]:
        key = case["name"] if case["kind"] == "markup" else case["kind"]
        words = case.get("words") or case["field"]
        kinds.setdefault(key, (case["kind"], case["content"].encode(), words))
    for case in files["repeated"]:
        content = (case["unit"] * case["times"]).encode()
        kinds[case["name"]] = (case["kind"], content, case.get("words", ""))
    for case in files["bytes"]:
        kinds[case["name"]] = (case["kind"], bytes.fromhex(case["hex"]), "")
    cut = SAVED[: len(SAVED) // 2]
    return [*kinds.values(), ("unreadable", cut, ""), ("not-a-checkup", b"{}", "")]


def test_a_file_that_cannot_be_taken_says_why_and_changes_nothing(
    check: Callable[..., CheckupPage], tmp_path: Path
) -> None:
    it = check()
    it.page.on("dialog", lambda _: pytest.fail("something in the file ran"))
    it.open_file(SAVED)
    it.go(4)
    seen = set()
    for kind, content, words in refused():
        it.choose_file("mine.json", content)
        start = PAYLOAD["refusals"][kind].partition("{")[0]
        expect(it.said).to_have_text(re.compile("^" + re.escape(start)))
        expect(it.said).to_contain_text(words)
        expect(it.said).to_contain_text("Nothing was changed.")
        expect(it.heading).to_contain_text("Step 4 of 8")
        assert it.button("Open the file").count() == 0
        seen.add(kind)
        # The next message has to be a new one.
        it.button("Clear everything…").click()
        it.button("Keep what is here").click()
        expect(it.said).to_be_empty()
    assert seen == set(PAYLOAD["refusals"])
    assert it.save(tmp_path) == FULL
    it.watch.clean()


def test_markup_that_is_written_stays_text(
    check: Callable[..., CheckupPage], tmp_path: Path
) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    it = check()
    it.page.on("dialog", lambda _: pytest.fail("what was typed ran"))
    it.go(4)
    it.field("In my own words (What I like").fill(hostile)
    it.field("In my own words (What I like").press("Enter")
    it.go(7)
    it.button("One of my own").click()
    it.field("When this comes up…").fill(f"</script>{hostile}")
    it.go(8)
    expect(it.sheet).to_contain_text("‹img src=x onerror=alert(1)›")
    expect(it.live.locator("img")).to_have_count(0)
    saved = it.save(tmp_path)
    assert saved.likes == ("‹img src=x onerror=alert(1)›",)
    # A file may hold signs that are no markup.
    it.page.reload()
    it = CheckupPage(it.page, it.watch)
    it.open_file(write_checkup(Checkup(likes=("1 < 2 & 3 > 2 <3",))).encode())
    it.go(8)
    expect(it.sheet).to_contain_text("1 < 2 & 3 > 2 <3")
    it.watch.clean()


# ---- how it looks and what it is -----------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
def test_each_step_is_accessible_and_fits(check: Callable[..., CheckupPage], width: int) -> None:
    it = check(width=width)
    it.page.evaluate("() => document.querySelector('.guidebook-plain').remove()")
    it.open_file(SAVED)
    faults: list[str] = []
    for number in range(1, STEPS + 1):
        it.go(number)
        if number == STEPS:
            it.button("Clear everything…").click()
        for theme in ("light", "dark"):
            it.page.emulate_media(color_scheme=theme)
            expect(it.page.locator("html")).to_have_attribute("data-theme", theme)
            rules = () if theme == "light" else ("color-contrast", "link-in-text-block")
            found = violations(it.page, ".guidebook-live", rules=rules)
            faults += [f"step {number}, {theme}: {fault}" for fault in found]
        assert it.page.evaluate(OVERFLOW) <= 0, f"step {number} is too wide"
    assert faults == []
    it.watch.clean()


def test_without_scripts_the_content_is_there_and_no_control(
    open_page: OpenPage, server: str
) -> None:
    page, watch = open_page(f"{server}/{PAGE}", scripts=False, width=320)
    plain = page.locator(".guidebook-plain")
    words = " ".join(plain.inner_text().split())
    for question in PAYLOAD["questions"]:
        assert question["text"] in words
    for text in PAYLOAD["warning"]["text"]:
        assert text in words
    assert words.index(PAYLOAD["warning"]["text"][0]) < words.index(PAYLOAD["goals"][3]["text"][0])
    controls = plain.locator("button, input, select, textarea")
    assert [one for one in controls.all() if one.is_visible()] == []
    assert page.evaluate(OVERFLOW) <= 0
    watch.clean()


def test_what_is_printed(check: Callable[..., CheckupPage]) -> None:
    it = check()
    # Nothing was written: the plain pages, to be filled in by hand.
    it.page.emulate_media(media="print")
    expect(it.page.locator(".guidebook-plain")).to_be_visible()
    expect(it.live).to_be_hidden()
    it.page.emulate_media(media="screen")
    expect(it.page.locator(".guidebook-plain")).to_be_hidden()

    it.open_file(SAVED)
    it.page.emulate_media(media="print")
    expect(it.page.locator(".guidebook-plain")).to_be_hidden()
    expect(it.sheet).to_be_visible()
    for text in (*FULL.likes, "payday", "pay one thing first", "Thursday, 24 December 2026"):
        expect(it.sheet).to_contain_text(text)
    expect(it.sheet).to_contain_text(PAYLOAD["warning"]["text"][0])
    expect(it.sheet).to_contain_text(PAYLOAD["estimate"]["never"])
    controls = it.live.locator("button, input, select, nav")
    assert [one for one in controls.all() if one.is_visible()] == []
    it.page.emulate_media(media="screen")

    # The button prints the summary alone.
    it.page.evaluate(
        """() => { globalThis.print = () => { globalThis.beside =
          [...document.querySelectorAll("h1")].every((one) => one.closest(".gb-dc-unprinted")) } }"""
    )
    it.button("Print the summary").click()
    assert it.page.evaluate("() => globalThis.beside") is True
    it.page.emulate_media(media="print")
    expect(it.sheet).to_be_visible()
    expect(it.page.get_by_role("heading", level=1)).to_be_hidden()
    it.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(it.page.get_by_role("heading", level=1)).to_be_visible()
    it.watch.clean()
