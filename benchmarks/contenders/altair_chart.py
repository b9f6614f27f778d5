"""Altair with its scripts in the page: a map with a choice of types under it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import altair as alt
from benchmarks.contenders.contender import TYPE, Contender, Filter, placed
from benchmarks.elsewhere import MODULES

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory

EMBED = "vegaEmbed('#vis', spec, embedOpt)"


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.

    Raises
    ------
    RuntimeError
        If Altair's page has another form than the one known here.
    """
    world = json.loads((MODULES / "world-atlas/countries-110m.json").read_text(encoding="utf-8"))
    shapes = {"type": "topojson", "feature": "countries"}
    land = alt.InlineData.from_dict({"values": world, "format": shapes})
    types = [*directory.vocabularies["types"]]
    labels = ["All", *(term.label for term in directory.vocabularies["types"].values())]
    kind = alt.param(
        name="kind",
        value=None,
        bind=alt.binding_radio(options=[None, *types], labels=labels, name="Type "),
    )
    columns = ["name", "description", "type", "latitude", "longitude"]
    rows = alt.Chart(placed(directory)[columns]).transform_filter(
        "kind == null || datum.type == kind"
    )
    points = rows.mark_circle(size=12).encode(
        longitude="longitude:Q",
        latitude="latitude:Q",
        color=alt.Color("type:N", legend=None),
        tooltip=["name:N", "description:N"],
    )
    countries = alt.Chart(land).mark_geoshape(fill="#eee", stroke="#bbb")
    number = rows.mark_text(size=16).encode(text="count():Q").properties(width=1100, height=30)
    with alt.data_transformers.enable("default", max_rows=None):
        page = (
            ((countries + points).project("mercator").properties(width=1100, height=600) & number)
            .add_params(kind)
            .to_html(inline=True)
        )
    if EMBED not in page:
        message = "Altair's page embeds its chart in a new way: look for vegaEmbed in it"
        raise RuntimeError(message)
    # The chart is a canvas: what it shows can only be asked of its view.
    page = page.replace(EMBED, f"window.chart = {EMBED}.then((made) => window.view = made.view)")
    (folder / "index.html").write_text(page, encoding="utf-8")


MARKS = """const marks = (kind) => {
  const found = [];
  const look = (mark) => {
    if (mark.marktype === kind && mark.role === "mark") found.push(mark.items);
    for (const item of mark.marktype === "group" ? mark.items : [])
      for (const inner of item.items ?? []) look(inner);
  };
  look(window.view.scenegraph().root);
  return found[0] ?? [];
};"""

CONTENDER = Contender(
    "altair",
    "altair (inlined)",
    make,
    f'() => {{ if (!window.view) return 0; {MARKS} return marks("symbol").length; }}',
    filter=Filter(
        click=f"""(on) => document.querySelector(
          on ? 'input[type=radio][value="{TYPE}"]' : "input[type=radio]").click()""",
        number=f'() => {{ {MARKS} return Number(marks("text")[0]?.text); }}',
        counts="points",
    ),
)
