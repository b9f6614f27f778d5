"""The check-up as plain HTML, to be read without scripts and filled in on paper.

It holds the whole: ten questions with their points, how to add them up, drinks and limits, a sheet
for a week, and the worksheets of the later steps. What somebody has said already is written in.
Everything that comes from data or from a reader is escaped.
"""

from __future__ import annotations

from dataclasses import fields
from html import escape
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.diary import Guideline, compare, week
from guidebook.alcohol.drinks import AUDIT_GRAMS, DENSITY
from guidebook.alcohol.payload import WEEKDAYS
from guidebook.alcohol.scoring import points, score, stopping_reasons
from guidebook.alcohol.widmark import blood_alcohol_band, hours_to_zero
from guidebook.markup import link, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidebook.alcohol.checkup import Checkup

    Words = Mapping[str, Any]

_EVIDENCE = {"read": "", "copy": "copy", "quoted": "quoted by another"}
_BOX, _TICKED = "☐", "☑"
_BLANK = '<span class="gb-dcp-blank"></span>'
_ROWS = 4
"""Empty lines of a worksheet."""
_WEEKS = {
    "above": "above",
    "within": "not above",
    "unknown": "days are missing",
    "none": "no number",
}


def page_html(words: Words, checkup: Checkup, *, links: bool = True) -> str:
    """Write the whole check-up.

    Parameters
    ----------
    words
        What :func:`guidebook.alcohol.payload.to_payload` gathers.
    checkup
        What has been said already.
    links
        Whether links to other pages of the book lead anywhere from here.

    Examples
    --------
    >>> from guidebook.alcohol import Checkup
    >>> from guidebook.alcohol.payload import to_payload
    >>> page_html(to_payload(), Checkup()).count('<li class="gb-dcp-question">')
    10
    """
    page = _Page(words, checkup, links=links)
    return "\n".join(
        [
            '<div class="gb-dcp">',
            _paragraph(words["not_medical"], strong=True),
            _paragraph(
                "This page works on paper: print it, tick the boxes, write on the lines. "
                "Steps 2 and 3 need a pocket calculator."
            ),
            *page.step(0, page.where()),
            *page.step(1, page.drink()),
            *page.step(2, page.means()),
            *page.warning(),
            *page.step(3, page.likes()),
            *page.step(4, page.goal()),
            *page.step(5, page.limits()),
            *page.step(6, page.triggers()),
            *page.step(7, page.rewards()),
            "<h3>Where this comes from</h3>",
            page.notes.listed(),
            "</div>",
        ]
    )


