"""The little notation in which ``data/language.csv`` says how a term is looked for.

``{one|or|other}``
    exactly one of several;
``[this|that]``
    one of several, or nothing;
a space
    a space, a line's end or a hyphen, so that ``drug user`` finds ``drug-user`` too;
a hyphen
    a hyphen, a space or nothing, so that ``non-compliant`` finds ``noncompliant`` too;
a word all in capitals
    that word in capitals only; in all other words capitals do not count.

Groups hold plain words and no other groups. A term is found as whole words only. The notation is
small so that the browser can read it as well.
"""

from __future__ import annotations

import re
from functools import cache

_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*|[-‐‑])"
_HYPHEN = r"[-‐‑–\s]?"
_TOKEN = re.compile(r"\[([^\[\]{}]*)\]|\{([^\[\]{}]*)\}|( )|([^\[\]{} |]+)|(.)", re.DOTALL)
_WORD = re.compile(r"\w+|\W")


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    r"""Make a regular expression of a pattern.

    Parameters
    ----------
    pattern
        One pattern of a cell.

    Raises
    ------
    ValueError
        If a bracket is left open or closed twice, a group is empty, or no word must be there.

    Examples
    --------
    >>> find = compile_pattern("[drug] user[s]")
    >>> [found.group() for found in find.finditer("Drug users, a drug-user, a user and reuse")]
    ['Drug users', 'drug-user', 'user']
    """
    tokens = _tokens(pattern)
    parts: list[str] = []
    at = 0
    while at < len(tokens):
        kind, value = tokens[at]
        before = tokens[at - 1][0] if at else "space"
        after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        if kind == "optional" and before == after == "space":
            # A word that may be missing takes the space after it along.
            parts.append(f"(?:{value}{_SPACE})?")
            at += 1
        elif kind == "space" and after == "optional" and at + 2 == len(tokens):
            parts.append(f"(?:{_SPACE}{tokens[at + 1][1]})?")
            at += 1
        elif kind == "optional":
            parts.append(f"{value}?")
        else:
            parts.append(_SPACE if kind == "space" else value)
        at += 1
    compiled = re.compile(rf"(?<!\w){''.join(parts)}(?!\w)", re.IGNORECASE)
    if compiled.search(""):
        message = f"the pattern “{pattern}” finds nothing at all, since all of it may be missing"
        raise ValueError(message)
    return compiled


def _tokens(pattern: str) -> list[tuple[str, str]]:
    if not any(one.isalpha() for one in pattern) or pattern != " ".join(pattern.split()):
        message = f"the pattern “{pattern}” is not made of words with single spaces between"
        raise ValueError(message)
    tokens = []
    for found in _TOKEN.finditer(pattern):
        optional, one_of, space, text, stray = found.groups()
        if stray:
            message = f"the pattern “{pattern}” has a {stray} without its partner"
            raise ValueError(message)
        if space:
            tokens.append(("space", ""))
        elif text:
            tokens.append(("text", _literal(text)))
        else:
            kind, inside = ("optional", optional) if optional is not None else ("one", one_of)
            tokens.append((kind, _group(inside, pattern)))
    return tokens


def _group(inside: str, pattern: str) -> str:
    alternatives = inside.split("|")
    if not all(one.strip() for one in alternatives):
        message = f"the pattern “{pattern}” has an empty place in “{inside}”"
        raise ValueError(message)
    # The longest first, so that a short form never hides a long one.
    ordered = sorted(alternatives, key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(_literal, ordered))})"


def _literal(text: str) -> str:
    return "".join(map(_piece, _WORD.findall(text)))


def _piece(piece: str) -> str:
    if piece == " ":
        return _SPACE
    if piece == "-":
        return _HYPHEN
    if piece in {"'", "’"}:
        return "['’]"
    escaped = re.escape(piece)
    return f"(?-i:{escaped})" if len(piece) > 1 and piece.isupper() else escaped
