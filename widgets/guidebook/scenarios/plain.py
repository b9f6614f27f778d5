"""A situation as plain HTML: for readers without scripts, for print and for search."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from guidebook.markup import link
from guidebook.scenarios.plan import EFFECTS, NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidebook.scenarios.situation import Option, Point, Role, Situation, Source

_REMARKS = {"copy": "read as a copy or at second hand", "contested": "sources differ"}
_PROMPTS = (
    "What we would offer first, and who would do it",
    "What we do not know, and whom we would ask",
    "What somebody else would have to change",
)


def situation_html(situation: Situation) -> str:
    """Write a situation, what matters in it, what could be offered, and questions by role.

    Parameters
    ----------
    situation
        The situation; all of its text is escaped.

    Examples
    --------
    >>> from guidebook.scenarios import find_situation
    >>> html = situation_html(find_situation("festival"))
    >>> html.count("<li"), "Invented for teaching" in html
    (..., True)
    """
    return "\n".join(
        [
            '<div class="gb-scn-plain">',
            *_opening(situation),
            "<h3>The situation</h3>",
            "<ol>",
            *(f"<li><p>{_passage(situation, n)}</p></li>" for n in _numbers(situation)),
            "</ol>",
            "<h3>What matters in it, and why</h3>",
            (
                "<p>Look for what makes harm likelier or rarer before you open these. Drug: what it is, "
                "how much, how it is taken and stopped. Set: the person’s body, mood and plans. "
                "Setting: place, company, services, customs, law.</p>"
            ),
            *(_answers(situation, n) for n in _numbers(situation)),
            "<h3>What could be offered</h3>",
            "<ul>",
            *(_option(situation, option) for option in situation.options),
            "</ul>",
            "<h3>Questions by role</h3>",
            *map(_role, situation.roles),
            "<h3>Our plan</h3>",
            (
                f'<p><strong class="gb-scn-label">{escape(situation.label)}</strong> '
                "There is no score and no right ending.</p>"
            ),
            '<div class="sheet-write"><ul>',
            *(f"<li><p>{prompt}</p></li>" for prompt in _PROMPTS),
            "</ul></div>",
            f"<p>{NOTICE}</p>",
            "</div>",
        ]
    )


def _opening(situation: Situation) -> Iterable[str]:
    yield (
        f'<p><strong class="gb-scn-label">{escape(situation.label)}</strong> '
        f"About {situation.minutes} minutes. Content note: {escape(situation.content_note)}</p>"
    )
    if situation.told_in:
        yield _cited(situation, situation.told_in.sources)
    yield '<div class="gb-scn-care">'
    for each in situation.care:
        yield f"<p>{escape(each.text)}</p>{_cited(situation, each.sources)}"
    yield "</div>"


def _numbers(situation: Situation) -> range:
    return range(1, len(situation.passages) + 1)


def _passage(situation: Situation, number: int) -> str:
    return "".join(
        escape(piece)
        if isinstance(piece, str)
        else f'<span class="gb-scn-plain-phrase">{escape(piece.phrase)}</span>'
        for piece in situation.pieces(number)
    )


def _answers(situation: Situation, number: int) -> str:
    points = [piece for piece in situation.pieces(number) if not isinstance(piece, str)]
    if not points:
        return ""
    inside = "\n".join(_point(situation, point) for point in points)
    return f"<details><summary>In passage {number}</summary>\n{inside}\n</details>"


def _point(situation: Situation, point: Point) -> str:
    unknown = f" We do not know {escape(point.unknown)}." if point.unknown else ""
    return (
        f"<p><strong>“{escape(point.phrase)}”. {point.part.capitalize()}: "
        f"{EFFECTS[point.effect]}.</strong> {escape(point.why)}{unknown}</p>"
        f"{_cited(situation, point.sources)}"
    )


def _option(situation: Situation, option: Option) -> str:
    return (
        f"<li><p><strong>{escape(option.what)}</strong> Who: {escape(option.who)} "
        f"Why: {escape(option.why)} Limits: {escape(option.limits)}</p>"
        f"{_cited(situation, option.sources)}</li>"
    )


def _role(role: Role) -> str:
    questions = "".join(f"<li>{escape(question)}</li>" for question in role.questions)
    return f"<h4>{escape(role.title)}</h4>\n<ol>{questions}</ol>"


def _cited(situation: Situation, ids: Sequence[str]) -> str:
    sources = situation.cited(ids)
    word = "Source" if len(sources) == 1 else "Sources"
    return f'<p class="gb-scn-sources">{word}: {"; ".join(map(_source, sources))}.</p>'


def _source(source: Source) -> str:
    remark = _REMARKS.get(source.evidence)
    known = f" ({remark})" if remark else ""
    return f"{link(source.url, source.title)}, {escape(source.year)}{known}"
