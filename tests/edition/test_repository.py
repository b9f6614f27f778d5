"""Where the repository and its release are found, and what Binder and a hub are asked for."""

from __future__ import annotations

import html
import re
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from guidebook.edition.binder import binder_url, fresh_url, read_service, spec
from guidebook.edition.pulling import hub_request
from guidebook.edition.repository import Repository, find_repository, released_files
from guidebook.edition.run_box import run_box
from guidebook.edition.search.passages import passages

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


# ---- which release ------------------------------------------------------------------------------


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A clone with two releases, a tag that is none, and a commit after them."""
    git = ("git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(tmp_path)], check=True)
    remote = [*git, "remote", "add", "origin", "https://github.com/owner/name.git"]
    subprocess.run(remote, check=True)
    for number, tag in enumerate(("v2026.1.0", "v2026.11.0", "draft", "")):
        (tmp_path / f"{number}.ipynb").write_text("{}", encoding="utf-8")
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", str(number)], check=True)
        if tag:
            subprocess.run([*git, "tag", tag], check=True)
    return tmp_path


def checkout(folder: Path, what: str) -> None:
    subprocess.run(["git", "-C", str(folder), "checkout", "--quiet", what], check=True)


def test_links_lead_to_the_last_release(history: Path) -> None:
    found = find_repository(history, {})
    assert found == Repository("github.com", "owner", "name", "main", "v2026.11.0")
    assert found.ref == "v2026.11.0"


def test_a_release_that_is_built_is_the_one(history: Path) -> None:
    checkout(history, "v2026.1.0")
    found = find_repository(history, {})
    assert found
    assert found.tag == "v2026.1.0"


def test_without_a_release_links_lead_to_the_branch(history: Path) -> None:
    for tag in ("v2026.1.0", "v2026.11.0"):
        subprocess.run(["git", "-C", str(history), "tag", "--delete", tag], check=True)
    found = find_repository(history, {"GUIDEBOOK_BRANCH": "next"})
    assert found
    assert (found.tag, found.ref) == ("", "next")


@pytest.mark.parametrize(
    "address",
    ["of/variable", "https://github.com/of/variable.git", "git@github.com:of/variable.git"],
)
def test_the_variable_may_name_a_release(history: Path, address: str) -> None:
    told = {"GUIDEBOOK_REPOSITORY": f"{address}@v1.2"}
    assert find_repository(history, told) == Repository(
        "github.com", "of", "variable", "main", "v1.2"
    )
    # Without one, the clone's own last release counts.
    found = find_repository(history, {"GUIDEBOOK_REPOSITORY": address})
    assert found
    assert found.tag == "v2026.11.0"


@pytest.mark.parametrize("release", ["", " ", "../x", "a b", "-x", "v1/", 'v1"><script>'])
def test_a_release_that_git_would_not_take_is_refused(tmp_path: Path, release: str) -> None:
    with pytest.raises(ValueError, match="which is no repository's address"):
        find_repository(tmp_path, {"GUIDEBOOK_REPOSITORY": f"of/variable@{release}"})


def test_the_files_of_a_release_are_known_and_no_others(history: Path) -> None:
    assert released_files(history, "v2026.11.0") == {"0.ipynb", "1.ipynb"}
    assert released_files(history, "v9") == frozenset()


# ---- what Binder is asked for -------------------------------------------------------------------

RELEASED = Repository("github.com", "owner", "name", "main", "v2026.11.0")


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


@pytest.mark.parametrize(
    ("repository", "said"),
    [
        (Repository("github.com", "owner", "name"), "gh/owner/name/main"),
        (RELEASED, "gh/owner/name/v2026.11.0"),
        # BinderHub splits what follows gh at the first two slashes and takes the rest as it is.
        (Repository("github.com", "owner", "name", "edition/2"), "gh/owner/name/edition/2"),
    ],
)
def test_a_release_stands_before_the_branch(repository: Repository, said: str) -> None:
    assert spec(repository) == said


def test_the_second_link_is_the_one_that_nbgitpullers_own_page_would_make() -> None:
    """Its link generator: `urlpath` holds `git-pull?` and the parameters, escaped once more."""
    address = urlsplit(fresh_url(RELEASED, "book/note.ipynb"))
    assert address.path == "/v2/gh/owner/name/v2026.11.0"
    assert address.query == (
        "urlpath=git-pull%3Frepo%3Dhttps%253A%252F%252Fgithub.com%252Fowner%252Fname"
        "%26branch%3Dmain%26targetPath%3Dnewest"
        "%26urlpath%3Dlab%252Ftree%252Fnewest%252Fbook%252Fnote.ipynb"
    )
    ((name, inside),) = parse_qsl(address.query)
    assert name == "urlpath"
    assert parse_qs(urlsplit(inside).query) == {
        "repo": ["https://github.com/owner/name"],
        "branch": ["main"],
        "targetPath": ["newest"],
        "urlpath": ["lab/tree/newest/book/note.ipynb"],
    }


def test_names_with_spaces_and_signs_survive_both_escapes() -> None:
    ((_, inside),) = parse_qsl(urlsplit(fresh_url(RELEASED, "book/a & b?.ipynb")).query)
    (path,) = parse_qs(urlsplit(inside).query)["urlpath"]
    assert path == "lab/tree/newest/book/a%20%26%20b%3F.ipynb"


def test_a_hub_is_asked_for_the_release_in_a_folder_of_the_repositorys_name() -> None:
    asked = urlsplit(hub_request(RELEASED, "book/note.ipynb"))
    assert asked.path == "hub/user-redirect/git-pull"
    assert parse_qs(asked.query) == {
        "repo": ["https://github.com/owner/name"],
        "branch": ["v2026.11.0"],
        "urlpath": ["lab/tree/name/book/note.ipynb"],
    }


def test_another_binder_can_be_named() -> None:
    service = read_service("https://binder.example.edu/")
    assert binder_url(RELEASED, "a.ipynb", service) == (
        "https://binder.example.edu/v2/gh/owner/name/v2026.11.0?urlpath=lab/tree/a.ipynb"
    )


@pytest.mark.parametrize("text", ["", "mybinder.org", "ftp://a.org", "https://a.org/?x=1"])
def test_what_is_no_binders_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="which is no Binder's address"):
        read_service(text)


# ---- the box ------------------------------------------------------------------------------------


def test_box_has_no_link_to_a_repository_that_is_not_known() -> None:
    box = run_box("book/part/note", None)
    assert "https:" not in box
    assert 'href="../_sources/book/part/note.ipynb"' in box
    assert "Binder" not in box
    assert "JupyterHub" not in box
    assert "make live" in box


def links(box: str) -> list[str]:
    return re.findall(
        r'class="guidebook-binder[^"]*" href="([^"]+)"', box.replace(" book-button", "")
    )


def test_box_offers_the_release_and_the_newest_text() -> None:
    box = run_box("book/part/note", RELEASED)
    first, second = [html.unescape(each) for each in links(box)]
    assert first == binder_url(RELEASED, "book/part/note.ipynb")
    assert second == fresh_url(RELEASED, "book/part/note.ipynb")
    assert "from release v2026.11.0" in box


def test_box_fetches_a_notebook_that_the_release_does_not_hold() -> None:
    box = run_box("book/part/note", RELEASED, released=False)
    assert [html.unescape(each) for each in links(box)] == [
        fresh_url(RELEASED, "book/part/note.ipynb")
    ]
    assert "This notebook is newer than v2026.11.0" in box


def test_box_without_a_release_offers_the_branch_alone() -> None:
    box = run_box("book/part/note", Repository("github.com", "owner", "name"))
    assert links(box) == [
        "https://mybinder.org/v2/gh/owner/name/main?urlpath=lab/tree/book/part/note.ipynb"
    ]
    assert "from branch main" in box


def test_box_says_of_another_binder_only_what_is_known() -> None:
    box = run_box("book/part/note", RELEASED, service="https://binder.example.edu")
    assert "mybinder" not in box
    assert "30 days" not in box
    assert "a computer starts at binder.example.edu" in box


def test_box_offers_the_page_itself_first() -> None:
    box = run_box("book/part/note", RELEASED)
    assert box.index("Run it here, in this page") < box.index("Open in Binder")


def test_links_away_open_beside_the_page_and_say_nothing_of_it() -> None:
    box = run_box("book/part/note", RELEASED)
    for link in re.findall(r"<a [^>]*>", box):
        if "/v2/" in link or "book-button" in link:
            assert 'target="_blank" rel="noopener noreferrer"' in link


def test_the_search_does_not_find_the_box_on_every_notebooks_page() -> None:
    box = run_box("book/part/note", RELEASED)
    page = f'<article class="bd-article"><section id="a"><h1>Note</h1>{box}<p>Text.</p></section></article>'
    assert [each.text for each in passages(page, "part/note.html")] == ["Text."]


def test_paper_has_the_addresses_in_words() -> None:
    box = run_box("book/part/note", RELEASED)
    paper = box.partition('<p class="guidebook-run-on-paper">')[2]
    assert "book/part/note.ipynb" in paper
    assert "github.com/owner/name;" in paper
    assert "mybinder.org/v2/gh/owner/name/v2026.11.0." in paper
    assert "href" not in paper
