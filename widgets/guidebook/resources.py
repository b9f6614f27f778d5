"""Read what the build made for looking things up: the basemap and the gazetteer.

The files lie in `guidebook/static/resources/`. The browser reads the same ones.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent / "static"
RESOURCES = STATIC / "resources"

NAME = re.compile(r"[a-z0-9]+(?:[/-][a-z0-9]+)*")
"""What a resource's name looks like, such as `places/ch`: it can never climb out of the folder."""


class ResourceError(LookupError):
    """A resource that is not there; the message says what to do about it."""


def read_resource(name: str) -> Any:  # noqa: ANN401 (whatever JSON the resource holds)
    """Return a resource's content.

    Parameters
    ----------
    name
        Its path below `static/resources`, without the ending, such as `"basemap/us-states"`.

    Raises
    ------
    ResourceError
        If there is no resource of that name, or the package's static files were never built.

    Examples
    --------
    >>> read_resource("basemap/us-states")["type"]
    'Topology'
    >>> read_resource("../secrets")
    Traceback (most recent call last):
    guidebook.resources.ResourceError: '../secrets' is not the name of a resource
    """
    if not NAME.fullmatch(name):
        message = f"{name!r} is not the name of a resource"
        raise ResourceError(message)
    path = RESOURCES / f"{name}.json"
    if path.is_file():
        return json.loads(path.read_text(encoding="utf-8"))
    if not RESOURCES.is_dir():
        message = "the package's static files were not built: run `make widgets` in the project"
        raise ResourceError(message)
    message = f"there is no resource {name!r}"
    raise ResourceError(message)