class _Page:
    """Writes the parts of the page, one method a step."""

    def __init__(self, words: Words, checkup: Checkup, *, links: bool) -> None:
        self.words = words
        self.checkup = checkup
        self.has_links = links
        self.notes = _Notes()
        sizes = {drink["code"]: drink["size"] for drink in words["drinks"]}
        self.size = sizes[checkup.country] if checkup.country else AUDIT_GRAMS
        self.points = points(checkup.answers, checkup.typical_drinks, self.size)

    def step(self, place: int, content: Iterable[str]) -> Iterator[str]:
        given = self.words["steps"][place]
        yield f"<section><h3>{place + 1}. {escape(given['title'])}</h3>"
        yield _paragraph(given["intro"])
        yield from content
        yield "</section>"

    # ---- 1 to 3: looking -------------------------------------------------------------------------

    def where(self) -> Iterator[str]:
        form = self.words["form"]
        yield from map(_paragraph, form["text"])
        yield _list(
            f"{link(one['url'], one['title'])}: {escape(one['note'])}" for one in form["links"]
        )
        yield '<ol class="gb-dcp-questions">'
        for question, given in zip(self.words["questions"], self.points, strict=True):
            yield f'<li class="gb-dcp-question"><p>{escape(question["text"])}</p>'
            if question["hint"]:
                yield f'<p class="gb-dcp-hint">{escape(question["hint"])}</p>'
            yield _list(
                (
                    f"{_ticked(option['points'] == given)} {escape(option['label'])} "
                    f'<span class="gb-dcp-points">{_counted(option["points"], "point")}</span>'
                    for option in question["options"]
                ),
                kind="gb-dcp-options",
            )
            yield "</li>"
        yield "</ol>"
        yield from self.adding_up()

    def adding_up(self) -> Iterator[str]:
        words = self.words
        yield "<details open><summary>Add up the points</summary>"
        yield _paragraph(
            "Add the points of all ten questions: from 0 to 40. The first three alone, from 0 to "
            "12, are what is called AUDIT-C. A question that is left out may have had up to 4 "
            "points more. You are not asked for your gender: every mark is shown."
        )
        found = score(self.points)
        if found.answered:
            so_far = "" if found.zone else f", and at most {found.highest}"
            yield _paragraph(
                f"Your points: {found.total}{so_far}. Questions 1 to 3: {found.use}; "
                f"4 to 6: {found.dependence}; 7 to 10: {found.harm}.",
                strong=True,
            )
        yield f"<h4>{escape(words['scale_heading'])} {self.cited(words['scale_sources'])}</h4>"
        yield table(
            ("points", "zone", "what it says"),
            (
                (f"{zone['from']}–{zone['to']}", escape(zone["name"]), escape(zone["text"]))
                for zone in words["zones"]
            ),
            words["scale_heading"],
        )
        yield _list(
            f"{'AUDIT-C, ' if mark['scale'] == 'audit-c' else ''}{mark['from']} points or more: "
            f"{escape(mark['text'])} {self.cited(mark['sources'])}"
            for mark in words["thresholds"]
        )
        yield "</details>"

    def drink(self) -> Iterator[str]:
        yield "<h4>Grams of alcohol in a standard drink</h4>"
        yield _list(
            (
                f"{escape(drink['country'])}: "
                f"<strong>{escape(_range(drink['grams'], drink['grams_high']))} g</strong> "
                f"{self.notes.cite(drink['source'])}"
                for drink in self.words["drinks"]
            ),
            kind="gb-dcp-drinks",
        )
        yield _paragraph(
            "Where sources differ, the higher figure counts here. Other countries are missing "
            "because no source was read."
        )
        yield (
            "<details open><summary>How many drinks are in a glass?</summary>"
            f"<p>Millilitres × percent on the label ÷ 100 × {DENSITY} = grams of alcohol. Divide "
            "by the grams of your country’s drink. A bottle of wine, 750 ml at 13%: 77 g, which "
            "is five and a half drinks in the United States and more than nine and a half units "
            "in Britain.</p></details>"
        )
        drunk = week(self.checkup.diary, self.size)
        filled = [
            (day, _cell(drinks), _cell(None if drinks is None else drinks * self.size))
            for day, drinks in zip(WEEKDAYS, self.checkup.diary, strict=True)
        ]
        total = (
            ("the week", f"{drunk.drinks:g}", f"{drunk.grams:g}")
            if drunk.recorded
            else ("the week", _BLANK, _BLANK)
        )
        yield "<h4>A week’s diary</h4>"
        yield table(("day", "drinks", "grams"), [*filled, total], "A week’s diary", "gb-dcp-sheet")
        yield _paragraph("Grams are the drinks times the grams in one of them.")

    def means(self) -> Iterator[str]:
        heads = ["who says so", "for whom", "what it says", "grams a day", "grams a week"]
        has_week = any(day is not None for day in self.checkup.diary)
        rows = []
        for shown in self.words["guidelines"]:
            who = f"{shown['body']}{_place(shown)}, {shown['year']}"
            row = [
                f"{escape(who)} {self.notes.cite(shown['source'])}",
                escape(shown["applies_to"]),
                escape(shown["text"]),
                _grams(shown["day_grams"]),
                _grams(shown["week_grams"]),
            ]
            rows.append([*row, escape(self.beside(shown))] if has_week else row)
        yield "<h4>Limits, and whose they are</h4>"
        yield table(
            [*heads, "your week"] if has_week else heads, rows, "Limits, and whose they are"
        )
        yield _paragraph(self.words["guidelines_note"])
        yield from self.estimate()

    def beside(self, shown: Mapping[str, Any]) -> str:
        guideline = Guideline(**{field.name: shown[field.name] for field in fields(Guideline)})
        found = compare(self.checkup.diary, self.size, guideline)
        days = "" if found.days_over is None else f"; {_counted(found.days_over, 'day')} above"
        return f"{_WEEKS[found.week]}{days}"

    def estimate(self) -> Iterator[str]:
        words, said = self.words["estimate"], self.checkup
        yield f"<h4>{escape(words['heading'])} {self.cited(words['sources'])}</h4>"
        yield _paragraph(words["never"], strong=True)
        yield from map(_paragraph, words["about"])
        is_own = said.evening_drinks is not None and said.weight_kg is not None
        grams = (said.evening_drinks or 0) * self.size if is_own else 40.0
        weight = said.weight_kg if is_own and said.weight_kg else 70.0
        caption = f"{'' if is_own else 'An example: '}{grams:g} g of alcohol, {weight:g} kg"
        hours = [0, 2, 4, 8, 12]
        yield table(
            ("hours after the first drink", "percent, from", "to"),
            (
                (f"{hour:g}", f"{band.low:.2f}", f"{band.high:.2f}")
                for hour in hours
                for band in [blood_alcohol_band(grams, weight, hour)]
            ),
            caption,
        )
        zero = hours_to_zero(grams, weight)
        yield _paragraph(
            f"By the formula it is gone after {zero.soonest:.0f} to {zero.latest:.0f} hours. The "
            "truth may lie outside."
        )
        yield _list(map(escape, words["limits"]))

    def warning(self) -> Iterator[str]:
        words = self.words["warning"]
        title = f"{escape(words['title'])} {self.cited(words['sources'])}"
        yield f'<section class="gb-dcp-care"><h3>{title}</h3>'
        yield _paragraph(words["now"], strong=True)
        yield from map(_paragraph, words["text"])
        found = stopping_reasons(self.points, self.checkup.diary, self.size)
        said = any(one is not None for one in (*self.points, *self.checkup.diary))
        if said:
            reasons = self.words["reasons"]
            for reason in found or ("none",):
                yield _paragraph(reasons[reason], strong=bool(found))
        yield _paragraph(words["ask_heading"])
        yield _list(map(escape, words["ask"]))
        yield _paragraph(words["after"])
        if self.has_links:
            yield (
                "<p>"
                + " · ".join(
                    f'<a href="{escape(one["href"])}">{escape(one["text"])}</a>'
                    for one in words["links"]
                )
                + "</p>"
            )
        yield "</section>"

    # ---- 4 to 8: choosing ------------------------------------------------------------------------

    def likes(self) -> Iterator[str]:
        said = self.checkup
        likes, dislikes = _lines(said.likes), _lines(said.dislikes)
        longest = max(len(likes), len(dislikes))
        both = zip(_padded(likes, longest), _padded(dislikes, longest), strict=True)
        yield _sheet(("what I like about drinking", "what I don’t like"), both)
        for kind, name in (("likes", "Some people like"), ("dislikes", "Some people don’t like")):
            yield _paragraph(f"{name}: {'; '.join(self.words[kind])}.")

    def goal(self) -> Iterator[str]:
        yield '<dl class="gb-dcp-goals">'
        for goal in self.words["goals"]:
            box = _ticked(goal["id"] == self.checkup.goal)
            yield f"<dt>{box} {escape(goal['label'])} {self.cited(goal['sources'])}</dt><dd>"
            yield from map(_paragraph, goal["text"])
            yield "</dd>"
        yield "</dl>"

    def limits(self) -> Iterator[str]:
        said = self.checkup
        yield from map(_paragraph, self.words["limits_intro"])
        yield _list(
            (
                f"On a day when I drink, at most {_cell(said.day_limit)} drinks",
                f"In a week, at most {_cell(said.week_limit)} drinks",
                f"Days a week without: {_cell(said.free_days)}",
            ),
        )
        yield "<p>My pace:</p>"
        yield _list(
            (
                f"{_ticked(way['id'] in said.pace)} {escape(way['text'])} "
                f"{self.cited(way['sources'])}"
                for way in self.words["pace"]
            ),
            kind="gb-dcp-ticks",
        )

    def triggers(self) -> Iterator[str]:
        *first, last = self.words["triggers_intro"]
        yield from map(_paragraph, first)
        yield f"<p>{escape(last)} {self.cited(self.words['triggers_sources'])}</p>"
        said = [(escape(one.trigger), escape(one.instead)) for one in self.checkup.triggers]
        blank = [(_BLANK, _BLANK)] * max(0, _ROWS - len(said))
        yield _sheet(("what brings on a drink", "what I do instead"), [*said, *blank])
        yield "<p>For example:</p>"
        yield _list(
            f"{escape(one['trigger'])}: {escape('; or '.join(one['instead']))}"
            for one in self.words["triggers"]
        )

    def rewards(self) -> Iterator[str]:
        yield from map(_paragraph, self.words["rewards_intro"])
        yield _sheet(("what I do for myself",), ((line,) for line in _lines(self.checkup.rewards)))
        yield _paragraph(f"For example: {'; '.join(self.words['rewards'])}.")
        day = escape(self.checkup.review_on) or _BLANK
        yield f"<p>I look again on: {day}</p><p>On that day:</p>"
        yield _list(map(escape, self.words["review"]))

    def cited(self, ids: Iterable[str]) -> str:
        """Write the numbers of sources, by their ids."""
        return self.notes.cite(*(self.words["sources"][name] for name in ids))


