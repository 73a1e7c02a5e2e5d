"""What a situation of the demonstration holds beside wages: complaints, papers, signs, the chain, results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from desktop_app import settings
from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.cases import CaseCard, Channel
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.deductions import Consent, Deduction
from desktop_app.domain.deductions import Ground as DeductionGround
from desktop_app.domain.directory import DirectoryFilter, Entry, EntryKind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.enquiries import Enquiry
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.outcomes import ClosedWhy, Closing, NewOutcome, Result
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.domain.people import Sex
from desktop_app.domain.referrals import Ground, NewReferral
from desktop_app.domain.screening import Finding
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.services import (
    chains,
    complaints_log,
    contracts,
    directory,
    enquiries,
    instalments,
    outcomes,
    papers,
    pay_claims,
    referrals,
    screening,
    warnings,
    work_right,
)
from desktop_app.services.files import OpenFile

Told = dict[str, Any]
"""A part of resources/demonstration/situations.json."""


@dataclass(frozen=True)
class Story:
    """A case of the demonstration that is being told in one language."""

    file: OpenFile
    card: CaseCard
    language: str

    def said(self, told: Any) -> Any:
        """A text in the language of the demonstration; what is no text in three languages stays."""
        return told[self.language] if isinstance(told, dict) and self.language in told else told

    def place(self, at: int) -> int:
        """The id of a worker's place in the crew."""
        return self.card.workers[at].id

    def person(self, at: int) -> int:
        """The id of a worker as a person."""
        return self.card.workers[at].person_id


def tell(story: Story, situation: Told, services: dict[str, int]) -> None:
    """Write down everything that the situation holds beside wages and money; the closing comes last."""
    if "lives_at_site" in situation:
        everybody = tuple(worker.id for worker in story.card.workers)
        warnings.set_living_at_site(story.file, story.card.id, everybody, situation["lives_at_site"])
    _complaints(story, situation.get("complaints", ()))
    _papers(story, situation)
    _pay(story, situation)
    for told in situation.get("screening", ()):
        found = tuple(Finding(Indicator(name), Found(answer)) for name, answer in told["found"].items())
        screening.record(story.file, story.card.id, story.place(told["worker"]), found)
    for told in situation.get("parties", ()):
        party = NewParty(
            Part(told["part"]), employer_of(told["employer"], story.language), note=story.said(told["note"])
        )
        chains.add(story.file, story.card.id, party)
    if "contract" in situation:
        answers = _answers(story, situation["contract"]["answers"])
        contracts.record(story.file, NewContractCheck(story.card.id, answers=answers))
    for told in situation.get("referrals", ()):
        referral = NewReferral(
            services[told["entry"]],
            settings.today(),
            story.said(told["aim"]),
            Ground(told["ground"]),
            case_id=story.card.id,
            case_worker_id=story.place(0),
        )
        referrals.refer(story.file, story.card.id, referral)
    _ending(story, situation)


def employer_of(told: Told, language: str) -> Employer:
    """An employer as it is written in the language."""
    return Employer(
        name=told["name"][language],
        kind=EmployerKind(told["kind"]),
        bin_iin=told["bin_iin"],
        address=told["address"][language],
        phone=told["phone"],
    )


def add_services(file: OpenFile, told: Told) -> dict[str, int]:
    """Put the invented services beside the shipped directory; their ids by name."""
    directory.page(file, DirectoryFilter(), "kk")
    return {
        name: directory.add(file, Entry(EntryKind(each["kind"]), Trilingual(**each["name"]), each["region"])).id
        for name, each in told.items()
    }


def add_enquiries(file: OpenFile, told: Iterable[Told], language: str) -> int:
    """Log the enquiries, which are no cases; how many they are."""
    count = 0
    for each in told:
        enquiry = Enquiry(
            on=settings.today() - timedelta(days=each["on_days_ago"]),
            channel=Channel(each["channel"]),
            language=each["language"],
            topic=each["topic"],
            question=each["question"][language],
            answer=each["answer"][language],
            caller=each["caller"],
            sex=Sex(each["sex"]),
            citizenship=each["citizenship"],
            region=each["region"],
        )
        enquiries.log(file, enquiry)
        count += 1
    return count


