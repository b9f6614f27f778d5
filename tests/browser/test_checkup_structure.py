"""The check-up as a screen reader is told of it: its tree of roles, names and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.checkup import SAVED, CheckupPage

if TYPE_CHECKING:
    from browser.conftest import OpenPage


@pytest.fixture
def checkup(open_page: OpenPage, server: str) -> CheckupPage:
    return CheckupPage(*open_page(f"{server}/practice/a-drinking-check-up.html"))


def test_as_it_opens(checkup: CheckupPage) -> None:
    expect(checkup.live).to_match_aria_snapshot(
        """
        - paragraph: /not a diagnosis and not medical advice/
        - navigation "Steps of the check-up":
          - list:
            - listitem:
              - button "1 Where I am"
            - listitem:
              - button "2 What I drink"
            - listitem:
              - button "3 What that means"
            - listitem:
              - button "4 What I like and don’t like"
            - listitem:
              - button "5 My goal"
            - listitem:
              - button "6 Limits and pace"
            - listitem:
              - button "7 Triggers, and what instead"
            - listitem:
              - button "8 Rewards, and a day to look again"
        - region "Step 1 of 8 Where I am":
          - heading "Step 1 of 8 Where I am" [level=3]
          - list
          - combobox "Whose standard drink do you count in?"
          - heading "How much and how often" [level=4]
          - group /^1\\./:
            - radio "not at all"
          - group /^2\\./
          - textbox /Or as a number/
          - group /^3\\./
          - heading "Signs that drinking has taken hold" [level=4]
          - group /^4\\./
          - heading "Harm so far" [level=4]
          - group /^10\\./
          - heading "About where this falls on AUDIT’s scale" [level=4]
          - paragraph: /none has to be/
          - status
          - 'button "Next: What I drink"'
        - region "Keep it or clear it":
          - button "Save to a file"
          - button "Open a file…"
          - button "Print the summary"
          - button "Clear everything…"
          - status
        """
    )
    expect(checkup.steps.locator("[aria-current=step]")).to_have_text("1Where I am")


def test_a_question_and_its_answer(checkup: CheckupPage) -> None:
    group = checkup.group("5. ")
    group.get_by_role("radio").nth(1).check()
    expect(group).to_match_aria_snapshot(
        """
        - 'group /^5\\. How often did drinking get in the way/':
          - paragraph: Work, school, children, a promise.
          - radio "never"
          - radio "less than once a month" [checked]
          - radio "about once a month"
          - radio "about once a week"
          - radio "every day, or nearly"
          - button "Take this answer back"
        """
    )
    # What it comes to is spoken as it changes.
    expect(checkup.open_step).to_match_aria_snapshot(
        """
        - heading "About where this falls on AUDIT’s scale" [level=4]
        - status: "1 of 10 answered: somewhere from 1 to 37 of 40."
        - 'img /^A line from 0 to 40, marked at 1 to 37/'
        - term: Zone I, 0–7
        - definition
        """
    )


def test_what_a_week_is_compared_with(checkup: CheckupPage) -> None:
    checkup.go(3)
    expect(checkup.open_step).to_match_aria_snapshot(
        """
        - region "Step 3 of 8 What that means":
          - heading "Step 3 of 8 What that means" [level=3]
          - heading "My week in grams" [level=4]
          - heading "Beside what guidelines say" [level=4]
          - table:
            - rowgroup:
              - row:
                - columnheader "Who says"
                - columnheader "For whom"
                - columnheader "What"
                - columnheader "My week"
            - rowgroup:
              - row:
                - rowheader /^UK Chief Medical Officers/
                - cell "everyone"
                - cell
                - cell "–"
          - 'button "Back: What I drink"'
          - 'button "Next: What I like and don’t like"'
        """
    )
    expect(checkup.heading).to_be_focused()


def test_a_list_that_one_adds_to(checkup: CheckupPage) -> None:
    checkup.go(8)
    checkup.field("In my own words").fill("a swim")
    checkup.button("Add to: What I give myself for keeping to it").click()
    expect(checkup.open_step).to_match_aria_snapshot(
        """
        - group "What I give myself for keeping to it":
          - checkbox "a meal I like"
          - checkbox "telling somebody who will be glad"
        - 'list "What I give myself for keeping to it: in my own words"':
          - listitem:
            - text: a swim
            - 'button "Remove: a swim"'
        - textbox "In my own words (What I give myself for keeping to it)"
        - 'button "Add to: What I give myself for keeping to it"'
        - status: "Added: a swim"
        - heading "Looking again" [level=4]
        - textbox "I look again on"
        - button "In two weeks"
        - button "In a month"
        - button "In three months"
        """
    )


def test_what_a_week_means(checkup: CheckupPage) -> None:
    checkup.open_file(SAVED)
    checkup.go(3)
    expect(checkup.open_step).to_match_aria_snapshot(
        """
        - heading "Step 3 of 8 What that means" [level=3]
        - heading "My week in grams" [level=4]
        - table:
          - rowgroup:
            - row "Day Drinks Alcohol"
          - rowgroup:
            - row "Monday 0 0 g":
              - rowheader "Monday"
        - heading "Beside what guidelines say" [level=4]
        - table:
          - rowgroup:
            - row "Who says For whom What My week"
          - rowgroup:
            - row:
              - rowheader
              - cell
              - cell:
                - link
              - cell
        - heading /rough band/ [level=4]
        - paragraph:
          - strong: /Never/
        - textbox "Drinks on one occasion"
        - textbox "Hours since the first of them"
        - textbox "Body weight"
        - group "Weight in":
          - radio "kilograms" [checked]
          - radio "pounds"
        - status
        - figure:
          - img /somewhere between/
          - group
        - button /Back/
        - button /Next/
        """
    )
