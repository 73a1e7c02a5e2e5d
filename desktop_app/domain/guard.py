"""What each kind of addressee may never see of a worker or of the case: a letter that holds it is not made final."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.addressees import AT_EMPLOYER, AddresseeKind
from desktop_app.domain.people import Person


def seen(person: Person, kind: AddresseeKind) -> Person:
    """The person as a letter to this addressee may tell of them: what it may not know is not even there.

    Nobody learns by a letter how a worker is reached; the employer learns the name and the year of birth alone.
    """
    if kind is AddresseeKind.FILE:
        return person
    known = replace(person, phone="", phone_safe="", safe_contact="", language="")
    if kind in AT_EMPLOYER:
        return replace(known, iin="", citizenship="")
    if kind in (AddresseeKind.CONSULATE, AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES, AddresseeKind.WORKER):
        return known
    return replace(known, citizenship="")
