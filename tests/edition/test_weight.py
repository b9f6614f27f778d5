"""The weighing of pages: everything that is loaded counts, and a page over its budget fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from guidebook.edition import weight

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    weight.wire_size.cache_clear()
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static/a.js").write_bytes(os.urandom(50 * weight.KB))
    (tmp_path / "_static/b.png").write_bytes(os.urandom(20 * weight.KB))
    (tmp_path / "_static/c.css").write_text("p{background:url('b.png')}")
    (tmp_path / "index.html").write_text(
        '<link rel="stylesheet" href="_static/c.css?v=1"><script defer src="_static/a.js"></script>'
        '<img alt="" src="data:image/png;base64,AA=="><img src="_static/none.png" loading="lazy">'
    )
    return tmp_path


def test_everything_a_page_loads_counts_once(site: Path) -> None:
    weighed = weight.weigh(site / "index.html", site)
    assert weighed.kind == "text"
    assert 70 * weight.KB < weighed.total < 71 * weight.KB
    assert weighed.heaviest.startswith("a.js 50")


def test_a_page_over_its_budget_fails(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert weight.main(site) == 0
    (site / "_static/a.js").write_bytes(os.urandom(130 * weight.KB))
    weight.wire_size.cache_clear()
    assert weight.main(site) == 1
    said = capsys.readouterr().err
    assert "index.html: 150" in said
    assert "over the budget of 120 KB" in said


def test_a_file_that_is_not_there_fails(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "_static/a.js").unlink()
    assert weight.main(site) == 1
    assert "loads _static/a.js, which is not there" in capsys.readouterr().err


def test_a_site_that_was_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert weight.main(tmp_path) == 1
    assert "build the book first" in capsys.readouterr().err