def _complaints(story: Story, told: Iterable[Told]) -> None:
    for each in told:
        since = PartialDate.from_iso(each["since"]) if "since" in each else None
        new = NewComplaint(
            ComplaintKind(each["kind"]),
            tuple(story.place(at) for at in each.get("workers", ())),
            since,
            _answers(story, each.get("answers", {})),
            story.said(each.get("note", "")),
            tuple(_document(story, document) for document in each.get("documents", ())),
        )
        complaints_log.log(story.file, story.card.id, new)


def _document(story: Story, told: Told) -> HeldDocument:
    return HeldDocument(
        story.place(told["worker"]),
        DocumentKind(told["kind"]),
        since=PartialDate.from_iso(told["since"]),
        held_by=story.said(told["held_by"]),
        place=story.said(told["place"]),
        word=told["word"],
    )


def _answers(story: Story, told: Told) -> Answers:
    answers = {}
    for name, each in told.items():
        value = story.said(each["value"])
        answers[name] = Answer(tuple(value) if isinstance(value, list) else value, each.get("word", ""))
    return answers


def _papers(story: Story, situation: Told) -> None:
    for told in situation.get("papers", ()):
        paper = NewPaper(
            PaperKind(told["kind"]),
            issued_on=_day(told, "issued_on"),
            expires_on=_day(told, "expires_on"),
            region=told.get("region", ""),
        )
        papers.save_paper(story.file, story.person(told["worker"]), paper)
    for told in situation.get("stays", ()):
        stay = Stay(date.fromisoformat(told["entered_on"]), _day(told, "left_on"))
        papers.save_stay(story.file, story.person(told["worker"]), stay)
    for told in situation.get("work", ()):
        given = {name: text for name, text in told.items() if name not in ("worker", "fine_on")}
        fined = _day(told, "fine_on")
        work_right.save(story.file, story.person(told["worker"]), WorkAnswers(**given, fine_on=fined))


def _pay(story: Story, situation: Told) -> None:
    for told in situation.get("pay", ()):
        deductions = tuple(
            Deduction(
                date.fromisoformat(each["month"]),
                Decimal(each["amount"]),
                DeductionGround(each["ground"]),
                Consent(each["consent"]),
                story.said(each["reason"]),
            )
            for each in told.get("deductions", ())
        )
        leave = None
        if "leave" in told:
            each = told["leave"]
            days = date.fromisoformat(each["from_day"]), date.fromisoformat(each["to_day"])
            leave = LeaveClaim(*days, used_days=Decimal(each["used_days"]))
        pay_claims.save(story.file, story.card.id, (story.place(told["worker"]),), WorkerPay((), deductions, leave))
    promised = tuple(
        Instalment(
            date.fromisoformat(told["promised_on"]),
            date.fromisoformat(told["due_on"]),
            Decimal(told["amount"]),
            Evidence(told["word"]),
        )
        for told in situation.get("instalments", ())
    )
    if promised:
        instalments.promise(story.file, story.card.id, (story.place(0),), promised)


def _ending(story: Story, situation: Told) -> None:
    for told in situation.get("outcomes", ()):
        result = NewOutcome(
            Result(told["code"]),
            date.fromisoformat(told["on"]),
            Decimal(told["amount"]) if "amount" in told else None,
            Evidence(told["word"]),
            story.said(told["evidence"]),
        )
        outcomes.record(story.file, story.card.id, result)
    if "closing" in situation:
        on, why = date.fromisoformat(situation["closing"]["on"]), ClosedWhy(situation["closing"]["why"])
        outcomes.close(story.file, Closing(story.card.id, on, why, drop_dates=True))


def _day(told: Told, name: str) -> date | None:
    return date.fromisoformat(told[name]) if name in told else None
