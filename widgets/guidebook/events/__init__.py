"""The dated events of the timeline, without widgets."""

from guidebook.events.event import EVIDENCE, Event, date_words
from guidebook.events.load import load_events
from guidebook.events.model import Events
from guidebook.events.query import FACETS, EventQuery

__all__ = ["EVIDENCE", "FACETS", "Event", "EventQuery", "Events", "date_words", "load_events"]
