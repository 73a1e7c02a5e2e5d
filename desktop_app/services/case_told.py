"""What of a case letters may draw on beside the wages, read within one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop_app.db.case_rows import Words
from desktop_app.db.queries import Session
from desktop_app.db.queries import attachments as attachment_queries
from desktop_app.db.queries import chains as chain_queries
from desktop_app.db.queries import complaints as complaint_queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import outcomes as outcome_queries
from desktop_app.db.queries import pay_claims as pay_queries
from desktop_app.domain.case_told import CaseTold, Ending, Exhibit, Owed, SettledComplaint, ToldComplaint, ToldParty
from desktop_app.domain.cases import CaseCard, MoneyEntry
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.wages import calculate
from desktop_app.services import exhibit_pages, pay_claims, sealed
from desktop_app.services.files import OpenFile


def told(
    file: OpenFile, session: Session, card: CaseCard, on: date, *, count_pages: bool = False, inside: bool = False
) -> CaseTold:
    """Complaints, chain, earlier letters, exhibits, sums on a day and promises. Raises NotAllowed, DamagedFile.

    Sums are those due on that day; nothing of screening, stays, papers or how a worker is reached is read.
    `count_pages`: how many pages the exhibits have is told too, which takes a child process for each scan.
    `inside`: for a paper of the file, which alone is told how the case ended.
    """
    said = sealed.words(file, session, card.id)
    everybody = tuple(worker.id for worker in card.workers)
    stored = complaint_queries.of_case(session, card.id, said)
    complaints = tuple(
        ToldComplaint(each.kind, each.since, each.logged_on, each.answers, each.worker_ids or everybody, each.documents)
        for each in stored
        if each.settled_on is None
    )
    chain = tuple(
        ToldParty(party.part.value, party.employer)
        for party in chain_queries.of_case(session, card.id, said)
        if party.part is not None
    )
    counted = pay_claims.cards(file, session, card.id, on)
    owed = {
        worker_id: Owed(None if each.wages is None else calculate(each.wages, on, only_due=True), each.claims)
        for worker_id, each in counted.items()
    }
    rows = attachment_queries.rows(session, card.id, sealed.key_for(file, session, card.id))
    exhibits = tuple(
        Exhibit(row.id, row.head.name, row.head.note, row.head.type.value, date.fromisoformat(row.added_at[:10]))
        for row in reversed(rows)
        if row.head is not None
    )
    return CaseTold(
        opened_on=card.opened_on,
        channel=card.channel.value,
        everybody=len(card.workers),
        complaints=complaints,
        chain=chain,
        earlier=letter_queries.earlier(session, card.id, said),
        exhibits=exhibit_pages.counted(file, session, card.id, exhibits) if count_pages else exhibits,
        owed=owed,
        promises=pay_queries.instalments_of(session, card.id, said),
        ending=_ending(session, card, stored, said) if inside else Ending(),
    )


def _ending(session: Session, card: CaseCard, complaints: Iterable[ComplaintCard], said: Words) -> Ending:
    everybody = tuple(worker.id for worker in card.workers)
    settled = tuple(
        SettledComplaint(each.kind, each.logged_on, each.settled_on, each.worker_ids or everybody)
        for each in complaints
        if each.settled_on is not None
    )
    entries = (entry for worker in card.workers for entry in worker.money)
    return Ending(
        settled=settled,
        results=tuple(reversed(outcome_queries.of_case(session, card.id, said))),
        money=tuple(sorted(entries, key=_day_of)),
        closed_on=card.closed_on,
        closed_why=card.closed_why,
    )


def _day_of(entry: MoneyEntry) -> date:
    return entry.on
