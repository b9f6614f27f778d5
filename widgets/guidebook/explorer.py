"""The directory explorer as a Jupyter widget: search, filters, list and map."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import traitlets

from guidebook.directory import FACETS, Directory, PlaceError, Query, listing, load_directory
from guidebook.directory.ask import as_place
from guidebook.problems import DataError, meant
from guidebook.resources import ResourceError
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

OWN_POSITION = "My position"
"""What the browser calls the reader's own position; it is never written into a notebook."""

_LISTED = 25
_QUERY = ("text", *(facet.name for facet in FACETS), "near", "within_km")
_STATE = (*_QUERY, "unit", "selected_id", "height")


class FilterError(traitlets.TraitError, ValueError):
    """Raised when a filter is set to what cannot be; the message says what could."""


class Terms(traitlets.List):  # type: ignore[type-arg]
    """A list of ids; one alone may be given as text."""

    def validate(self, obj: traitlets.HasTraits, value: Any) -> list[str]:  # noqa: ANN401
        """Make a list without repetitions of what was given."""
        given = [value] if isinstance(value, str) else list(value or ())
        return super().validate(obj, list(dict.fromkeys(given))) or []


class DirectoryExplorer(BookWidget):
    """Search a directory, filter it and see it on a map, in a notebook or a static page.

    Every filter is a trait: setting it moves the view, and using the view sets it.

    Parameters
    ----------
    directory
        What to explore; the published directory when left out.
    map
        Whether there is a map beside the list.
    corrections
        Where corrections go: ``{"issue": address of a form}``, ``{"mail": address}`` or both.
    list_url
        A page that holds every entry under an anchor with its id.
    **traits
        The filters to start with, and any other trait.

    Raises
    ------
    ValueError
        If a filter is given what it cannot be (a `FilterError`).
    DataError
        If no directory is given and the published tables are broken.

    Examples
    --------
    >>> explorer = DirectoryExplorer(services="naloxone", near="Chicago", within_km=25)
    >>> explorer.near["label"]
    'Chicago, IL, US'
    >>> bool((explorer.results["distance_km"] <= 25).all())
    True
    >>> explorer.services = ["naloxon"]
    Traceback (most recent call last):
        ...
    guidebook.explorer.FilterError: there is no “naloxon” among the services; did you mean ...
    """

    MODULE = "explorer"
    STATE = _STATE

    _payload = traitlets.Dict().tag(sync=True)

    text = traitlets.Unicode("").tag(sync=True)
    """Words to search for; each must begin a word of an entry. Default: none."""
    types = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of the types to show; all when empty, the default."""
    services = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of services, one of which an entry must have; any when empty, the default."""
    approaches = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of approaches, one of which an entry must have; any when empty, the default."""
    audiences = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of audiences, one of which an entry must have; any when empty, the default."""
    countries = Terms(traitlets.Unicode()).tag(sync=True)
    """Codes of countries (ISO 3166-1 alpha-2); all when empty, the default."""
    status = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of statuses, such as active or closed; all when empty, the default."""
    evidence = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of how entries are known, such as confirmed; all when empty, the default."""
    near = traitlets.Any(None, allow_none=True).tag(sync=True)
    """A place: set a name, a US ZIP code, a `Place` or (latitude, longitude); read a dict with
    label, latitude and longitude in degrees. Default: None, anywhere."""
    within_km = traitlets.Float(50.0, allow_none=True).tag(sync=True)
    """The farthest distance from the place in km, inclusive; None for no limit. Default: 50."""
    unit = traitlets.Enum(["km", "mi"], "km").tag(sync=True)
    """What distances are shown in. Default: km."""
    selected_id = traitlets.Unicode("").tag(sync=True)
    """The id of the entry whose card is open. Default: none."""
    height = traitlets.Unicode("").tag(sync=True)
    """The height of list and map as CSS has it, such as "600px". Default: by the window."""

    def __init__(
        self,
        directory: Directory | None = None,
        *,
        map: bool = True,  # noqa: A002 (the trait's name in the browser too)
        corrections: Mapping[str, str] | None = None,
        list_url: str = "",
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        given = load_directory() if directory is None else directory
        if not isinstance(given, Directory):
            message = (
                f"an explorer needs a Directory, not {type(given).__name__}; "
                "read_directory makes one of a file or frame"
            )
            raise TypeError(message)
        # Before the traits: checking them needs the directory.
        self._directory = given
        super().__init__(
            options={"map": map, "corrections": dict(corrections or {}), "list_url": list_url},
            _payload=given.to_payload(),
            **traits,
        )

    # ---- what is asked and what is found ---------------------------------------------------------

    @property
    def directory(self) -> Directory:
        """The directory that is explored."""
        return self._directory

    @property
    def query(self) -> Query:
        """What is asked for now.

        Examples
        --------
        >>> DirectoryExplorer(text="hawaii", countries="US").query.countries
        ('US',)
        """
        return Query.from_dict({name: getattr(self, name) for name in _QUERY})

    @property
    def found(self) -> Directory:
        """What is shown, as a `Directory`; see also its `apart`, `summary` and `to_csv`.

        Examples
        --------
        >>> DirectoryExplorer(text="no such words").found.summary
        '0 of ... shown, 0 not on the map'
        """
        return self._directory.select(self.query)

    @property
    def results(self) -> pd.DataFrame:
        """What is shown, in its order; with a place, the column ``distance_km`` says how far.

        Examples
        --------
        >>> explorer = DirectoryExplorer(countries=["NZ"])
        >>> explorer.results["country"].unique().tolist()
        ['NZ']
        """
        return self.found.frame

    @property
    def selected(self) -> pd.Series[Any] | None:
        """The entry whose card is open, as a row of the frame; None when no card is.

        Examples
        --------
        >>> DirectoryExplorer().selected is None
        True
        """
        frame = self._directory.frame
        rows = frame[frame["id"] == self.selected_id]
        return rows.iloc[0] if len(rows) else None

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.validate(*(facet.name for facet in FACETS))
    def _check_terms(self, proposal: dict[str, Any]) -> list[str]:
        name = proposal["trait"].name
        try:
            self._directory.make_query(**{name: proposal["value"]})
        except ValueError as error:
            raise FilterError(str(error)) from None
        terms: list[str] = proposal["value"]
        return terms

    @traitlets.validate("near")
    def _check_near(self, proposal: dict[str, Any]) -> dict[str, Any] | None:
        where = proposal["value"]
        if where is None or where == "":
            return None
        label = None
        if isinstance(where, dict):
            try:
                label, where = str(where["label"]), (where["latitude"], where["longitude"])
            except KeyError as missing:
                message = f"near has no {missing}; give label, latitude and longitude, or a name"
                raise FilterError(message) from None
        try:
            place = as_place(where)
        except (ValueError, TypeError, PlaceError, ResourceError) as error:
            raise FilterError(str(error)) from None
        return {
            "label": place.label if label is None else label,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }

    @traitlets.validate("within_km")
    def _check_radius(self, proposal: dict[str, Any]) -> float | None:
        radius: float | None = proposal["value"]
        # Comparisons with NaN are false, so it is refused too.
        if radius is not None and not radius >= 0:
            message = f"within_km is {radius!r}; write a distance in km, 0 or more, or None"
            raise FilterError(message)
        return None if radius == float("inf") else radius

    @traitlets.validate("selected_id")
    def _check_selected(self, proposal: dict[str, Any]) -> str:
        chosen: str = proposal["value"]
        if chosen and chosen not in self._directory:
            ids = self._directory.frame["id"]
            message = f"no entry has the id “{chosen}”; {meant(chosen, ids)}"
            raise FilterError(message)
        return chosen

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line what is shown."""
        return f"<DirectoryExplorer: {self.found.summary}>"

    def plain(self) -> str:
        """Write the first results as a list, under what was asked for."""
        # What is near the reader would tell where the reader is, as the position itself would.
        near = None if self._is_at_own_position else self.query.near
        found = self._directory.select(replace(self.query, near=near))
        return listing.sample(
            list(islice(found, _LISTED)),
            found.vocabularies,
            f"Directory: {found.summary}",
            len(found),
        )

    def page_state(self) -> dict[str, Any]:
        """Give the state of a static page, without the reader's own position.

        Examples
        --------
        >>> DirectoryExplorer(countries="NZ").page_state()["countries"]
        ['NZ']
        """
        state = super().page_state()
        if self._is_at_own_position:
            del state["near"]
        payload = {"$resource": "directory"} if self._is_published else self._payload
        return {**state, "_payload": payload}

    @property
    def _is_at_own_position(self) -> bool:
        return bool(self.near) and self.near["label"] == OWN_POSITION

    @cached_property
    def _is_published(self) -> bool:
        """Whether the book carries this directory already, so that a page need not repeat it."""
        try:
            return self._directory == load_directory()
        except (DataError, OSError):
            return False
