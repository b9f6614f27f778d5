"""Where They’re At: a guidebook to harm reduction, its directory and its widgets."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from guidebook.directory import Directory, load_directory, read_directory
from guidebook.events import Events, load_events

if TYPE_CHECKING:
    from guidebook import maps
    from guidebook.drink_checkup import DrinkCheckup
    from guidebook.explorer import DirectoryExplorer
    from guidebook.language_helper import LanguageHelper
    from guidebook.laws import Laws, load_laws
    from guidebook.policy_map import PolicyMap
    from guidebook.quick_check import QuickCheck
    from guidebook.response_practice import ResponsePractice
    from guidebook.scenario import Scenario
    from guidebook.timeline import Timeline
    from guidebook.wording_change import WordingChange

__all__ = [
    "Directory",
    "DirectoryExplorer",
    "DrinkCheckup",
    "Events",
    "LanguageHelper",
    "Laws",
    "PolicyMap",
    "QuickCheck",
    "ResponsePractice",
    "Scenario",
    "Timeline",
    "WordingChange",
    "load_directory",
    "load_events",
    "load_laws",
    "maps",
    "read_directory",
]

# Loaded when asked for: the tables can be read without the widgets' and the maps' libraries.
_MODULES = {"maps"}
_CLASSES = {
    "Timeline": "guidebook.timeline",
    "WordingChange": "guidebook.wording_change",
    "DirectoryExplorer": "guidebook.explorer",
    "DrinkCheckup": "guidebook.drink_checkup",
    "LanguageHelper": "guidebook.language_helper",
    "Laws": "guidebook.laws",
    "PolicyMap": "guidebook.policy_map",
    "QuickCheck": "guidebook.quick_check",
    "load_laws": "guidebook.laws",
    "ResponsePractice": "guidebook.response_practice",
    "Scenario": "guidebook.scenario",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a class or a module)
    if name in _MODULES:
        return import_module(f"guidebook.{name}")
    if name in _CLASSES:
        return getattr(import_module(_CLASSES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
