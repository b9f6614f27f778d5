"""The book's own search: it runs in the reader's browser, and what is searched for stays there.

Sphinx's search sends the words to the server as a part of an address, stores them, fetches pages,
and does not forgive a slip of the finger. So the pages are cut into passages at the end of the
build (:mod:`~guidebook.edition.search.passages`), which ship as one script that is loaded when
somebody searches and not before (:mod:`~guidebook.edition.search.index`).
"""

from guidebook.edition.search.index import setup

__all__ = ["setup"]
