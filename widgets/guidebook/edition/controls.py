"""Turns a stored ipywidgets output into what a page can show: its first result.

A notebook that was saved after it ran holds the state of its widgets. From it come, in the
order in which they stood, the controls as a plain list of names and values, and the outputs
that the widgets had captured. No control is shown that would do nothing.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Output = dict[str, Any]
States = "Mapping[str, Mapping[str, Any]]"

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = "IPY_MODEL_"


def first_results(model_id: str, states: Mapping[str, Mapping[str, Any]], run: str) -> list[Output]:
    """Give the notebook outputs that stand for a widget in a page.

    Parameters
    ----------
    model_id
        The widget's id, as its stored output names it.
    states
        The notebook's widget states: id to ``{"model_name": ..., "state": {...}}``.
    run
        Address of the place that says how to run the notebook.

    Examples
    --------
    >>> states = {"a": {"model_name": "IntSliderModel", "state": {"description": "Year", "value": 3}}}
    >>> "<dt>Year</dt><dd>3</dd>" in first_results("a", states, "#run")[0]["data"]["text/html"]
    True
    """
    outputs: list[Output] = []
    controls: list[tuple[str, str]] = []
    for found in walk(model_id, states):
        if isinstance(found, tuple):
            controls.append(found)
        else:
            outputs.append(found)
    return [as_html(describe(controls, run)), *outputs]


def walk(
    model_id: str, states: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, str] | Output]:
    """Visit a widget and what it contains.

    Parameters
    ----------
    model_id
        The widget's id.
    states
        The notebook's widget states.

    Yields
    ------
    tuple or dict
        A control as its label and value in words, or a captured output.
    """
    model = states.get(model_id)
    if model is None:
        return
    name, state = model.get("model_name", ""), model.get("state", {})
    if name == "OutputModel":
        yield from (dict(output) for output in state.get("outputs", ()))
        return
    children = state.get("children")
    if children is not None:
        for child in children:
            yield from walk(str(child).removeprefix(REFERENCE), states)
        return
    label, value = words(name, state)
    if label or value:
        yield label, value


def words(name: str, state: Mapping[str, Any]) -> tuple[str, str]:
    """Say in words what a control is called and what it is set to.

    Parameters
    ----------
    name
        The model's name, such as ``DropdownModel``.
    state
        The model's state.

    Examples
    --------
    >>> words("DropdownModel", {"description": "Service", "_options_labels": ["a", "b"], "index": 1})
    ('Service', 'b')
    >>> words("CheckboxModel", {"description": "Mapped only", "value": True})
    ('Mapped only', 'yes')
    """
    label = text_of(str(state.get("description") or "")).rstrip(": ")
    labels, index = state.get("_options_labels"), state.get("index")
    if labels is not None:
        chosen = index if isinstance(index, (list, tuple)) else [index]
        return label, ", ".join(str(labels[place]) for place in chosen if place is not None)
    value = state.get("value", "")
    if name == "ButtonModel":
        return label, "a button"
    if isinstance(value, bool):
        return label, "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        joiner = " to " if "Range" in name else ", "
        return label, joiner.join(str(part) for part in value)
    return label, text_of(str(value if value is not None else ""))


def describe(controls: list[tuple[str, str]], run: str) -> str:
    """Write the controls as a list, with the way to the running notebook.

    Parameters
    ----------
    controls
        Label and value of each.
    run
        Address of the place that says how to run the notebook.
    """
    listed = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for label, value in controls
    )
    what = "Set to:" if controls else "The controls of this cell appear when the notebook runs."
    return (
        f'<div class="guidebook-controls"><p>{what}</p>'
        + (f"<dl>{listed}</dl>" if controls else "")
        + f'<p><a href="{escape(run)}">Run this live</a> to change it.</p></div>'
    )


def as_html(markup: str) -> Output:
    """Wrap markup as a notebook output.

    Parameters
    ----------
    markup
        HTML that is safe to show.
    """
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": markup}}


class _Text(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(markup: str) -> str:
    """Give the text of an HTML or Label widget, without its tags.

    Parameters
    ----------
    markup
        What the widget was given.

    Examples
    --------
    >>> text_of("<b>Shown:</b> 12")
    'Shown: 12'
    """
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return " ".join("".join(parser.parts).split())
