"""What the complaints that stand say about each worker: kinds, documents kept, signs in the answers.

A sign is read from an answer outright and never guessed; what is behind a seal says nothing to those without the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.answers import YES, said
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.indicators import Indicator


class Sign(StrEnum):
    """What an answer says beside the indicators."""

    CHILD = "child"
    NO_PERMIT = "no_permit"
    PERMIT_ELSEWHERE = "permit_elsewhere"
    OVERSTAYED = "overstayed"
    FINED = "fined"
    EXPULSION = "expulsion"
    DANGER = "danger"


@dataclass(frozen=True)
class Standing:
    """The complaints about one worker that are not settled.

    `unpaid_since`: since when wages are complained of; `held` counts documents still kept. `indicators` are named by
    answers of the complaint they stand with.
    """

    kinds: frozenset[ComplaintKind] = frozenset()
    unpaid_since: tuple[PartialDate, ...] = ()
    held: int = 0
    indicators: frozenset[tuple[ComplaintKind, Indicator]] = frozenset()
    signs: frozenset[Sign] = frozenset()


_K, _I = ComplaintKind, Indicator
_SAYS: Final[tuple[tuple[ComplaintKind, str, frozenset[str], Indicator | Sign], ...]] = (
    (_K.VIOLENCE, "what", frozenset({"beaten", "sexual"}), _I.VIOLENCE),
    (_K.VIOLENCE, "what", frozenset({"threat_harm", "threat_police", "threat_family"}), _I.THREATS),
    (_K.VIOLENCE, "what", frozenset({"humiliated"}), _I.CONDITIONS),
    (_K.VIOLENCE, "danger_now", frozenset({YES}), Sign.DANGER),
    (_K.MOVEMENT, "danger_now", frozenset({YES}), Sign.DANGER),
    (_K.VIOLENCE, "injuries", frozenset({YES}), _I.VIOLENCE),
    (_K.MOVEMENT, "how", frozenset({"remote", "no_phone", "no_visitors"}), _I.ISOLATION),
    (_K.MOVEMENT, "how", frozenset({"documents"}), _I.DOCUMENTS),
    (_K.MOVEMENT, "how", frozenset({"debt"}), _I.DEBT),
    (_K.MOVEMENT, "children", frozenset({YES}), Sign.CHILD),
    (_K.DEBT_BONDAGE, "held", frozenset({YES}), _I.MOVEMENT),
    (_K.DEBT_BONDAGE, "threats", frozenset({YES}), _I.THREATS),
    (_K.DEBT_BONDAGE, "children", frozenset({YES}), Sign.CHILD),
    (_K.WITHHELD_DOCUMENTS, "reason", frozenset({"debt"}), _I.DEBT),
    (_K.WITHHELD_DOCUMENTS, "condition", frozenset({"debt", "money"}), _I.DEBT),
    (_K.WITHHELD_DOCUMENTS, "condition", frozenset({"until_end", "replacement"}), _I.MOVEMENT),
    (_K.WITHHELD_DOCUMENTS, "condition", frozenset({"silence"}), _I.THREATS),
    (_K.WITHHELD_DOCUMENTS, "threats", frozenset({YES}), _I.THREATS),
    (_K.WITHHELD_DOCUMENTS, "consequences", frozenset({"overstay"}), Sign.OVERSTAYED),
    (_K.WITHHELD_DOCUMENTS, "consequences", frozenset({"cannot_leave", "cannot_change"}), _I.MOVEMENT),
    (_K.HOUSING, "what", frozenset({"locked"}), _I.MOVEMENT),
    (_K.HOUSING, "what", frozenset({"threatened"}), _I.THREATS),
    (_K.OFFICIALS, "what", frozenset({"beaten"}), _I.VIOLENCE),
    (_K.OFFICIALS, "what", frozenset({"papers"}), _I.DOCUMENTS),
    (_K.OFFICIALS, "what", frozenset({"threatened"}), _I.THREATS),
    (_K.SCHOOLING, "works", frozenset({YES}), Sign.CHILD),
    (_K.STAY, "what", frozenset({"no_permit", "permit_expired"}), Sign.NO_PERMIT),
    (_K.STAY, "what", frozenset({"other_employer"}), Sign.PERMIT_ELSEWHERE),
    (_K.STAY, "what", frozenset({"expired"}), Sign.OVERSTAYED),
    (_K.STAY, "what", frozenset({"expulsion"}), Sign.EXPULSION),
    (_K.STAY, "expulsion", frozenset({YES}), Sign.EXPULSION),
)
"""Complaint, field, answers, and what they say."""


def standing(cards: Iterable[ComplaintCard], crew: Iterable[int]) -> dict[int, Standing]:
    """What stands, by the worker's place; a complaint without workers of its own is about all the crew."""
    places, open_cards = tuple(crew), [card for card in cards if card.settled_on is None]
    return {place: _of_worker(place, open_cards) for place in places}


def _of_worker(place: int, cards: Iterable[ComplaintCard]) -> Standing:
    about = [card for card in cards if not card.worker_ids or place in card.worker_ids]
    told = [(card.kind, sign) for card in about for sign in _signs(card)]
    return Standing(
        frozenset(card.kind for card in about),
        tuple(card.since for card in about if card.kind is ComplaintKind.WAGE_ARREARS and card.since is not None),
        sum(1 for card in about for each in card.documents if each.worker_id == place and each.returned_on is None),
        frozenset((kind, sign) for kind, sign in told if isinstance(sign, Indicator)),
        frozenset(sign for _kind, sign in told if isinstance(sign, Sign)),
    )


def _signs(card: ComplaintCard) -> Iterator[Indicator | Sign]:
    for kind, field, answers, sign in _SAYS:
        if card.kind is kind and answers & set(said(card.answers, field).codes):
            yield sign
    fined = "fined" in said(card.answers, "what").codes and not said(card.answers, "fine_paid").is_yes
    if card.kind is ComplaintKind.STAY and fined:
        yield Sign.FINED
