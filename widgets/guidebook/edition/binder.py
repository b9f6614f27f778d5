"""Addresses of Binder, a free service that runs a repository's notebooks.

The forms are those that BinderHub documents: ``/v2/PROVIDER/SPEC`` for a page that starts a
server, ``/build/PROVIDER/SPEC`` for the stream of events behind it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from guidebook.edition.pulling import opened, pull

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from guidebook.edition.repository import Repository

SERVICE = "https://mybinder.org"
VARIABLE = "GUIDEBOOK_BINDER"
PROVIDERS = {"github.com": "gh", "gitlab.com": "gl"}

FRESH = "newest"
"""The folder that newest text is put into; the project itself has none of that name."""


def spec(repository: Repository) -> str:
    """Say in Binder's way which environment is meant.

    Parameters
    ----------
    repository
        The project's repository.

    Returns
    -------
    str
        ``PROVIDER/…/REF``. A release stands before the branch, since Binder keeps what it built
        for a commit, and a branch has a new one after every change.

    Notes
    -----
    GitLab's owner and name, and the address of any other host, are one part: their slashes are
    escaped. BinderHub takes what follows owner and name on GitHub as it is, slashes included, and
    unescapes it for the others.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> spec(Repository("github.com", "a", "b"))
    'gh/a/b/main'
    >>> spec(Repository("gitlab.com", "a/sub", "b", tag="v1"))
    'gl/a%2Fsub%2Fb/v1'
    """
    provider = PROVIDERS.get(repository.host)
    if provider == "gh":
        return f"gh/{quote(repository.owner)}/{quote(repository.name)}/{quote(repository.ref)}"
    if provider:
        where = f"{provider}/{quote(f'{repository.owner}/{repository.name}', safe='')}"
    else:
        where = f"git/{quote(repository.url, safe='')}"
    return f"{where}/{quote(repository.ref, safe='')}"


def binder_url(repository: Repository, notebook: str, service: str = SERVICE) -> str:
    """Give the address that starts JupyterLab on Binder at a notebook.

    Parameters
    ----------
    repository
        The project's repository.
    notebook
        The notebook's path below the project's root.
    service
        The address of the Binder.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> binder_url(Repository("github.com", "a", "b"), "book/directory/first-look.ipynb")
    'https://mybinder.org/v2/gh/a/b/main?urlpath=lab/tree/book/directory/first-look.ipynb'
    """
    return f"{service}/v2/{spec(repository)}?urlpath={quote(opened(notebook))}"


def fresh_url(repository: Repository, notebook: str, service: str = SERVICE) -> str:
    """Give the address that starts a release on Binder and fetches the newest text into it.

    Parameters
    ----------
    repository
        The project's repository, whose release is known.
    notebook
        The notebook's path below the project's root.
    service
        The address of the Binder.

    Notes
    -----
    The whole request to nbgitpuller is the value of one parameter, and so is escaped twice.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> print(fresh_url(Repository("github.com", "a", "b", tag="v1"), "book/n.ipynb"))
    https://mybinder.org/v2/gh/a/b/v1?urlpath=git-pull%3Frepo%3D...%26branch%3Dmain...
    """
    inside = pull(repository, notebook, repository.branch, FRESH)
    return f"{service}/v2/{spec(repository)}?urlpath={quote(inside, safe='')}"


def read_service(text: str) -> str:
    """Read the address of a Binder.

    Parameters
    ----------
    text
        Such as ``https://mybinder.org``; what follows the host is kept, without its last slash.

    Raises
    ------
    ValueError
        If it is no such address.

    Examples
    --------
    >>> read_service(" https://binder.example.edu/hub/ ")
    'https://binder.example.edu/hub'
    """
    plain = text.strip().rstrip("/")
    parts = urlsplit(plain)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment:
        message = f"{VARIABLE} is {text!r}, which is no Binder's address; write {SERVICE}"
        raise ValueError(message)
    return plain


def resolve_service(_app: Sphinx, config: Config) -> None:
    """Let the environment say which Binder is meant."""
    told = os.environ.get(VARIABLE, "").strip()
    config.guidebook_binder = read_service(told or config.guidebook_binder)


def setup(app: Sphinx) -> None:
    """Add the setting that names the Binder."""
    app.add_config_value("guidebook_binder", SERVICE, "html", [str])
    app.connect("config-inited", resolve_service)
