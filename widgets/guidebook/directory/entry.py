"""One row of a directory, and the columns that rows have."""

from __future__ import annotations

import math
from typing import NamedTuple


class Entry(NamedTuple):
    """One place or programme, with every column of `Directory.frame`.

    Text that is not known is "", a list that is not known is empty, a number that is not known is
    NaN. ``distance_km`` is known only where entries were looked for near a place.

    Examples
    --------
    >>> entry = Entry(id="alder", name="Alder Street Exchange", services=("naloxone",))
    >>> entry.name, entry.city, entry.has_position
    ('Alder Street Exchange', '', False)
    """

    id: str = ""
    name: str = ""
    former_names: tuple[str, ...] = ()
    organisation_id: str = ""
    description: str = ""
    type: str = ""
    services: tuple[str, ...] = ()
    approach: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    reach: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    address: str = ""
    postcode: str = ""
    address_public: str = ""
    visitable: str = ""
    latitude: float = math.nan
    longitude: float = math.nan
    precision: str = ""
    website: str = ""
    website_evidence: str = ""
    phone: str = ""
    phone_source: str = ""
    phone_date: str = ""
    listed_address: str = ""
    listed_phone: str = ""
    listed_source: str = ""
    listed_year: str = ""
    status: str = ""
    founded: str = ""
    founded_evidence: str = ""
    closed: str = ""
    evidence: str = ""
    source_title: str = ""
    source_url: str = ""
    source_date: str = ""
    last_checked: str = ""
    note: str = ""
    region_name: str = ""
    country_name: str = ""
    evidence_grade: str = ""
    evidence_label: str = ""
    badge_kind: str = ""
    badge: str = ""
    distance_km: float = math.nan

    @property
    def has_position(self) -> bool:
        """Whether it can stand on a map."""
        return not (math.isnan(self.latitude) or math.isnan(self.longitude))

    @property
    def is_historical(self) -> bool:
        """Whether it has closed, moved or been renamed."""
        return self.badge_kind == "historical"


COMPUTED = (
    "region_name",
    "country_name",
    "evidence_grade",
    "evidence_label",
    "badge_kind",
    "badge",
)
"""Columns of the frame that are worked out from others."""

DISTANCE = "distance_km"
"""The column of a frame of what is near a place."""

TABLE_COLUMNS = tuple(name for name in Entry._fields if name not in {*COMPUTED, DISTANCE})
"""The columns of ``directory.csv``, in their order."""

FRAME_COLUMNS = (*TABLE_COLUMNS, *COMPUTED)
"""The columns of every `Directory.frame`, in their order."""

LIST_COLUMNS = ("former_names", "services", "approach", "audience")
"""Columns whose cells hold several values."""

NUMBER_COLUMNS = ("latitude", "longitude")
"""Columns whose cells are numbers."""

WIDE_REACHES = ("national", "international", "online")
"""Reaches that are never "near" anywhere."""
