"""The server for those who write: it builds again when a source changes, and serves this machine."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from guidebook.edition import serve

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PATIENCE = 10


def test_change_of_a_source_starts_one_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "SECONDS", 0.05)
    (tmp_path / "book").mkdir()
    page = tmp_path / "book" / "page.md"
    page.write_text("one", encoding="utf-8")
    built: list[str] = []
    done, stop = threading.Event(), threading.Event()

    def build() -> None:
        built.append(page.read_text(encoding="utf-8"))
        done.set()

    before = serve.state(tmp_path)
    watcher = threading.Thread(target=serve.watch, args=(tmp_path, build, stop))
    watcher.start()
    try:
        assert not done.wait(0.3), "nothing changed, and it built"
        (tmp_path / "book" / "__pycache__").mkdir()
        (tmp_path / "book" / "__pycache__" / "a.pyc").write_text("", encoding="utf-8")
        page.write_text("two", encoding="utf-8")
        assert done.wait(PATIENCE)
    finally:
        stop.set()
        watcher.join()
    assert built == ["two"]
    assert {path.name for path in before} >= {"book", "page.md"}


def test_sources_that_are_not_there_are_no_error(tmp_path: Path) -> None:
    assert serve.state(tmp_path) == {}
