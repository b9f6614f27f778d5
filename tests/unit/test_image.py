"""What the live environment holds is counted, and each package has a reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import image
import pins
import pytest

ROOT = Path(__file__).resolve().parents[2]


def install(folder: Path, name: str, *requires: str, content: str = "") -> None:
    """Lay out an installed package, as an installer does."""
    (folder / f"{name}.py").write_text(content, encoding="utf-8")
    described = folder / f"{name}-1.dist-info"
    described.mkdir()
    lines = [f"Name: {name}", "Version: 1", *(f"Requires-Dist: {each}" for each in requires)]
    (described / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (described / "RECORD").write_text(f"{name}.py,,\n", encoding="utf-8")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    install(tmp_path, "shown", "below", "other[fine]", "windows; sys_platform == 'win32'")
    install(tmp_path, "below", content="a = 1\n" * 100)
    install(tmp_path, "other", "extra; extra == 'fine'", "unasked; extra == 'coarse'")
    install(tmp_path, "extra", "shown")
    return tmp_path


def test_every_package_is_led_back_to_what_was_asked_for(packages: Path) -> None:
    found = {each.name: each for each in image.account([packages], {"shown": "a reason"})}
    assert found["shown"].reason == "a reason"
    assert found["below"].needed_by == ("shown",)
    assert found["extra"].needed_by == ("other",)  # by an extra that "shown" asks for
    assert all(each.serves == ("shown",) for each in found.values())
    assert image.faults(list(found.values())) == []
    assert found["below"].size == 600
    assert "| below 1 | 0.0 | for shown | shown |" in image.table(list(found.values()))


def test_a_package_that_nobody_asked_for_is_a_fault(packages: Path) -> None:
    install(packages, "unasked")
    found = image.account([packages], {"shown": "a reason"})
    assert image.faults(found) == ["nothing that the project asks for needs unasked"]
    assert "| unasked 1 | 0.0 | for NOTHING |  |" in image.table(found)


def test_what_python_compiled_counts(packages: Path) -> None:
    before = image.account([packages], {"below": ""}, {"below"})[0].size
    compiled = packages / "__pycache__"
    compiled.mkdir()
    name = Path(image.cache_from_source(str(packages / "below.py"))).name
    (compiled / name).write_bytes(b"x" * 50)
    assert image.account([packages], {"below": ""}, {"below"})[0].size == before + 50


def test_too_much_is_a_fault(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "MOST", 500)
    (fault,) = image.faults(image.account([packages], {"shown": "a reason"}))
    assert "is the most" in fault


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "binder").mkdir()
    for name in ("pyproject.toml", image.REASONS):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_projects_own_packages_have_reasons() -> None:
    assert {"anywidget", "jupyterlab", "nbgitpuller"} <= image.reasons(ROOT).keys()


def test_a_new_package_needs_a_reason(copy: Path) -> None:
    path = copy / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('live = ["', 'live = ["attrs", "'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"\[live\] gives no reason for attrs"):
        image.reasons(copy)


def test_a_package_that_left_takes_its_reason_along(copy: Path) -> None:
    path = copy / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('    "folium>=0.20",\n', ""), encoding="utf-8")
    with pytest.raises(ValueError, match="explains folium, which nothing asks for"):
        image.reasons(copy)


def test_the_pins_are_made_from_what_is_asked() -> None:
    (binder,) = [each for each in pins.PIN_FILES if each.name == image.PINS]
    wanted = image.asked(ROOT)
    assert set(binder.extras) == wanted.keys() - {"notebooks"}
    assert {name for names in wanted.values() for name in names} <= image.pinned(ROOT)
