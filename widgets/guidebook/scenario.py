"""A situation as a Jupyter widget: mark what matters, choose what to offer, take a plan along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import traitlets

from guidebook.problems import meant
from guidebook.scenarios import (
    Plan,
    Situation,
    find_situation,
    make_plan,
    parse_situation,
    read_situation,
)
from guidebook.scenarios.plain import situation_html
from guidebook.scenarios.plan import CHOICES
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDINGS = {".yaml", ".yml"}


class ChoiceError(traitlets.TraitError, ValueError):
    """Raised when a trait is set to what the scenario does not have; the message says what it has."""


class Scenario(BookWidget):
    """Read a situation, mark what makes harm likelier or rarer, and make a plan to talk over.

    There is no score and no right ending, and nothing that is marked leaves the page or notebook.

    Parameters
    ----------
    scenario
        The id of a scenario of the book, such as "festival"; the path of a file of your own; or a
        `Situation`.
    **traits
        What to start with, such as ``chosen=["naloxone"]``.

    Raises
    ------
    ValueError
        If there is no such scenario, or a trait names what it does not have (a `ChoiceError`).
    DataError
        If a file breaks the rules; each problem names its line and field.

    Examples
    --------
    >>> scenario = Scenario("jessica", marks={"months": "set"}, chosen=["naloxone"])
    >>> scenario.plan.marked
    ('“some months she did not”: set; makes harm likelier',)
    >>> scenario.chosen = ["naloxon"]
    Traceback (most recent call last):
        ...
    guidebook.scenario.ChoiceError: “jessica” has no option “naloxon”; did you mean “naloxone”?
    """

    MODULE = "scenario"
    STATE = ("marks", "chosen", "role")

    _situation = traitlets.Dict().tag(sync=True)

    marks = traitlets.Dict().tag(sync=True)
    """The phrases that are marked: their ids, each with "drug", "set", "setting", "unsure" or
    nothing yet. Default: none."""
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The ids of the options on the plan. Default: none."""
    role = traitlets.Unicode("").tag(sync=True)
    """The id of the role whose questions go on the plan. Default: none."""

    def __init__(
        self,
        scenario: str | Path | Situation,
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        # Before the traits: checking them needs the situation.
        self._story = _found(scenario)
        super().__init__(
            _situation={**self._story.to_dict(), "label": self._story.label},
            **traits,
        )

    @classmethod
    def from_text(
        cls,
        text: str,
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> Scenario:
        """Make a scenario of what a file would hold.

        Parameters
        ----------
        text
            A scenario in YAML.
        **traits
            What to start with.

        Raises
        ------
        DataError
            If it breaks the rules; each problem names its line and field.

        Examples
        --------
        >>> from guidebook.scenarios import scenario_files
        >>> Scenario.from_text(scenario_files()[1].read_text(encoding="utf-8"))
        <Scenario “A student at a festival”: 0 of 9 phrases marked, 0 of 6 options chosen>
        """
        return cls(parse_situation(text), **traits)

    # ---- what is told, and what was made of it ---------------------------------------------------

    @property
    def situation(self) -> Situation:
        """The situation as its file tells it.

        Examples
        --------
        >>> Scenario("festival").situation.origin
        'invented'
        """
        return self._story

    @property
    def points(self) -> pd.DataFrame:
        """The phrases that matter, in the order of the text; ``mark`` is where the reader put it.

        Examples
        --------
        >>> scenario = Scenario("jessica", marks={"months": "unsure"})
        >>> scenario.points[["phrase", "part", "mark"]].iloc[1].tolist()
        ['some months she did not', 'set', 'unsure']
        """
        rows = [
            {
                "id": point.id,
                "passage": point.passage,
                "phrase": point.phrase,
                "part": point.part,
                "effect": point.effect,
                "marked": point.id in self.marks,
                "mark": self.marks.get(point.id, ""),
                "why": point.why,
                "sources": "; ".join(each.title for each in self._story.cited(point.sources)),
            }
            for point in self._story.in_order()
        ]
        return pd.DataFrame(rows)

    @property
    def options(self) -> pd.DataFrame:
        """What could be offered; ``chosen`` says what is on the plan.

        Examples
        --------
        >>> options = Scenario("jessica", chosen=["naloxone"]).options
        >>> options.loc[options["chosen"], "id"].tolist()
        ['naloxone']
        """
        rows = [
            {
                "id": option.id,
                "what": option.what,
                "who": option.who,
                "limits": option.limits,
                "answers": "; ".join(self._story.point(name).phrase for name in option.answers),
                "chosen": option.id in self.chosen,
            }
            for option in self._story.options
        ]
        return pd.DataFrame(rows)

    @property
    def plan(self) -> Plan:
        """The plan as it stands; ``print(scenario.plan.to_text())`` shows it.

        Examples
        --------
        >>> Scenario("festival", role="student").plan.role
        'Lena'
        """
        return make_plan(self._story, self.marks, self.chosen, self.role)

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.validate("marks")
    def _check_marks(self, proposal: dict[str, Any]) -> dict[str, str]:
        marks: dict[str, str] = proposal["value"]
        self._check_known("phrase", marks, [point.id for point in self._story.points])
        for name, mark in marks.items():
            if mark not in CHOICES:
                message = f"{name} is marked “{mark}”; {meant(str(mark), filter(None, CHOICES))}"
                raise ChoiceError(message)
        return marks

    @traitlets.validate("chosen")
    def _check_chosen(self, proposal: dict[str, Any]) -> list[str]:
        known = [option.id for option in self._story.options]
        chosen: list[str] = proposal["value"]
        self._check_known("option", chosen, known)
        return [name for name in known if name in chosen]

    @traitlets.validate("role")
    def _check_role(self, proposal: dict[str, Any]) -> str:
        role: str = proposal["value"]
        if role:
            self._check_known("role", [role], [each.id for each in self._story.roles])
        return role

    def _check_known(self, kind: str, names: Iterable[str], known: list[str]) -> None:
        for name in names:
            if name not in known:
                message = f"“{self._story.id}” has no {kind} “{name}”; {meant(str(name), known)}"
                raise ChoiceError(message)

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line how far the reader is."""
        story = self._story
        return (
            f"<Scenario “{story.title}”: {len(self.marks)} of {len(story.points)} phrases marked, "
            f"{len(self.chosen)} of {len(story.options)} options chosen>"
        )

    def plain(self) -> str:
        """Write the situation with everything that the reader can find in it."""
        return situation_html(self._story)

    def page_state(self) -> dict[str, Any]:
        """Give what a static page starts from, the situation included."""
        return {**super().page_state(), "_situation": self._situation}


def _found(scenario: str | Path | Situation) -> Situation:
    if isinstance(scenario, Situation):
        return scenario
    if isinstance(scenario, Path) or Path(scenario).suffix in _ENDINGS:
        return read_situation(Path(scenario))
    return find_situation(scenario)
