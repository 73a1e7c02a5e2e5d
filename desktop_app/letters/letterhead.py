"""What letters begin and end with: the centre, the number and day, the addressee, the signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.centre import Role, StaffMember
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Picture, Rule, Signature, Words

_ADDRESSEE: Final = {
    EmployerKind.COMPANY: N_("To the head of the organisation"),
    EmployerKind.SOLE_TRADER: N_("To the employer (sole trader)"),
    EmployerKind.HOUSEHOLD: N_("To the employer (individual)"),
    EmployerKind.FOREMAN: N_("To the person who engaged the workers"),
}
_POSITION: Final = {
    Role.LAWYER: N_("Lawyer"),
    Role.MANAGER: N_("Head of the centre"),
    Role.STAFF: N_("Authorised member of staff"),
    Role.ADMINISTRATOR: N_("Authorised member of staff"),
}


def opening(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Letterhead, outgoing number and day, the employer as the addressee."""
    yield from head(facts, tr)
    yield from _employer(facts.employer, tr)


def opening_to_body(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Letterhead, outgoing number and day, the body, court, consulate or organisation the letter goes to.

    Its name stands as it is called (nominative), as official letters have it, so that no language has to inflect it.
    """
    yield from head(facts, tr)
    told = facts.addressee
    yield Words(told.name.within(tr.code), "addressee_name")
    if told.person:
        yield Words(told.person, "addressee")
    if told.address:
        yield Words(tr(N_("Address: %(address)s"), address=told.address), "addressee")


def head(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Letterhead, outgoing number and day; a paper for the file has no addressee."""
    centre = facts.centre
    if facts.logo:
        yield Picture(facts.logo)
    yield Words(centre.name.within(tr.code), "centre_name")
    lines = [centre.address.within(tr.code)]
    lines += [tr(N_("BIN %(number)s"), number=centre.bin)] if centre.bin else []
    lines += [centre.letterhead.within(tr.code)]
    if text := "\n".join(line for line in lines if line):
        yield Words(text, "letterhead")
    yield Rule()
    number = sums.reference(facts.copy_of or facts.number, tr)
    yield Words(tr(N_("Ref. No. %(number)s of %(day)s"), number=number, day=sums.day(facts.on, tr)), "reference")


def _employer(employer: Employer, tr: Translator) -> Iterator[Block]:
    yield Words(tr(_ADDRESSEE[employer.kind]), "addressee")
    yield Words(employer.name, "addressee_name")
    if employer.head_name:
        yield Words(tr(N_("Head: %(name)s"), name=employer.head_name), "addressee")
    if employer.address:
        yield Words(tr(N_("Address: %(address)s"), address=employer.address), "addressee")
    if employer.bin_iin:
        yield Words(identifier(employer, tr), "addressee")


def named(employer: Employer, tr: Translator) -> str:
    """The name of an employer with the BIN or IIN where it is known, in one line."""
    return f"{employer.name}, {identifier(employer, tr)}" if employer.bin_iin else employer.name


def identifier(employer: Employer, tr: Translator) -> str:
    """The BIN of a company or the IIN of a person, with what it is called."""
    kind = N_("BIN %(number)s") if check_id(employer.bin_iin).kind == "bin" else N_("IIN %(number)s")
    return tr(kind, number=employer.bin_iin)


def signature(signer: StaffMember, tr: Translator) -> Signature:
    """The place where the responsible lawyer signs."""
    return Signature(tr(_POSITION[signer.role]), signer.full_name)
