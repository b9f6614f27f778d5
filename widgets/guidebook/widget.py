"""What every widget of the book is: an anywidget in a kernel, and live HTML in a static page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets

from guidebook.embed import widget_html
from guidebook.problems import meant
from guidebook.resources import STATIC, ResourceError, read_resource

if TYPE_CHECKING:
    from collections.abc import Mapping


class BookWidget(anywidget.AnyWidget):
    """The base of the book's widgets: one browser module, in a kernel and without one.

    A widget names its module and the traits that make up its state, and writes the plain HTML
    that stands in the page until the module runs, in print, and where scripts are off.

    Parameters
    ----------
    options
        What the browser is told once and for all.
    **traits
        The traits to start with.

    Raises
    ------
    TypeError
        If the widget has no trait of a given name; similar names are suggested.

    Examples
    --------
    >>> class Greeting(BookWidget):
    ...     MODULE = "explorer"
    ...     STATE = ("name",)
    ...     name = traitlets.Unicode("").tag(sync=True)
    ...     def plain(self):
    ...         return f"<p>Hello {self.name}</p>"
    >>> print(Greeting(name="Ida").to_html().splitlines()[3])
    <p>Hello Ida</p>
    >>> Greeting(nmae="Ida")
    Traceback (most recent call last):
        ...
    TypeError: Greeting has no “nmae”; did you mean “name”?
    """

    MODULE: ClassVar[str] = ""
    """The name of the browser module: the folder in ``widgets/frontend``."""
    STATE: ClassVar[tuple[str, ...]] = ()
    """The traits that a static page starts from, where they differ from their defaults."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    _options = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        options: Mapping[str, Any] | None = None,
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        public = [name for name in traits if not name.startswith("_")]
        if unknown := [name for name in public if not self.has_trait(name)]:
            message = (
                f"{type(self).__name__} has no “{unknown[0]}”; {meant(unknown[0], self.STATE)}"
            )
            raise TypeError(message)
        super().__init__(_options=dict(options or {}), **traits)
        self.on_msg(self._answer)

    # ---- what a widget says of itself ------------------------------------------------------------

    def plain(self) -> str:
        """Write the same content as plain HTML, with everything that comes from data escaped."""
        raise NotImplementedError

    def page_state(self) -> dict[str, Any]:
        """Give what a static page starts from: the state and what the browser is told.

        A value ``{"$resource": NAME}`` is looked up by the page.
        """
        state = {
            name: getattr(self, name)
            for name in self.STATE
            if getattr(self, name) != self.trait_defaults(name)
        }
        return {**state, "_options": self._options}

    # ---- the browser's side ----------------------------------------------------------------------

    @traitlets.default("_esm")
    def _read_module(self) -> str:
        return _built(f"{self.MODULE}.js")

    @traitlets.default("_css")
    def _read_style(self) -> str:
        return _built(f"{self.MODULE}.css")

    def _answer(self, _widget: object, content: object, _buffers: object) -> None:
        """Send the browser what it looks up, such as the basemap or a part of the gazetteer."""
        if not isinstance(content, dict) or content.get("kind") != "resource":
            return
        asked = {"kind": "resource", "id": content.get("id"), "name": content.get("name")}
        try:
            self.send({**asked, "data": read_resource(str(content.get("name")))})
        except (ResourceError, OSError, ValueError) as error:
            self.send({**asked, "error": str(error)})

    # ---- showing ---------------------------------------------------------------------------------

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 (as ipywidgets has it)
        """Give the live widget, and HTML that a static page brings to life without a kernel."""
        given = super()._repr_mimebundle_(**kwargs)
        if given is None:
            return None
        data, metadata = given if isinstance(given, tuple) else (given, {})
        return {**data, "text/plain": repr(self), "text/html": self.to_html()}, metadata

    def to_html(self) -> str:
        """Write the widget for a static page: its state over the same content as plain HTML."""
        return widget_html(self.MODULE, self.page_state(), self.plain())


def _built(name: str) -> str:
    path = STATIC / name
    if not path.is_file():
        message = f"the widget’s {name} was not built: run `make widgets` in the project"
        raise ResourceError(message)
    return path.read_text(encoding="utf-8")
