"""A drinking check-up and plan as a Jupyter widget: eight steps, all of them in one's own hands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import traitlets

from guidebook.alcohol import (
    AUDIT_GRAMS,
    Checkup,
    Score,
    Week,
    band_curve,
    compare,
    load_guidelines,
    load_standard_drinks,
    points,
    read_checkup,
    score,
    stopping_reasons,
    week,
    write_checkup,
)
from guidebook.alcohol.checkup import FIELDS, FieldError, check_field
from guidebook.alcohol.diary import DAYS
from guidebook.alcohol.file import LARGEST
from guidebook.alcohol.payload import WEEKDAYS, to_payload
from guidebook.alcohol.plain import page_html
from guidebook.alcohol.scoring import QUESTIONS
from guidebook.package import find_package
from guidebook.problems import meant
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from guidebook.package import DataPackage


class CheckupTraitError(traitlets.TraitError, ValueError):
    """Raised when a trait is set to what cannot be; the message says what could."""


class _Several(traitlets.List):  # type: ignore[type-arg]
    """A list that is checked by the model, which says in words what is wrong."""

    def validate(self, _obj: traitlets.HasTraits, value: Any) -> Any:  # noqa: ANN401
        """Make a list of what pandas and NumPy give; leave the rest to the model."""
        is_plain = isinstance(value, (str, bytes, dict, list, tuple))
        return value if is_plain or not hasattr(value, "tolist") else value.tolist()


class DrinkCheckup(BookWidget):
    """Look at one's own drinking in eight steps, and make a plan.

    Nothing is asked that it does not need, nothing is sent or stored, and there is no diagnosis.
    What is entered in the widget is kept in the running notebook only: it is written neither into
    the notebook's HTML nor anywhere else unless you call :meth:`save`. (JupyterLab's own setting
    "Save Widget State Automatically" writes it into the notebook; leave it off.)

    Parameters
    ----------
    package
        Where the tables and words are; the nearest data package when left out.
    **traits
        What is said already, such as ``country="US"``, for an invented person.

    Raises
    ------
    ValueError
        If a trait is given what it cannot be.
    DataError
        If the tables or the words cannot be trusted.

    Examples
    --------
    >>> checkup = DrinkCheckup(country="US", answers=[3, None, 2, 0, 0, 0, 1, 0, 0, 0])
    >>> checkup.typical_drinks = 3
    >>> checkup.score.total, checkup.score.zone
    (7, 'I')
    >>> checkup.diary = [0, 0, 3, 0, 0, -4, 0]
    Traceback (most recent call last):
        ...
    guidebook.drink_checkup.CheckupTraitError: diary[6]: write a number from 0 to 100, or None
    """

    MODULE = "drink-checkup"
    STATE = (*FIELDS, "step")

    _payload = traitlets.Dict().tag(sync=True)

    step = traitlets.Int(1, min=1, max=8).tag(sync=True)
    """The step that is open, 1 to 8. Default: 1."""
    country = traitlets.Unicode("").tag(sync=True)
    """The code of the country whose drinks are counted. Default: none, drinks of 10 g."""
    answers = _Several([None] * QUESTIONS).tag(sync=True)
    """The points of the ten answers, None for those not given. Default: none is given."""
    typical_drinks = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Drinks of the country on a typical day; where set it counts for the second answer."""
    diary = _Several([None] * DAYS).tag(sync=True)
    """Drinks of the country on seven days from Monday, None for a day not written down."""
    weight_kg = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Body weight in kg, 30 to 300, for the estimate. Default: None."""
    evening_drinks = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Drinks of one occasion, for the estimate. Default: None."""
    evening_hours = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Hours since the first of them, 0 to 48. Default: None."""
    likes = _Several([]).tag(sync=True)
    """What one likes about drinking: a list of at most 20 texts. Default: none."""
    dislikes = _Several([]).tag(sync=True)
    """What one doesn't like about it: a list of at most 20 texts. Default: none."""
    goal = traitlets.Unicode("").tag(sync=True)
    """"safer", "less", "break" or "none". Default: no goal yet."""
    day_limit = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Drinks on a drinking day at most. Default: None."""
    week_limit = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Drinks in a week at most. Default: None."""
    free_days = traitlets.Any(None, allow_none=True).tag(sync=True)
    """Days a week without, 0 to 7. Default: None."""
    pace = _Several([]).tag(sync=True)
    """Ids of the ways of pacing that were chosen. Default: none."""
    triggers = _Several([]).tag(sync=True)
    """What brings on a drink: a list of dicts with "trigger" and "instead". Default: none."""
    rewards = _Several([]).tag(sync=True)
    """What one will do for oneself: a list of at most 20 texts. Default: none."""
    review_on = traitlets.Unicode("").tag(sync=True)
    """The day on which to look again, as in "2026-12-24". Default: none."""

    def __init__(
        self,
        package: DataPackage | None = None,
        **traits: Any,  # noqa: ANN401 (the model checks them)
    ) -> None:
        data = package or find_package()
        # Before the traits: checking them needs these.
        self._drinks = load_standard_drinks(data)
        self._guidelines = load_guidelines(data)
        payload = to_payload(data)
        self._known = {
            "country": set(self._drinks),
            "pace": {way["id"] for way in payload["pace"]},
        }
        super().__init__(_payload=payload, **traits)
        # What stands in the notebook's code may stand in its HTML; what is entered later may not.
        self._given = {name: getattr(self, name) for name in self.STATE if name in traits}

    # ---- what was said, and what it comes to -----------------------------------------------------

    @property
    def checkup(self) -> Checkup:
        """Everything that was said, as an immutable `Checkup`.

        Examples
        --------
        >>> DrinkCheckup(goal="less").checkup.goal
        'less'
        """
        return Checkup.from_dict({name: getattr(self, name) for name in FIELDS})

    @property
    def size(self) -> float:
        """Grams of alcohol in a drink of the chosen country; 10 where none is chosen.

        Examples
        --------
        >>> DrinkCheckup(country="GB").size
        8.0
        """
        return self._drinks[self.country].size if self.country else AUDIT_GRAMS

    @property
    def points(self) -> tuple[int | None, ...]:
        """The points of the ten answers, the second from ``typical_drinks`` where that is set."""
        return points(self.answers, self.typical_drinks, self.size)

    @property
    def score(self) -> Score:
        """What the answers add up to: about where this falls on AUDIT's scale.

        Examples
        --------
        >>> DrinkCheckup(answers=[4, 4, 4] + [0] * 7).score.total
        12
        """
        return score(self.points)

    @property
    def week(self) -> Week:
        """What the diary adds up to, in drinks and in grams.

        Examples
        --------
        >>> DrinkCheckup(country="US", diary=[0, 0, 2, 0, 3, 4, 0]).week.grams
        126.0
        """
        return week(self.diary, self.size)

    @property
    def days(self) -> pd.DataFrame:
        """The diary, day by day: drinks and grams; missing where nothing is written down.

        Examples
        --------
        >>> DrinkCheckup(country="GB", diary=[2, 0, None, 0, 0, 6, 0]).days["grams"].tolist()
        [16.0, 0.0, nan, 0.0, 0.0, 48.0, 0.0]
        """
        drinks = pd.Series([None if day is None else float(day) for day in self.diary], dtype=float)
        return pd.DataFrame({"day": WEEKDAYS, "drinks": drinks, "grams": drinks * self.size})

    @property
    def beside_limits(self) -> pd.DataFrame:
        """The week beside every limit: whose it is, for whom, and how the week compares.

        Examples
        --------
        >>> checkup = DrinkCheckup(country="AU", diary=[0, 0, 0, 0, 6, 6, 0])
        >>> beside = checkup.beside_limits.set_index("id")
        >>> beside.loc["au-2020", "week"], int(beside.loc["au-2020", "days_over"])
        ('above', 2)
        """
        rows = []
        for limit in self._guidelines:
            found = compare(self.diary, self.size, limit)
            rows.append(
                {
                    "id": limit.id,
                    "body": limit.body,
                    "year": limit.year,
                    "applies_to": limit.applies_to,
                    "day_grams": limit.day_grams,
                    "week_grams": limit.week_grams,
                    "days_over": found.days_over,
                    "week": found.week,
                }
            )
        return pd.DataFrame(rows).astype({"days_over": "Int64"})

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks against stopping without medical help; empty never means that it is safe.

        Examples
        --------
        >>> DrinkCheckup(answers=[4, 2, 4, 0, 0, 1, 0, 0, 0, 0]).reasons
        ('morning', 'daily')
        """
        return stopping_reasons(self.points, self.diary, self.size)

    @property
    def band(self) -> pd.DataFrame:
        """The estimate of alcohol in the blood over 24 hours, as a band in percent.

        For teaching, never for deciding to drive. Empty until ``weight_kg`` and
        ``evening_drinks`` are set.

        Examples
        --------
        >>> checkup = DrinkCheckup(country="US", weight_kg=81.72, evening_drinks=4)
        >>> checkup.band.round(3).iloc[0].tolist()
        [0.0, 0.101, 0.125]
        """
        columns = ["hour", "low", "high"]
        if self.weight_kg is None or self.evening_drinks is None:
            return pd.DataFrame(columns=columns, dtype=float)
        curve = band_curve(self.evening_drinks * self.size, self.weight_kg)
        return pd.DataFrame([(one.hour, one.low, one.high) for one in curve], columns=columns)

    # ---- a file of one's own ---------------------------------------------------------------------

    def save(self, path: str | Path, on: str = "") -> Path:
        """Save what was said to a file, which the page and :meth:`load` can read.

        Parameters
        ----------
        path
            The file to write. Whoever can open it can read it.
        on
            The day on which it is saved, as in ``2026-11-22``; left out when empty.

        Examples
        --------
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> file = DrinkCheckup(goal="break").save(Path(folder.name) / "my-check-up.json")
        >>> DrinkCheckup().load(file).goal
        'break'
        >>> folder.cleanup()
        """
        file = Path(path)
        file.write_text(write_checkup(self.checkup, on), encoding="utf-8")
        return file

    def load(self, path: str | Path) -> DrinkCheckup:
        """Open a file that the page or :meth:`save` wrote.

        It is not called ``open``, because ipywidgets opens its line to the browser by that name.

        Parameters
        ----------
        path
            The file.

        Returns
        -------
        DrinkCheckup
            This check-up, which now holds what the file says.

        Raises
        ------
        CheckupFileError
            If the file is too large, damaged, of a newer version or holds markup. Nothing is
            changed then.
        OSError
            If it cannot be read at all.
        """
        with Path(path).open("rb") as file:
            # One byte more than can be is enough to know that it is too large.
            data = file.read(LARGEST + 1)
        self.fill(read_checkup(data, self._known))
        return self

    def fill(self, checkup: Checkup) -> None:
        """Take over what a `Checkup` says, all at once.

        Parameters
        ----------
        checkup
            What was said.

        Examples
        --------
        >>> checkup = DrinkCheckup()
        >>> checkup.fill(Checkup(goal="safer"))
        >>> checkup.goal
        'safer'
        """
        with self.hold_trait_notifications():
            for name, value in checkup.to_dict().items():
                setattr(self, name, value)
            self.step = 1

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.validate(*FIELDS)
    def _check(self, proposal: dict[str, Any]) -> Any:  # noqa: ANN401 (each has a type of its own)
        name, value = proposal["trait"].name, proposal["value"]
        try:
            checked = Checkup.from_dict({name: check_field(name, value)})
        except FieldError as error:
            raise CheckupTraitError(str(error)) from None
        plain = checked.to_dict()[name]
        if name in self._known:
            for one in plain if isinstance(plain, list) else [plain]:
                if one and one not in self._known[name]:
                    message = (
                        f"{name}: “{one}” is not known; {meant(one, sorted(self._known[name]))}"
                    )
                    raise CheckupTraitError(message)
        return plain

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line how far it is, and nothing of what was said."""
        return f"<DrinkCheckup: step {self.step} of 8, {self.score.answered} of 10 answered>"

    def plain(self) -> str:
        """Write the whole check-up to be read without scripts and filled in on paper."""
        said = {name: value for name, value in self._given.items() if name in FIELDS}
        return page_html(self._payload, Checkup.from_dict(said))

    def page_state(self) -> dict[str, Any]:
        """Give what a static page starts from: what was given in code, and never what was entered.

        Examples
        --------
        >>> checkup = DrinkCheckup(country="US")
        >>> checkup.goal = "less"
        >>> sorted(checkup.page_state())
        ['_options', '_payload', 'country']
        """
        return {**self._given, "_options": self._options, "_payload": self._payload}
