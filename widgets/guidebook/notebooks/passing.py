"""What an output says only about the moment of its run: addresses in memory, timings, progress."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]{6,}")
TIMINGS = (
    # What %time prints.
    (re.compile(r"^(CPU times|Wall time): .*$", re.MULTILINE), r"\1: …"),
    # What %timeit prints.
    (re.compile(r"^[\d.]+ \w+ ± [\d.]+ \w+ per loop \(mean.*\)$", re.MULTILINE), "… per loop"),
    # The end of a progress bar.
    (re.compile(r"\[\d\d:\d\d(?::\d\d)?<[^\]\n]*\]"), "[…]"),
)
DRAWN = re.compile(r"\s*<dc:date>[^<]*</dc:date>")


def without_passing(text: str) -> str:
    r"""Replace what differs from run to run by an ellipsis, so that it is seen to be left out.

    Parameters
    ----------
    text
        What a cell prints, or the text of a value.

    Examples
    --------
    >>> without_passing("<function draw at 0x7f52aa0c1b20>")
    '<function draw at 0x…>'
    >>> without_passing("CPU times: user 3 µs, sys: 1 µs, total: 4 µs\nWall time: 5.96 µs\n")
    'CPU times: …\nWall time: …\n'
    """
    text = ADDRESS.sub("0x…", text)
    for pattern, words in TIMINGS:
        text = pattern.sub(words, text)
    return text


def overwritten(text: str) -> str:
    r"""Keep of each line what a terminal would show at its end, as a progress bar leaves it.

    Examples
    --------
    >>> overwritten("10 %\r50 %\r100 %\ndone\r\n")
    '100 %\ndone\n'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)


def without_date(svg: str) -> str:
    r"""Take the moment at which it was drawn out of a picture by matplotlib.

    Examples
    --------
    >>> without_date("<cc:Work>\n <dc:date>2026-11-22T10:00:00</dc:date>\n</cc:Work>")
    '<cc:Work>\n</cc:Work>'
    """
    return DRAWN.sub("", svg)
