"""What a centre decides for its file; the same on every computer that opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

IDLE_MINUTES: Final = range(1, 31)
RETENTION_YEARS: Final = range(1, 76)
CONSENT_YEARS: Final = range(1, 76)


@dataclass(frozen=True)
class FileSettings:
    """`idle_minutes` until the screen locks; `hide_names` starts with names covered; `allow_capture` of the screen.

    `retention_years` after closing a case, None until the centre's lawyer has set them; `consent_years` is the term
    that a new consent is given. `responsible_id` is who answers for personal data; the two days are those on which
    the centre approved its list of personal data and its policy.
    """

    idle_minutes: int = 5
    hide_names: bool = False
    allow_capture: bool = True
    retention_years: int | None = None
    consent_years: int = 3
    responsible_id: int | None = None
    data_list_on: date | None = None
    policy_on: date | None = None


def from_texts(stored: dict[str, str]) -> FileSettings:
    """The settings as stored; what is missing or cannot be read has its default."""
    values: dict[str, Any] = {}
    for field in fields(FileSettings):
        if field.name in stored:
            try:
                values[field.name] = _READ[field.name](stored[field.name])
            except ValueError:
                continue
    return FileSettings(**values)


def to_texts(settings: FileSettings) -> dict[str, str]:
    """The settings to be stored."""
    found = {field.name: getattr(settings, field.name) for field in fields(FileSettings)}
    return {name: "" if value is None else str(value) for name, value in found.items()}


def problems(settings: FileSettings, today: date) -> Iterator[Problem]:
    """What is wrong with the settings."""
    if settings.idle_minutes not in IDLE_MINUTES:
        yield Problem("idle_minutes", Message(N_("Choose from 1 to 30 minutes.")))
    if settings.retention_years is not None and settings.retention_years not in RETENTION_YEARS:
        yield Problem("retention_years", Message(N_("Choose from 1 to 75 years.")))
    if settings.consent_years not in CONSENT_YEARS:
        yield Problem("consent_years", Message(N_("Choose from 1 to 75 years.")))
    for name in ("data_list_on", "policy_on"):
        day = getattr(settings, name)
        if day is not None and day > today:
            yield Problem(name, Message(N_("The date is in the future. Check the year.")))


def _number_or_none(text: str) -> int | None:
    return int(text) if text else None


def _day_or_none(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _truth(text: str) -> bool:
    return text == "True"


_READ: Final[dict[str, Callable[[str], Any]]] = {
    "idle_minutes": int,
    "hide_names": _truth,
    "allow_capture": _truth,
    "retention_years": _number_or_none,
    "consent_years": int,
    "responsible_id": _number_or_none,
    "data_list_on": _day_or_none,
    "policy_on": _day_or_none,
}
