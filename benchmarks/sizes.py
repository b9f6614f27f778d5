"""How heavy the built files are that a page with the explorer loads."""

from __future__ import annotations

import json

from benchmarks.report import Table
from benchmarks.server import zipped

from guidebook.directory.load import load_directory
from guidebook.resources import RESOURCES, STATIC


def measure() -> Table:
    """Weigh the bundles, the basemap and the published directory."""
    files = {
        path.relative_to(STATIC).as_posix(): path.read_bytes()
        for path in (
            STATIC / "page/host.js",
            STATIC / "page/explorer.js",
            *(STATIC / "page/resources").glob("explorer-map-*.js"),
            STATIC / "explorer.css",
            STATIC / "explorer.js",
            *sorted((RESOURCES / "basemap").glob("*.json")),
        )
    }
    shards = [path.read_bytes() for path in (RESOURCES / "places").glob("*.json")]
    files["the heaviest part of the gazetteer"] = max(shards, key=len)
    directory = load_directory()
    payload = json.dumps(directory.to_payload(), ensure_ascii=False, separators=(",", ":"))
    files[f"the published directory ({len(directory)} rows)"] = payload.encode()
    return Table(
        "Weight of the built files",
        ("file", "bytes", "gzipped"),
        [(name, f"{len(body):,}", f"{zipped(body):,}") for name, body in files.items()],
    )
