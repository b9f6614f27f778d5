"""Folium maps of a directory: points, clusters and areas, on the basemap that ships with the book.

A map asks no tile server for anything unless `tiles="openstreetmap"` is given: it draws on the
world's countries and the states of the US, which lie in the package.
"""

from guidebook.maps.areas import choropleth
from guidebook.maps.basemap import basemap
from guidebook.maps.layers import Legend
from guidebook.maps.page import GuidebookMap
from guidebook.maps.points import clusters, points

__all__ = ["GuidebookMap", "Legend", "basemap", "choropleth", "clusters", "points"]
