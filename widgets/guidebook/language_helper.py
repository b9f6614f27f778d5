"""The language helper as a Jupyter widget: marks words in a text, with reasons and alternatives."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd
import traitlets

from guidebook.language import load_terms, review, suggestions
from guidebook.language.payload import to_payload
from guidebook.markup import link
from guidebook.problems import DataError
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidebook.language import Span, Suggestion, Term

COLUMNS = ("start", "end", "found", "left", "term", "kind", "advice", "why", "instead", "source")
"""The columns of `LanguageHelper.spans`."""

_ADVICE = {"avoid": "guides advise to leave it", "weigh": "weigh it: senses or guides differ"}


class LanguageHelper(BookWidget):
    """Mark words that guides advise against, in place, with the reason and what to say instead.

    Nothing is corrected by itself: each mark is accepted or left, by the reader or from Python.

    Parameters
    ----------
    text
        The text to look at.
    terms
        The terms to look for; those of the nearest data package when left out.
    list_url
        Where all terms are listed, for readers without scripts.
    **traits
        Any other trait.

    Raises
    ------
    DataError
        If no terms are given and the published table is broken.

    Examples
    --------
    >>> helper = LanguageHelper("Two heroin users relapsed.")
    >>> helper.spans[["found", "advice"]].values.tolist()
    [['heroin users', 'avoid'], ['relapsed', 'avoid']]
    >>> helper.accept(0)
    >>> helper.leave(0)
    >>> helper.text, len(helper.pending)
    ('Two people who use heroin relapsed.', 0)
    """

    MODULE = "language-helper"
    STATE = ("text", "left")

    _terms = traitlets.Dict().tag(sync=True)

    text = traitlets.Unicode("").tag(sync=True)
    """The text, as typed, pasted or set. Default: none."""
    left = traitlets.List(traitlets.Tuple(traitlets.Int(), traitlets.Unicode())).tag(sync=True)
    """What is left as it is: (start, found) of spans. One that no longer fits the text says
    nothing. Default: none."""

    def __init__(
        self,
        text: str = "",
        *,
        terms: Sequence[Term] | None = None,
        list_url: str = "",
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        self._given = tuple(load_terms() if terms is None else terms)
        super().__init__(
            options={"list_url": list_url} if list_url else {},
            _terms=to_payload(self._given),
            text=text,
            **traits,
        )

    # ---- what is found ---------------------------------------------------------------------------

    @property
    def found(self) -> tuple[Span, ...]:
        """What `guidebook.language.review` finds in the text, left or not.

        Examples
        --------
        >>> [span.text for span in LanguageHelper("An addict said “junkie”.").found]
        ['addict']
        """
        return review(self.text, self._given)

    @property
    def pending(self) -> tuple[Span, ...]:
        """What is found and not left as it is.

        Examples
        --------
        >>> LanguageHelper("An addict.", left=[(3, "addict")]).pending
        ()
        """
        return tuple(span for span in self.found if not self._is_left(span))

    @property
    def spans(self) -> pd.DataFrame:
        """What is found, a row each; positions count characters, as Python does.

        Examples
        --------
        >>> row = LanguageHelper("So: inmates.").spans.loc[0]
        >>> int(row["start"]), int(row["end"]), row["instead"][0]
        (4, 11, 'person in prison')
        """
        rows = [
            (
                span.start,
                span.end,
                span.text,
                self._is_left(span),
                span.term.term,
                span.term.kind,
                span.term.advice,
                span.term.why,
                span.term.instead,
                span.term.source_title,
            )
            for span in self.found
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def suggestions(self, number: int) -> tuple[Suggestion, ...]:
        """Give what could be said in place of a mark, fitted into the sentence.

        Parameters
        ----------
        number
            Which of `pending`, from 0.

        Examples
        --------
        >>> [one.words for one in LanguageHelper("An addict.").suggestions(0)]
        ['A person with a substance use disorder', 'A person who uses drugs']
        """
        return suggestions(self.text, self.pending[number])

    # ---- what is done about it -------------------------------------------------------------------

    def accept(self, number: int, choice: int = 0) -> None:
        """Put one of the suggestions into the text.

        Parameters
        ----------
        number
            Which of `pending`, from 0.
        choice
            Which of its suggestions, from 0.

        Raises
        ------
        ValueError
            If the suggestion is advice, and no words to put in.

        Examples
        --------
        >>> helper = LanguageHelper("She is in denial.")
        >>> helper.accept(0)
        Traceback (most recent call last):
            ...
        ValueError: “disagrees” is advice: rewrite the sentence yourself, by setting text
        """
        chosen = self.suggestions(number)[choice]
        if not chosen.words:
            message = f"“{chosen.note}” is advice: rewrite the sentence yourself, by setting text"
            raise ValueError(message)
        moved = len(chosen.words) - (chosen.end - chosen.start)
        left = [
            (start + moved if start >= chosen.end else start, words) for start, words in self.left
        ]
        with self.hold_trait_notifications():
            self.text, self.left = chosen.apply(self.text), left

    def leave(self, number: int) -> None:
        """Leave a mark as it is.

        Parameters
        ----------
        number
            Which of `pending`, from 0.

        Examples
        --------
        >>> helper = LanguageHelper("An addict.")
        >>> helper.leave(0)
        >>> helper.left
        [(3, 'addict')]
        """
        span = self.pending[number]
        self.left = [*self.left, (span.start, span.text)]

    def _is_left(self, span: Span) -> bool:
        return (span.start, span.text) in {(start, words) for start, words in self.left}

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line what is found."""
        count = len(self.pending)
        return f"<LanguageHelper: {count} {'mark' if count == 1 else 'marks'} to look at>"

    def plain(self) -> str:
        """Write the text with its marks, and under it each with its reason."""
        where = (
            f'<a href="{escape(self._options["list_url"])}">list of words</a>'
            if self._options.get("list_url")
            else "table <code>data/language.csv</code>"
        )
        if not self.text:
            return (
                "<p>Where scripts run, a box stands here for a text of yours, in which words are "
                f"marked. The words, the reasons and the alternatives are also in the {where}.</p>"
            )
        items = "\n".join(map(_item, self.pending))
        said = f"<ol>\n{items}\n</ol>" if items else "<p>Nothing is marked.</p>"
        return f'<div class="gb-words-plain">\n{marked(self.text, self.pending)}\n{said}\n</div>'

    def page_state(self) -> dict[str, Any]:
        """Give the state of a static page; the book carries the published terms already.

        Examples
        --------
        >>> LanguageHelper("An addict.").page_state()["_terms"]
        {'$resource': 'language'}
        """
        terms = {"$resource": "language"} if self._is_published else self._terms
        return {**super().page_state(), "_terms": terms}

    @property
    def _is_published(self) -> bool:
        try:
            return self._given == load_terms()
        except (DataError, OSError):
            return False


def marked(text: str, spans: Sequence[Span]) -> str:
    """Write a text as HTML, with what was found in it marked.

    Parameters
    ----------
    text
        Plain text.
    spans
        What was found in it, in order.

    Examples
    --------
    >>> from guidebook.language import review
    >>> marked("<b> An addict.", review("<b> An addict."))
    '<p>&lt;b&gt; An <mark>addict</mark>.</p>'
    """
    parts, last = [], 0
    for span in spans:
        parts += [escape(text[last : span.start]), f"<mark>{escape(span.text)}</mark>"]
        last = span.end
    parts.append(escape(text[last:]))
    return f"<p>{'<br>'.join(''.join(parts).splitlines())}</p>"


def _item(span: Span) -> str:
    term = span.term
    source = "as read in a copy of " if term.evidence == "copy" else ""
    instead = "; ".join(escape(one) for one in term.instead)
    return (
        f"<li><strong>{escape(' '.join(span.text.split()))}</strong> "
        f"({_ADVICE[term.advice]}). {escape(term.why)} Instead: {instead}. "
        f'<span class="book-small">Source: {source}{link(term.source_url, term.source_title)}'
        "</span></li>"
    )
