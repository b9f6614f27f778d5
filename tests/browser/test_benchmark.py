"""The benchmark finds its way through the explorer as it is today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_benchmark_draws_filters_and_reads_the_explorer(tmp_path: Path) -> None:
    report = tmp_path / "bench.md"
    # Once, and without the book's own pages: Lighthouse takes minutes over them.
    command = ["benchmarks", "--rows=200", "--contenders=ours", "--repeats=1"]
    left_out = ["--no-python", "--no-book", f"--output={report}"]
    subprocess.run([sys.executable, *command, *left_out], cwd=ROOT, check=True)

    lines = report.read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith("| ours"))
    _, weight, other_hosts, drawn, filtered, right, heap = (
        cell.strip() for cell in row.strip("|").split("|")
    )
    assert other_hosts == "0"
    assert right == "yes"
    assert drawn.endswith(" s")
    assert "ms" in filtered
    assert float(weight.removesuffix(" KB")) < 250
    assert float(heap.removesuffix(" MB")) < 20
