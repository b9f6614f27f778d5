"""Looks at a page's headings and pictures: what a screen reader finds its way by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.prose.findings import Finding
    from guidebook.prose.page import Page


def heading_findings(page: Page) -> Iterator[Finding]:
    r"""Yield what is wrong with the headings: one title, first of all, and no level left out.

    Parameters
    ----------
    page
        The page.

    Examples
    --------
    >>> from pathlib import Path
    >>> from guidebook.prose.page import Page
    >>> page = Page(Path("a.md"), "a.md", "# A\n\n### B\n")
    >>> [str(one) for one in heading_findings(page)]
    ['a.md:3:1: the heading jumps from level 1 to level 3; write ##, or the heading between']
    """
    headings = page.markup.headings
    if not any(heading.level == 1 for heading in headings):
        yield page.finding(0, "the page has no title", "begin it with one heading of level 1")
    last, titles = 0, 0
    for heading in headings:
        if not heading.words.strip():
            yield page.finding(heading.offset, "the heading is empty", "write its words")
        if heading.level == 1:
            titles += 1
            if titles > 1:
                message = "the page has a second title"
                yield page.finding(heading.offset, message, "write ##; a page has one title")
        elif not last:
            message = f"a heading of level {heading.level} stands before the title"
            yield page.finding(heading.offset, message, "move it below the title")
        elif heading.level > last + 1:
            message = f"the heading jumps from level {last} to level {heading.level}"
            remedy = f"write {'#' * (last + 1)}, or the heading between"
            yield page.finding(heading.offset, message, remedy)
        last = heading.level


def picture_findings(page: Page) -> Iterator[Finding]:
    r"""Yield pictures without words for those who do not see them.

    Parameters
    ----------
    page
        The page.

    Examples
    --------
    >>> from pathlib import Path
    >>> from guidebook.prose.page import Page
    >>> page = Page(Path("a.md"), "a.md", "# A\n\n![](b.svg)\n")
    >>> [one.message for one in picture_findings(page)]
    ['the picture b.svg has no text equivalent']
    """
    for picture in page.markup.pictures:
        if not (picture.text or "").strip():
            message = f"the picture {picture.target} has no text equivalent"
            remedy = "say what it shows, in :alt: or between the brackets"
            yield page.finding(picture.offset, message, remedy)
