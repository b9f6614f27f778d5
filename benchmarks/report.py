"""Writes what was measured as tables, for a terminal and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.measure import Measurement

NOTHING = "–"
NOTES = (
    """Every contender shows the same made-up rows (seeded; descriptions of 120 characters; one in
twenty has no position) with name and description of each. Medians.""",
    """Weight: the content of every response as gzip sends it. Other hosts are answered on this machine
from installed packages, at no distance: what they cost a reader in time is not in these numbers, and
blank map tiles and two empty style sheets make folium lighter than it is.""",
    """Drawn: from the start of the navigation to the frame in which every row with a position stands
on the map, by itself or in a cluster (in a table: in which rows stand in it).""",
    """Filter: from the click to the frame in which the number shown and the map are both right; 20
clicks, on and off in turn. In brackets the number alone, where the map follows later. Where they
never are right: to the last change.""",
    "Heap: what scripts hold after collection, typed arrays included.",
)


@dataclass(frozen=True)
class Table:
    """A titled table of text, with what has to be said under it."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    remarks: Sequence[str] = ()

    def lines(self, between: str, edge: str, rule: str) -> list[str]:
        """Write it with columns of even width; the first to the left, the others to the right.

        Parameters
        ----------
        between
            What stands between two columns.
        edge
            What stands at both ends of a line.
        rule
            What the line under the heads is drawn with.
        """
        widths = [
            max(len(row[column]) for row in (self.heads, *self.rows))
            for column in range(len(self.heads))
        ]

        def line(cells: Sequence[str]) -> str:
            first, *rest = (
                cell.rjust(width) if column else cell.ljust(width)
                for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
            return f"{edge}{between.join([first, *rest])}{edge[::-1]}".rstrip()

        ruled = [rule * width for width in widths]
        if edge:
            ruled = [ruled[0], *(f"{each[:-1]}:" for each in ruled[1:])]
        return [line(self.heads), line(ruled), *map(line, self.rows)]


@dataclass(frozen=True)
class Report:
    """Notes and tables."""

    notes: Sequence[str]
    tables: Sequence[Table]

    def markdown(self) -> str:
        """Write it as Markdown."""
        parts = ["# Benchmark", *self.notes]
        for table in self.tables:
            rows = "\n".join(table.lines(" | ", "| ", "-"))
            parts += [f"## {table.title}", rows, *table.remarks]
        return "\n\n".join(parts) + "\n"

    def plain(self) -> str:
        """Write it for a terminal."""
        parts = [
            "\n".join([each.title, *each.lines("  ", "", "-"), *each.remarks])
            for each in self.tables
        ]
        return "\n\n".join([*parts, *self.notes])


def floor(milliseconds: float) -> str:
    """Say what the smallest time is that a filter can take here.

    Parameters
    ----------
    milliseconds
        What a click that changes one word takes.

    Examples
    --------
    >>> floor(16.04)
    'A click that only changes a word reads 16 ms: it waits for the next frame, as all do.'
    """
    return (
        f"A click that only changes a word reads {milliseconds:.0f} ms: "
        "it waits for the next frame, as all do."
    )


def weights(rows: int, found: dict[str, Measurement]) -> Table:
    """Set out what was measured at one size.

    Parameters
    ----------
    rows
        How many rows.
    found
        The measurements by the contenders' labels.
    """
    return Table(
        f"{rows:,} rows",
        ("", "weight", "other hosts", "drawn", "filter", "number right", "heap"),
        [(label, *_cells(one)) for label, one in found.items()],
        [f"{label}: {words}." for label, one in found.items() for words in _remarks(one)],
    )


def _remarks(one: Measurement) -> Iterable[str]:
    if one.words:
        yield one.words
    if one.unanswered:
        yield f"no package here answers {', '.join(sorted(set(one.unanswered)))}"


def _cells(one: Measurement) -> Iterable[str]:
    if one.drawn_s is None:
        return [NOTHING] * 6
    return (
        weight(one.wire_bytes or 0),
        f"{one.elsewhere}",
        f"{one.drawn_s:.2f} s",
        _filter(one),
        NOTHING if one.is_right is None else "yes" if one.is_right else f"no: {one.shown}",
        f"{one.heap_mb:.1f} MB",
    )


def _filter(one: Measurement) -> str:
    if one.filter_ms is None:
        return "has no filter"
    alone = one.said_ms
    later = one.is_right and alone is not None and one.filter_ms - alone > 1
    return f"{one.filter_ms:.0f} ms" + (f" ({alone:.0f})" if later else "")


def weight(count: int) -> str:
    """Write a number of bytes.

    Parameters
    ----------
    count
        The bytes.

    Examples
    --------
    >>> weight(192_575), weight(3_801_485)
    ('193 KB', '3.8 MB')
    """
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} KB"


def ratios(rows: int, found: dict[str, Measurement]) -> Table:
    """Set out how many times ours each one's numbers are.

    Parameters
    ----------
    rows
        How many rows.
    found
        The measurements by the contenders' labels; the first is ours.
    """
    ours = next(iter(found.values()))
    names = ("wire_bytes", "drawn_s", "filter_ms", "heap_mb")

    def times(one: Measurement, name: str) -> str:
        value, base = getattr(one, name), getattr(ours, name)
        return f"× {value / base:.1f}" if value and base else NOTHING

    return Table(
        f"{rows:,} rows, as multiples of the first",
        ("", "weight", "drawn", "filter", "heap"),
        [(label, *(times(one, name) for name in names)) for label, one in found.items()],
    )
