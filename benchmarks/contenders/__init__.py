"""What the explorer is measured beside: each a page that shows the same rows."""

from benchmarks.contenders import (
    altair_chart,
    folium_fast,
    folium_tags,
    itables_table,
    ours,
    plotly_map,
)
from benchmarks.contenders.contender import Contender

ALL: tuple[Contender, ...] = (
    ours.CONTENDER,
    folium_fast.CONTENDER,
    folium_tags.CONTENDER,
    itables_table.CONTENDER,
    altair_chart.CONTENDER,
    plotly_map.CONTENDER,
)
