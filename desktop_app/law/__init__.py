"""The law as data: dated values and norms, each with source, edition and confidence.

Confidence: V the wording was read in the official text; V-old read in an older copy; S a secondary source.
Everything but V is shown as "to be checked by the lawyer" until the centre's lawyer confirms it.
"""

from __future__ import annotations

from desktop_app.law.calendar import add_working_days, eve, is_day_off
from desktop_app.law.consent_text import ConsentText, consent_text
from desktop_app.law.facts import (
    FRESH_MONTHS,
    Dated,
    checked_on,
    checked_until,
    fact,
    facts,
    outdated,
    stale,
    value,
    warnings,
)
from desktop_app.law.in_use import Confirmed, Held, confirmation, forget, merged, rows, use
from desktop_app.law.kept import Fact, Origin, Titles
from desktop_app.law.practice import practice
from desktop_app.law.regions import Region, region_name, regions
from desktop_app.law.shipped import Tables, shipped_tables
from desktop_app.law.used_by import used_parts

__all__ = [
    "FRESH_MONTHS",
    "Confirmed",
    "ConsentText",
    "Dated",
    "Fact",
    "Held",
    "Origin",
    "Region",
    "Tables",
    "Titles",
    "add_working_days",
    "checked_on",
    "checked_until",
    "confirmation",
    "consent_text",
    "eve",
    "fact",
    "facts",
    "forget",
    "is_day_off",
    "merged",
    "outdated",
    "practice",
    "region_name",
    "regions",
    "rows",
    "shipped_tables",
    "stale",
    "use",
    "used_parts",
    "value",
    "warnings",
]
