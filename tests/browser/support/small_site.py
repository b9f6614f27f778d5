"""A site of one page with an explorer over a few rows that a test makes up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from guidebook import Directory, load_directory
from guidebook.directory.listing import grouped_html
from guidebook.edition.policy import with_policy
from guidebook.embed import widget_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

STATIC = "_static/guidebook"


def directory_of(rows: Iterable[Mapping[str, Any]]) -> Directory:
    """A directory of rows that name only what matters; no check is made of what they say.

    Columns are those of `Directory.frame`. It has the book's vocabularies and edition.
    """
    book = load_directory()
    frame = book.frame.iloc[:0]
    lists = {"former_names", "services", "approach", "audience"}
    numbers = {"latitude", "longitude"}
    empty = {
        name: () if name in lists else float("nan") if name in numbers else "" for name in frame
    }
    made = pd.DataFrame([{**empty, **row} for row in rows], columns=frame.columns)
    made = made.astype(dict.fromkeys(numbers, "float64"))
    return Directory(made, book.vocabularies, book.edition)


def write_site(
    folder: Path,
    site: Path,
    directory: Directory,
    *,
    theme: str = "light",
    options: Mapping[str, Any] | None = None,
    **state: Any,  # noqa: ANN401 (any trait of the explorer)
) -> Path:
    """Write the page into a folder, beside the scripts of the built book; return the page."""
    (folder / "_static").symlink_to(site / "_static")
    widget = widget_html(
        "explorer",
        {**state, "_payload": directory.to_payload(), "_options": dict(options or {})},
        grouped_html(directory, directory.vocabularies, heading=2, anchors=False),
    )
    page = folder / "index.html"
    page.write_text(
        with_policy(f"""<!DOCTYPE html>
<html lang="en" data-theme="{escape(theme)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>A small directory</title>
<link rel="stylesheet" href="{STATIC}/explorer.css">
<script defer src="{STATIC}/host.js"></script>
<script defer src="{STATIC}/explorer.js"></script>
</head>
<body>
<main>
<h1>A small directory</h1>
{widget}
</main>
</body>
</html>
"""),
        encoding="utf-8",
    )
    return page
