"""Laws and deaths over time, as a Jupyter widget: a map of the states, a year, and a curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from guidebook.laws import LAWS, Laws, load_laws
from guidebook.policy_plain import plain_html
from guidebook.problems import meant
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    import pandas as pd


class PolicyMap(BookWidget):
    """See which states had a law by a year, beside the deaths by overdose of the whole nation.

    Law, year and state are traits: setting one moves the view, and using the view sets it.

    Parameters
    ----------
    laws
        The laws and deaths to show; those of the nearest data package when left out.
    **traits
        The law, year and state to start with.

    Raises
    ------
    traitlets.TraitError
        If a trait is given what it cannot be; the message says what it could.
    DataError
        If no laws are given and the published tables are broken.

    Examples
    --------
    >>> chart = PolicyMap(law="good-samaritan", year=2007)
    >>> chart.states.query("status == 'in force'")["name"].tolist()
    ['New Mexico']
    >>> chart.year = 1950
    Traceback (most recent call last):
        ...
    traitlets.traitlets.TraitError: year must lie between 1999 and 2024, not 1950
    """

    MODULE = "policy-map"
    STATE = ("law", "year", "region")

    _payload = traitlets.Dict().tag(sync=True)

    law = traitlets.Unicode(LAWS[0].id).tag(sync=True)
    """The kind of law: naloxone, good-samaritan or arrest-protection. Default: naloxone."""
    year = traitlets.Int(2015).tag(sync=True)
    """The year at whose end the map shows the laws. Default: 2015."""
    region = traitlets.Unicode("").tag(sync=True)
    """The letters of the state that is looked at, such as IL. Default: none."""

    def __init__(self, laws: Laws | None = None, **traits: Any) -> None:  # noqa: ANN401 (traitlets checks them)
        given = load_laws() if laws is None else laws
        if not isinstance(given, Laws):
            message = f"a policy map needs Laws, not {type(given).__name__}; load_laws reads them"
            raise TypeError(message)
        # Before the traits: checking them needs the tables.
        self._laws = given
        super().__init__(_payload=given.to_payload(), **traits)

    # ---- what is shown ---------------------------------------------------------------------------

    @property
    def laws(self) -> Laws:
        """The tables behind it.

        Examples
        --------
        >>> PolicyMap().laws.through
        2021
        """
        return self._laws

    @property
    def states(self) -> pd.DataFrame:
        """Where the law stands in every state at the end of the year.

        The columns are ``region``, ``name``, ``since``, ``status`` and ``note``; a status is in
        force, not yet or unknown.

        Examples
        --------
        >>> PolicyMap(year=2015).states["status"].value_counts().to_dict()
        {'in force': 41, 'not yet': 9, 'unknown': 1}
        """
        return self._laws.states(self.law, self.year)

    @property
    def deaths(self) -> pd.DataFrame:
        """Deaths by overdose in every year; final and provisional counts in rows of their own.

        Examples
        --------
        >>> deaths = PolicyMap().deaths
        >>> deaths[deaths["year"] == 2024][["series", "deaths"]].values.tolist()
        [['final', 79385], ['provisional', 80391]]
        """
        return self._laws.deaths.copy()

    @property
    def summary(self) -> str:
        """What the map and the curve show now, in two sentences.

        Examples
        --------
        >>> print(PolicyMap(year=2001).summary)
        By the end of 2001, a law on access to naloxone was in force in 1 of 51, not yet in 49, unknown in 1. In 2001, 19,394 people died of an overdose in the United States (final count).
        """
        return f"{self._laws.summary(self.law, self.year)} {self._laws.deaths_in(self.year)}"

    @property
    def selected(self) -> pd.Series[Any] | None:
        """The row of the state that is looked at; None when none is.

        Examples
        --------
        >>> int(PolicyMap(region="NM", law="good-samaritan").selected["since"])
        2007
        """
        rows = self.states.query("region == @self.region")
        return rows.iloc[0] if len(rows) else None

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.validate("law")
    def _check_law(self, proposal: dict[str, Any]) -> str:
        try:
            return self._laws.law(proposal["value"]).id
        except ValueError as error:
            raise traitlets.TraitError(str(error)) from None

    @traitlets.validate("year")
    def _check_year(self, proposal: dict[str, Any]) -> int:
        year: int = proposal["value"]
        first, last = self._laws.first, self._laws.last
        if not first <= year <= last:
            message = f"year must lie between {first} and {last}, not {year}"
            raise traitlets.TraitError(message)
        return year

    @traitlets.validate("region")
    def _check_region(self, proposal: dict[str, Any]) -> str:
        region: str = proposal["value"]
        known = self._laws.policy["region"].tolist()
        if region and region not in known:
            message = f"there is no state “{region}”; {meant(region, known)}"
            raise traitlets.TraitError(message)
        return region

    # ---- showing ---------------------------------------------------------------------------------

    def plain(self) -> str:
        """Write both tables, whole.

        Examples
        --------
        >>> "not dated" in PolicyMap().plain()
        True
        """
        return plain_html(self._laws)

    def page_state(self) -> dict[str, Any]:
        """Give law, year, state and the tables.

        Examples
        --------
        >>> PolicyMap(year=2010).page_state()["year"]
        2010
        """
        return {
            **super().page_state(),
            **{name: getattr(self, name) for name in self.STATE},
            "_payload": self._payload,
        }

    def __repr__(self) -> str:
        """Say what it shows."""
        return f"<PolicyMap: {self.summary}>"
