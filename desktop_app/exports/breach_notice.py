"""The draft of the notice about a breach of security, and the kinds of data it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.breaches import Categories, PackFacts
from desktop_app.domain.log_words import short_moment
from desktop_app.i18n import N_, Translator, format_date, format_number

_BLANK: Final = "________________________"

_NAMES: Final = (
    ("cases", N_("Cases looked at")),
    ("sealed", N_("Sealed cases, whose names need a second key")),
    ("people", N_("People in them: name and sex")),
    ("births", N_("Date or year of birth")),
    ("citizenships", N_("Citizenship")),
    ("phones", N_("Phone number")),
    ("iins", N_("Individual identification number")),
    ("wages", N_("Terms of pay of one worker")),
    ("money", N_("Entries about money of one worker")),
    ("letters", N_("Letters with names and sums")),
    ("attachments", N_("Attached papers and pictures")),
    ("consents", N_("Consents")),
)


def categories(counted: Categories, tr: Translator) -> Iterator[tuple[str, int]]:
    """Each kind of data with its number."""
    for field, name in _NAMES:
        yield tr(name), getattr(counted, field)


def lines(facts: PackFacts, tr: Translator) -> Iterator[str]:
    """The draft, a paragraph a line; what only people know is left blank."""
    yield from _head(facts, tr)
    yield from _body(facts, tr)
    yield from _foot(facts, tr)


def _head(facts: PackFacts, tr: Translator) -> Iterator[str]:
    centre = facts.centre
    yield tr(N_("To: the authorised body for the protection of personal data"))
    yield tr(N_("Name and address of the body (the lawyer checks them): %(blank)s"), blank=_BLANK)
    yield tr(N_("From: %(centre)s"), centre=centre.name.within(tr.code))
    if centre.bin:
        yield tr(N_("BIN %(number)s"), number=centre.bin)
    if address := centre.address.within(tr.code):
        yield tr(N_("Address: %(address)s"), address=address)
    yield ""
    yield tr(N_("NOTICE of a breach of the security of personal data"))
    yield tr(N_("Ground: %(norm)s."), norm=facts.law_citation)
    yield ""


def _body(facts: PackFacts, tr: Translator) -> Iterator[str]:
    breach, counted = facts.breach, facts.categories
    name = facts.responsible or _BLANK
    numbered = (
        tr(N_("When the breach was found: %(moment)s"), moment=short_moment(breach.found_at, tr)),
        tr(N_("What happened: %(told)s"), told=breach.described),
        tr(N_("People whose data are concerned: at most %(n)s"), n=format_number(counted.people, tr.code)),
        tr(N_("Kinds of data: %(kinds)s"), kinds="; ".join(_kinds(counted, tr))),
        tr(N_("What was done to stop the breach and to lessen harm: %(blank)s"), blank=_BLANK),
        tr(N_("What will be done so that it does not happen again: %(blank)s"), blank=_BLANK),
        tr(N_("Whether the people concerned were told, and how: %(blank)s"), blank=_BLANK),
        tr(
            N_("Person responsible for personal data: %(name)s, phone: %(blank)s"),
            name=name,
            blank=_BLANK,
        ),
    )
    for number, text in enumerate(numbered, start=1):
        yield f"{number}. {text}"
    yield ""


def _foot(facts: PackFacts, tr: Translator) -> Iterator[str]:
    yield tr(N_("Head of the centre: %(blank)s"), blank=_BLANK)
    yield tr(N_("Day of the notice: %(blank)s"), blank=_BLANK)
    if facts.breach.notify_by:
        yield tr(
            N_("To be sent by the end of %(day)s, unless the lawyer counts otherwise."),
            day=format_date(facts.breach.notify_by, tr.code, "long"),
        )


def _kinds(counted: Categories, tr: Translator) -> Iterator[str]:
    for field, name in _NAMES[2:]:
        if number := getattr(counted, field):
            yield f"{tr(name)} ({format_number(number, tr.code)})"
