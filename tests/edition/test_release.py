"""The archive: whole, the same each time, and listed."""

from __future__ import annotations

import csv
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from guidebook.edition import release

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    for name in ("index.html", "index.html.br", "a/page.html", "worker.js", "404.html"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_the_archive_holds_what_opens_from_a_disk(site: Path, tmp_path: Path) -> None:
    packed = release.pack(site, tmp_path / "dist", "guidebook-1")
    with zipfile.ZipFile(packed.archive) as archive:
        assert archive.namelist() == ["guidebook-1/a/page.html", "guidebook-1/index.html"]
    with packed.listing.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [(row["path"], row["bytes"]) for row in rows] == [
        ("a/page.html", "11"),
        ("index.html", "10"),
    ]
    assert rows[0]["sha256"] == sha256(b"a/page.html").hexdigest()
    mark = sha256(packed.archive.read_bytes()).hexdigest()
    assert packed.checksum.read_text(encoding="utf-8") == f"{mark}  guidebook-1.zip\n"


def test_the_same_site_gives_the_same_archive(site: Path, tmp_path: Path) -> None:
    first = release.pack(site, tmp_path / "one", "guidebook-1").archive.read_bytes()
    (site / "index.html").touch()
    assert release.pack(site, tmp_path / "two", "guidebook-1").archive.read_bytes() == first


def test_without_a_site_there_is_no_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(tmp_path, tmp_path / "dist") == 1
    assert "make book" in capsys.readouterr().err
