"""The box on a notebook's page that says how to run it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from guidebook.edition.addresses import to_root
from guidebook.edition.binder import SERVICE, binder_url
from guidebook.edition.live import offer
from guidebook.edition.notebooks import RUN_ANCHOR, is_notebook
from guidebook.edition.repository import Repository, find_repository

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def run_box(docname: str, repository: Repository | None, service: str = SERVICE) -> str:
    """Write the box for one notebook.

    Parameters
    ----------
    docname
        The notebook's path below the project's root, without its suffix.
    repository
        The project's repository, where it is known.
    service
        The address of the Binder.
    """
    notebook = f"{docname}.ipynb"
    copy = f"{to_root(docname)}_sources/{notebook}"
    own = (
        "On your own computer: get this project’s files, type <code>make live</code> in their "
        f"folder, and open <code>{escape(notebook)}</code>."
        f' <a href="{escape(copy)}" download>Download this notebook</a>'
    )
    if repository is None:
        said = f"<p>{own}</p>"
    else:
        address = escape(binder_url(repository, notebook))
        said = (
            f'<p><a class="guidebook-binder book-button" href="{address}" rel="noreferrer">Open in Binder</a> '
            "It starts a free computer in the cloud with everything installed, which takes a "
            "minute or two. Binder’s servers see your address and what you run there.</p>"
            f"<details><summary>Run it on your own computer</summary><p>{own} "
            f'(the files are at <a href="{escape(repository.url)}">{escape(repository.url)}</a>)'
            ".</p></details>"
        )
    said = offer(docname, repository, service) + said
    return f'<aside class="guidebook-run" id="{RUN_ANCHOR}" aria-label="Run this notebook">{said}</aside>'


def resolve_repository(app: Sphinx, config: Config) -> None:
    """Find the repository once, so that a change of it rewrites the pages."""
    repository = find_repository(Path(app.srcdir))
    config.guidebook_repository = (
        [repository.host, repository.owner, repository.name, repository.branch, repository.tag]
        if repository
        else []
    )


def add_box(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the box below a notebook's title."""
    if app.builder.format != "html" or not is_notebook(app, docname):
        return
    known = app.config.guidebook_repository
    service = app.config.guidebook_binder
    markup = run_box(docname, Repository(*known) if known else None, service)
    title = next(iter(doctree.findall(nodes.title)), None)
    if title is None or title.parent is None:
        doctree.insert(0, nodes.raw("", markup, format="html"))
        return
    title.parent.insert(title.parent.index(title) + 1, nodes.raw("", markup, format="html"))


def setup(app: Sphinx) -> None:
    """Connect the box to notebook pages."""
    app.add_config_value("guidebook_repository", [], "html", [list])
    app.connect("config-inited", resolve_repository)
    app.connect("doctree-resolved", add_box)
