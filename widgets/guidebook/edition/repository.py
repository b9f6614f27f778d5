"""Finds out where the project's repository lives, and which release links lead to.

``GUIDEBOOK_REPOSITORY`` says where, or else the git remote ``origin``. Where neither does, nothing
in the book links to a repository. A release is named after an ``@`` in the variable, or else it
is the last tag ``v…`` at or before the commit that is built. Where there is none, links lead to
the branch.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLE = "GUIDEBOOK_REPOSITORY"
BRANCH_VARIABLE = "GUIDEBOOK_BRANCH"
DEFAULT_HOST = "github.com"
DEFAULT_BRANCH = "main"

RELEASES = "v[0-9]*"
"""Tags that are releases, as git's patterns go; the workflow publishes the same."""

REFERENCE = re.compile(r"(?!.*(\.\.|//))[\w][\w./+-]*(?<![./])")
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
    """Where the newest text is."""
    tag: str = ""
    """The release that links lead to; empty where there is none."""

    @classmethod
    def parse(cls, text: str, branch: str = DEFAULT_BRANCH) -> Self | None:
        """Read a repository's address in any of its usual forms.

        Parameters
        ----------
        text
            ``owner/name`` (on GitHub), a web address, or what ``git remote`` prints; a release
            may follow an ``@``.
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
        >>> Repository.parse("a/b@v2026.11.0").ref
        'v2026.11.0'
        >>> Repository.parse("/srv/b.git")
        """
        before, at, tag = text.strip().rpartition("@")
        # What stands before the @ of git@host or of user@host is no address by itself.
        if at and REFERENCE.fullmatch(tag) and (found := cls._read(before, branch)):
            return replace(found, tag=tag)
        return cls._read(text, branch)

    @classmethod
    def _read(cls, text: str, branch: str) -> Self | None:
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

    @property
    def ref(self) -> str:
        """What a link that should last leads to: the release, or else the branch."""
        return self.tag or self.branch


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
    repository = Repository.parse(told or origin(folder), branch)
    if told and repository is None:
        message = (
            f"{VARIABLE} is {told!r}, which is no repository's address; "
            "write owner/name or https://github.com/owner/name, and @v1 after it for a release"
        )
        raise ValueError(message)
    if repository is None or repository.tag:
        return repository
    return replace(repository, tag=last_release(folder))


def origin(folder: Path) -> str:
    """Give the address of the git remote ``origin``, or nothing.

    Parameters
    ----------
    folder
        The project's root; a folder inside another project's clone does not count.
    """
    return ask_git(folder, "remote", "get-url", "origin")


def last_release(folder: Path) -> str:
    """Give the release that was built, or the last one before it, or nothing.

    Parameters
    ----------
    folder
        The project's root.
    """
    return ask_git(folder, "describe", "--tags", "--abbrev=0", f"--match={RELEASES}")


def released_files(folder: Path, tag: str) -> frozenset[str]:
    """List the files of a release; none where it is not known here.

    Parameters
    ----------
    folder
        The project's root.
    tag
        The release.
    """
    listed = ask_git(folder, "ls-tree", "-r", "--name-only", "-z", f"refs/tags/{tag}")
    return frozenset(filter(None, listed.split("\0")))


def ask_git(folder: Path, *words: str) -> str:
    """Give what git says of a project, or nothing.

    Parameters
    ----------
    folder
        The project's root; a folder inside another project's clone does not count.
    words
        A command of git that changes nothing.
    """
    git = shutil.which("git")
    if git is None or not (folder / ".git").exists():
        return ""
    answer = subprocess.run(  # noqa: S603 (git, with words of this module)
        [git, "-C", str(folder), *words], capture_output=True, check=False, encoding="utf-8"
    )
    return answer.stdout.strip() if answer.returncode == 0 else ""
