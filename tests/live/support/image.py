"""What Binder would make of the project: repo2docker's own steps, done without a container.

repo2docker prints a Dockerfile. Its steps that set up an empty machine are replaced by a Python
environment with the packages of repo2docker's own (`base`); all that its reader's account does is
done as that account, in that order and by the same commands. The one command that is not as
printed is pip's, for the pins: uv does it with the packages that this machine has stored.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from live.support.lab import START_S, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

READER = 1000
"""The number of the account that Binder gives its readers."""

NAME = "jovyan"
ROOT_STEPS = "# ensure root user after build scripts"
"""What stands above this line in a Dockerfile sets up the machine."""

PINS_STEP = re.compile(r'\S+/bin/pip install --no-cache-dir -r "?(?P<pins>[^"\s]+)"?')

# conda's names of packages that have another one elsewhere; those of conda's own are left out.
OTHER_NAMES = {
    "brotli-python": "brotli",
    "jupyterhub-base": "jupyterhub",
    "nbconvert-core": "nbconvert",
    "python-fastjsonschema": "fastjsonschema",
}
OF_CONDA = {
    *("bleach-with-css", "jsonschema-with-format-nongpl", "jupyterhub-singleuser", "libedit"),
    *("ncurses", "python", "python_abi", "typing_extensions", "cached_property"),
}
LOCKED = re.compile(r"/(?P<name>[^/]+)-(?P<version>[^-/]+)-(?P<build>[^-/]+)\.(?:conda|tar\.bz2)#")


def print_dockerfile(folder: Path) -> str:
    """The Dockerfile; --no-build prints it and asks for no container engine."""
    finished = subprocess.run(
        [
            *(sys.executable, "-m", "repo2docker", "--no-build", "--debug"),
            *("--user-id", str(READER), "--user-name", NAME, "."),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "Building conda environment for python=3.11" in finished.stderr
    return finished.stdout


def base_packages(python: str) -> list[str]:
    """The Python packages of repo2docker's own environment, in its versions."""
    import repo2docker.buildpacks.conda  # noqa: PLC0415 (not needed where this is only imported)

    folder = Path(repo2docker.buildpacks.conda.__file__).parent
    text = (folder / f"environment.py-{python}-linux-64.lock").read_text(encoding="utf-8")
    found = [
        (OTHER_NAMES.get(each["name"], each["name"]), each["version"])
        for each in LOCKED.finditer(text)
        if each["build"].startswith("py") and each["name"] not in OF_CONDA
    ]
    assert "jupyterhub" in dict(found), "repo2docker's list of packages is written otherwise now"
    return [f"{name}=={version}" for name, version in found]


def account() -> dict[str, Any]:
    """What makes a program that is started run as the reader; one's own account is none of root's."""
    return {"user": READER, "group": READER, "extra_groups": []} if os.geteuid() == 0 else {}


def find_python(version: str) -> Path:
    """A Python of a version that the reader's account may run."""
    named = [shutil.which(f"python{version}", path=path) for path in ("/usr/local/bin", "/usr/bin")]
    own = Path(sys.executable).resolve()
    for path in filter(None, [own, *named]):
        with suppress(OSError, subprocess.CalledProcessError):
            said = subprocess.run(
                [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
                capture_output=True,
                text=True,
                check=True,
                cwd="/",
                **account(),
            )
            if said.stdout.strip() == version:
                return Path(path)
    pytest.skip(f"no Python {version} on this machine that an account without rights may run")


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the reader's account."""

    command: str
    seconds: float


@dataclass(slots=True)
class Image:
    """The machine that the steps leave behind."""

    folder: Path
    environment: dict[str, str]
    steps: list[Step] = field(default_factory=list)
    start: list[str] = field(default_factory=list)
    """What it starts by itself."""

    @property
    def home(self) -> Path:
        return Path(self.environment["REPO_DIR"])

    @property
    def prefix(self) -> Path:
        return Path(self.environment["NB_PYTHON_PREFIX"])

    @property
    def packages(self) -> Path:
        (found,) = self.prefix.glob("lib/python*/site-packages")
        return found

    def run(self, *command: str | Path, cwd: Path | None = None) -> str:
        """Run a program as the reader and return what it printed."""
        finished = subprocess.run(
            command,
            cwd=cwd or self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **account(),
        )
        assert finished.returncode == 0, f"{command} failed:\n{finished.stdout[-6000:]}"
        return finished.stdout

    def python(self, program: str, cwd: Path | None = None) -> str:
        return self.run(self.prefix / "bin/python", "-c", program, cwd=cwd)

    @contextmanager
    def serve(self, *command: str) -> Iterator[tuple[str, str]]:
        """Start a server as the reader; yield its address and its token once it answers."""
        port = free_port()
        address, token = f"http://127.0.0.1:{port}", "a-token-of-the-tests"
        log = self.folder / f"server-{port}.log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [*command, f"--port={port}", "--ServerApp.port_retries=0"],
                cwd=self.home,
                env={**self.environment, "JUPYTER_TOKEN": token},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                **account(),
            )
            try:
                deadline = time.monotonic() + START_S
                while time.monotonic() < deadline:
                    assert server.poll() is None, log.read_text()
                    with suppress(OSError):
                        fetch(f"{address}/api/status", token)
                        break
                    time.sleep(0.1)  # between two tries to reach it
                yield address, token
            finally:
                server.terminate()
                server.wait(20)


