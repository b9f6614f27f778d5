"""The packages: made on a machine without Node, they work in an empty folder."""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from live.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def packages(clone: Path, run: Run, uv: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source package, and the wheel that is built from it alone."""
    folder = tmp_path_factory.mktemp("packages")
    run(uv, "build", "--python", sys.executable, "--out-dir", folder, clone, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    (wheel,) = packages.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def python(wheel: Path, clone: Path, run: Run, uv: Path) -> Path:
    """The Python of an environment with nothing but the wheel and what it asks for."""
    folder = wheel.parent / "environment"
    run(uv, "venv", "--python", sys.executable, folder, cwd=wheel.parent)
    python = folder / "bin/python"
    pins = clone / "binder/requirements.txt"
    run(
        *(uv, "pip", "install", "--python", python, "--constraints", pins, wheel),
        cwd=wheel.parent,
    )
    return python


def test_the_source_package_holds_the_sources_and_nothing_installed(packages: Path) -> None:
    (path,) = packages.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "hatch_build.py",
        "package-lock.json",
        "data/directory.csv",
        "widgets/build/gazetteer.py",
        "widgets/frontend/build.mjs",
        "widgets/guidebook/static/explorer.js",
        "widgets/guidebook/static/.built.json",
    } <= names
    parts = {part for name in names for part in name.split("/")}
    assert parts.isdisjoint({"node_modules", ".venv", "_build", "__pycache__", ".git"})


def test_the_wheel_holds_the_package_its_data_and_what_was_built(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (notice,) = [name for name in names if name.endswith("/licenses/NOTICE.md")]
        assert "GeoNames" in archive.read(notice).decode()
        licences = archive.read("guidebook/static/licences.txt").decode()
        explorer = archive.read("guidebook/static/explorer.js").decode()
    assert {
        "guidebook/__init__.py",
        "guidebook/py.typed",
        "guidebook/_data/datapackage.json",
        "guidebook/_data/directory.csv",
        "guidebook/static/explorer.css",
        "guidebook/static/page/explorer.js",
        "guidebook/static/page/host.js",
        "guidebook/static/resources/basemap/towns.json",
        "guidebook/static/resources/basemap/world-110m.json",
        "guidebook/static/resources/places/ch.json",
        "guidebook/static/resources/zips/60.json",
    } <= names
    # Beside the package: its description, and the extension where JupyterLab looks for it.
    outside = {name.partition("/")[2] for name in names if ".data/" in name}
    extension = "data/share/jupyter/labextensions/where-theyre-at"
    assert outside == {f"{extension}/package.json", f"{extension}/static/main.js"}
    assert {name.split("/")[0] for name in names} == {
        "guidebook",
        *(name.split("/")[0] for name in names if ".dist-info/" in name or ".data/" in name),
    }
    assert not any(name.endswith((".ts", ".tsx", ".built.json", ".map")) for name in names)
    for library in ("leaflet", "preact", "supercluster", "topojson-client"):
        assert library in licences
    assert len(explorer) > 50_000


PROGRAM = """
import json, logging
import guidebook
from guidebook.resources import read_resource

directory = guidebook.load_directory()
explorer = guidebook.DirectoryExplorer(directory)
explorer.near = "Chicago"
print(json.dumps({
    "from": guidebook.__file__,
    "count": len(directory),
    "near": explorer.near["label"],
    "shown": len(explorer.results),
    "module": len(str(explorer._esm)),
    "style": len(str(explorer._css)),
    "countries": read_resource("basemap/world-110m")["type"],
}))
"""


def test_it_works_in_an_empty_folder(python: Path, run: Run, tmp_path: Path) -> None:
    said = json.loads(run(python, "-c", PROGRAM, cwd=tmp_path).splitlines()[-1])
    assert "site-packages" in said["from"]
    assert said["count"] > 300
    assert said["near"].startswith("Chicago")
    assert 0 < said["shown"] < said["count"]
    assert said["module"] > 50_000
    assert said["style"] > 1_000
    assert said["countries"] == "Topology"
    assert list(tmp_path.iterdir()) == []


def test_its_command_checks_the_data_it_carries(python: Path, run: Run, tmp_path: Path) -> None:
    run(python.with_name("guidebook"), "check", cwd=tmp_path)


def test_a_clone_whose_widgets_are_fresh_is_installed_without_building(
    clone: Path, packages: Path, run: Run, uv: Path
) -> None:
    """With no build tool at hand but hatchling, only a finished build can be installed."""
    environment = packages / "editable"
    run(uv, "venv", "--python", sys.executable, environment, cwd=packages)
    python = environment / "bin/python"
    run(uv, "pip", "install", "--python", python, "hatchling", cwd=packages)
    run(
        *(uv, "pip", "install", "--python", python, "--no-deps", "--no-build-isolation"),
        *("--editable", clone),
        cwd=packages,
    )
    where = "from importlib.util import find_spec; print(find_spec('guidebook').origin)"
    origin = run(python, "-c", where, cwd=packages).strip()
    assert origin == str(clone / "widgets/guidebook/__init__.py")

    (clone / "widgets/frontend/shared/model.ts").write_text("export {};\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"The widgets were not built: Node\.js .* not found"):
        run(
            *(uv, "pip", "install", "--python", python, "--no-deps", "--no-build-isolation"),
            *("--editable", clone, "--reinstall"),
            cwd=packages,
        )
