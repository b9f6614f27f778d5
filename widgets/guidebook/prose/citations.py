"""Looks at sources: every one that is cited must be listed, every one that is listed cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.problems import meant, shown_path
from guidebook.prose.findings import Finding
from guidebook.prose.links import address_problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from guidebook.prose.page import Page

_ENTRY = re.compile(r"^@(?P<kind>\w+)\{(?P<key>[^,\s{}]*)\s*,", re.MULTILINE)
_FIELD = re.compile(
    r"^\s*(?P<name>\w+)\s*=\s*\{(?P<value>.*?)\}\s*,?\s*$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Source:
    """An entry of ``references.bib``: its key, its fields and its line."""

    key: str
    fields: dict[str, str]
    line: int

    @property
    def title(self) -> str:
        """The title as a reader sees it, without the braces that keep capitals."""
        return " ".join(re.sub(r"[{}]", "", self.fields.get("title", "")).split())


def read_sources(text: str) -> list[Source]:
    r"""Read the entries of a bibliography.

    Parameters
    ----------
    text
        A file in BibTeX with each entry and each field on a line of its own.

    Examples
    --------
    >>> one, = read_sources("@misc{who,\n  title = {A {WHO} guide},\n}")
    >>> one.key, one.title, one.line
    ('who', 'A WHO guide', 1)
    """
    entries = list(_ENTRY.finditer(text))
    ends = [*(entry.start() for entry in entries[1:]), len(text)]
    return [
        Source(
            entry["key"],
            {
                found["name"].lower(): found["value"]
                for found in _FIELD.finditer(text, entry.end(), end)
            },
            text.count("\n", 0, entry.start()) + 1,
        )
        for entry, end in zip(entries, ends, strict=True)
    ]


def citation_findings(page: Page, keys: Collection[str]) -> Iterator[Finding]:
    """Yield citations of sources that are not listed.

    Parameters
    ----------
    page
        The page.
    keys
        The keys of the bibliography.
    """
    for key, offset in page.cited:
        if key not in keys:
            message = f"no source has the key “{key}”"
            remedy = meant(key, sorted(keys)) if keys else "list it in references.bib"
            yield page.finding(offset, message, remedy)


def source_findings(
    path: Path, sources: Iterable[Source], cited: Collection[str]
) -> Iterator[Finding]:
    """Yield sources that stand twice, that nothing cites, or that nobody could look up.

    Parameters
    ----------
    path
        The bibliography's file.
    sources
        Its entries.
    cited
        The keys that the pages cite.
    """
    file = shown_path(path)
    lines: dict[str, int] = {}
    for source in sources:
        key = source.key

        def wrong(message: str, remedy: str, line: int = source.line) -> Finding:
            return Finding(file, 0, line, 1, message, remedy)

        if key in lines:
            remedy = f"keep one; the other stands on line {lines[key]}"
            yield wrong(f"the key “{key}” stands twice", remedy)
            continue
        lines[key] = source.line
        if key not in cited:
            yield wrong(f"no page cites “{key}”", "cite it where it is used, or take it away")
        if not source.title:
            yield wrong(f"“{key}” has no title", "write title = {…}")
        url = source.fields.get("url", "")
        if not url and not source.fields.get("doi"):
            yield wrong(f"“{key}” has no address", "write url = {…} or doi = {…}")
        elif url and (problem := address_problem(url.replace("\\", ""))):
            yield wrong(*problem)
