"""Builds what the tests of the edition look at: the book itself, and small books of their own."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from edition.support.building import ROOT, SITE, SOURCES, build, newest
from edition.support.pages import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def site() -> Site:
    """The book, built anew if a source is newer than it."""
    sources = [ROOT / name for name in SOURCES]
    if newest(SITE) < newest(*sources):
        result = build(ROOT)
        assert result.returncode == 0, result.stdout + result.stderr
    return Site(SITE)


@pytest.fixture
def small_book(tmp_path: Path) -> Callable[..., Path]:
    """A function that lays out a small book of given pages, with the book's own settings."""

    def lay_out(pages: dict[str, str | dict[str, object]]) -> Path:
        settings = (ROOT / "_config.yml").read_text(encoding="utf-8")
        # Hundreds of copies that no test of a small book asks for.
        settings = settings.replace("  config:\n", "  config:\n    guidebook_compress: false\n", 1)
        (tmp_path / "_config.yml").write_text(settings, encoding="utf-8")
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
        toc = "format: jb-book\nroot: book/index\n" + (
            f"chapters:\n{chapters}\n" if chapters else ""
        )
        (tmp_path / "_toc.yml").write_text(toc, encoding="utf-8")
        return tmp_path

    return lay_out
