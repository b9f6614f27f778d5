"""The offer to run a notebook in its page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from guidebook.edition.binder import spec

if TYPE_CHECKING:
    from guidebook.edition.repository import Repository

OFFER = "guidebook-live-offer"
"""The class by which scripts, and the policy of the page, know the offer."""


def offer(docname: str, repository: Repository | None, service: str) -> str:
    """Write the offer for one notebook.

    It is hidden until a script shows it: without scripts it could do nothing.

    Parameters
    ----------
    docname
        The notebook's path below the project's root, without its suffix.
    repository
        The project's repository, where it is known; Binder is offered only then.
    service
        The address of the Binder.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> known = Repository("github.com", "a", "b")
    >>> 'data-spec="gh/a/b/main"' in offer("book/n", known, "https://mybinder.org")
    True
    >>> "data-spec" in offer("book/n", None, "https://mybinder.org")
    False
    """
    told = {"notebook": f"{docname}.ipynb"}
    if repository is not None:
        told |= {"service": service, "spec": spec(repository), "repository": repository.url}
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    return (
        f'<div class="{OFFER}" hidden{data}>'
        '<p><button type="button" class="book-button">Run it here, in this page</button></p>'
        "<p>Change the code and see what happens, without leaving this page. Pressing sends nothing "
        "yet: first you read what would be sent, and to whom.</p>"
        '<p role="status"></p></div>'
    )
