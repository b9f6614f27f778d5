"""``{policy-map}``: laws of the states and deaths by overdose, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from traitlets import TraitError

from guidebook.edition.chrome import use_wide_layout
from guidebook.edition.directives.base import BookDirective
from guidebook.laws import load_laws
from guidebook.policy_map import PolicyMap

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class PolicyMapDirective(BookDirective):
    """The map; its options are the law, year and state that it starts with."""

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {
        "law": directives.unchanged,
        "year": int,
        "region": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Write the widget; what it cannot start with is an error here."""
        # Map and curve belong side by side: they move together.
        use_wide_layout(self.env.metadata[self.env.docname])
        try:
            return [self.widget(PolicyMap(load_laws(self.book.package), **self.options))]
        except TraitError as error:
            raise self.error(str(error)) from error


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("policy-map", PolicyMapDirective)
