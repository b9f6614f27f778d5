"""The built book: what every page must have, and what none may do."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from edition.support.building import ROOT
from guidebook import load_directory
from guidebook.edition.policy import inline_scripts, policy, source_hash

if TYPE_CHECKING:
    from edition.support.pages import Element, Site

LOADED = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "form": "action",
}
OWN_BYTES = 30 * 1024


def is_foreign(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def test_root_is_the_home_page_itself(site: Site) -> None:
    source = site.source("index.html")
    assert not re.search(r"http-equiv=[\"']?refresh", source, re.IGNORECASE)
    assert "location" not in " ".join(inline_scripts(source))
    home = site.page("index.html")
    assert home.one("h1").text.startswith("Where They’re At")
    assert not (site.folder / "book").exists()


def test_scripts_of_others_come_with_their_licences(site: Site) -> None:
    licences = (site.folder / "_static/guidebook/licences.txt").read_text(encoding="utf-8")
    for library in ("leaflet", "preact", "supercluster", "topojson-client"):
        assert re.search(rf"^{library} ", licences, re.MULTILINE), library


def test_every_link_inside_the_book_leads_somewhere(site: Site) -> None:
    anchors: dict[str, set[str]] = {}
    for page in site.pages:
        anchors[page] = {
            element.attributes["id"]
            for element in site.page(page).walk()
            if "id" in element.attributes
        }
    dead = []
    for page in site.pages:
        for link in site.page(page).all("a"):
            address = urlsplit(link.attributes.get("href", ""))
            if address.scheme or address.netloc:
                continue
            target = site.target(page, unquote(address.path))
            if not target.is_file():
                dead.append((page, address.geturl()))
                continue
            name = target.resolve().relative_to(site.folder.resolve()).as_posix()
            if (
                address.fragment
                and name in anchors
                and unquote(address.fragment) not in anchors[name]
            ):
                dead.append((page, address.geturl()))
    assert dead == []


def test_help_now_is_one_tap_away_on_every_page(site: Site) -> None:
    for page in site.pages:
        header = site.page(page).one("header", class_="bd-header")
        link = header.one("a", class_="book-help")
        assert link.text.strip() == "Help now"
        at_itself = page == "help-now.html" and link.attributes["href"] == "#"
        target = site.target(page, link.attributes["href"])
        assert at_itself or target == (site.folder / "help-now.html").resolve(), page


def test_header_shows_the_parts_of_the_book(site: Site) -> None:
    for page, part in [("directory/list.html", "Directory"), ("index.html", None)]:
        parts = site.page(page).one("nav", class_="book-parts")
        assert "Directory" in [link.text for link in parts.all("a")]
        assert [link.text for link in parts.all("a", aria_current="true")] == (
            [part] if part else []
        )


def test_pages_load_nothing_from_elsewhere(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        page = path.relative_to(site.folder).as_posix()
        if page.startswith("_sources/"):
            continue
        for element in site.page(page).walk():
            address = element.attributes.get(LOADED.get(element.name, ""), "")
            if element.name == "link" and element.attributes.get("rel") in {"canonical", "license"}:
                continue
            assert not is_foreign(address), (page, element.name, address)
            assert "srcset" not in element.attributes or "//" not in element.attributes["srcset"]


def test_style_sheets_load_nothing_from_elsewhere(site: Site) -> None:
    for path in (site.folder / "_static").rglob("*.css"):
        style = path.read_text(encoding="utf-8")
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", style):
            assert not is_foreign("".join(address)), path


@pytest.mark.parametrize(
    "word",
    ["require.js", "html-manager", "widget-state+json", "thebe", "unpkg.com", "jsdelivr.net"],
)
def test_pages_carry_no_notebook_machinery(site: Site, word: str) -> None:
    for page in site.pages:
        tree = site.page(page)
        # Code that a reader sees may name anything; what the page itself does may not.
        scripts = tree.all("script")
        assert word not in " ".join(script.text for script in scripts).lower(), page
        assert word not in " ".join(str(script.attributes) for script in scripts).lower(), page


def test_only_pages_with_a_widget_load_widgets(site: Site) -> None:
    kinds = sorted(path.parent.name for path in (ROOT / "widgets/frontend").glob("*/index.tsx"))
    names = "|".join(["host", *kinds])
    seen = set()
    for page in site.pages:
        tree = site.page(page)
        loaded = [
            element.attributes.get("src") or element.attributes.get("href", "")
            for element in [*tree.all("script"), *tree.all("link")]
        ]
        found = [
            re.sub(r".*/|\?.*", "", address)
            for address in loaded
            if re.search(rf"_static/guidebook/({names})\.", address)
        ]
        here = {one.attributes["data-widget"] for one in tree.all(class_="guidebook-widget")}
        wanted = [f"{kind}.{end}" for kind in here for end in ("css", "js")]
        assert sorted(found) == sorted([*wanted, "host.js"] if here else []), page
        seen |= here
    assert seen == set(kinds)


def test_resources_are_scripts_that_provide_their_json(site: Site) -> None:
    folder = site.folder / "_static" / "guidebook" / "resources"
    payload = (folder / "directory.js").read_text(encoding="utf-8")
    found = re.fullmatch(
        r'globalThis\.guidebookPage\.provide\("directory",(.*)\);', payload, re.DOTALL
    )
    assert found
    assert json.loads(found[1]) == json.loads(json.dumps(load_directory().to_payload()))
    assert (folder / "basemap" / "us-states.js").is_file()


def test_ids_are_unique_in_each_pages_own_content(site: Site) -> None:
    for page in site.pages:
        ids = [
            element.attributes["id"]
            for article in site.page(page).all("article", class_="bd-article")
            for element in article.walk()
            if "id" in element.attributes
        ]
        assert sorted(set(ids)) == sorted(ids), page


def test_list_holds_every_entry_with_an_anchor(site: Site) -> None:
    article = site.article("directory/list.html")
    entries = article.all("article", class_="guidebook-entry")
    directory = load_directory()
    assert sorted(entry.attributes["id"] for entry in entries) == sorted(
        f"entry-{entry.id}" for entry in directory
    )
    shown = {entry.attributes["id"]: entry.text for entry in entries}
    for entry in directory:
        assert entry.name in shown[f"entry-{entry.id}"]
        assert entry.badge in shown[f"entry-{entry.id}"]
        assert entry.source_title in shown[f"entry-{entry.id}"]
    countries = {section.attributes.get("id") for section in article.all("section")}
    jumps = [link.attributes["href"] for link in article.one("nav", class_="book-jumps").all("a")]
    assert {jump[1:] for jump in jumps} <= countries


def test_linked_data_says_the_same_as_the_list(site: Site) -> None:
    script = site.article("directory/list.html").one("script", type="application/ld+json")
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    directory = load_directory()
    named = {thing["@id"]: thing["name"] for thing in data["@graph"]}
    assert named == {f"#entry-{entry.id}": entry.name for entry in directory}
    for thing in data["@graph"]:
        entry = directory[thing["@id"].removeprefix("#entry-")]
        if entry.address_public != "yes":
            assert "streetAddress" not in thing.get("address", {})


def test_explorer_lies_over_the_same_entries(site: Site) -> None:
    widget = site.article("directory/explore.html").one(class_="guidebook-widget")
    state = json.loads(widget.one("script", class_="guidebook-state").text)
    assert state["_payload"] == {"$resource": "directory"}
    assert state["_options"]["list_url"] == "list.html"
    plain = widget.one(class_="guidebook-plain")
    names = [name.text for name in plain.all(class_="guidebook-name")]
    assert sorted(names) == sorted(entry.name for entry in load_directory())


def test_help_now_needs_no_script_and_is_light(site: Site) -> None:
    article = site.article("help-now.html")
    assert article.all("script") == []
    source = site.source("help-now.html")
    own = re.search(r"<article.*</article>", source, re.DOTALL)
    assert own
    assert len(own[0].encode()) < OWN_BYTES
    plain = {
        re.sub(r"\?.*", "", s.attributes.get("src", "")).rsplit("/", 1)[-1]
        for s in site.page("help-now.html").all("script")
    }
    other = {
        re.sub(r"\?.*", "", s.attributes.get("src", "")).rsplit("/", 1)[-1]
        for s in site.page("references.html").all("script")
    }
    assert plain <= other
    assert [link for link in article.all("a") if link.attributes["href"].startswith("tel:")]


def test_emergency_numbers_show_their_sources_and_no_weak_ones(site: Site) -> None:
    with (ROOT / "data" / "emergency_numbers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (ROOT / "data" / "countries.csv").open(encoding="utf-8") as file:
        countries = {row["code"]: row["name"] for row in csv.DictReader(file)}
    table = site.article("help-now.html").all("table", class_="book-numbers")[0]
    shown = {row.one("th").text: row for row in table.one("tbody").all("tr")}
    assert set(shown) == {countries[row["country"]] for row in rows if row["evidence"] != "weak"}
    for row in rows:
        if row["evidence"] == "weak":
            continue
        place = shown[countries[row["country"]]]
        assert place.one("strong").text == row["number"]
        assert (row["source_year"] or "undated") in place.text
        number = place.all("a")[-1].attributes["href"].removeprefix("#")
        assert site.article("help-now.html").one("li", id=number).text == row["source_title"]


def test_data_dictionary_describes_every_column(site: Site) -> None:
    article = site.article("directory/how-we-know.html")
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        section = article.one("section", id=f"table-{resource['name'].replace('_', '-')}")
        columns = [row.one("th").text for row in section.one("tbody").all("tr")]
        assert columns == [field["name"] for field in resource["schema"]["fields"]]


def test_edition_tells_its_age(site: Site) -> None:
    age = site.article("directory/how-we-know.html").one(class_="guidebook-edition-age")
    edition = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))[
        "edition"
    ]
    year, rest = edition.split("-", 1)
    assert age.attributes["data-due"] == f"{int(year) + 1}-{rest}"
    assert "hidden" in age.one(class_="guidebook-overdue").attributes


def test_every_page_has_the_policy_of_its_kind(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        page = path.relative_to(site.folder).as_posix()
        if page.startswith("_sources/"):
            continue
        source = site.source(page)
        if "<head" not in source:
            continue  # parts of templates that the theme leaves among its files
        meta = site.page(page).one("meta", http_equiv="Content-Security-Policy")
        said = meta.attributes["content"]
        assert said == policy(source), page
        assert "unsafe-eval" not in said
        script = said.split("script-src")[1].split(";")[0]
        # A kernel's maps bring scripts that no build knows, into a frame that is closed to the page.
        framed = page.startswith("_static/guidebook/live-frame")
        assert ("unsafe-inline" in script) == framed, page
        if framed:
            assert said.startswith("default-src 'none'")
            assert ("https:" in said) == ("open" in page)
            continue
        live = 'class="guidebook-live-offer"' in source
        assert ("blob:" in script) == live, page
        assert ("connect-src" in said) == live, page
        for code in inline_scripts(source):
            assert source_hash(code) in script
        explorer = 'data-widget="explorer"' in source
        assert ("tile.openstreetmap.org" in said) == explorer, page


def test_every_image_says_what_it_shows_and_every_frame_is_named(site: Site) -> None:
    def described(image: Element) -> bool:
        return "alt" in image.attributes

    for page in site.pages:
        article = site.page(page)
        assert all(map(described, article.all("img"))), page
        for frame in article.all("iframe"):
            assert frame.attributes.get("title"), page
            assert frame.attributes.get("loading") == "lazy"
            assert (site.folder / page).parent.joinpath(frame.attributes["src"]).is_file()


def test_search_knows_published_addresses(site: Site) -> None:
    script = site.source("_static/guidebook/search-index.js")
    passages = json.loads(script.removeprefix("globalThis.guidebookPassages=").removesuffix(";"))
    kinds = {kind for kind, *_ in passages}
    assert kinds == {"page", "section", "term", "event", "entry"}
    sources: dict[str, str] = {}
    for _, title, _, address in passages:
        assert title
        page, _, anchor = address.partition("#")
        source = sources.setdefault(page, site.source(page))
        assert not anchor or f'id="{anchor}"' in source, address
    # The home page speaks of every part, and is found too.
    assert "index.html" in sources


def test_no_page_takes_the_day_of_its_making_for_a_check(site: Site) -> None:
    for page in site.pages:
        assert "docbuild:last-update" not in site.source(page)
        assert "last updated" not in site.page(page).one("main").text.lower()
