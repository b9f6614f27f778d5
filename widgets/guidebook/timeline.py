"""The timeline as a Jupyter widget: events on a scale of time and on a map, with filters."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import traitlets

from guidebook.events import FACETS, EventQuery, Events, load_events
from guidebook.events.listing import list_html
from guidebook.explorer import FilterError, Terms
from guidebook.problems import DataError, meant
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    import pandas as pd

_QUERY = ("text", *(facet.name for facet in FACETS), "start", "end")


class Timeline(BookWidget):
    """See events in time and place, filter them and zoom, in a notebook or a static page.

    Every filter is a trait: setting it moves the view, and using the view sets it.

    Parameters
    ----------
    events
        What to show; the published timeline when left out.
    map
        Whether there is a map under the scale of time.
    list_url
        A page that holds every event under an anchor ``event-ID``; ``"#"`` for the same page.
    **traits
        The filters to start with, and any other trait.

    Raises
    ------
    ValueError
        If a filter is given what it cannot be (a `FilterError`).

    Examples
    --------
    >>> timeline = Timeline(themes="law", countries=["US", "CA"])
    >>> timeline.between(1980, 1995)
    <Timeline: ... of ... shown, ... not on the map; 1980 to 1995>
    >>> timeline.events["year"].between(1980, 1995).all()
    np.True_
    >>> timeline.themes = ["laws"]
    Traceback (most recent call last):
        ...
    guidebook.explorer.FilterError: there is no “laws” among the themes; did you mean “law”?
    """

    MODULE = "timeline"
    STATE = (*_QUERY, "selected_id")

    _payload = traitlets.Dict().tag(sync=True)

    text = traitlets.Unicode("").tag(sync=True)
    """Words to search for; each must begin a word of an event. Default: none."""
    themes = Terms(traitlets.Unicode()).tag(sync=True)
    """Ids of themes, one of which an event must have; any when empty, the default."""
    countries = Terms(traitlets.Unicode()).tag(sync=True)
    """Codes of countries (ISO 3166-1 alpha-2); all when empty, the default."""
    decades = Terms(traitlets.Unicode()).tag(sync=True)
    """Decades such as 1990s; all when empty, the default."""
    evidence = Terms(traitlets.Unicode()).tag(sync=True)
    """How dates are known: read, copy or contested; all when empty, the default."""
    start = traitlets.Int(None, allow_none=True).tag(sync=True)
    """The first year in view; None, the default, for the first of all."""
    end = traitlets.Int(None, allow_none=True).tag(sync=True)
    """The last year in view; None, the default, for the last of all."""
    selected_id = traitlets.Unicode("").tag(sync=True)
    """The id of the event whose details are open. Default: none."""

    def __init__(
        self,
        events: Events | None = None,
        *,
        map: bool = True,  # noqa: A002 (as the explorer has it)
        list_url: str = "",
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        given = load_events() if events is None else events
        if not isinstance(given, Events):
            message = f"a timeline needs Events, not {type(given).__name__}; see load_events"
            raise TypeError(message)
        # Before the traits: checking them needs the events.
        self._all = given
        super().__init__(
            options={"map": map, "list_url": list_url}, _payload=given.to_payload(), **traits
        )

    # ---- what is asked and what is shown ---------------------------------------------------------

    @property
    def query(self) -> EventQuery:
        """What is asked for now.

        Examples
        --------
        >>> Timeline(decades="1990s").query.decades
        ('1990s',)
        """
        return EventQuery.from_dict({name: getattr(self, name) for name in _QUERY})

    @property
    def found(self) -> Events:
        """What is shown, as `Events`.

        Examples
        --------
        >>> Timeline(text="no such words").found.summary
        '0 of ... shown, 0 not on the map'
        """
        return self._all.select(self.query)

    @property
    def events(self) -> pd.DataFrame:
        """What is shown, in the order of the dates.

        Examples
        --------
        >>> Timeline(countries=["CH"]).events["country"].unique().tolist()
        ['CH']
        """
        return self.found.frame

    @property
    def selected(self) -> pd.Series[Any] | None:
        """The event whose details are open, as a row of the frame; None when there is none.

        Examples
        --------
        >>> Timeline(selected_id="tacoma").selected["place"]
        'Tacoma, Washington'
        """
        frame = self._all.frame
        rows = frame[frame["id"] == self.selected_id]
        return rows.iloc[0] if len(rows) else None

    def between(self, start: int, end: int) -> Timeline:
        """Move the view to the years from one to another, both included.

        Parameters
        ----------
        start, end
            The years.

        Returns
        -------
        Timeline
            The same widget; `events` gives what it shows now.

        Raises
        ------
        ValueError
            If the first year is later than the last.

        Examples
        --------
        >>> Timeline().between(1980, 1995).events["year"].max()
        np.int64(1994)
        """
        self._all.between(start, end)
        with self.hold_trait_notifications(), self.hold_sync():
            self.start, self.end = start, end
        return self

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.validate(*(facet.name for facet in FACETS))
    def _check_terms(self, proposal: dict[str, Any]) -> list[str]:
        try:
            self._all.make_query(**{proposal["trait"].name: proposal["value"]})
        except ValueError as error:
            raise FilterError(str(error)) from None
        terms: list[str] = proposal["value"]
        return terms

    @traitlets.validate("selected_id")
    def _check_selected(self, proposal: dict[str, Any]) -> str:
        chosen: str = proposal["value"]
        if chosen and chosen not in self._all:
            message = (
                f"no event has the id “{chosen}”; {meant(chosen, [one.id for one in self._all])}"
            )
            raise FilterError(message)
        return chosen

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line what is shown."""
        years = [str(year) for year in (self.start, self.end) if year is not None]
        view = f"; {' to '.join(years)}" if years else ""
        return f"<Timeline: {self.found.summary}{view}>"

    def plain(self) -> str:
        """Write what is shown as a list."""
        found = self.found
        labels = {one: term.label for one, term in found.vocabularies.get("themes", {}).items()}
        return f"<p>Timeline: {found.summary}</p>\n{list_html(found, labels)}"

    def page_state(self) -> dict[str, Any]:
        """Give the state of a static page; the published events are looked up, not repeated.

        Examples
        --------
        >>> Timeline(themes="law").page_state()["_payload"]
        {'$resource': 'timeline'}
        """
        payload = {"$resource": "timeline"} if self._is_published else self._payload
        return {**super().page_state(), "_payload": payload}

    @cached_property
    def _is_published(self) -> bool:
        """Whether the book carries these events already, so that a page need not repeat them."""
        try:
            return self._all == load_events()
        except (DataError, OSError):
            return False
