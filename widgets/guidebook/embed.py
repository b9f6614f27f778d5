"""Write a widget into a static page: its state, over plain HTML that says the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def widget_html(name: str, state: Mapping[str, Any], plain: str) -> str:
    r"""Write the place of a widget in a page.

    The page's host brings it to life; until then, and where scripts are off, the plain HTML stands.

    Parameters
    ----------
    name
        The widget's name, such as ``"explorer"``.
    state
        Its traits, where they differ from their defaults. A value ``{"$resource": NAME}`` is
        looked up by the page.
    plain
        HTML that holds the same content without scripts.

    Examples
    --------
    >>> print(widget_html("explorer", {"text": "</script>"}, "<p>A list.</p>"))
    <div class="guidebook-widget" data-widget="explorer">
    <script type="application/json" class="guidebook-state">{"text":"\u003c/script>"}</script>
    <div class="guidebook-plain">
    <p>A list.</p>
    </div>
    </div>
    """
    written = json.dumps(state, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Whatever the data says, it cannot end the script that it stands in.
    safe = written.replace("<", "\\u003c")
    return (
        f'<div class="guidebook-widget" data-widget="{name}">\n'
        f'<script type="application/json" class="guidebook-state">{safe}</script>\n'
        f'<div class="guidebook-plain">\n{plain}\n</div>\n</div>'
    )
