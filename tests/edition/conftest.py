"""Builds what the tests of the edition look at: the book itself, and small books of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
BUILD = (
    sys.executable,
    "-c",
    "from jupyter_book.cli.main import main; main()",
    *("build", ".", "--quiet", "-n", "-W", "--keep-going"),
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    """An element of a page: its name, attributes, text and what it contains."""

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, name: str = "", **attributes: str) -> list[Element]:
        """Find elements by name and attributes; a class is one of several."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.walk()
            if (not name or element.name == name)
            and all(
                value in element.attributes.get(key, "").split()
                if key == "class"
                else element.attributes.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def one(self, name: str = "", **attributes: str) -> Element:
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{len(found)} of {name} {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.children)

    def inside(self, name: str) -> bool:
        parent = self.parent
        while parent is not None:
            if parent.name == name:
                return True
            parent = parent.parent
        return False


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("#document", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag: str) -> None:
        place: Element | None = self.open
        while place is not None and place.name != tag:
            place = place.parent
        if place is not None and place.parent is not None:
            self.open = place.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


@dataclass(frozen=True)
class Site:
    """A built book."""

    folder: Path

    @property
    def pages(self) -> list[str]:
        """The pages' addresses, frames of maps left out."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*.html")
            if not {"_static", "_sources"} & set(path.relative_to(self.folder).parts)
        )

    def source(self, page: str) -> str:
        return (self.folder / page).read_text(encoding="utf-8")

    def page(self, page: str) -> Element:
        builder = _Builder()
        builder.feed(self.source(page))
        builder.close()
        return builder.root

    def article(self, page: str) -> Element:
        return self.page(page).one("article", class_="bd-article")


def newest(*places: Path) -> float:
    """Give the time of the last change below some places."""
    times = [
        path.stat().st_mtime
        for place in places
        for path in [place, *place.rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    ]
    return max(times, default=0.0)


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a book as `make book` does; the test's own repository is never asked."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GUIDEBOOK_")}
    return subprocess.run(
        BUILD,
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site() -> Site:
    """The book, built anew if a source is newer than it."""
    sources = [ROOT / name for name in ("_config.yml", "_toc.yml", "book", "data", "widgets/guidebook")]
    if newest(SITE) < newest(*sources):
        result = build(ROOT)
        assert result.returncode == 0, result.stdout + result.stderr
    return Site(SITE)


@pytest.fixture
def small_book(tmp_path: Path) -> Callable[..., Path]:
    """A function that lays out a small book of given pages, with the book's own settings."""

    def lay_out(pages: dict[str, str | dict[str, object]]) -> Path:
        for name in ("_config.yml",):
            shutil.copy(ROOT / name, tmp_path / name)
        shutil.copytree(ROOT / "data", tmp_path / "data")
        shutil.copytree(ROOT / "book" / "_static", tmp_path / "book" / "_static")
        (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
        (tmp_path / "book" / "references.bib").write_text("", encoding="utf-8")
        for name, content in pages.items():
            path = tmp_path / "book" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, encoding="utf-8")
        chapters = "\n".join(f"  - file: book/{name}" for name in pages if name != "index.md")
        toc = "format: jb-book\nroot: book/index\n" + (f"chapters:\n{chapters}\n" if chapters else "")
        (tmp_path / "_toc.yml").write_text(toc, encoding="utf-8")
        return tmp_path

    return lay_out
