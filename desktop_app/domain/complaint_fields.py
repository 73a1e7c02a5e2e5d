"""Short ways to write down a question of a complaint's form, and the questions that several forms share."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.domain.answers import FieldKind, FieldSpec
from desktop_app.i18n import N_

Choices = tuple[tuple[str, str], ...]


def line(name: str, title: str, **more: Any) -> FieldSpec:
    """A line of text."""
    return FieldSpec(name, title, FieldKind.TEXT, **more)


def story(name: str, title: str, **more: Any) -> FieldSpec:
    """Several lines of text."""
    return FieldSpec(name, title, FieldKind.NOTE, **more)


def when(name: str, title: str, **more: Any) -> FieldSpec:
    """A date as far as known."""
    return FieldSpec(name, title, FieldKind.PARTIAL_DATE, **more)


def day(name: str, title: str, **more: Any) -> FieldSpec:
    """A day."""
    return FieldSpec(name, title, FieldKind.DAY, **more)


def tenge(name: str, title: str, **more: Any) -> FieldSpec:
    """A sum."""
    return FieldSpec(name, title, FieldKind.AMOUNT, **more)


def number(name: str, title: str, **more: Any) -> FieldSpec:
    """A number of people, days or hours."""
    return FieldSpec(name, title, FieldKind.NUMBER, **more)


def ask(name: str, title: str, **more: Any) -> FieldSpec:
    """A question that is answered yes, no or not known."""
    return FieldSpec(name, title, FieldKind.YES_NO_UNKNOWN, **more)


def one(name: str, title: str, choices: Choices, **more: Any) -> FieldSpec:
    """One of several answers."""
    return FieldSpec(name, title, FieldKind.CHOICE, choices, **more)


def some(name: str, title: str, choices: Choices, **more: Any) -> FieldSpec:
    """Several of several answers."""
    return FieldSpec(name, title, FieldKind.CHOICES, choices, **more)


WHO: Final = line("who", N_("Who did it (name, post, phone)"), span=2)
WITNESSES: Final = line("witnesses", N_("Witnesses (name, phone)"), span=2)
WHERE: Final = line("where", N_("Where it happened (address, site)"), span=2)
DANGER: Final = ask("danger_now", N_("Is somebody in danger now"))
POLICE: Final = one(
    "police",
    N_("Police"),
    (
        ("not_told", N_("Not told")),
        ("told", N_("Told, receipt given")),
        ("refused", N_("Told, but the statement was not accepted")),
        ("unwilling", N_("The worker does not want it")),
    ),
)
POLICE_NUMBER: Final = line("police_number", N_("Number and day of the police receipt"))

ROLES: Final[Choices] = (
    ("employer", N_("Employer or head")),
    ("foreman", N_("Foreman")),
    ("guard", N_("Guard")),
    ("intermediary", N_("Intermediary")),
    ("landlord", N_("Owner of the housing")),
    ("worker", N_("Another worker")),
    ("official", N_("An official")),
    ("other", N_("Somebody else")),
)
ROLE: Final = one("role", N_("Who this person is"), ROLES)
OTHER: Final = ("other", N_("Something else"))
