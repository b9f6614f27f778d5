"""``{entry}``: chapters link to the directory under names that the table holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.support.building import build
from edition.support.pages import Site
from guidebook import load_directory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Layout = Callable[[dict[str, str]], Path]

LIST = "# The list\n\n```{directory-list}\n```\n"


def test_an_entry_is_linked_under_its_present_name(small_book: Layout) -> None:
    home = "# Home\n\nSee {entry}`vandu`, or {entry}`the union <vandu>`.\n"
    folder = small_book({"index.md": home, "list.md": LIST})
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    site = Site(folder / "_build" / "html")
    links = site.article("index.html").all("a", class_="book-entry")
    name = load_directory().frame.set_index("id").loc["vandu", "name"]
    assert [link.text for link in links] == [name, "the union"]
    assert {link.attributes["href"] for link in links} == {"list.html#entry-vandu"}
    assert len(site.article("list.html").all(id="entry-vandu")) == 1


def test_without_a_list_the_name_stands_alone(small_book: Layout) -> None:
    folder = small_book({"index.md": "# Home\n\nSee {entry}`the union <vandu>`.\n"})
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    article = Site(folder / "_build" / "html").article("index.html")
    assert article.all("a", class_="book-entry") == []
    assert "See the union." in article.text


def test_an_unknown_entry_is_refused_and_a_near_one_named(small_book: Layout) -> None:
    result = build(small_book({"index.md": "# Home\n\n{entry}`vandoo`\n", "list.md": LIST}))
    assert result.returncode != 0
    assert (
        "the directory has no entry “vandoo”; did you mean “vandu”" in result.stdout + result.stderr
    )
