"""The directory's model: plain and immutable, without widgets."""

from guidebook.directory.ask import as_place
from guidebook.directory.entry import Entry
from guidebook.directory.filter import FACETS, Query, Result, Term
from guidebook.directory.load import load_directory, read_directory
from guidebook.directory.model import Directory
from guidebook.directory.places import Place, PlaceError

__all__ = [
    "FACETS",
    "Directory",
    "Entry",
    "Place",
    "PlaceError",
    "Query",
    "Result",
    "Term",
    "as_place",
    "load_directory",
    "read_directory",
]
