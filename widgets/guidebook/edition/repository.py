"""Finds out where the project's repository lives.

``GUIDEBOOK_REPOSITORY`` says it, or else the git remote ``origin``. Where neither does, nothing
in the book links to a repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLE = "GUIDEBOOK_REPOSITORY"
BRANCH_VARIABLE = "GUIDEBOOK_BRANCH"
DEFAULT_HOST = "github.com"
DEFAULT_BRANCH = "main"

SHORT = re.compile(r"(?P<owner>\w[\w-]*)/(?P<name>[\w.-]+)")
ADDRESS = re.compile(
    r"(?:https?://|ssh://|git://)(?:[^@/]+@)?(?P<host>[\w.-]+\.[a-z]+)(?::\d+)?/(?P<owner>[\w./-]+)/(?P<name>[\w.-]+)"
)
SSH = re.compile(r"(?:[\w.-]+@)(?P<host>[\w.-]+\.[a-z]+):(?P<owner>[\w./-]+)/(?P<name>[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Repository:
    """A public repository."""

    host: str
    """Such as ``github.com``."""
    owner: str
    """A person or organisation; on GitLab it may hold slashes."""
    name: str
    branch: str = DEFAULT_BRANCH

    @classmethod
    def parse(cls, text: str, branch: str = DEFAULT_BRANCH) -> Self | None:
        """Read a repository's address in any of its usual forms.

        Parameters
        ----------
        text
            ``owner/name`` (on GitHub), a web address, or what ``git remote`` prints.
        branch
            The branch that links lead to.

        Returns
        -------
        Repository or None
            None where the text is not the address of a public host (a local path, say).

        Examples
        --------
        >>> Repository.parse("a/b").url
        'https://github.com/a/b'
        >>> Repository.parse("git@gitlab.com:group/sub/b.git").url
        'https://gitlab.com/group/sub/b'
        >>> Repository.parse("/srv/b.git")
        """
        plain = text.strip().rstrip("/").removesuffix(".git")
        if short := SHORT.fullmatch(plain):
            return cls(DEFAULT_HOST, short["owner"], short["name"], branch)
        found = ADDRESS.fullmatch(plain) or SSH.fullmatch(plain)
        if found:
            return cls(found["host"].lower(), found["owner"], found["name"], branch)
        return None

    @property
    def url(self) -> str:
        """The repository's page."""
        return f"https://{self.host}/{self.owner}/{self.name}"


def find_repository(
    folder: Path, environment: Mapping[str, str] | None = None
) -> Repository | None:
    """Find the project's repository.

    Parameters
    ----------
    folder
        The project's root.
    environment
        Environment variables; the process's own unless given.

    Raises
    ------
    ValueError
        If the variable is set to something that is no repository's address.
    """
    variables = os.environ if environment is None else environment
    branch = variables.get(BRANCH_VARIABLE, "").strip() or DEFAULT_BRANCH
    told = variables.get(VARIABLE, "").strip()
    if told:
        repository = Repository.parse(told, branch)
        if repository is None:
            message = (
                f"{VARIABLE} is {told!r}, which is no repository's address; "
                "write owner/name or https://github.com/owner/name"
            )
            raise ValueError(message)
        return repository
    return Repository.parse(origin(folder), branch)


def origin(folder: Path) -> str:
    """Give the address of the git remote ``origin``, or nothing.

    Parameters
    ----------
    folder
        The project's root; a folder inside another project's clone does not count.
    """
    git = shutil.which("git")
    if git is None or not (folder / ".git").exists():
        return ""
    answer = subprocess.run(  # noqa: S603 (git, with fixed words)
        [git, "-C", str(folder), "remote", "get-url", "origin"],
        capture_output=True,
        check=False,
        text=True,
    )
    return answer.stdout.strip() if answer.returncode == 0 else ""
