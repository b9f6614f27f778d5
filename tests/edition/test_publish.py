"""Publishing: all or nothing, and never over somebody's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidebook.edition.publish import PublishError, main, publish

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", encoding="utf-8")
    return folder


def test_an_edition_replaces_the_one_before(site: Path, tmp_path: Path) -> None:
    archive = tmp_path / "book.zip"
    archive.write_bytes(b"zip")
    target = tmp_path / "www"
    publish(site, target, [archive])
    (site / "index.html").rename(site / "page.html")
    (site / "index.html").write_text("new", encoding="utf-8")
    (site / "page.html").unlink()
    assert publish(site, target, [archive]) == 3
    assert (target / "index.html").read_text(encoding="utf-8") == "new"
    assert (target / "downloads/book.zip").read_bytes() == b"zip"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.zip", "site", "www"]


def test_other_files_are_left_alone(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "home"
    target.mkdir()
    (target / "letter.txt").write_text("mine", encoding="utf-8")
    assert main(site, target, []) == 1
    assert "name an empty one" in capsys.readouterr().err
    assert [path.name for path in target.iterdir()] == ["letter.txt"]


def test_a_missing_download_changes_nothing(site: Path, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="no such file"):
        publish(site, tmp_path / "www", [tmp_path / "none.pdf"])
    assert not (tmp_path / "www").exists()


def test_without_a_site_nothing_is_published(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="make book"):
        publish(tmp_path, tmp_path / "www", [])
