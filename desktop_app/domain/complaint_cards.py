"""One complaint of a case: as it is typed, and as it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.answers import EARLIEST_ANSWER, Answer, Answers, problems_of_answers
from desktop_app.domain.checks import LONGEST_NOTE, problem_of_length
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import HeldDocument, problems_of_documents
from desktop_app.domain.tidy import tidied, tidy_text
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

MOST_DOCUMENTS: Final = 5_000


class RemovalReason(StrEnum):
    """Why a complaint was taken out of a case."""

    MISTAKE = "mistake"
    TWICE = "twice"
    OTHER_CASE = "other_case"
    WISH = "wish"


REMOVAL_REASONS: Final = {
    RemovalReason.MISTAKE: N_("It was written down by mistake"),
    RemovalReason.TWICE: N_("It stands in the case twice"),
    RemovalReason.OTHER_CASE: N_("It belongs to another case"),
    RemovalReason.WISH: N_("The worker asked for it"),
}


@dataclass(frozen=True)
class NewComplaint:
    """A complaint as typed. `worker_ids` are places in the case; none of them means all the crew.

    `documents` belong to withheld documents alone.
    """

    kind: ComplaintKind
    worker_ids: tuple[int, ...] = ()
    since: PartialDate | None = None
    answers: Answers = field(default_factory=dict)
    note: str = ""
    documents: tuple[HeldDocument, ...] = ()


@dataclass(frozen=True)
class ComplaintCard:
    """A stored complaint. `version` guards against overwriting a colleague's change."""

    id: int
    kind: ComplaintKind
    worker_ids: tuple[int, ...]
    since: PartialDate | None
    logged_on: date
    settled_on: date | None
    answers: Mapping[str, Answer]
    note: str
    documents: tuple[HeldDocument, ...]
    version: int

    def concerns(self, worker_id: int) -> bool:
        """Whether it is about this worker of the case."""
        return not self.worker_ids or worker_id in self.worker_ids


def kinds_beside(
    complaint: ComplaintCard, others: Iterable[ComplaintCard], owed: Collection[int]
) -> frozenset[ComplaintKind]:
    """What else the workers of a complaint complain of and is not settled; `owed` are the workers with unpaid wages."""
    found = {
        other.kind
        for other in others
        if other.id != complaint.id and other.settled_on is None and _shares_workers(complaint, other)
    }
    if any(complaint.concerns(worker_id) for worker_id in owed):
        found.add(ComplaintKind.WAGE_ARREARS)
    return frozenset(found)


def problems_of_complaint(complaint: NewComplaint, today: date) -> tuple[Problem, ...]:
    """Problems by field: `since`, `note`, those of the answers by their names, `documents[1].…`."""
    return tuple(_problems(complaint, today))


def tidied_complaint(complaint: NewComplaint) -> NewComplaint:
    """The complaint with tidied texts, its workers once each in their order."""
    answers = {name: _tidied(answer) for name, answer in complaint.answers.items()}
    return replace(
        complaint,
        worker_ids=tuple(sorted(set(complaint.worker_ids))),
        answers={name: answer for name, answer in answers.items() if answer.value},
        note=tidy_text(complaint.note),
        documents=tuple(tidied(document) for document in complaint.documents),
    )


def _shares_workers(one: ComplaintCard, other: ComplaintCard) -> bool:
    """None chosen means all of the crew."""
    return not one.worker_ids or not other.worker_ids or bool(set(one.worker_ids) & set(other.worker_ids))


def _problems(complaint: NewComplaint, today: date) -> Iterator[Problem]:
    if complaint.kind is ComplaintKind.WAGE_ARREARS:
        yield Problem("kind", Message(N_("Wage arrears are typed under Wages, month by month.")))
        return
    yield from _problems_of_since(complaint.since, today)
    yield from problems_of_answers(form_of(complaint.kind).fields, complaint.answers, today)
    yield from problem_of_length("note", complaint.note, LONGEST_NOTE)
    if complaint.documents and complaint.kind is not ComplaintKind.WITHHELD_DOCUMENTS:
        yield Problem("documents", Message(N_("Only a complaint about withheld documents has a list of them.")))
    elif len(complaint.documents) > MOST_DOCUMENTS:
        message = N_("One complaint holds at most %(count)s documents. Write down another one for the rest.")
        yield Problem("documents", Message(message, {"count": MOST_DOCUMENTS}))
    else:
        yield from problems_of_documents(complaint.documents, today)


def _problems_of_since(since: PartialDate | None, today: date) -> Iterator[Problem]:
    if since is None:
        return
    if since.iso > today.isoformat()[: len(since.iso)]:
        yield Problem("since", Message(N_("The date is in the future.")))
    elif since.iso < EARLIEST_ANSWER[: len(since.iso)]:
        yield Problem("since", Message(N_("The date is too long ago. Check the year.")))


def _tidied(answer: Answer) -> Answer:
    return replace(answer, value=tidy_text(answer.value)) if isinstance(answer.value, str) else answer
