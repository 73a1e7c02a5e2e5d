"""The law as data: dated values and norms, each with source, edition and confidence.

Confidence: V the wording was read in the official text; V-old read in an older copy; S a secondary source.
Everything but V is shown as "to be checked by the lawyer" until the centre's lawyer confirms it.
"""

from __future__ import annotations

from desktop_app.law.calendar import add_working_days, eve, is_day_off
from desktop_app.law.consent_text import ConsentText, consent_text
from desktop_app.law.facts import Dated, Fact, Titles, checked_until, fact, facts, value
from desktop_app.law.practice import practice
from desktop_app.law.regions import Region, region_name, regions

__all__ = [
    "ConsentText",
    "Dated",
    "Fact",
    "Region",
    "Titles",
    "add_working_days",
    "checked_until",
    "consent_text",
    "eve",
    "fact",
    "facts",
    "is_day_off",
    "practice",
    "region_name",
    "regions",
    "value",
]
