"""The practice of the response as a screen reader is told of it: roles, names and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from browser.conftest import OpenPage

AWAKE = "Shout, shake them gently, rub my knuckles on their breastbone"


@pytest.fixture
def live(open_page: OpenPage, server: str) -> Locator:
    page, _ = open_page(f"{server}/practice/practise-the-response.html")
    return page.locator(".guidebook-live .gb-response")


def test_what_is_real_comes_first(live: Locator) -> None:
    expect(live).to_match_aria_snapshot(
        """
        - paragraph:
          - strong: "If this is real: call now."
          - link "Help now"
        - combobox "Emergency number for":
          - option "no country chosen" [selected]
        - paragraph:
          - strong: Content note.
        - heading "1. Put the steps in order" [level=3]
        - heading "2. Walk through it" [level=3]
        - heading "Where guidance differs" [level=3]
        - heading "A card for your wallet" [level=3]
        - button "Print the card"
        """
    )


def test_the_number_of_a_country(live: Locator) -> None:
    live.get_by_label("Emergency number for").select_option(label="Germany")
    expect(live).to_match_aria_snapshot(
        """
        - paragraph:
          - strong: "If this is real: call now."
          - link /112/
          - link "Help now"
        - combobox "Emergency number for":
          - option "Germany" [selected]
        """
    )


def test_steps_to_put_in_order(live: Locator) -> None:
    first = live.locator(".gb-order-label").first.inner_text()
    last = live.locator(".gb-order-label").last.inner_text()
    expect(live.get_by_role("group", name="The steps of the response")).to_match_aria_snapshot(
        f"""
        - group "The steps of the response, first to last":
          - paragraph: /two buttons/
          - list:
            - listitem:
              - text: {first}
              - 'button "Move up: {first}"'
              - 'button "Move down: {first}"'
            - listitem:
              - text: {last}
              - 'button "Move up: {last}"'
              - 'button "Move down: {last}"'
          - status
        """
    )


def test_an_answer_and_what_it_leads_to(live: Locator) -> None:
    walk = live.locator(".gb-response-walk")
    expect(walk).to_match_aria_snapshot(
        f"""
        - heading /A friend lies on the sofa/ [level=4]
        - paragraph: What do you do first?
        - list "What do you do first?":
          - listitem:
            - button "{AWAKE}"
          - listitem:
            - button "Let them sleep it off"
          - listitem:
            - button "Put them under a cold shower"
        """
    )
    walk.get_by_role("button", name="Let them sleep it off").click()
    expect(walk).to_match_aria_snapshot(
        r"""
        - heading "Take this one back." [level=4]
        - paragraph: "You chose: Let them sleep it off"
        - paragraph: /Not sure\? Act as if it is one/
        - paragraph:
          - link /leaves this book/
        - button "Take it back"
        - group: What you did so far
        """
    )
    # Whoever cannot see what changed is taken there.
    expect(walk.get_by_role("heading", level=4)).to_be_focused()
