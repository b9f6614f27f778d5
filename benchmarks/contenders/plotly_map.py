"""Plotly: a map with a trace for each type and a button for each trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go
from benchmarks.contenders.contender import TYPE, Contender, Filter, placed

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.
    """
    rows = placed(directory)
    by_type = {name: rows[rows["type"] == name] for name in directory.vocabularies["types"]}
    figure = go.Figure(
        [
            go.Scattergeo(
                lat=each["latitude"],
                lon=each["longitude"],
                text=each["name"] + ": " + each["description"],
                name=directory.vocabularies["types"][name].label,
                mode="markers",
            )
            for name, each in by_type.items()
        ]
    )
    buttons = [_button("All", [True] * len(by_type), len(rows))]
    for name, each in by_type.items():
        buttons.append(_button(name, [name == other for other in by_type], len(each)))
    figure.update_layout(
        title={"text": f"{len(rows)} shown"},
        height=700,
        updatemenus=[{"type": "buttons", "buttons": buttons}],
    )
    figure.write_html(folder / "index.html", include_plotlyjs="cdn")


def _button(label: str, visible: list[bool], count: int) -> dict[str, object]:
    return {
        "label": label,
        "method": "update",
        "args": [{"visible": visible}, {"title.text": f"{count} shown"}],
    }


CONTENDER = Contender(
    "plotly",
    "plotly",
    make,
    '() => document.querySelectorAll(".scattergeo path.point").length',
    filter=Filter(
        click=f"""(on) => {{
          const buttons = [...document.querySelectorAll(".updatemenu-button")];
          const wanted = on ? "{TYPE}" : "All";
          buttons.find((each) => each.textContent === wanted)
            .dispatchEvent(new MouseEvent("click", {{ bubbles: true }}));
        }}""",
        number='() => parseInt(document.querySelector(".gtitle")?.textContent, 10)',
        counts="points",
    ),
)
