"""Practising the response to an overdose as a Jupyter widget: order the steps, walk through them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd
import traitlets

from guidebook.package import find_package
from guidebook.problems import meant, quoted
from guidebook.response import Call, load_response, misplaced, mixed, walk
from guidebook.response.calling import calls
from guidebook.response.plain import KINDS, page_html
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from guidebook.package import DataPackage
    from guidebook.response import Response

HELP_NOW = "../help-now.html"
"""Where a page of one of the book's parts finds the steps for an emergency."""


class PracticeError(traitlets.TraitError, ValueError):
    """Raised when a trait is set to what cannot be; the message says what could."""


class ResponsePractice(BookWidget):
    """Put the steps of an overdose response in order, then walk through a situation.

    Nothing that is chosen leaves the page or the notebook, and nothing is scored.

    Parameters
    ----------
    response
        What is practised; the published response when left out.
    package
        The data package that knows the emergency numbers; the nearest when left out.
    help_url
        The address of the page with the steps for an emergency, seen from the page.
    **traits
        What to start with, such as ``country="GB"``.

    Raises
    ------
    ValueError
        If a trait is given what it cannot be (a `PracticeError`).
    DataError
        If the published response cannot be trusted.

    Examples
    --------
    >>> practice = ResponsePractice(country="GB")
    >>> practice.call.words
    '999 or 112'
    >>> practice.taken = ["found/sleep", "found/wake"]
    >>> practice.log[["choice", "leads_on"]].values.tolist()
    [['Let them sleep it off', False], ['Shout, shake them gently, ...', True]]
    """

    MODULE = "response-practice"
    STATE = ("country", "order", "taken", "clock", "speed")

    _payload = traitlets.Dict().tag(sync=True)

    country = traitlets.Unicode("").tag(sync=True)
    """The code of the country whose emergency number is shown (ISO 3166-1 alpha-2). Default: none."""
    order = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The ids of the steps as they were put. Default: mixed, the same each time."""
    taken = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The choices of the walk so far, each as ``moment/choice``. Default: none."""
    clock = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether a clock counts while one waits. Default: False."""
    speed = traitlets.Enum([1, 10], 1).tag(sync=True)
    """How fast the clock runs: 1 for real time, 10 for ten times as fast. Default: 1."""

    def __init__(
        self,
        response: Response | None = None,
        *,
        package: DataPackage | None = None,
        help_url: str = HELP_NOW,
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        data = package or find_package()
        # Before the traits: checking them needs both.
        self._response = load_response(data) if response is None else response
        self._calls = {call.code: call for call in calls(data)}
        self._edition = f"{data.edition.day} {data.edition:%B %Y}"
        super().__init__(
            options={"help_url": help_url},
            _payload={
                **self._response.to_payload(),
                "calls": [_filled(call) for call in self._calls.values()],
                "edition": self._edition,
            },
            **traits,
        )

    # ---- what is practised -----------------------------------------------------------------------

    @property
    def response(self) -> Response:
        """The steps, the differences and the situation."""
        return self._response

    @property
    def steps(self) -> pd.DataFrame:
        """The steps in the book's order, each with its sources.

        Examples
        --------
        >>> ResponsePractice().steps["id"].tolist()
        ['wake', 'call', 'naloxone', 'breathe', 'again', 'side', 'stay']
        """
        return self._response.frame

    @property
    def call(self) -> Call:
        """Whom to call in the chosen country.

        Examples
        --------
        >>> ResponsePractice().call.words
        'your local emergency number'
        """
        return self._calls.get(self.country, Call("", ""))

    @property
    def remarks(self) -> pd.DataFrame:
        """What there is to say about the order: which step stands too early, and why.

        Examples
        --------
        >>> practice = ResponsePractice()
        >>> practice.order = practice.steps["id"].tolist()
        >>> len(practice.remarks)
        0
        """
        rows = [asdict(each) for each in misplaced(self._response, self.order)]
        return pd.DataFrame(rows, columns=["step", "before", "because"])

    @property
    def log(self) -> pd.DataFrame:
        """The choices of the walk so far, with what was said of each and its sources.

        Examples
        --------
        >>> ResponsePractice().log.columns.tolist()
        ['moment', 'choice', 'leads_on', 'said', 'sources']
        """
        rows = [
            {
                "moment": made.moment.id,
                "choice": made.choice.label,
                "leads_on": bool(made.choice.leads_to),
                "said": f"{KINDS[made.choice.kind]} {made.choice.because}",
                "sources": [self._response.source[one].words for one in made.choice.sources],
            }
            for made in walk(self._response, self.taken).decisions
        ]
        return pd.DataFrame(rows, columns=["moment", "choice", "leads_on", "said", "sources"])

    @property
    def finished(self) -> bool:
        """Whether the walk has come to its end.

        Examples
        --------
        >>> ResponsePractice().finished
        False
        """
        return walk(self._response, self.taken).finished

    # ---- checks ----------------------------------------------------------------------------------

    @traitlets.default("order")
    def _mixed_order(self) -> list[str]:
        return mixed(self._response.order)

    @traitlets.validate("country")
    def _check_country(self, proposal: dict[str, Any]) -> str:
        code = str(proposal["value"]).strip().upper()
        if code and code not in self._calls:
            message = f"there is no country {quoted(code)} in the book; {meant(code, self._calls)}"
            raise PracticeError(message)
        return code

    @traitlets.validate("order")
    def _check_order(self, proposal: dict[str, Any]) -> list[str]:
        order: list[str] = proposal["value"]
        known = self._response.order
        for one in order:
            if one not in known:
                message = f"there is no step {quoted(one)}; {meant(one, known)}"
                raise PracticeError(message)
        if sorted(order) != sorted(known):
            message = f"an order names each step once; write {', '.join(known)} in your order"
            raise PracticeError(message)
        return order

    @traitlets.validate("taken")
    def _check_taken(self, proposal: dict[str, Any]) -> list[str]:
        taken: list[str] = proposal["value"]
        for place, one in enumerate(taken):
            here = walk(self._response, taken[:place]).moment
            known = [f"{here.id}/{choice.id}" for choice in here.choices]
            if one not in known:
                message = f"{quoted(one)} is no choice at “{here.id}”; {meant(one, known)}"
                raise PracticeError(message)
        return taken

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line where the practice stands."""
        here = walk(self._response, self.taken)
        made = len(here.decisions)
        where = "at its end" if here.finished else f"at “{here.moment.id}”"
        return f"<ResponsePractice: {made} choices made, {where}; call {self.call.words}>"

    def plain(self) -> str:
        """Write the steps, the situation with its answers, the differences and the card."""
        return page_html(
            self._response, self.call, self._edition, str(self._options.get("help_url", ""))
        )

    def page_state(self) -> dict[str, Any]:
        """Give the state of a static page, with what is practised.

        Examples
        --------
        >>> ResponsePractice(country="gb").page_state()["country"]
        'GB'
        """
        return {**super().page_state(), "_payload": self._payload}


def _filled(call: Call) -> dict[str, str]:
    """Give a call as JSON, without what is empty."""
    return {name: value for name, value in {**asdict(call), "remark": call.remark}.items() if value}
