"""Documents that teachers write, such as scenarios and quick checks: YAML with a JSON Schema.

Every fault is said with its line and with the path of the field, and with what would be right.
"""

from guidebook.documents.reading import Document, parse_document, text_problems, texts
from guidebook.documents.schema import read_document

__all__ = ["Document", "parse_document", "read_document", "text_problems", "texts"]
