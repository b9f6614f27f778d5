"""Built pages as trees of elements, to ask questions of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


@lru_cache(maxsize=128)  # one test after the other reads the same pages of the book
def tree(source: str) -> Element:
    """Read a page; whoever asks only looks at it."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root


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

    def target(self, page: str, path: str) -> Path:
        """Give the file that an address on a page leads to; one with a slash begins at the root."""
        if not path:
            return self.folder / page
        start = self.folder if path.startswith("/") else (self.folder / page).parent
        return (start / path.lstrip("/")).resolve()

    def page(self, page: str) -> Element:
        return tree(self.source(page))

    def article(self, page: str) -> Element:
        return self.page(page).one("article", class_="bd-article")
