"""Matplotlib charts that are the same file on every run, in the book's own look."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib_inline.backend_inline import set_matplotlib_formats

INK = "#1f2933"
SECOND_INK = "#52606d"
LINE = "#d9d2c5"
ACCENT = "#0b5f5a"
PAPER = "#fffdf9"

STYLE: dict[Any, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": SECOND_INK,
    "axes.facecolor": PAPER,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "axes.labelcolor": INK,
    "axes.prop_cycle": cycler(color=[ACCENT, "#7a4a00", "#27476e", "#7b2d5e", "#4b5563"]),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": "medium",
    "axes.titleweight": "bold",
    "figure.autolayout": True,
    "figure.facecolor": PAPER,
    # About as wide as a phone's page: a wider picture is made smaller there, letters and all.
    "figure.figsize": (4.6, 3.8),
    "font.size": 11,
    "grid.color": LINE,
    "text.color": INK,
    "xtick.color": SECOND_INK,
    "ytick.color": INK,
    # Without these two, a chart's file holds random ids and outlines instead of letters.
    "svg.hashsalt": "guidebook",
    "svg.fonttype": "none",
}


def use_book_style() -> None:
    """Draw the charts of this notebook as SVG, in the book's colours, the same on every run.

    Examples
    --------
    >>> use_book_style()
    >>> import matplotlib
    >>> matplotlib.rcParams["svg.hashsalt"]
    'guidebook'
    """
    mpl.rcParams.update(STYLE)
    # The date would make every run's file another one.
    set_matplotlib_formats("svg", metadata={"Date": None})
