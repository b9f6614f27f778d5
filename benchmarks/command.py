"""The command line of the benchmark, and its one run from rows to report."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import chapters, environment, kernel, lighthouse, report, sizes
from benchmarks.contenders import ALL
from benchmarks.contenders.contender import TYPE
from benchmarks.elsewhere import BENCH, ROOT
from benchmarks.measure import PATIENCE_S, Expected, Measurement, nothing_ms, visit
from benchmarks.rows import made_up_directory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.contenders.contender import Contender

    from guidebook.directory.model import Directory

MANY = 100_000
FEW = 3


def main(given: Sequence[str] | None = None) -> int:
    """Run the benchmark.

    Parameters
    ----------
    given
        The command line's words; those of the process when left out.
    """
    options = _options(given)
    chosen = [each for each in ALL if each.name in options.contenders]
    results: dict[int, dict[str, Measurement]] = {}
    before = environment.describe()
    floor = nothing_ms()
    for rows in options.rows:
        expected = _expected(made_up_directory(rows))
        made = {each: _make(each, rows) for each in chosen}
        repeats = min(options.repeats, FEW) if rows >= MANY else options.repeats
        # In turns, so that a busy minute of the machine falls on all alike.
        for repeat in range(repeats):
            for contender, found in made.items():
                if found.words:
                    continue
                print(f"{rows:,} rows, {repeat + 1}: {contender.label} …", file=sys.stderr)
                folder = _folder(contender, rows)
                visit(contender, folder, expected, found, last=repeat == repeats - 1)
        results[rows] = {contender.label: found for contender, found in made.items()}
    written = report.Report(
        [before, environment.load(), *report.NOTES, report.floor(floor)],
        [report.weights(rows, found) for rows, found in results.items()]
        + [report.ratios(rows, found) for rows, found in results.items()]
        + ([] if options.no_python else [kernel.measure(), sizes.measure()])
        + ([] if options.no_book else [chapters.measure(), lighthouse.measure()]),
    )
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(written.markdown(), encoding="utf-8")
    print(written.plain())
    print(f"\nWritten to {options.output}")
    return 0


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python benchmarks",
        description="Measure the explorer beside what one would otherwise pick.",
    )
    names = [each.name for each in ALL]
    parser.add_argument(
        "--rows",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[1000, 10_000, 100_000],
        help="how many rows, separated by commas (default: 1000,10000,100000)",
    )
    parser.add_argument(
        "--contenders",
        type=lambda text: text.split(","),
        default=names,
        help=f"which, separated by commas (default: {','.join(names)})",
    )
    parser.add_argument(
        "--repeats",
        type=int,
        default=5,
        help=f"how often each page is opened (default: 5; at most {FEW} from {MANY:,} rows on)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=BENCH / "bench.md",
        help="where the tables are written (default: _build/bench/bench.md)",
    )
    parser.add_argument(
        "--no-python", action="store_true", help="leave out the Python side and the bundles"
    )
    parser.add_argument(
        "--no-book", action="store_true", help="leave out the chapters' widgets and Lighthouse"
    )
    options = parser.parse_args(given)
    if unknown := set(options.contenders) - set(names):
        parser.error(
            f"there is no contender {', '.join(sorted(unknown))}; there are {', '.join(names)}"
        )
    return options


def _expected(directory: Directory) -> Expected:
    frame = directory.frame
    of_type = frame[frame["type"] == TYPE]
    return Expected(
        rows=len(frame),
        placed=int(frame["latitude"].notna().sum()),
        filtered=len(of_type),
        filtered_placed=int(of_type["latitude"].notna().sum()),
    )


def _folder(contender: Contender, rows: int) -> Path:
    return BENCH / f"{contender.name}-{rows}"


def _make(contender: Contender, rows: int) -> Measurement:
    """Write a contender's page; what comes back says why, if it could not be written."""
    print(f"{rows:,} rows: writing {contender.label} …", file=sys.stderr)
    # In a process of its own, which can be ended and gives its memory back.
    folder = str(_folder(contender, rows))
    command = [sys.executable, "-m", "benchmarks.make", contender.name, str(rows), folder]
    try:
        subprocess.run(command, cwd=ROOT, check=True, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        return Measurement(words=f"its page was not written within {PATIENCE_S} s")
    except subprocess.CalledProcessError:
        return Measurement(words="its page could not be written")
    return Measurement()
