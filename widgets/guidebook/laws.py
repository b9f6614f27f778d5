"""Laws of US states on naloxone and on calling for help, and deaths by overdose, year by year.

A state's year is the year in which a law took effect, as one data set dates it. A blank is never
"no": it means that the data set gives no year, and so it counts as unknown in every year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pandas as pd

from guidebook.package import find_package
from guidebook.problems import meant
from guidebook.tables import read_table

if TYPE_CHECKING:
    from guidebook.package import DataPackage

Status = Literal["in force", "not yet", "unknown"]
STATUSES: tuple[Status, ...] = ("in force", "not yet", "unknown")
"""What can be said of a law in a state at the end of a year."""


CAUTION = (
    "Both change over the same years. That does not make one the cause of the other: the drug "
    "supply, treatment, a pandemic and much else changed in these years too, and this page cannot "
    "tell them apart."
)
"""What has to stand beside two things that are shown together."""


@dataclass(frozen=True, slots=True)
class Law:
    """A kind of law.

    Attributes
    ----------
    id
        Its id, such as ``naloxone``.
    column
        The column of ``state_policy`` that holds its years.
    label
        Its name.
    phrase
        Its name as a sentence begins with it.
    definition
        What counts as one, in a sentence.
    """

    id: str
    column: str
    label: str
    phrase: str
    definition: str


LAWS = (
    Law(
        "naloxone",
        "naloxone_law_year",
        "Naloxone access",
        "a law on access to naloxone",
        "Any law that makes it easier to get naloxone, the medicine that reverses an opioid overdose.",
    ),
    Law(
        "good-samaritan",
        "good_samaritan_law_year",
        "Good Samaritan",
        "a Good Samaritan law",
        "Any law that protects people who call for help at an overdose, from whatever it protects.",
    ),
    Law(
        "arrest-protection",
        "arrest_protection_year",
        "Protection from arrest",
        "a Good Samaritan law that protects from arrest",
        "A Good Samaritan law that protects from being arrested for possession, and not only later on.",
    ),
)
"""The kinds of law that ``state_policy`` dates."""


class Counts(NamedTuple):
    """How many states stand where at the end of a year.

    Examples
    --------
    >>> Counts(30, 20, 1).in_force
    30
    """

    in_force: int
    not_yet: int
    unknown: int


@dataclass(frozen=True, eq=False)
class Laws:
    """The laws of the states and the nation's deaths, which never change once read.

    Attributes
    ----------
    policy
        The table ``state_policy``: a row for each state and the District of Columbia.
    deaths
        The table ``overdose_deaths_us``: a row for each year and series. The final and the
        provisional series must not be mixed.

    Notes
    -----
    Years and counts are whole numbers that may be missing (pandas' ``Int64``).

    Examples
    --------
    >>> laws = load_laws()
    >>> laws.counts("naloxone", 2012)
    Counts(in_force=8, not_yet=42, unknown=1)
    """

    policy: pd.DataFrame
    deaths: pd.DataFrame

    @property
    def first(self) -> int:
        """The first year that deaths were read for.

        Examples
        --------
        >>> load_laws().first
        1999
        """
        return int(self.deaths["year"].min())

    @property
    def last(self) -> int:
        """The last year that deaths were read for.

        Examples
        --------
        >>> load_laws().last
        2024
        """
        return int(self.deaths["year"].max())

    @property
    def through(self) -> int:
        """The year in which the source of the laws ends; of later laws it knows nothing.

        Examples
        --------
        >>> load_laws().through
        2021
        """
        years = self.policy["source_year"].dropna()
        return int(years.min()) if len(years) else self.last

    def law(self, law: str) -> Law:
        """Give a kind of law by its id.

        Parameters
        ----------
        law
            Its id.

        Raises
        ------
        ValueError
            If there is no such kind; the message says which there are.

        Examples
        --------
        >>> load_laws().law("good-samaritan").label
        'Good Samaritan'
        """
        for one in LAWS:
            if one.id == law:
                return one
        message = f"there is no kind of law “{law}”; {meant(law, [one.id for one in LAWS])}"
        raise ValueError(message)

    def states(self, law: str, year: int) -> pd.DataFrame:
        """Say of every state where a law stood at the end of a year.

        Parameters
        ----------
        law
            The kind of law, by its id.
        year
            The year.

        Returns
        -------
        pandas.DataFrame
            ``region`` (the state's letters), ``name``, ``since`` (the law's year, missing where it
            is not dated), ``status`` (in force, not yet or unknown) and ``note``, by name.

        Examples
        --------
        >>> states = load_laws().states("good-samaritan", 2007).set_index("name")
        >>> states.loc[["Illinois", "New Mexico", "Texas"], "status"].tolist()
        ['not yet', 'in force', 'unknown']
        """
        since = self.policy[self.law(law).column]
        frame = self.policy[["region", "name"]].copy()
        frame["since"] = since
        frame["status"] = [status_at(None if pd.isna(one) else int(one), year) for one in since]
        frame["note"] = self.policy["note"]
        return frame.sort_values("name", ignore_index=True)

    def counts(self, law: str, year: int) -> Counts:
        """Count the states that had a law at the end of a year, had none yet, or are unknown.

        Parameters
        ----------
        law
            The kind of law, by its id.
        year
            The year.

        Examples
        --------
        >>> load_laws().counts("arrest-protection", 2021)
        Counts(in_force=28, not_yet=0, unknown=23)
        """
        found = self.states(law, year)["status"].value_counts()
        return Counts(*(int(found.get(status, 0)) for status in STATUSES))

    def summary(self, law: str, year: int) -> str:
        """Say in a sentence how many states had a law at the end of a year.

        Parameters
        ----------
        law
            The kind of law, by its id.
        year
            The year; for one after the laws' source ends, the sentence says where that is.

        Examples
        --------
        >>> load_laws().summary("good-samaritan", 2012)
        'By the end of 2012, a Good Samaritan law was in force in 11 of 51, not yet in 37, unknown in 3.'
        """
        counts = self.counts(law, year)
        known = min(year, self.through)
        ends = f" Our source of laws ends in {self.through}." if year > self.through else ""
        return (
            f"By the end of {known}, {self.law(law).phrase} was in force in {counts.in_force} of "
            f"{len(self.policy)}, not yet in {counts.not_yet}, unknown in {counts.unknown}.{ends}"
        )

    def deaths_in(self, year: int) -> str:
        """Say in a sentence how many people died of an overdose in a year.

        Parameters
        ----------
        year
            The year.

        Examples
        --------
        >>> print(load_laws().deaths_in(2024))
        In 2024, 79,385 people died of an overdose in the United States (final count). A provisional count, published earlier, was 80,391.
        >>> load_laws().deaths_in(1990)
        'For 1990 we read no count of deaths.'
        """
        of_year = self.deaths[self.deaths["year"] == year]
        found = {str(row["series"]): int(row["deaths"]) for _, row in of_year.iterrows()}
        people = "people died of an overdose in the United States"
        if "final" in found:
            text = f"In {year}, {found['final']:,} {people} (final count)."
            if "provisional" in found:
                count = f"{found['provisional']:,}"
                text += f" A provisional count, published earlier, was {count}."
            return text
        if "provisional" in found:
            return (
                f"In {year}, {found['provisional']:,} {people} by a provisional count, "
                "which may still change."
            )
        return f"For {year} we read no count of deaths."

    def to_payload(self) -> dict[str, Any]:
        """Give everything a browser needs, as JSON can hold it.

        Examples
        --------
        >>> payload = load_laws().to_payload()
        >>> payload["states"][0]["years"]
        [2015, 2015, None]
        """
        sources: list[dict[str, Any]] = []

        def source(row: Any) -> int:  # noqa: ANN401 (a row of either table)
            one = {
                "title": row["source_title"],
                "url": row["source_url"],
                "year": _whole(row["source_year"]),
                "evidence": row["evidence"],
            }
            if one not in sources:
                sources.append(one)
            return sources.index(one)

        states = [
            {
                "region": row["region"],
                "name": row["name"],
                "years": [_whole(row[law.column]) for law in LAWS],
                "note": row["note"],
                "source": source(row),
            }
            for _, row in self.policy.sort_values("name").iterrows()
        ]
        deaths = [
            {
                "year": _whole(row["year"]),
                "series": row["series"],
                "deaths": _whole(row["deaths"]),
                "synthetic": _whole(row["synthetic_opioid_deaths"]),
                "note": row["note"],
                "source": source(row),
            }
            for _, row in self.deaths.sort_values(["year", "series"]).iterrows()
        ]
        return {
            "laws": [
                {
                    "id": law.id,
                    "label": law.label,
                    "phrase": law.phrase,
                    "definition": law.definition,
                }
                for law in LAWS
            ],
            "states": states,
            "deaths": deaths,
            "sources": sources,
            "first": self.first,
            "last": self.last,
            "through": self.through,
            "caution": CAUTION,
        }


def status_at(since: int | None, year: int) -> Status:
    """Say where a law stood at the end of a year.

    Parameters
    ----------
    since
        The year in which it took effect; None where no year was read.
    year
        The year that is asked about.

    Examples
    --------
    >>> [status_at(2015, year) for year in (2014, 2015)], status_at(None, 2024)
    (['not yet', 'in force'], 'unknown')
    """
    if since is None:
        return "unknown"
    return "in force" if since <= year else "not yet"


def load_laws(package: DataPackage | None = None) -> Laws:
    """Read the two tables.

    Parameters
    ----------
    package
        Where to read them; the nearest data package when left out.

    Raises
    ------
    DataError
        If a table breaks its schema.

    Examples
    --------
    >>> len(load_laws().policy)
    51
    """
    package = package or find_package()
    years = ["source_year", *(law.column for law in LAWS)]
    counts = ["year", "deaths", "synthetic_opioid_deaths", "source_year"]
    return Laws(
        _numbers(read_table("state_policy", package), years),
        _numbers(read_table("overdose_deaths_us", package), counts),
    )


def _numbers(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Read columns as whole numbers; an empty cell stays a gap."""
    return frame.assign(
        **{name: pd.to_numeric(frame[name], errors="coerce").astype("Int64") for name in columns}
    )


def _whole(cell: Any) -> int | None:  # noqa: ANN401 (a cell of any type)
    return None if pd.isna(cell) else int(cell)
