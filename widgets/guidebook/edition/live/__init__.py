"""Live code in the page: a notebook's cells are edited and run where they are read.

The build's part is small: the offer on each notebook's page, the script that shows it, and the
frames in which a kernel's maps are drawn. What runs then stands in ``frontend/live``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.edition.live import frames
from guidebook.edition.live.offer import OFFER, offer
from guidebook.edition.page_scripts import load_where

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["offer", "setup"]


def setup(app: Sphinx) -> None:
    """Connect the parts."""
    frames.setup(app)
    load_where(app, f'class="{OFFER}"', "live-offer.js", priority=815)
