"""The kinds of letters as forms and lists offer them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldSpec
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import MadeFrom


@dataclass(frozen=True)
class KindOfLetter:
    """A kind of letter as a form offers it: `fields` are asked beside the case, `asks_date` a day by which to act.

    `to_many`: it may be made one for each worker. `about`: complaints whose workers it speaks for first.
    """

    id: str
    title: str
    addressee: AddresseeKind
    fields: tuple[FieldSpec, ...]
    asks_date: bool
    is_inside: bool
    from_wages: bool
    to_many: bool
    about: frozenset[ComplaintKind]


def kinds() -> tuple[KindOfLetter, ...]:
    """The letters that can be made from a case, in the order of their addressees."""
    from desktop_app.letters.catalogue import LETTERS

    return tuple(
        KindOfLetter(
            letter.id,
            letter.title,
            letter.addressee,
            letter.fields,
            letter.asks_date,
            letter.is_inside,
            letter.made_from is MadeFrom.WAGES,
            letter.to_many,
            letter.about,
        )
        for letter in LETTERS.values()
        if letter.made_from in (MadeFrom.WAGES, MadeFrom.CASE)
    )


def titles() -> dict[str, str]:
    """What every kind of letter in the file is called, by id: English titles to be translated."""
    from desktop_app.letters.catalogue import LETTERS

    return {letter.id: letter.title for letter in LETTERS.values()}
