"""Takes out of a chapter what does nothing where no script runs, and writes still what moves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from guidebook.edition.paper.chapters import relative
from guidebook.edition.paper.elements import new, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import Tag

    from guidebook.edition.paper.chapters import Chapter

DEAD = (
    "script, style, template, noscript, link, meta, button, select, textarea, datalist, output, "
    ".headerlink, .pst-js-only, .guidebook-run, .toctree-wrapper, .sd-summary-icon, "
    ".sd-summary-state-marker, svg.sd-octicon, .book-note, .book-cover, [hidden]"
)
"""Controls, what only a browser needs, and notes on sources: a printed book lists those itself."""
MARKS = {"checkbox": "☐", "radio": "○"}
"""What stands on paper for a choice."""
PLAIN = {"form": "div", "fieldset": "div", "legend": "p", "label": "span"}
"""What these are once there is nothing to fill in."""
UNNEEDED = "bdi, span.std, span.fn-bracket"
"""Elements that say nothing: each would be one more in the tree of tags of a PDF."""
WHOLE_LIST = "directory/list.html"


def clean(chapter: Chapter, stills: Mapping[str, str]) -> None:
    """Make a chapter fit for paper.

    Parameters
    ----------
    chapter
        The chapter; its article is changed.
    stills
        For maps in frames, by their path in the site: the address of a still picture.
    """
    article = chapter.article
    for element in article.select(DEAD):
        element.decompose()
    still_controls(article)
    for wrap in article.select(UNNEEDED):
        # Names written from right to left keep what isolates them from the words around.
        if not any(bidirectional(sign) in {"R", "AL"} for sign in wrap.get_text()):
            wrap.unwrap()
    for folded in article.select("details"):
        folded["open"] = ""
    still_maps(chapter, stills)
    for explorer in article.select('[data-widget="explorer"] .guidebook-plain'):
        # The same entries stand in the list: once is enough.
        explorer.clear()
        explorer.append(
            parse(f'<p>On paper, every entry stands in <a href="/{WHOLE_LIST}">the list</a>.</p>')
        )


def still_controls(article: Tag) -> None:
    """Write what can be chosen as boxes to tick with a pen; what can be typed goes.

    Parameters
    ----------
    article
        A chapter's content.
    """
    for choice in article.select("input"):
        mark = MARKS.get(str(choice.get("type", "text")))
        if mark:
            choice.replace_with(new("span", f"{mark} ", class_="paper-choice", aria_hidden="true"))
        else:
            choice.decompose()
    for name, plain in PLAIN.items():
        for element in article.select(name):
            element.name = plain
            element.attrs.pop("for", None)


def still_maps(chapter: Chapter, stills: Mapping[str, str]) -> None:
    """Put pictures in the place of framed maps; without one, words.

    Parameters
    ----------
    chapter
        The chapter.
    stills
        The pictures' addresses, by the map's path in the site.
    """
    for frame in chapter.article.select("iframe"):
        words = str(frame.get("title", ""))
        still = stills.get(relative(chapter.address, str(frame.get("src", ""))))
        if still:
            frame.replace_with(new("img", src=still, alt=f"Map: {words}", class_="paper-still"))
        else:
            frame.replace_with(new("p", f"(Map: {words})"))


def mark_levels(chapter: Chapter, *, title: int) -> None:
    """Say how deep a chapter's headings stand in the whole book; their look stays.

    Parameters
    ----------
    chapter
        The chapter.
    title
        The level of its own title, 1 or 2.
    """
    deepest = 6
    for heading in chapter.article.select("h1, h2, h3, h4, h5, h6"):
        level = int(heading.name[1])
        inside = level if chapter.opens_part and level > 1 else level + title - 1
        heading["aria-level"] = str(min(inside, deepest))
