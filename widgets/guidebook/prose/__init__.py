"""Checks the words of the book: its language, its structure, its links and its citations.

Small pure functions over Markdown, one module a concern: :mod:`~guidebook.prose.markup` takes a
page apart, :mod:`~guidebook.prose.terms` looks for words to leave,
:mod:`~guidebook.prose.structure` at headings and pictures, :mod:`~guidebook.prose.links` at where
links lead, :mod:`~guidebook.prose.citations` at sources, :mod:`~guidebook.prose.questions` at the
words of quick checks, :mod:`~guidebook.prose.grades` measures how hard a page is to read. :mod:`~guidebook.prose.book` puts them together.
"""

from guidebook.prose.book import check_book
from guidebook.prose.findings import Finding, ProseError

__all__ = ["Finding", "ProseError", "check_book"]
