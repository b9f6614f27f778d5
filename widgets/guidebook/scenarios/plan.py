"""The plan that a reader makes: one page to talk over, as text and as its parts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from guidebook.scenarios.situation import PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from guidebook.scenarios.situation import Situation

UNSURE = "unsure"
"""What a reader says who sees that a phrase matters, and not to which of the three it belongs."""
CHOICES = ("", *PARTS, UNSURE)
"""What a marked phrase can be put under; empty until the reader has chosen."""

HEADING = "A plan to talk over. There is no score and no right ending."
NOTICE = (
    "General information for discussion, not medical advice. In danger: call your emergency number."
)
EFFECTS = {"likelier": "makes harm likelier", "rarer": "makes harm rarer"}
"""What a phrase does, as readers are told."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands on the plan, part by part; `to_text` writes it as one text.

    An offer is what, who and limits; a source is its title, year and address.
    """

    title: str
    label: str
    care: tuple[str, ...]
    marked: tuple[str, ...]
    offers: tuple[tuple[str, str, str], ...]
    unknown: tuple[str, ...]
    role: str
    questions: tuple[str, ...]
    sources: tuple[tuple[str, str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the parts as JSON has them.

        Examples
        --------
        >>> from guidebook.scenarios import find_situation
        >>> make_plan(find_situation("jessica")).to_dict()["marked"]
        ()
        """
        return asdict(self)

    def to_text(self) -> str:
        """Write the plan as plain text, as the page copies it.

        Examples
        --------
        >>> from guidebook.scenarios import find_situation
        >>> plan = make_plan(find_situation("jessica"), {"months": "set"})
        >>> print(plan.to_text().splitlines()[0])
        Jessica
        """
        parts = [
            [self.title, self.label, HEADING],
            ["Keep in mind", *_listed(self.care)],
            ["What we marked", *_listed(self.marked or ("Nothing yet.",))],
            ["What could be offered", *_listed(map(_offer, self.offers))]
            if self.offers
            else ["What could be offered", "- Nothing chosen yet."],
            ["What we do not know", *_listed(self.unknown)] if self.unknown else [],
            [
                f"Questions for: {self.role}",
                *(f"{number}. {text}" for number, text in enumerate(self.questions, start=1)),
            ]
            if self.role
            else [],
            [
                "Sources",
                *_listed(f"{title} ({year}), {url}" for title, year, url in self.sources),
            ],
            [NOTICE],
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def make_plan(
    situation: Situation,
    marks: Mapping[str, str] | None = None,
    chosen: Collection[str] = (),
    role: str = "",
) -> Plan:
    """Make the plan of what a reader marked and chose.

    Parameters
    ----------
    situation
        The situation.
    marks
        The ids of the phrases that were marked, each with drug, set, setting, "unsure" or nothing.
    chosen
        The ids of the options that were chosen.
    role
        The id of the role whose questions go on the plan.

    Examples
    --------
    >>> from guidebook.scenarios import find_situation
    >>> plan = make_plan(find_situation("jessica"), {"months": "set"}, ["naloxone"], "worker")
    >>> plan.marked
    ('“some months she did not”: set; makes harm likelier',)
    """
    marks = marks or {}
    points = [point for point in situation.in_order() if point.id in marks]
    options = [option for option in situation.options if option.id in chosen]
    asked = next((each for each in situation.roles if each.id == role), None)
    cited = [
        *situation.care,
        *((situation.told_in,) if situation.told_in else ()),
        *points,
        *options,
    ]
    sources = situation.cited(name for each in cited for name in each.sources)
    return Plan(
        title=situation.title,
        label=situation.label,
        care=tuple(each.text for each in situation.care),
        marked=tuple(
            f"“{point.phrase}”: {_under(marks[point.id], point.part)}; {EFFECTS[point.effect]}"
            for point in points
        ),
        offers=tuple((option.what, option.who, option.limits) for option in options),
        unknown=tuple(point.unknown for point in points if point.unknown),
        role=asked.title if asked else "",
        questions=asked.questions if asked else (),
        sources=tuple((source.title, source.year, source.url) for source in sources),
    )


def _under(mark: str, part: str) -> str:
    """Say what a reader put a phrase under; where that is open, what the file does."""
    return mark if mark in PARTS else part


def _offer(offer: tuple[str, str, str]) -> str:
    what, who, limits = offer
    return f"{what} Who: {who} Limits: {limits}"


def _listed(lines: Any) -> list[str]:  # noqa: ANN401 (any texts)
    return [f"- {line}" for line in lines]
