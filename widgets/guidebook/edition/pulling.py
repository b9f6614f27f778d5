"""Requests to nbgitpuller, which fetches a repository into a running Jupyter server.

It is an extension of the server, on Binder and on a school's JupyterHub alike. A request is an
address below the server's own: ``git-pull?repo=…&branch=…&urlpath=…``, with ``targetPath`` for a
folder that is not named like the repository.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from guidebook.edition.repository import Repository

HUB_PATH = "hub/user-redirect/"
"""Below a JupyterHub's address: leads each person to their own server."""


def opened(path: str) -> str:
    """Give the address, below a server's own, at which JupyterLab opens a file.

    Parameters
    ----------
    path
        The file's path below the folder that the server shows.

    Examples
    --------
    >>> opened("book/directory/first-look.ipynb")
    'lab/tree/book/directory/first-look.ipynb'
    """
    return f"lab/tree/{path}"


def pull(repository: Repository, notebook: str, ref: str, folder: str = "") -> str:
    """Write the request that fetches a repository and opens a notebook of it.

    Parameters
    ----------
    repository
        What is fetched.
    notebook
        The notebook's path below the project's root.
    ref
        The branch or the release that is fetched.
    folder
        Where to; a folder with the repository's name unless given.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> pull(Repository("github.com", "a", "b"), "book/n.ipynb", "main")
    'git-pull?repo=https%3A%2F%2Fgithub.com%2Fa%2Fb&branch=main&urlpath=lab%2Ftree%2Fb%2Fbook%2Fn.ipynb'
    """
    asked = {"repo": repository.url, "branch": ref}
    if folder:
        asked["targetPath"] = folder
    asked["urlpath"] = opened(quote(f"{folder or repository.name}/{notebook}"))
    return f"git-pull?{urlencode(asked, quote_via=quote, safe='')}"


def hub_request(repository: Repository, notebook: str) -> str:
    """Write what follows the address of a school's JupyterHub.

    Parameters
    ----------
    repository
        The project's repository; its release is fetched where there is one.
    notebook
        The notebook's path below the project's root.

    Examples
    --------
    >>> from guidebook.edition.repository import Repository
    >>> hub_request(Repository("github.com", "a", "b"), "book/n.ipynb")
    'hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fa%2Fb&branch=main...'
    """
    return HUB_PATH + pull(repository, notebook, repository.ref)