class _Notes:
    """Numbers the sources, so that one that many lines share is written once, at the end."""

    def __init__(self) -> None:
        self.entries: list[str] = []

    def cite(self, *sources: Mapping[str, Any]) -> str:
        return f'<span class="gb-dcp-cite">[{", ".join(map(self.number, sources))}]</span>'

    def number(self, source: Mapping[str, Any]) -> str:
        remarks = [str(source["year"] or "undated"), _EVIDENCE[source["evidence"]]]
        entry = ", ".join([link(source["url"], source["title"]), *filter(None, remarks)])
        if entry not in self.entries:
            self.entries.append(entry)
        number = self.entries.index(entry) + 1
        return f'<a href="#check-up-source-{number}">{number}</a>'

    def listed(self) -> str:
        items = (
            f'<li id="check-up-source-{number}">{entry}</li>'
            for number, entry in enumerate(self.entries, start=1)
        )
        return f'<ol class="gb-dcp-sources">{"".join(items)}</ol>'


# ---- small pieces --------------------------------------------------------------------------------


def _paragraph(text: str, *, strong: bool = False) -> str:
    return f"<p><strong>{escape(text)}</strong></p>" if strong else f"<p>{escape(text)}</p>"


def _list(items: Iterable[str], kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<ul{named}>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _sheet(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="table gb-dcp-sheet"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _lines(given: Sequence[str]) -> list[str]:
    return [*map(escape, given), *[_BLANK] * max(0, _ROWS - len(given))]


def _padded(lines: list[str], length: int) -> list[str]:
    return lines + [_BLANK] * (length - len(lines))


def _cell(value: float | None) -> str:
    return _BLANK if value is None else f"{value:g}"


def _ticked(is_chosen: bool) -> str:  # noqa: FBT001 (a box is ticked or it is not)
    # Screen readers say what the sign means; they read the sign itself as they like.
    said = '<span class="visually-hidden">chosen: </span>' if is_chosen else ""
    return f'<span aria-hidden="true">{_TICKED if is_chosen else _BOX}</span>{said}'


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _range(low: float, high: float | None) -> str:
    return f"{low:g}" if high is None else f"{low:g}–{high:g}"


def _grams(grams: float | None) -> str:
    return "no number" if grams is None else f"{grams:g}"


def _place(guideline: Mapping[str, Any]) -> str:
    return f" ({guideline['country_name']})" if guideline["country_name"] else ""
