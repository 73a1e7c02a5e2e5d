"""Bodies and organisations of the directory that a letter of a case may go to."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.addressees import BODIES, Addressee, AddresseeKind
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.directory import DirectoryFilter, EntryCard, EntryKind
from desktop_app.i18n import language
from desktop_app.services import directory
from desktop_app.services.files import OpenFile

_OF_COUNTRY: Final = frozenset({EntryKind.CONSULATE})


def offered(file: OpenFile, kind: AddresseeKind, region: str, country: str = "") -> tuple[EntryCard, ...]:
    """The entries in use that a letter to this kind of addressee may go to, the likeliest first.

    `region` is that of the case, `country` the citizenship of its workers: their consulate, bodies of the region, those
    of the whole country, then the others. None for an addressee that does not come from the directory.
    """
    return offered_to_all(file, region, country).get(kind, ()) if kind in BODIES else ()


def offered_to_all(file: OpenFile, region: str, country: str = "") -> dict[AddresseeKind, tuple[EntryCard, ...]]:
    """As `offered`, for every kind of addressee that comes from the directory, which is read once."""
    every = [card for card in directory.page(file, DirectoryFilter(), language()) if card.active]
    found: dict[AddresseeKind, tuple[EntryCard, ...]] = {}
    for kind, wanted in BODIES.items():
        place = {entry_kind: at for at, entry_kind in enumerate(wanted)}
        fits = [card for card in every if card.entry.kind in place]
        fits.sort(key=lambda card: (_distance(card, region, country), place[card.entry.kind]))
        found[kind] = tuple(fits)
    return found


def proposed(file: OpenFile, kind: AddresseeKind, card: CaseCard) -> Addressee | None:
    """The likeliest addressee for a letter of this case; None where the directory has none that fits its region."""
    country = next((worker.person.citizenship for worker in card.workers if worker.person.citizenship), "")
    near = [each for each in offered(file, kind, card.region, country) if _distance(each, card.region, country) < 2]
    return addressee_of(near[0]) if near else None


def addressee_of(card: EntryCard) -> Addressee:
    """An entry of the directory as a letter names it."""
    return Addressee(card.entry.name, card.entry.address, "", card.id)


def _distance(card: EntryCard, region: str, country: str) -> int:
    """0 for what is of this region (or this country's consulate), 1 for the whole country, 2 for elsewhere."""
    if card.entry.kind in _OF_COUNTRY:
        return 0 if country and card.entry.country == country else 2
    if card.entry.region == region:
        return 0 if region else 1
    return 2 if card.entry.region else 1
