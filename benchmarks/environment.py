"""Says on what machine and with which versions something was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version

from tests.chromium import find

PACKAGES = ("pandas", "folium", "itables", "altair", "plotly")


def describe() -> str:
    """Say what the machine and the versions are, in a sentence.

    Examples
    --------
    >>> describe().startswith("Python 3.")
    True
    """
    chromium = subprocess.run(
        [find() or "chromium", "--version"], capture_output=True, text=True, check=False
    )
    names = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Python {platform.python_version()}, {chromium.stdout.strip() or 'Chromium'}, {names}; "
        f"{os.cpu_count()} processors."
    )


def load() -> str:
    """Say how busy the machine was."""
    return f"Processes that wanted a processor in the last 15 minutes: {os.getloadavg()[2]:.1f}."
