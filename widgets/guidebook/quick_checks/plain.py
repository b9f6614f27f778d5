"""Writes questions as plain HTML: what stands in a page without scripts, and on paper.

Citations are left to whoever shows them: the static edition writes links to its references, and
a notebook the keys.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidebook.quick_checks.model import Question

LETTERS = "ABCDEFGH"
"""What the right sides of a match are called, as they are shown."""
HINTS = {
    "single": "Choose one.",
    "several": "Choose all that are right.",
    "order": "Put these in order.",
    "match": "Which belong together?",
    "short": "Answer in a word or two.",
}
"""What each kind asks the reader to do."""


def questions_html(
    questions: Sequence[Question], why: Callable[[int, Question], str] | None = None
) -> str:
    """Write questions as fieldsets, each with its answer folded; on paper answers stand at the end.

    Parameters
    ----------
    questions
        The questions.
    why
        Writes the explanation and its sources, each time it is called for a question's number;
        text and keys when left out.

    Examples
    --------
    >>> from guidebook.quick_checks import Question
    >>> asked = Question("a", "short", "What <reverses> it?", "So.", ("who",),
    ...                  accept=("naloxone",), answer="Naloxone")
    >>> print(questions_html([asked]).splitlines()[1])
    <fieldset class="qc-question"><legend>1. What &lt;reverses&gt; it?</legend>
    """
    write = why or (lambda _number, question: why_html(question))
    numbered = list(enumerate(questions, 1))
    asked = "\n".join(
        f'<fieldset class="qc-question"><legend>{number}. {escape(question.ask)}</legend>\n'
        f'<p class="qc-hint">{HINTS[question.kind]}</p>\n{_to_do(question)}\n'
        f'<details class="qc-answer"><summary>Answer<span class="gb-spoken"> to question {number}'
        f"</span></summary>\n{_answer(question)}\n{write(number, question)}\n</details></fieldset>"
        for number, question in numbered
    )
    # On paper nothing unfolds, and answers right under a question would spoil it.
    on_paper = "\n".join(
        f"<li>{_answer(question)}\n{write(number, question)}</li>" for number, question in numbered
    )
    return (
        f'<div class="qc-questions">\n{asked}\n</div>\n'
        f'<div class="qc-paper"><p class="qc-paper-title">Answers</p>\n<ol>{on_paper}</ol></div>'
    )


def why_html(question: Question) -> str:
    """Write the explanation with the keys of its sources.

    Parameters
    ----------
    question
        The question.

    Examples
    --------
    >>> from guidebook.quick_checks import Question
    >>> why_html(Question("a", "short", "?", "So & so.", ("who", "cdc")))
    '<p class="qc-why">So &amp; so. [who, cdc]</p>'
    """
    return (
        f'<p class="qc-why">{escape(question.explain)} [{escape(", ".join(question.sources))}]</p>'
    )


def _to_do(question: Question) -> str:
    """Write what can be chosen, ordered or matched; boxes can be ticked, and tell nobody."""
    if question.options:
        kind = "radio" if question.kind == "single" else "checkbox"
        # A browser that comes back to a page would fill in what was chosen before.
        box = f'<input type="{kind}" name="qc-{escape(question.id)}" autocomplete="off">'
        items = "".join(
            f"<li><label>{box}<span>{escape(option.text)}</span></label></li>"
            for option in question.options
        )
        return f'<ul class="qc-options">{items}</ul>'
    if question.items:
        items = "".join(
            f'<li><span class="qc-blank" aria-hidden="true"></span><span>'
            f"{escape(question.items[at])}</span></li>"
            for at in question.shown
        )
        return f'<ul class="qc-items">{items}</ul>'
    if question.pairs:
        lefts = "".join(
            f'<li><span class="qc-blank" aria-hidden="true"></span><span>'
            f"{escape(pair.left)}</span></li>"
            for pair in question.pairs
        )
        rights = "".join(
            f"<li><b>{letter}</b> <span>{escape(question.pairs[at].right)}</span></li>"
            for letter, at in zip(LETTERS, question.shown, strict=False)
        )
        return (
            f'<div class="qc-match"><ul class="qc-items">{lefts}</ul>'
            f'<ul class="qc-letters">{rights}</ul></div>'
        )
    return '<p class="qc-line" aria-hidden="true"></p>'


def _answer(question: Question) -> str:
    """Write the answer, and the remarks on single options."""
    if question.options:
        right = [escape(option.text) for option in question.options if option.right]
        said = (
            f"<p><strong>{right[0]}</strong></p>"
            if len(right) == 1
            else "<ul>" + "".join(f"<li><strong>{one}</strong></li>" for one in right) + "</ul>"
        )
        remarks = "".join(
            f"<li>{in_quotes(option.text)}: {escape(option.why)}</li>"
            for option in question.options
            if option.why
        )
        return said + (f'<ul class="qc-remarks">{remarks}</ul>' if remarks else "")
    if question.items:
        return "<ol>" + "".join(f"<li>{escape(item)}</li>" for item in question.items) + "</ol>"
    if question.pairs:
        letters = {at: letter for letter, at in zip(LETTERS, question.shown, strict=False)}
        items = "".join(
            f"<li>{escape(pair.left)}: <strong>{letters[at]}</strong> {escape(pair.right)}</li>"
            for at, pair in enumerate(question.pairs)
        )
        return f"<ul>{items}</ul>"
    return f"<p><strong>{escape(question.answer)}</strong></p>"


def in_quotes(text: str) -> str:
    """Write an option as a quotation; one that is a quotation already has its marks.

    Parameters
    ----------
    text
        The option's text.

    Examples
    --------
    >>> in_quotes("Wait"), in_quotes("“Wait.”")
    ('“Wait”', '“Wait.”')
    """
    words = escape(text)
    return words if text.startswith("“") else f"“{words}”"
