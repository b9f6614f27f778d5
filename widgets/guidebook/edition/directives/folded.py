"""Parts of a long list that open on a press: what a phone would have to scroll past.

A browser folds and unfolds them without a script. A link to something inside opens its part, in
older browsers with the help of ``unfold.ts``; on paper all of them are open.
"""

from __future__ import annotations

from html import escape


def folded(anchor: str, title: str, size: str, content: str) -> str:
    """Write a part that is folded until it is asked for.

    Parameters
    ----------
    anchor
        The part's anchor in the page.
    title
        Its heading, below a heading of the second level.
    size
        How much there is in it, in words.
    content
        What it holds, as HTML.

    Examples
    --------
    >>> print(folded("the-1980s", "The 1980s", "14 events", "<p>It begins.</p>"))
    <section class="book-folded" id="the-1980s"><details><summary><h3>The 1980s</h3>
    <span class="book-small">14 events</span></summary>
    <p>It begins.</p></details></section>
    """
    return (
        f'<section class="book-folded" id="{escape(anchor)}"><details>'
        f"<summary><h3>{escape(title)}</h3>\n"
        f'<span class="book-small">{escape(size)}</span></summary>\n'
        f"{content}</details></section>"
    )


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are.

    Parameters
    ----------
    number
        The number.
    one
        What one of them is called.
    many
        What several are called.

    Examples
    --------
    >>> counted(1, "event", "events"), counted(14, "event", "events")
    ('1 event', '14 events')
    """
    return f"{number} {one if number == 1 else many}"
