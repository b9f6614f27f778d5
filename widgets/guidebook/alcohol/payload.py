"""What the browser is told: the words, the drinks, the limits, and the numbers of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.alcohol import checkup, widmark
from guidebook.alcohol.diary import DAYS, load_guidelines
from guidebook.alcohol.drinks import AUDIT_GRAMS, MOST_DRINKS, load_standard_drinks
from guidebook.alcohol.file import FORMAT, LARGEST, REFUSALS, VERSION
from guidebook.alcohol.scoring import ZONES
from guidebook.alcohol.texts import load_texts
from guidebook.package import find_package
from guidebook.tables import read_table

if TYPE_CHECKING:
    from guidebook.alcohol.diary import Guideline
    from guidebook.alcohol.drinks import StandardDrink
    from guidebook.package import DataPackage

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MESSAGES = {
    "number": "Write a number from {least} to {most}.",
    "whole": "Write a whole number from {least} to {most}.",
    "text": "Write a few words: at most {most} characters.",
    "full": "There is room for {most}. Take one away first.",
    "date": "Write a day of the calendar.",
}


def to_payload(package: DataPackage | None = None) -> dict[str, Any]:
    """Gather everything that the check-up shows, as plain values.

    Parameters
    ----------
    package
        Where the tables are; the nearest data package when left out.

    Raises
    ------
    DataError
        If a table or the words cannot be read.

    Examples
    --------
    >>> payload = to_payload()
    >>> len(payload["questions"]), len(payload["zones"]), payload["audit_grams"]
    (10, 4, 10)
    """
    package = package or find_package()
    texts = load_texts(package)
    words = texts.words
    shown = {source: texts.sources[source].to_dict() for source in texts.sources}
    form = words["form"]
    links = [{**shown[link["source"]], "note": link["note"]} for link in form["links"]]
    return {
        "format": FORMAT,
        "version": VERSION,
        "limits": _limits(),
        "audit_grams": int(AUDIT_GRAMS),
        "not_medical": words["not_medical"],
        "privacy": words["privacy"],
        "form": {"text": form["text"], "links": links},
        "steps": words["steps"],
        "questions": texts.questions,
        "parts": words["parts"],
        "zones": [
            {"name": name, "from": low, "to": high, "text": text}
            for (name, low, high), text in zip(ZONES, words["zones"]["texts"], strict=True)
        ],
        "thresholds": words["thresholds"],
        "scale_heading": words["zones"]["heading"],
        "scale_sources": words["zones"]["sources"],
        "drinks": [_drink(drink) for drink in load_standard_drinks(package).values()],
        "days": list(WEEKDAYS),
        "guidelines": _guidelines(package),
        "guidelines_note": words["guidelines_note"],
        "estimate": {
            **words["estimate"],
            "r_low": widmark.R_LOW,
            "r_high": widmark.R_HIGH,
            "rate_low": widmark.RATE_LOW,
            "rate_high": widmark.RATE_HIGH,
        },
        "warning": words["warning"],
        "reasons": words["reasons"],
        **{name: words[name] for name in _AS_THEY_ARE},
        "messages": MESSAGES,
        "refusals": dict(REFUSALS),
        "sources": shown,
    }


_AS_THEY_ARE = (
    "likes",
    "dislikes",
    "goals",
    "limits_intro",
    "pace",
    "triggers_intro",
    "triggers_sources",
    "triggers",
    "rewards_intro",
    "rewards",
    "review",
)


def _limits() -> dict[str, Any]:
    return {
        "bytes": LARGEST,
        "texts": checkup.MOST_TEXTS,
        "characters": checkup.MOST_CHARACTERS,
        "drinks": [0, MOST_DRINKS],
        "week_drinks": [0, checkup.MOST_WEEK_DRINKS],
        "weight_kg": [widmark.LEAST_WEIGHT, widmark.MOST_WEIGHT],
        "hours": [0, widmark.MOST_HOURS],
        "free_days": [0, DAYS],
    }


def _drink(drink: StandardDrink) -> dict[str, Any]:
    return {
        "code": drink.code,
        "country": drink.country,
        "grams": drink.grams,
        "grams_high": drink.grams_high,
        "size": drink.size,
        "note": drink.note,
        "source": drink.source.to_dict(),
    }


def _guidelines(package: DataPackage) -> list[dict[str, Any]]:
    countries = read_table("countries", package)
    names = dict(zip(countries["code"], countries["name"], strict=True))

    def shown(guideline: Guideline) -> dict[str, Any]:
        return {**guideline.to_dict(), "country_name": names.get(guideline.country, "")}

    return [shown(guideline) for guideline in load_guidelines(package)]
