"""The directory's entries as linked data (schema.org, JSON-LD), for search engines and tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guidebook.directory.listing import web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidebook.directory import Entry

CONTEXT = "https://schema.org"


def linked_data(entries: Iterable[Entry]) -> str:
    """Write entries as a block of JSON-LD.

    Parameters
    ----------
    entries
        The entries that the page shows.

    Returns
    -------
    str
        A ``script`` element of data; nothing in it can end the element early.
    """
    return block({"@graph": [organisation(entry) for entry in entries]})


def block(thing: Mapping[str, Any]) -> str:
    """Write things of schema.org as a block of data that cannot end early.

    Parameters
    ----------
    thing
        Its properties.

    Examples
    --------
    >>> block({"@type": "Book", "name": "A"})
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Book","name":"A"}</script>'
    """
    data = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{safe}</script>'


def organisation(entry: Entry) -> dict[str, Any]:
    """Describe one entry as an Organization.

    Parameters
    ----------
    entry
        The entry. What only an old document lists is left out, since linked data has no way to
        say "as listed, not confirmed".

    Notes
    -----
    Terms are those of https://schema.org/Organization; the entry's source is its ``subjectOf``.

    Examples
    --------
    >>> from guidebook.directory import Entry
    >>> organisation(Entry(id="a", name="Tea & Talk", closed="2019"))["dissolutionDate"]
    '2019'
    """
    address = {
        "@type": "PostalAddress",
        "streetAddress": entry.address,
        "postalCode": entry.postcode,
        "addressLocality": entry.city,
        "addressRegion": entry.region_name,
        "addressCountry": entry.country,
    }
    source = {
        "@type": "CreativeWork",
        "name": entry.source_title,
        "url": web_address(entry.source_url),
        "datePublished": entry.source_date,
    }
    found = {
        "@type": "Organization",
        "@id": f"#entry-{entry.id}",
        "name": entry.name,
        "alternateName": list(entry.former_names),
        "description": entry.description,
        "url": web_address(entry.website) if entry.website_evidence == "read" else "",
        "telephone": "" if entry.is_historical else entry.phone,
        "foundingDate": entry.founded if entry.founded_evidence == "read" else "",
        "dissolutionDate": entry.closed,
        "address": filled(address),
        "subjectOf": filled(source),
    }
    return filled(found)


def filled(thing: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known; a thing of which nothing is known is empty.

    Parameters
    ----------
    thing
        Properties of one thing.

    Examples
    --------
    >>> filled({"@type": "Thing", "name": ""})
    {}
    """
    known = {name: value for name, value in thing.items() if value}
    return known if set(known) - {"@type"} else {}
