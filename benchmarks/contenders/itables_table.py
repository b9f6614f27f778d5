"""itables: a data frame as a searchable table, without a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.contenders.contender import TYPE, Contender, Filter
from itables import to_html_datatable

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory

COLUMNS = ["name", "type", "services", "city", "country_name", "description"]


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.
    """
    frame = directory.frame[COLUMNS]
    frame["services"] = frame["services"].map(", ".join)
    table = to_html_datatable(
        frame, connected=True, showIndex=False, maxBytes=0, column_filters="header"
    )
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Table</title>{table}</html>'
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


CONTENDER = Contender(
    "itables",
    "itables",
    make,
    '() => document.querySelectorAll("table.dataTable tbody tr td:nth-child(2)").length',
    has_map=False,
    # Its quickest filter is the box over a column; one event is what pasting a word there sends.
    filter=Filter(
        click=f"""(on) => {{
          const box = document.querySelectorAll("table.dataTable thead input")[1];
          box.value = on ? "{TYPE}" : "";
          for (const kind of ["input", "keyup", "change"])
            box.dispatchEvent(new Event(kind, {{ bubbles: true }}));
        }}""",
        number="""() => {
          const words = document.querySelector(".dt-info")?.textContent ?? "";
          const found = / of ([\\d,]+) entries/.exec(words);
          return found && Number(found[1].replaceAll(",", ""));
        }""",
        counts="rows",
    ),
)