def fetch(address: str, token: str) -> str:
    request = urllib.request.Request(  # noqa: S310 (the server that was started here)
        address, headers={"Authorization": f"token {token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        text: str = answer.read().decode()
        return text


def give(path: Path, *, files: bool = True) -> None:
    """Make the reader the owner of a folder and of the folders in it, and of the files too."""
    if os.geteuid() == 0:
        for name, _, names in os.walk(path):
            for each in (name, *(f"{name}/{one}" for one in names if files)):
                os.chown(each, READER, READER, follow_symlinks=False)


def lock(path: Path) -> None:
    """Let the reader change neither a folder nor what is in it."""
    root, mine = os.geteuid() == 0, (READER if os.geteuid() == 0 else os.geteuid())
    for name, _, names in os.walk(path):
        for each in (name, *(f"{name}/{one}" for one in names)):
            found = os.lstat(each)
            if found.st_uid == mine and not stat.S_ISLNK(found.st_mode):
                Path(each).chmod(stat.S_IMODE(found.st_mode) & ~0o222)
                if root:
                    os.chown(each, 0, 0)


def unlock(path: Path) -> None:
    """Undo `lock`, so that the folder can be removed."""
    for name, _, _ in os.walk(path):
        Path(name).chmod(0o755)


def settings_of_installers(folder: Path) -> dict[str, str]:
    """Copies, for the reader's eyes only, of what says where this machine gets its packages."""
    found = {}
    kept = {"PIP_CONFIG_FILE": ".config/pip/pip.conf", "npm_config_userconfig": ".npmrc"}
    for variable, name in kept.items():
        path = Path.home() / name
        if path.is_file():
            copy = folder / path.name
            shutil.copyfile(path, copy)
            copy.chmod(0o600)
            give(copy)
            found[variable] = str(copy)
    return found


def variables(dockerfile: str, folder: Path, bare: dict[str, str]) -> dict[str, str]:
    """The environment that a Dockerfile sets, with its folders inside another one."""
    values = {**bare, "NB_USER": NAME, "NB_UID": str(READER)}

    def expand(text: str) -> str:
        return re.sub(r"\$\{(\w+)\}", lambda found: values.get(found[1], ""), text)

    for kind, names in re.findall(r"^(ENV|ARG) ((?:.*\\\n)*.*)$", dockerfile, re.MULTILINE):
        for name, text in re.findall(r"(\w+)=(\S+)", names):
            value = expand(text)
            inside = name in ("APP_BASE", "HOME")
            if kind == "ENV" or name not in values:
                values[name] = f"{folder}{value}" if inside else value
    return values


def instructions(dockerfile: str) -> Iterator[tuple[str, str]]:
    """What a Dockerfile does once the machine is set up: the word of each instruction and the rest."""
    _, marker, rest = dockerfile.partition(ROOT_STEPS)
    assert marker, "repo2docker's Dockerfile is written otherwise now"
    whole = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", rest, flags=re.MULTILINE))
    for line in filter(None, whole.splitlines()):
        word, _, after = line.strip().partition(" ")
        yield word, after


def build(dockerfile: str, sources: Path, folder: Path, uv: Path, bare: dict[str, str]) -> Image:
    """Do the steps of a Dockerfile."""
    settings = folder / "settings"
    settings.mkdir()
    environment = variables(dockerfile, folder, bare)
    image = Image(folder, {**environment, **settings_of_installers(settings)})
    for place in (image.home, image.prefix.parent):
        place.mkdir(parents=True)
    uv_pip = (uv, "pip", "install", "--quiet", "--python", image.prefix / "bin/python")
    for command in (
        [uv, "venv", "--quiet", "--python", find_python("3.11"), image.prefix],
        [*uv_pip, "--no-deps", *base_packages("3.11")],
    ):
        subprocess.run(command, check=True, cwd=folder)
    give(folder / "home")
    user = ""
    for word, rest in instructions(dockerfile):
        if word == "USER":
            user = rest
        elif word == "COPY" and " src/" in rest:
            copy(rest, sources, image)
        elif word == "RUN" and user == "${NB_USER}":
            began = time.monotonic()
            if pins := PINS_STEP.fullmatch(rest):
                subprocess.run(
                    [*uv_pip, "--compile-bytecode", "--require-hashes", "-r", pins["pins"]],
                    check=True,
                    cwd=image.home,
                )
                give(image.prefix, files=False)
            else:
                image.run("bash", "-c", rest)
            image.steps.append(Step(rest, time.monotonic() - began))
        elif word == "CMD":
            image.start = json.loads(rest)
    shutil.rmtree(settings)
    return image


def copy(rest: str, sources: Path, image: Image) -> None:
    """Do a COPY of the project's files."""
    *_, source, target = shlex.split(rest)
    place = Path(target.replace("${REPO_DIR}", str(image.home)))
    found = sources / source.removeprefix("src/")
    if found.is_dir():
        shutil.copytree(found, place, dirs_exist_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(found, place)
    give(image.home)
