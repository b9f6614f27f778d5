"""``{timeline}``, ``{timeline-table}`` and ``{event}``: the dated events, and dates in prose.

A chapter that names an event takes the date from the table, with a link to the event's source:
``{event}`` followed by the event's id gives the date as far as it is known, and with ``:year``
after the id the year alone. So no chapter and table can disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxRole

from guidebook.edition.chrome import use_wide_layout
from guidebook.edition.directives.base import BookDirective, book_for
from guidebook.edition.directives.explorer import ids
from guidebook.edition.directives.folded import counted, folded
from guidebook.embed import widget_html
from guidebook.events import FACETS, date_words
from guidebook.events.listing import anchor, decades, list_html
from guidebook.problems import meant
from guidebook.timeline import Timeline

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain

YEAR = ":year"
LISTED_BELOW = "<p>The events stand below as a list, by decade.</p>"


class TimelineDirective(BookDirective):
    """The timeline; its options are the filters that it starts with.

    With ``list-below`` the page's ``{timeline-table}`` stands in for the plain list, so that no
    event stands in the page twice and links to an event have one place to go.
    """

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {
        "text": directives.unchanged,
        **dict.fromkeys((facet.name for facet in FACETS), ids),
        "start": int,
        "end": int,
        "list-below": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Write the widget; ids that the tables do not know are an error here."""
        traits = {name: value for name, value in self.options.items() if name != "list-below"}
        below = "list-below" in self.options
        try:
            widget = Timeline(self.book.events, list_url="#" if below else "", **traits)
        except ValueError as error:
            raise self.error(str(error)) from error
        if not below:
            return [self.widget(widget)]
        use_wide_layout(self.env.metadata[self.env.docname])
        return [self.html(widget_html(widget.MODULE, widget.page_state(), LISTED_BELOW))]


class TimelineTable(BookDirective):
    """Every event, folded by decade, with its source; each can be linked to."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write a part for each decade and name the events' anchors to Sphinx."""
        events = self.book.events
        themes = {name: term.label for name, term in events.vocabularies["themes"].items()}
        domain = cast("StandardDomain", self.env.get_domain("std"))
        for event in events:
            label = anchor(event.id)
            domain.anonlabels[label] = (self.env.docname, label)
            domain.labels[label] = (self.env.docname, label, event.title)
        return [
            self.html(
                folded(
                    f"the-{decade}",
                    f"The {decade}",
                    counted(len(some), "event", "events"),
                    list_html(some, themes, anchored=True),
                )
            )
            for decade, some in decades(events).items()
        ]


class Event(SphinxRole):
    """The date of an event, with a link to it."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Write the date."""
        dates = {row["id"]: row["date"] for row in book_for(self.env).rows("timeline")}
        wanted = self.text.strip()
        name = wanted.removesuffix(YEAR)
        if name not in dates:
            message = self.inliner.reporter.error(
                f"the timeline has no event “{name}”; {meant(name, sorted(dates))}",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        cell = dates[name]
        text = cell[:4] if wanted.endswith(YEAR) else date_words(cell)
        reference = pending_xref(
            self.rawtext,
            nodes.inline(self.rawtext, text),
            refdomain="std",
            reftype="ref",
            reftarget=anchor(name),
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )
        self.set_source_info(reference)
        return [reference], []


def setup(app: Sphinx) -> None:
    """Register the directives and the role."""
    app.add_directive("timeline", TimelineDirective)
    app.add_directive("timeline-table", TimelineTable)
    app.add_role("event", Event())
