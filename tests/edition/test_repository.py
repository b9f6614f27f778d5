"""Where the repository is found, and what Binder is asked for."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from guidebook.edition.binder import binder_url
from guidebook.edition.repository import Repository, find_repository
from guidebook.edition.run_box import run_box

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("owner/name", "https://github.com/owner/name"),
        ("https://github.com/owner/name", "https://github.com/owner/name"),
        ("https://github.com/owner/name.git", "https://github.com/owner/name"),
        ("https://github.com/owner/name/", "https://github.com/owner/name"),
        ("https://someone:secret@github.com/owner/name.git", "https://github.com/owner/name"),
        ("git@github.com:owner/name.git", "https://github.com/owner/name"),
        ("ssh://git@codeberg.org/owner/na.me.git", "https://codeberg.org/owner/na.me"),
        ("https://gitlab.com/group/sub/name", "https://gitlab.com/group/sub/name"),
    ],
)
def test_addresses_are_read_in_all_their_forms(text: str, url: str) -> None:
    repository = Repository.parse(text)
    assert repository is not None
    assert repository.url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/srv/git/name.git",
        "../name",
        "file:///srv/name",
        "name",
        "https://localhost/a/b",
        "C:\\a\\b",
    ],
)
def test_what_no_reader_could_reach_is_no_repository(text: str) -> None:
    assert Repository.parse(text) is None


def test_variable_comes_before_the_remote(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    remote = ["git", "-C", str(tmp_path), "remote", "add", "origin", "git@github.com:of/remote.git"]
    assert find_repository(tmp_path, {}) is None
    subprocess.run(remote, check=True)
    found = find_repository(tmp_path, {})
    assert found == Repository("github.com", "of", "remote")
    told = {"GUIDEBOOK_REPOSITORY": "of/variable", "GUIDEBOOK_BRANCH": "edition/2"}
    assert find_repository(tmp_path, told) == Repository(
        "github.com", "of", "variable", "edition/2"
    )


def test_folder_inside_another_clone_has_no_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    remote = ["git", "-C", str(tmp_path), "remote", "add", "origin", "git@github.com:of/outer.git"]
    subprocess.run(remote, check=True)
    (tmp_path / "inner").mkdir()
    assert find_repository(tmp_path / "inner", {}) is None


def test_variable_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="write owner/name"):
        find_repository(tmp_path, {"GUIDEBOOK_REPOSITORY": "not an address"})


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (
            Repository("gitlab.com", "group/sub", "name"),
            "https://mybinder.org/v2/gl/group%2Fsub%2Fname/main?urlpath=lab/tree/book/a.ipynb",
        ),
        (
            Repository("codeberg.org", "owner", "name", "edition/2"),
            "https://mybinder.org/v2/git/https%3A%2F%2Fcodeberg.org%2Fowner%2Fname/edition%2F2?urlpath=lab/tree/book/a.ipynb",
        ),
    ],
)
def test_binder_is_asked_in_the_way_of_each_host(repository: Repository, address: str) -> None:
    assert binder_url(repository, "book/a.ipynb") == address


def test_box_has_no_link_to_a_repository_that_is_not_known() -> None:
    box = run_box("book/part/note", None)
    assert "https:" not in box
    assert 'href="../_sources/book/part/note.ipynb"' in box
