"""Great-circle distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth in km (IUGG: (2a + b) / 3 of the ellipsoid GRS 80)."""

TOLERANCE_KM = 1e-9
"""A row exactly on the circle is inside it, whatever the last digits of the arithmetic say."""

KM_PER_MILE = 1.609344
"""Kilometres in an international mile."""


def haversine(
    latitude: float,
    longitude: float,
    latitudes: ArrayLike,
    longitudes: ArrayLike,
) -> NDArray[np.float64]:
    """Measure the great-circle distance from one position to others.

    Parameters
    ----------
    latitude, longitude
        The position to measure from, in degrees.
    latitudes, longitudes
        The positions to measure to, in degrees; NaN gives NaN.

    Returns
    -------
    numpy.ndarray
        Distances in km on a sphere of radius `EARTH_RADIUS_KM`; against the ellipsoid they are
        wrong by up to half a per cent.

    Notes
    -----
    The haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984)
    159) stays exact for places a few metres apart, where the law of cosines does not.

    Examples
    --------
    >>> chicago, milwaukee = (41.88, -87.63), (43.04, -87.91)
    >>> print(f"{haversine(*chicago, *milwaukee):.1f} km")
    131.0 km
    """
    there = np.radians(np.asarray(latitudes, dtype=np.float64))
    here = np.radians(latitude)
    east = np.radians(np.asarray(longitudes, dtype=np.float64) - longitude)
    h = np.sin((there - here) / 2) ** 2 + np.cos(here) * np.cos(there) * np.sin(east / 2) ** 2
    # Rounding can carry h a hair above 1 at the other side of the world.
    angle: NDArray[np.float64] = 2 * np.arcsin(np.sqrt(np.minimum(1.0, h)))
    return EARTH_RADIUS_KM * angle
