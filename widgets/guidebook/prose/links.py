"""Looks at where links lead: addresses must be well formed, pages and places must exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from guidebook.problems import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from guidebook.prose.findings import Finding
    from guidebook.prose.markup import Link
    from guidebook.prose.page import Page

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")
_SHORT = {  # what may follow these schemes
    "mailto": (re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"), "write mailto:name@host"),
    "tel": (re.compile(r"\+?[0-9*#]{2,15}"), "write tel: and the digits to dial"),
    "sms": (re.compile(r"\+?[0-9]{2,15}(?:[?&]body=[^\s]*)?"), "write sms: and the digits"),
}
_PAGES = (".md", ".ipynb")


def link_findings(
    page: Page, labels: Mapping[str, Path], made: Mapping[str, AbstractSet[str]]
) -> Iterator[Finding]:
    """Yield links that lead nowhere.

    Parameters
    ----------
    page
        The page.
    labels
        The places of the whole book that a link ``#name`` can lead to, and the page of each.
    made
        Places that the build makes: for the end of a page's path, the names on that page.
    """
    for link in page.markup.links:
        if problem := _problem(page, link, labels, made):
            yield page.finding(link.offset, *problem)
    for picture in page.markup.pictures:
        if _SCHEME.match(picture.target):
            message = f"the picture {picture.target} lies on another host"
            yield page.finding(picture.offset, message, "draw it for this book, in book/_static")
        elif not _file(page, picture.target).is_file():
            message = f"there is no picture {picture.target}"
            remedy = "write its path as seen from this page"
            yield page.finding(picture.offset, message, remedy)


def _problem(
    page: Page, link: Link, labels: Mapping[str, Path], made: Mapping[str, AbstractSet[str]]
) -> tuple[str, str] | None:
    target = link.target
    if _SCHEME.match(target) or target.startswith("//"):
        return address_problem(target)
    if problem := _target_problem(target):
        return problem
    path, _, anchor = target.partition("#")
    where = _page(page, path) if path else page.path
    if where is None:
        beside = _file(page, path).parent.glob("*")
        known = sorted(one.name for one in beside if one.suffix in _PAGES)
        return f"there is no page {path}", meant(path.rpartition("/")[2], known)
    if not anchor or where.suffix not in _PAGES:
        return None
    return _place_problem(path, where, anchor, labels, made)


def _target_problem(target: str) -> tuple[str, str] | None:
    """Say what is wrong with a target within the book before anything is looked up."""
    if not target:
        return "the link has no target", "write where it leads, or take it away"
    if re.search(r"\s", target):
        return f"the target “{target}” has a space in it", "write %20, or take the space out"
    if target.startswith("www."):
        return f"the address {target} would be taken for a page", f"write https://{target}"
    return None


def _place_problem(
    path: str,
    where: Path,
    anchor: str,
    labels: Mapping[str, Path],
    made: Mapping[str, AbstractSet[str]],
) -> tuple[str, str] | None:
    """Say what is wrong with a place on a page; a link without a path reaches the whole book."""
    known = {name for name, one in labels.items() if one == where or not path}
    for end, names in made.items():
        if where.as_posix().endswith(end):
            known |= names
    if anchor in known:
        return None
    message = f"there is no place “{anchor}”" + (f" on {path}" if path else "")
    label = "write a label (name)= above the place"
    return message, meant(anchor, sorted(known)) if known else label


def address_problem(address: str) -> tuple[str, str] | None:
    """Say what is wrong with an address outside the book and what would be right.

    Parameters
    ----------
    address
        An address with its scheme.

    Examples
    --------
    >>> address_problem("https://example.org/a")
    >>> address_problem("https:/example.org")
    ('the address https:/example.org has no host', 'write it whole, as in https://example.org/page')
    """
    scheme, _, rest = address.partition(":")
    if scheme.lower() in _SHORT:
        form, remedy = _SHORT[scheme.lower()]
        return None if form.fullmatch(rest) else (f"{address} cannot be followed", remedy)
    if wrong := _web_problem(scheme, address):
        return f"the address {address} {wrong}", "write it whole, as in https://example.org/page"
    return None


def _web_problem(scheme: str, address: str) -> str:
    if scheme not in {"http", "https"}:
        return "is of no kind that pages here use"
    if re.search(r"[\s<>\"\\^`{|}]", address):
        return "has a character that addresses cannot hold"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    # A reader's own machine is called so on the pages that say how to run the book.
    if host != "localhost" and not _HOST.fullmatch(host):
        return "has no host"
    return "holds a user name" if parts.username else ""


def _file(page: Page, path: str) -> Path:
    return (page.path.parent / unquote(path)).resolve()


def _page(page: Page, path: str) -> Path | None:
    """Find the file that a link means; a page may be called by what it is built into."""
    file = _file(page, path)
    if file.is_file():
        return file
    stem = file.with_suffix("") if file.suffix == ".html" else file
    for suffix in _PAGES:
        if (named := stem.with_name(stem.name + suffix)).is_file():
            return named
    return None
