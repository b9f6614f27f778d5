"""Events as plain HTML: what stands in print, where scripts are off, and in the book's list."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from guidebook.events.event import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidebook.events.event import Event

REMARKS = {
    "read": "",
    "copy": "read as a copy or at second hand",
    "contested": "sources differ",
}
"""What stands behind a source; one that was itself read needs no remark."""


def anchor(identity: str) -> str:
    """Give the anchor of an event in the book's list.

    Parameters
    ----------
    identity
        The event's id.

    Examples
    --------
    >>> anchor("tacoma")
    'event-tacoma'
    """
    return f"event-{identity}"


def event_html(event: Event, themes: Mapping[str, str], *, anchored: bool = False) -> str:
    """Write an event as an item of a list.

    Parameters
    ----------
    event
        The event.
    themes
        The themes' labels by id.
    anchored
        Whether links lead to it; only one list of a page may say so.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from guidebook.events import load_events
    >>> event = replace(load_events()["tacoma"], title="A <b>", description="It begins.",
    ...                 evidence="copy", source_title="A page", source_url="https://example.org/")
    >>> print(event_html(event, {"syringes": "Syringe access"}, anchored=True))
    <li id="event-tacoma"><p class="book-event-date"><time datetime="1988-08">August 1988</time></p>
    <p><strong>A &lt;b&gt;</strong></p>
    <p>It begins.</p>
    <p class="book-small">Tacoma, Washington, United States. Syringe access.
    Source: <a href="https://example.org/">A page</a> (read as a copy or at second hand)</p></li>
    """
    labels = ", ".join(themes.get(theme, theme) for theme in event.themes)
    remark = f" ({REMARKS[event.evidence]})" if REMARKS[event.evidence] else ""
    identity = f' id="{anchor(escape(event.id))}"' if anchored else ""
    return (
        f'<li{identity}><p class="book-event-date">'
        f'<time datetime="{escape(event.date)}">{date_words(event.date)}</time></p>\n'
        f"<p><strong>{escape(event.title)}</strong></p>\n"
        f"<p>{escape(event.description)}</p>\n"
        f'<p class="book-small">{escape(event.where)}. {escape(labels)}.\nSource: '
        f"{_link(event.source_url, event.source_title)}{remark}</p></li>"
    )


def list_html(events: Iterable[Event], themes: Mapping[str, str], *, anchored: bool = False) -> str:
    """Write events as a list.

    Parameters
    ----------
    events
        The events, in the order of their dates.
    themes
        The themes' labels by id.
    anchored
        Whether links lead to the events.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> list_html(load_events().filter(countries="CH"), {}).count("<li>")
    3
    """
    items = "\n".join(event_html(event, themes, anchored=anchored) for event in events)
    return f'<ol class="book-events">\n{items}\n</ol>'


def decades(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Part events by decade.

    Parameters
    ----------
    events
        The events, in the order of their dates.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> [(decade, len(some)) for decade, some in decades(load_events()).items()][:2]
    [('1910s', 1), ('1920s', 1)]
    """
    return {decade: list(some) for decade, some in groupby(events, key=lambda one: one.decade)}


def _link(address: str, words: str) -> str:
    """Write a link; plain words where the address is not one of the web."""
    if not address.startswith(("https://", "http://")):
        return escape(words)
    return f'<a href="{escape(address)}">{escape(words)}</a>'
