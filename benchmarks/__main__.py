"""Measure the explorer beside what one would otherwise pick: `python benchmarks`."""

from __future__ import annotations

import sys
from pathlib import Path

# Started as a folder, Python looks for modules inside it; they are called benchmarks.NAME.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.command import main  # noqa: E402 (after the path)

if __name__ == "__main__":
    sys.exit(main())
