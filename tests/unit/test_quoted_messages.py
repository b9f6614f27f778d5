"""What a page quotes as the book's own words, the book says in just these words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "book/about/when-something-goes-wrong.md"
SOURCES = (
    ("widgets/frontend", "*.ts*"),
    ("widgets/guidebook", "*.py"),
    ("widgets/guidebook/edition/templates", "*.html"),
    ("widgets/build", "*.py"),
    ("tests", "chromium.py"),
)
QUOTED = re.compile(r"“([^“”]+)”")
# A word or two between quotation marks is a word that is talked about.
WORDS = 2
# What a message fills in: an ellipsis in the page, a placeholder in the source.
FILLED = re.compile(r"…|‘|’|\d+(?:\.\d+)*")


def messages() -> list[str]:
    """The quotations of the page, its examples of what a terminal prints left out."""
    text = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    quotations = (" ".join(found.split()) for found in QUOTED.findall(text))
    return sorted({quoted for quoted in quotations if len(quoted.split()) >= WORDS})


@cache
def said() -> str:
    """All that the book can say, each sentence in one piece however its source is cut."""
    texts = []
    for folder, pattern in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            if path != Path(__file__) and "node_modules" not in path.parts:
                text = path.read_text(encoding="utf-8")
                texts.append(re.sub(r"[\"'`]\s*\+?\s*\n\s*f?[\"'`]", "", text))
    return " ".join("\n".join(texts).split())


def test_the_page_quotes_messages() -> None:
    assert len(messages()) > 15


@pytest.mark.parametrize("quoted", messages())
def test_a_quotation_is_what_the_book_says(quoted: str) -> None:
    pieces = [piece.strip(" .,;`") for piece in FILLED.split(quoted)]
    assert [piece for piece in pieces if len(piece) > 1 and piece not in said()] == []
