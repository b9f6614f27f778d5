"""What the Python side costs: memory of a kernel, time to load and to filter."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
from benchmarks.contenders.contender import TYPE
from benchmarks.elsewhere import ROOT
from benchmarks.report import Table
from benchmarks.rows import made_up_directory
from jupyter_client.manager import start_new_kernel

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
TIMES = 20
EXPLORER = """
from guidebook import DirectoryExplorer
explorer = DirectoryExplorer()
display(explorer)
explorer.services = ["naloxone"]
len(explorer.results)
"""
LOAD = """
from time import perf_counter
began = perf_counter()
from guidebook import load_directory
imported = perf_counter()
load_directory()
first = perf_counter()
load_directory()
print(imported - began, first - imported, perf_counter() - first)
"""


def measure() -> Table:
    """Measure a kernel's memory, `load_directory`, and the filter over many rows."""
    empty, full = kernel_mb("pass"), kernel_mb(EXPLORER)
    imported, first, again = load_s()
    rows = [
        ("memory of an empty kernel", f"{empty:,.0f} MB"),
        ("memory of a kernel with the explorer over the whole directory", f"{full:,.0f} MB"),
        ("import guidebook", f"{imported * 1000:,.0f} ms"),
        ("load_directory(), first time", f"{first * 1000:,.0f} ms"),
        ("load_directory(), again", f"{again * 1000:,.0f} ms"),
    ]
    rows += [(f"{what}, {ROWS:,} rows", f"{ms:,.1f} ms") for what, ms in filter_ms().items()]
    return Table("The Python side", ("what", "median"), rows)


def kernel_mb(code: str) -> float:
    """Measure the memory that a kernel holds after it ran some code, in MB.

    Parameters
    ----------
    code
        What it runs.

    Raises
    ------
    RuntimeError
        If the code fails.
    """
    manager, client = start_new_kernel(
        kernel_name="python3", cwd=str(ROOT), stderr=subprocess.DEVNULL
    )
    try:
        reply = client.execute_interactive(code, timeout=120, output_hook=lambda _: None)
        if reply["content"]["status"] != "ok":
            message = f"the kernel failed: {reply['content'].get('evalue')}"
            raise RuntimeError(message)
        pid = int(getattr(manager.provisioner, "pid", 0))
        return float(psutil.Process(pid).memory_info().rss) / 1e6
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def load_s() -> tuple[float, float, float]:
    """Time import, first and second `load_directory()` of a fresh Python, in seconds."""
    runs = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", LOAD], cwd=ROOT, check=True, capture_output=True, text=True
        )
        runs.append([float(word) for word in done.stdout.split()])
    imported, first, again = (statistics.median(times) for times in zip(*runs, strict=True))
    return imported, first, again


def filter_ms() -> dict[str, float]:
    """Time the kinds of filter over many rows, in milliseconds."""
    directory = made_up_directory(ROWS)
    first = _timed(lambda: directory.filter(types=[TYPE]))
    kinds: dict[str, Callable[[], object]] = {
        "filter(types=…)": lambda: directory.filter(types=[TYPE]),
        "filter(text=…)": lambda: directory.filter(text="outreach wo"),
        "filter(near=…, within_km=50)": lambda: directory.filter(near=(41.9, -87.6), within_km=50),
        "facets(types=…)": lambda: directory.facets(types=[TYPE]),
    }
    again = {
        what: statistics.median(_timed(act) for _ in range(TIMES)) for what, act in kinds.items()
    }
    return {"filter(types=…), the first of all": first, **again}


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
