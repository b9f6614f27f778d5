"""Lays compressed copies beside the files of the site, as the last step of the build.

A server that knows how (``gzip_static`` of nginx, ``precompressed`` of Caddy) hands them out as
they are. Without Node there are none, and the site works as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from guidebook.edition import node

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def compress(app: Sphinx, exception: Exception | None) -> None:
    """Compress what changed."""
    if exception or app.builder.name != "html" or not app.config.guidebook_compress:
        return
    try:
        node.run("compress.mjs", app.outdir)
    except node.NodeError as error:
        logger.warning("no compressed copies were made: %s", error)


def setup(app: Sphinx) -> None:
    """Connect the last step: nothing may change a file after this."""
    # Off for a server that compresses by itself, and for small books that tests look into.
    app.add_config_value("guidebook_compress", default=True, rebuild="", types=[bool])
    app.connect("build-finished", compress, priority=999)
