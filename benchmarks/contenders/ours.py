"""The explorer as the static edition mounts it, in a page with nothing else on it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from benchmarks.contenders.contender import LABEL, Contender, Filter

from guidebook.edition.widgets import FOLDER, copy_scripts, write_resource
from guidebook.embed import widget_html
from guidebook.resources import RESOURCES, STATIC

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory

HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FOLDER}/explorer.css">
<script defer src="{FOLDER}/host.js"></script>
<script defer src="{FOLDER}/explorer.js"></script>
</head>
<body>
"""


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.
    """
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    copy_scripts(target)
    for style in STATIC.glob("*.css"):
        shutil.copyfile(style, target / style.name)
    for resource in (RESOURCES / "basemap").glob("*.json"):
        write_resource(target, f"basemap/{resource.stem}", resource.read_text(encoding="utf-8"))
    payload = json.dumps(directory.to_payload(), ensure_ascii=False, separators=(",", ":"))
    write_resource(target, "directory", payload)
    widget = widget_html("explorer", {"_payload": {"$resource": "directory"}}, _links(directory))
    (folder / "index.html").write_text(f"{HEAD}{widget}\n</body>\n</html>\n", encoding="utf-8")


def _links(directory: Directory) -> str:
    """Write what lies under an explorer of more rows than a page holds: links to their lists."""
    counts = Counter(directory.frame["country_name"].tolist())
    rows = "\n".join(
        f'<li><a href="#{escape(name)}">{escape(name)}</a> ({count:,})</li>'
        for name, count in sorted(counts.items())
    )
    return f"<ul>\n{rows}\n</ul>"


CONTENDER = Contender(
    "ours",
    "ours (the explorer)",
    make,
    """() => {
      let rows = 0;
      for (const pin of document.querySelectorAll(".gb-pins > .gb-pin"))
        rows += pin.classList.contains("gb-pin-cluster")
          ? Number(pin.textContent.replaceAll(",", "")) : 1;
      return rows;
    }""",
    filter=Filter(
        open="""() => {
          const buttons = [...document.querySelectorAll(".gb-facets button[aria-expanded]")];
          buttons.find((each) => each.textContent.trim().startsWith("Type")).click();
        }""",
        click=f"""() => {{
          const items = [...document.querySelectorAll(".gb-facets .gb-checklist li")];
          items.find((each) => each.querySelector("bdi").textContent === "{LABEL}")
            .querySelector("input").click();
        }}""",
        number="""() => {
          const words = document.querySelector(".gb-summary")?.textContent ?? "";
          const found = /^\\s*([\\d,]+) of /.exec(words);
          return found && Number(found[1].replaceAll(",", ""));
        }""",
        counts="rows",
    ),
)
