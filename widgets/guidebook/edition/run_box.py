"""The box on a notebook's page that says how to run it: each way, how long it takes, who sees what.

What stands in it is words and links, and so works without scripts. A script adds the field for a
school's hub (``frontend/hub``), and shows the offer to run code in the page.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from guidebook.edition.addresses import to_root
from guidebook.edition.binder import FRESH, SERVICE, binder_url, fresh_url, spec
from guidebook.edition.live import offer
from guidebook.edition.notebooks import RUN_ANCHOR, is_notebook
from guidebook.edition.page_scripts import load_where
from guidebook.edition.pulling import hub_request
from guidebook.edition.repository import Repository, find_repository, released_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

HUB = "guidebook-hub"
"""The class by which the script knows the field for a hub."""

WAYS = "book/about/ways-to-run"
START_TIMES = (
    "https://discourse.jupyter.org/t/how-to-reduce-mybinder-org-repository-startup-time/4956"
)
BINDER_RULES = "https://mybinder.readthedocs.io/en/latest/about/about.html"

AWAY = 'target="_blank" rel="noopener noreferrer"'
"""Another tab, so that the page with its widgets stays; the other site is not told which page."""


def run_box(
    docname: str,
    repository: Repository | None,
    *,
    service: str = SERVICE,
    released: bool = True,
    ways: bool = False,
) -> str:
    """Write the box for one notebook.

    Parameters
    ----------
    docname
        The notebook's path below the project's root, without its suffix.
    repository
        The project's repository, where it is known.
    service
        The address of the Binder.
    released
        Whether the release holds this notebook; a new one is fetched into it.
    ways
        Whether the book has a page about all the ways.
    """
    notebook = f"{docname}.ipynb"
    copy = f"{to_root(docname)}_sources/{notebook}"
    more = (
        f' <a href="{escape(to_root(docname))}about/ways-to-run.html">Ways to run, compared</a>'
        if ways
        else ""
    )
    parts = [
        '<p class="guidebook-run-title">Run this notebook</p>',
        (
            "<p>The results on this page are stored: reading needs nothing else. To change the code and "
            "run it, choose a way.</p>"
        ),
        offer(docname, repository, service),
        *([binder(repository, notebook, service, released=released)] if repository else []),
        *([fold("On a school’s JupyterHub", hub(repository, notebook))] if repository else []),
        fold("On your own computer", at_home(repository, notebook), is_open=repository is None),
        (
            f'<p class="guidebook-run-also"><a href="{escape(copy)}" download>Download this notebook</a>'
            f"{more}</p>"
        ),
    ]
    return (
        f'<aside class="guidebook-run" id="{RUN_ANCHOR}" aria-label="Run this notebook">\n'
        + "\n".join(parts)
        + f"\n</aside>\n{on_paper(repository, notebook, service)}"
    )


def binder(repository: Repository, notebook: str, service: str, *, released: bool) -> str:
    """Write what Binder offers, what it does, how long that takes and who sees what.

    Parameters
    ----------
    repository
        The project's repository.
    notebook
        The notebook's path below the project's root.
    service
        The address of the Binder.
    released
        Whether the release holds this notebook.
    """
    fresh = fresh_url(repository, notebook, service) if repository.tag else ""
    first = fresh if fresh and not released else binder_url(repository, notebook, service)
    place = f"release {repository.tag}" if repository.tag else f"branch {repository.branch}"
    host = str(urlsplit(service).hostname)
    return (
        f'<p><a class="guidebook-binder book-button" href="{escape(first)}" {AWAY}>Open in Binder</a>'
        "</p>\n"
        '<dl class="guidebook-run-facts">'
        f"<div><dt>What happens</dt><dd>In a new tab, a computer starts at {escape(host)} and opens this "
        f"notebook in JupyterLab, from {escape(place)}. This page stays as it is.</dd></div>"
        "<div><dt>How long</dt><dd>From half a minute to several minutes; not measured by us.</dd></div>"
        "<div><dt>Who sees what</dt><dd>Binder’s servers see your internet address, this notebook’s name "
        "and all you type there. Type nothing private.</dd></div>"
        "</dl>\n"
        + fold("More about Binder", more_of_binder(repository, fresh, service, released=released))
    )


def more_of_binder(repository: Repository, fresh: str, service: str, *, released: bool) -> str:
    """Write what there is to say of Binder beyond the first sentences, with its sources.

    Parameters
    ----------
    repository
        The project's repository.
    fresh
        The address that fetches the newest text; empty where there is no release.
    service
        The address of the Binder.
    released
        Whether the release holds this notebook.
    """
    host, tag = escape(repository.host), escape(repository.tag)
    newest = ""
    if fresh and released:
        newest = (
            f'<p><a class="guidebook-binder-newest" href="{escape(fresh)}" {AWAY}>Open it with the newest '
            f"text</a>: this starts the same, then fetches today’s notebooks and tables from {host} into "
            f"a folder <code>{FRESH}</code>. The guidebook’s code stays that of {tag}.</p>\n"
        )
    elif fresh:
        newest = (
            f"<p>This notebook is newer than {tag}. So Binder starts that release, then fetches "
            f"today’s notebooks and tables from {host} into a folder <code>{FRESH}</code>.</p>\n"
        )
    if service != SERVICE:
        return (
            newest
            + "<p>It is slow when it must first build what the notebook needs. What this Binder "
            "keeps, and for how long, those who run it can say. Download what you want to keep.</p>"
        )
    return (
        newest
        + "<p>Binder is a free service by volunteers. When all is ready, it starts within about "
        f'half a minute, <a href="{START_TIMES}">its makers wrote in 2020</a>. It is slower when it '
        "must first build what the notebook needs, or when many people use it.</p>\n"
        f'<p>By <a href="{BINDER_RULES}">its makers’ account</a>, it keeps internet addresses for 30 days, '
        "counts visits with Google Analytics, and deletes all else when you leave or after 10 minutes "
        "without use. Download what you want to keep.</p>"
    )


def hub(repository: Repository, notebook: str) -> str:
    """Write the part about a school's JupyterHub; a script makes a link of the address typed there.

    Parameters
    ----------
    repository
        The project's repository.
    notebook
        The notebook's path below the project's root.
    """
    request = escape(hub_request(repository, notebook))
    wanted = escape(f"where-theyre-at[live,hub] @ git+{repository.url}@{repository.ref}")
    return (
        "<p>A hub is a Jupyter server that a school or workplace runs for its people. With its "
        f"address, a link fetches this book from {escape(repository.host)} into your own folder there "
        "and opens the notebook. What you change stays yours when you use the link again. The hub "
        "sees what you run; who runs it can tell who you are.</p>\n"
        f'<form class="{HUB}" data-request="{request}" hidden novalidate autocomplete="off">'
        "<p><label>Your hub’s address"
        '<input type="url" inputmode="url" placeholder="https://hub.school.example" autocomplete="off" '
        'autocapitalize="off" spellcheck="false"></label></p>'
        "<p>The address is used in this page only: it is not sent and not stored.</p>"
        '<p class="guidebook-hub-problem" role="status"></p>'
        f'<p class="guidebook-hub-made" hidden><a class="book-button" {AWAY}>Open it on your hub</a>'
        '<button type="button" class="guidebook-hub-copy">Copy the link for a class</button>'
        "<code></code></p></form>\n"
        '<p class="book-without-scripts">The link is your hub’s address with this after it:</p>\n'
        f'<p class="book-without-scripts"><code>/{request}</code></p>\n'
        "<p>For whoever runs the hub: its image needs nbgitpuller, JupyterLab 4 and the "
        f'guidebook. This brings all three: <code>pip install "{wanted}"</code></p>'
    )


def at_home(repository: Repository | None, notebook: str) -> str:
    """Write the part about one's own computer.

    Parameters
    ----------
    repository
        The project's repository, where it is known.
    notebook
        The notebook's path below the project's root.
    """
    files = (
        f'this project’s files from <a href="{escape(repository.url)}">{escape(repository.url)}</a>'
        if repository
        else "this project’s files"
    )
    return (
        f"<p>Get {files} and type <code>make live</code> in their folder: JupyterLab opens on a copy "
        f"of the notebooks. This one is <code>{escape(notebook)}</code>. You need Python 3.11 or newer, "
        "git and make. The first start fetches packages, which takes minutes on a slow line. After "
        "that, nothing leaves your computer unless a notebook says so.</p>"
    )


def fold(title: str, content: str, *, is_open: bool = False) -> str:
    """Write a part that a reader opens.

    Parameters
    ----------
    title
        What is in it.
    content
        Its HTML.
    is_open
        Whether it is open at first.
    """
    return f"<details{' open' if is_open else ''}><summary>{title}</summary>\n{content}</details>"


def on_paper(repository: Repository | None, notebook: str, service: str) -> str:
    """Write what stands on paper in the box's place: addresses, in words.

    Parameters
    ----------
    repository
        The project's repository, where it is known.
    notebook
        The notebook's path below the project's root.
    service
        The address of the Binder.
    """
    said = f"To run this page’s code, open {notebook} from the book’s source in JupyterLab."
    if repository:
        plain = service.removeprefix("https://")
        said += f" The source is at {repository.host}/{repository.owner}/{repository.name}; "
        said += f"Binder runs it at {plain}/v2/{spec(repository)}."
    return f'<p class="guidebook-run-on-paper">{escape(said)}</p>'


def resolve_repository(app: Sphinx, config: Config) -> None:
    """Find the repository once, so that a change of it rewrites the pages."""
    repository = find_repository(Path(app.srcdir))
    config.guidebook_repository = (
        [repository.host, repository.owner, repository.name, repository.branch, repository.tag]
        if repository
        else []
    )
    config.guidebook_released = []
    if repository and repository.tag:
        files = released_files(Path(app.srcdir), repository.tag)
        config.guidebook_released = sorted(name for name in files if name.endswith(".ipynb"))


def add_box(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the box below a notebook's title."""
    if app.builder.format != "html" or not is_notebook(app, docname):
        return
    known = app.config.guidebook_repository
    released = app.config.guidebook_released
    markup = run_box(
        docname,
        Repository(*known) if known else None,
        service=app.config.guidebook_binder,
        released=not released or f"{docname}.ipynb" in released,
        ways=WAYS in app.env.found_docs,
    )
    title = next(iter(doctree.findall(nodes.title)), None)
    if title is None or title.parent is None:
        doctree.insert(0, nodes.raw("", markup, format="html"))
        return
    title.parent.insert(title.parent.index(title) + 1, nodes.raw("", markup, format="html"))


def setup(app: Sphinx) -> None:
    """Connect the box to notebook pages."""
    app.add_config_value("guidebook_repository", [], "html", [list])
    app.add_config_value("guidebook_released", [], "html", [list])
    app.connect("config-inited", resolve_repository)
    app.connect("doctree-resolved", add_box)
    load_where(app, f'class="{HUB}"', "hub.js", priority=825)
