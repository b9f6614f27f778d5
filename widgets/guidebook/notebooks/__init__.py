"""Notebooks for authors: run, store so that only a real change shows, compare with a fresh run.

A fresh run gives its widgets and maps random ids, and writes down the machine it ran on. All of that
is made stable here: the same code, data and libraries give the same bytes.
"""

from guidebook.notebooks.checking import check
from guidebook.notebooks.errors import Fault, NotebookError
from guidebook.notebooks.files import read, write
from guidebook.notebooks.normalising import normalise
from guidebook.notebooks.running import run

__all__ = ["Fault", "NotebookError", "check", "normalise", "read", "run", "write"]
