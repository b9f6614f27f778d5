"""Small books with tables, notebooks and settings of their own."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from edition.support.building import build
from edition.support.pages import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Layout = Callable[[dict[str, Any]], Path]

LIST = "# The list\n\n```{directory-list}\n```\n"
EXPLORE = "# Explore\n\n```{directory-explorer}\n```\n"
HOSTILE = {
    "name": "<script>alert('name')</script> & \"friends\"",
    "former_names": "</script><script>alert('former')</script>",
    "description": "\"><img src=x onerror=alert('description')> ${alert(1)} {{ 7*7 }}",
    "city": "<b onmouseover=alert('city')>Nowhere</b>",
    "note": "<!-- <script> --> \u202egnirts thgir",
    "source_title": "</script><svg onload=alert('source')>",
}


def rows_of(folder: Path) -> tuple[list[str], list[dict[str, str]]]:
    with (folder / "data" / "directory.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def write_rows(folder: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    path = folder / "data" / "directory.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def built(folder: Path, **environment: str) -> Site:
    result = build(folder, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(folder / "_build" / "html")


def refused(folder: Path) -> str:
    result = build(folder)
    assert result.returncode != 0
    return re.sub(r"\x1b\[[0-9;]*m", "", result.stdout + result.stderr)


def notebook(*outputs: dict[str, Any], **metadata: object) -> dict[str, Any]:
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# A notebook"}
    ]
    cells += [
        {
            "cell_type": "code",
            "execution_count": number,
            "id": f"cell-{number}",
            "metadata": {},
            "outputs": [output],
            "source": f"cell_{number}",
        }
        for number, output in enumerate(outputs, start=1)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": cells,
        "metadata": {"kernelspec": kernel, **metadata},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def shown(**data: object) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": data}


def framed(document: str) -> dict[str, Any]:
    escaped = document.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return shown(
        **{"text/html": f'<div><iframe srcdoc="{escaped}"></iframe></div>', "text/plain": "map"}
    )


def test_hostile_rows_are_words_and_nothing_else(small_book: Layout) -> None:
    folder = small_book({"index.md": "# Home\n", "list.md": LIST, "explore.md": EXPLORE})
    columns, rows = rows_of(folder)
    rows[0] |= HOSTILE
    write_rows(folder, columns, rows[:5])
    site = built(folder)
    for page in ("list.html", "explore.html"):
        article = site.article(page)
        assert article.all("img") == []
        assert article.all("svg") == []
        assert article.all("b") == []
        assert [
            e for e in article.walk() if any(name.startswith("on") for name in e.attributes)
        ] == []
        kinds = {script.attributes.get("type") for script in article.all("script")}
        assert kinds <= {"application/json", "application/ld+json"}
        assert HOSTILE["name"] in [name.text for name in article.all(class_="guidebook-name")]
        assert HOSTILE["description"] in article.text
    data = json.loads(site.article("list.html").one("script", type="application/ld+json").text)
    thing = next(thing for thing in data["@graph"] if thing["@id"] == f"#entry-{rows[0]['id']}")
    assert thing["name"] == HOSTILE["name"]
    assert thing["alternateName"] == [HOSTILE["former_names"]]
    index = site.source("_static/guidebook/search-index.js")
    assert "<script" not in index


@pytest.mark.slow
def test_large_directory_is_divided_and_every_entry_is_found_once(small_book: Layout) -> None:
    pages = {"index.md": "# Home\n", "help-now.md": "# Help now\n"}
    folder = small_book({**pages, "list.md": LIST, "explore.md": EXPLORE})
    columns, rows = rows_of(folder)
    american = [row for row in rows if row["country"] == "US" and row["region"]][:60]
    other = [row for row in rows if row["country"] == "NZ"][:3]
    many = [
        row | {"id": f"{row['id']}-{copy}", "name": f"{row['name']} {copy}"}
        for row in american
        for copy in range(10)
    ]
    write_rows(folder, columns, many + other)
    site = built(folder)
    links = site.article("list.html").one("nav", class_="book-jumps").all("a")
    divided = [link.attributes["href"] for link in links]
    assert "list/new-zealand.html" in divided
    assert len(divided) > 2
    anchors = [
        entry.attributes["id"]
        for page in divided
        for entry in site.article(page).all("article", class_="guidebook-entry")
    ]
    assert sorted(anchors) == sorted(f"entry-{row['id']}" for row in many + other)
    for page in divided:
        assert site.page(page).one("a", class_="book-help").attributes["href"] == "../help-now.html"
        assert json.loads(site.article(page).one("script", type="application/ld+json").text)
        assert site.article(page).all("a")[0].attributes["href"] == "../list.html"
    plain = site.article("explore.html").one(class_="guidebook-plain")
    assert [link.attributes["href"] for link in plain.all("a")] == ["list.html"]


def test_notebook_shows_first_results_and_files_its_maps(small_book: Layout) -> None:
    view = "application/vnd.jupyter.widget-view+json"
    states = {
        "box": {
            "model_name": "VBoxModel",
            "state": {"children": ["IPY_MODEL_menu", "IPY_MODEL_out"]},
        },
        "menu": {
            "model_name": "DropdownModel",
            "state": {
                "description": "Service",
                "_options_labels": ["Naloxone", "Testing"],
                "index": 1,
            },
        },
        "out": {
            "model_name": "OutputModel",
            "state": {
                "outputs": [{"output_type": "stream", "name": "stdout", "text": "12 places"}]
            },
        },
    }
    widget = {"model_id": "box", "version_major": 2, "version_minor": 0}
    alive = '<div class="guidebook-widget" data-widget="explorer"><p>plain</p></div>'
    leaflet = "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet"
    document = (
        f'<html><head><title>Towns</title><script src="{leaflet}.js"></script>'
        f'<link rel="stylesheet" href="{leaflet}.css"></head>'
        "<body><script>L.map(document.body)</script></body></html>"
    )
    content = notebook(
        shown(**{view: widget, "text/plain": "VBox()"}),
        shown(**{view: widget, "text/html": alive, "text/plain": "Explorer"}),
        framed(document),
        shown(**{"application/javascript": "alert(1)", "text/plain": "script"}),
        widgets={
            "application/vnd.jupyter.widget-state+json": {
                "state": states,
                "version_major": 2,
                "version_minor": 0,
            }
        },
    )
    folder = small_book({"index.md": "# Home\n", "part/note.ipynb": content})
    site = built(folder)
    page = site.source("part/note.html")
    for word in ("widget-state", "widget-view", "require", "jsdelivr", "alert(1)"):
        assert word not in page
    article = site.article("part/note.html")
    controls = article.one(class_="guidebook-controls")
    assert (controls.one("dt").text, controls.one("dd").text) == ("Service", "Testing")
    run = controls.one("a").attributes["href"]
    assert article.one(id=run.removeprefix("#")).attributes["class"] == "guidebook-run"
    assert "12 places" in article.text
    assert len(article.all(class_="guidebook-widget")) == 1
    frame = article.one("iframe")
    assert frame.attributes["title"] == "Towns"
    path = (site.folder / "part" / frame.attributes["src"]).resolve()
    kept = path.read_text(encoding="utf-8")
    assert "https:" not in kept.replace("https://tile", "")
    for local in re.findall(r'(?:src|href)="([^"]+)"', kept):
        assert (path.parent / local).is_file()
    assert "Content-Security-Policy" in kept
    # What a reader downloads is the notebook as it was committed.
    copy = json.loads((site.folder / "_sources" / "book" / "part" / "note.ipynb").read_text())
    assert copy == content


def test_map_that_needs_another_host_fails_the_build(small_book: Layout) -> None:
    document = '<script src="https://example.org/lib.js"></script>'
    folder = small_book({"index.md": "# Home\n", "note.ipynb": notebook(framed(document))})
    said = refused(folder)
    assert "a map in book/note loads https://example.org/lib.js" in said


def test_binder_button_appears_where_the_repository_is_known(small_book: Layout) -> None:
    folder = small_book(
        {"index.md": "# Home\n", "part/note.ipynb": notebook(), "explore.md": EXPLORE}
    )
    unknown = built(folder)
    source = unknown.source("part/note.html")
    assert "mybinder.org" not in source
    assert "make live" in unknown.article("part/note.html").one(class_="guidebook-run").text
    assert "github" not in source.lower()
    assert "hub.js" not in source  # no hub can fetch what no one can name
    assert "issues/new" not in unknown.source("explore.html")
    download = unknown.article("part/note.html").one("a", download="")
    assert (unknown.folder / "part" / download.attributes["href"]).resolve().is_file()

    known = built(folder, GUIDEBOOK_REPOSITORY="https://github.com/someone/guidebook")
    button = known.article("part/note.html").one("a", class_="guidebook-binder")
    assert button.attributes["href"] == (
        "https://mybinder.org/v2/gh/someone/guidebook/main?urlpath=lab/tree/book/part/note.ipynb"
    )
    state = known.article("explore.html").one("script", class_="guidebook-state")
    options = json.loads(state.text)["_options"]
    assert options["corrections"] == {"issue": "https://github.com/someone/guidebook/issues/new"}
    assert known.article("index.html").all("a", class_="guidebook-binder") == []
    assert "_static/guidebook/hub.js" in known.source("part/note.html")
    assert "hub.js" not in known.source("index.html")


def test_changed_row_changes_the_pages_that_show_it(small_book: Layout) -> None:
    folder = small_book(
        {"index.md": "# Home\n\n{stat}`rows` entries.\n", "list.md": LIST, "explore.md": EXPLORE}
    )
    columns, rows = rows_of(folder)
    write_rows(folder, columns, rows[:4])
    site = built(folder)
    assert "4 entries" in site.article("index.html").text
    write_rows(folder, columns, [rows[0] | {"name": "A new name"}, *rows[1:3]])
    site = built(folder)
    assert "3 entries" in site.article("index.html").text
    assert "A new name" in site.article("list.html").text
    assert "A new name" in site.article("explore.html").text
    assert "A new name" in site.source("_static/guidebook/resources/directory.js")


def test_unknown_names_are_refused_with_what_was_meant(small_book: Layout) -> None:
    folder = small_book(
        {
            "index.md": "# Home\n\n{stat}`historicl` entries.\n",
            "explore.md": "# E\n\n```{directory-explorer}\n:services: naloxon\n```\n",
        }
    )
    said = refused(folder)
    assert "there is no number called “historicl”" in said
    assert "did you mean “historical”" in said
    assert "did you mean “naloxone”" in said
