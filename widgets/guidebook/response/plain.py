"""The response as plain HTML: for readers without scripts, for print and for search engines.

Everything that comes from data is escaped. The questions of the walk stand with their answers in
``<details>``, so that they can be thought about first.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidebook.response.calling import Call
    from guidebook.response.model import Choice, Difference, Moment, Response, Source, Step

KINDS = {
    "fits": "This fits.",
    "taught": "Some sources teach this instead.",
    "back": "Take this one back.",
}
"""What is said of a choice of each kind."""
_FIRST_PANEL = 4


def page_html(response: Response, call: Call, edition: str, help_url: str) -> str:
    """Write everything: whom to call, the steps, the walk, the differences and the card.

    Parameters
    ----------
    response
        What is practised.
    call
        Whom to call.
    edition
        The edition's date in words.
    help_url
        The address of the page with the same steps for an emergency; empty if there is none.
    """
    return "\n".join(
        [
            '<div class="gb-response">',
            real_html(call, help_url),
            (
                '<p class="gb-response-note"><strong>Content note.</strong> '
                f"{escape(response.content_note)} {escape(response.advice)}</p>"
            ),
            "<h3>The steps, in the book’s order</h3>",
            '<ol class="gb-response-steps">',
            *(_step(step, response) for step in response.steps),
            "</ol>",
            (
                f"<p><strong>What to leave.</strong> {escape(response.avoid.says)} "
                f"{cited(response, response.avoid.sources)}</p>"
            ),
            "<h3>A situation to think through</h3>",
            *(
                _moment(number, moment, response)
                for number, moment in enumerate(response.moments, 1)
            ),
            "<h3>Where guidance differs</h3>",
            *(difference_html(each, response) for each in response.differs),
            '<div class="gb-response-card"><h3>A card for your wallet</h3>',
            card_html(response, call, edition),
            "</div></div>",
        ]
    )


def real_html(call: Call, help_url: str) -> str:
    """Write what to do if this is no practice.

    Parameters
    ----------
    call
        Whom to call.
    help_url
        The page with the steps for an emergency.

    Examples
    --------
    >>> from guidebook.response.calling import Call
    >>> print(real_html(Call("NZ", "New Zealand", "111", "111"), "../help-now.html"))
    <p class="gb-response-real"><strong>If this is real: call now.</strong>
    <a href="tel:111">111</a> (New Zealand). Then <a href="../help-now.html">Help now</a>.</p>
    >>> print(real_html(Call("", ""), ""))
    <p class="gb-response-real"><strong>If this is real: call now.</strong>
    Your local emergency number.</p>
    """
    country = f" ({escape(call.country)})" if call.country and call.number else ""
    then = f' Then <a href="{escape(help_url)}">Help now</a>.' if help_url else ""
    number = number_html(call)
    words = number if call.number else number[0].upper() + number[1:]
    # The space stands before the remark, so that none is left where there is no remark.
    remark = f" {escape(call.remark)}" if call.remark else ""
    return (
        '<p class="gb-response-real"><strong>If this is real: call now.</strong>\n'
        f"{words}{country}.{remark}{then}</p>"
    )


def number_html(call: Call) -> str:
    """Write a number as a link that a phone can call, or the words where none is known.

    Parameters
    ----------
    call
        Whom to call.

    Examples
    --------
    >>> from guidebook.response.calling import Call
    >>> number_html(Call("GB", "United Kingdom", "999 or 112", "999"))
    '<a href="tel:999">999 or 112</a>'
    """
    digits = "".join(one for one in call.dial if one.isdigit() or one == "+")
    words = escape(call.words)
    return f'<a href="tel:{digits}">{words}</a>' if digits else words


def card_html(response: Response, call: Call, edition: str) -> str:
    """Write the card: four panels of 85 by 54 mm, to be folded twice.

    Parameters
    ----------
    response
        What stands on it.
    call
        Whom to call.
    edition
        The edition's date in words.
    """
    early, late = response.steps[:_FIRST_PANEL], response.steps[_FIRST_PANEL:]
    names = dict.fromkeys(
        response.source[one].name for step in response.steps for one in step.sources
    )
    where = escape(call.country) if call.number else ""
    return "\n".join(
        [
            '<div class="gb-rcard">',
            '<div class="gb-rcard-panel gb-rcard-front">',
            '<p class="gb-rcard-title">Not waking up? Not breathing well?</p>',
            f'<p class="gb-rcard-call">Call <strong>{escape(call.words)}</strong></p>',
            f'<p class="gb-rcard-small">{where}</p>' if where else "",
            f'<p class="gb-rcard-small">{escape(call.remark)}</p>' if call.remark else "",
            f'<p class="gb-rcard-small">{escape(response.advice)}</p>',
            "</div>",
            f'<div class="gb-rcard-panel"><ol>{_card_steps(early)}</ol></div>',
            f'<div class="gb-rcard-panel"><ol start="{len(early) + 1}">{_card_steps(late)}</ol></div>',
            '<div class="gb-rcard-panel">',
            f'<p class="gb-rcard-small">{escape(response.avoid.says)}</p>',
            (
                '<p class="gb-rcard-small">Good sources differ in the order and the times. Sources: '
                f"{escape('; '.join(names))}.{_number_source(call)}</p>"
            ),
            f'<p class="gb-rcard-small">Where They’re At, edition of {escape(edition)}.</p>',
            "</div>",
            "</div>",
        ]
    )


def cited(response: Response, ids: Iterable[str]) -> str:
    """Write the sources of a statement in small print.

    Parameters
    ----------
    response
        Where the sources are known.
    ids
        Their ids.
    """
    links = "; ".join(source_html(response.source[one]) for one in ids)
    return f'<span class="gb-response-from">Source: {links}.</span>'


def source_html(source: Source) -> str:
    """Write a source as a link, with what should be known about the copy that was read.

    Parameters
    ----------
    source
        The source.

    Examples
    --------
    >>> from guidebook.response.model import Source
    >>> source_html(Source("a", "A", "A <b>", "A body", "javascript:1", "weak"))
    'A body: A &lt;b&gt; (weak source)'
    """
    words = escape(source.words)
    try:
        safe = urlsplit(source.url).scheme in {"http", "https"}
    except ValueError:
        safe = False
    return f'<a href="{escape(source.url)}">{words}</a>' if safe else words


def difference_html(difference: Difference, response: Response) -> str:
    """Write a question that sources answer differently, with all its answers.

    Parameters
    ----------
    difference
        The question.
    response
        Where the sources are known.
    """
    views = "".join(
        f"<li>{escape(view.says)} {cited(response, view.sources)}</li>" for view in difference.views
    )
    return (
        f'<div class="gb-response-differs"><p><strong>{escape(difference.question)}</strong></p>\n'
        f"<ul>{views}</ul></div>"
    )


def _step(step: Step, response: Response) -> str:
    return (
        f"<li><strong>{escape(step.label)}.</strong> {escape(step.do)} "
        f"<em>Why:</em> {escape(step.why)} {cited(response, step.sources)}</li>"
    ).replace("?.</strong>", "?</strong>")


def _moment(number: int, moment: Moment, response: Response) -> str:
    if not moment.choices:
        return f"<p><strong>The end.</strong> {escape(moment.situation)} {cited(response, moment.sources)}</p>"
    choices = "".join(_choice(choice, response) for choice in moment.choices)
    labels = "".join(f"<li>{escape(choice.label)}</li>" for choice in moment.choices)
    return (
        f'<div class="gb-response-moment"><p><strong>{number}.</strong> {escape(moment.situation)} '
        f"<strong>{escape(moment.question)}</strong></p>\n<ul>{labels}</ul>\n"
        f"<details><summary>What the sources say</summary>\n<ul>{choices}</ul></details></div>"
    )


def _choice(choice: Choice, response: Response) -> str:
    return (
        f"<li><strong>{escape(choice.label)}:</strong> {KINDS[choice.kind]} {escape(choice.because)} "
        f"{cited(response, choice.sources)}</li>"
    )


def _card_steps(steps: Iterable[Step]) -> str:
    return "".join(
        f"<li><strong>{escape(step.label)}:</strong> {escape(step.card)}</li>" for step in steps
    )


def _number_source(call: Call) -> str:
    return f" Number: {escape(call.source_title)}." if call.source_title else ""
