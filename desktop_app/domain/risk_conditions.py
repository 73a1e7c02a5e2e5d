"""Whom a warning concerns: one question about one worker each, asked by the table of warnings."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.domain.at_risk import NO, YES, AtRisk, WorkPermit
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.screening import may_be_child
from desktop_app.domain.standing import Sign

_GRAVE: Final = frozenset({ComplaintKind.VIOLENCE, ComplaintKind.MOVEMENT, ComplaintKind.DEBT_BONDAGE})


def no_permit(worker: AtRisk, _today: date) -> bool:
    """Works without the permit that is needed."""
    return worker.works_without_permit and worker.fined != YES


def no_permit_again(worker: AtRisk, _today: date) -> bool:
    """As `no_permit`, and was fined."""
    return worker.works_without_permit and worker.fined == YES


def overstayed(worker: AtRisk, _today: date) -> bool:
    """The time of stay has run out."""
    return worker.overstayed


def child(worker: AtRisk, today: date) -> bool:
    """May be a child, or works beside children."""
    return may_be_child(worker.born, today) or Sign.CHILD in worker.signs


def at_site(worker: AtRisk, _today: date) -> bool:
    """Sleeps where they work."""
    return worker.lives_at_site == YES


def threatened(worker: AtRisk, _today: date) -> bool:
    """Complains of violence or threats."""
    return ComplaintKind.VIOLENCE in worker.kinds


def papers_unknown(worker: AtRisk, _today: date) -> bool:
    """Nobody knows with which papers they work."""
    return worker.permit is WorkPermit.UNKNOWN


def permit_elsewhere(worker: AtRisk, _today: date) -> bool:
    """The permit is for another place or employer."""
    return worker.permit is WorkPermit.ELSEWHERE


def fined(worker: AtRisk, _today: date) -> bool:
    """Has an unpaid fine."""
    return worker.fined == YES


def documents_there(worker: AtRisk, _today: date) -> bool:
    """Somebody holds their documents."""
    return worker.held > 0 or ComplaintKind.WITHHELD_DOCUMENTS in worker.kinds


def against_officials(worker: AtRisk, _today: date) -> bool:
    """Complains about officials."""
    return ComplaintKind.OFFICIALS in worker.kinds


def phone_unsafe(worker: AtRisk, _today: date) -> bool:
    """Must not be called."""
    return worker.phone_safe == NO


def unreachable(worker: AtRisk, _today: date) -> bool:
    """Must not be called, and no other way is known."""
    return worker.phone_safe == NO and not worker.safe_contact


def expelled_though_harmed(worker: AtRisk, today: date) -> bool:
    """May be expelled although complaints point to a grave crime against them."""
    exposed = worker.works_without_permit or worker.overstayed or Sign.EXPULSION in worker.signs
    held_unpaid = documents_there(worker, today) and ComplaintKind.WAGE_ARREARS in worker.kinds
    return exposed and (bool(worker.kinds & _GRAVE) or held_unpaid or child(worker, today))


def fines_not_asked(worker: AtRisk, _today: date) -> bool:
    """Nobody asked about fines, and it matters."""
    doubtful = worker.permit in (WorkPermit.UNKNOWN, WorkPermit.ELSEWHERE)
    exposed = worker.works_without_permit or doubtful or worker.overstayed
    return exposed and worker.fined not in (YES, NO)


def site_not_asked(worker: AtRisk, _today: date) -> bool:
    """Nobody asked where they sleep."""
    return not worker.lives_at_site


def phone_not_asked(worker: AtRisk, _today: date) -> bool:
    """Nobody asked whether the phone is safe."""
    return bool(worker.phone) and not worker.phone_safe
