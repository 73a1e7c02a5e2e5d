"""Every form beside wages, each of its fields holding words that no file may hold."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import Channel
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.directory import Entry, EntryKind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.enquiries import Enquiry
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.outcomes import NewOutcome, Result
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.domain.referrals import Ground, NewReferral
from desktop_app.domain.screening import Finding
from desktop_app.domain.stays import Stay
from desktop_app.services import (
    cases,
    chains,
    clocks,
    complaints_log,
    contracts,
    directory,
    enquiries,
    outcomes,
    papers,
    pay_claims,
    referrals,
    screening,
)
from desktop_app.services.files import OpenFile
from tests.harness.canaries import text
from tests.services.situations import TODAY


def fill(file: OpenFile, case: int) -> None:
    """Log everything that a case can hold beside wages, and an enquiry that is no case."""
    worker = cases.card(file, case).workers[0]
    document = HeldDocument(worker.id, DocumentKind.PASSPORT, text("nr"), held_by=text("holder"), place=text("place"))
    answers = {"role": Answer("employer"), "holder": Answer(text("who keeps it")), "words": Answer(text("words"))}
    complaint = NewComplaint(ComplaintKind.WITHHELD_DOCUMENTS, (), None, answers, text("complaint"), (document,))
    complaints_log.log(file, case, complaint)
    screening.record(file, case, worker.id, (Finding(Indicator.DECEPTION, Found.YES, text("sign")),))
    contracts.record(file, NewContractCheck(case, answers={"form": Answer("paper")}, note=text("contract")))
    pay = WorkerPay((), (Deduction(TODAY.replace(day=1), Decimal(5000), reason=text("deduction")),))
    pay_claims.save(file, case, (worker.id,), pay)
    clocks.add(file, case, NewDeadline(DeadlineKind.OTHER, TODAY, note=text("date to keep")))
    outcomes.record(file, case, NewOutcome(Result.ADVISED, TODAY, evidence=text("evidence")))
    broker = Employer(text("broker"), EmployerKind.FOREMAN, phone="8 701 999 88 77")
    chains.add(file, case, NewParty(Part.BROKER, broker, note=text("part")))
    paper = NewPaper(PaperKind.PASSPORT, "CANARYWITZ12", employer=text("bound to"), note=text("paper"))
    papers.save_paper(file, worker.person_id, paper)
    papers.save_stay(file, worker.person_id, Stay(TODAY), text("stay"))
    shelter = directory.add(
        file, Entry(EntryKind.SHELTER, Trilingual("Пана", "Приют", "Shelter"), note=text("service"))
    )
    aim = NewReferral(shelter.id, TODAY, text("aim"), Ground.TOLD, case_id=case, note=text("referral"))
    referrals.refer(file, case, aim)
    words = {"question": text("question"), "answer": text("answer"), "caller": text("caller")}
    enquiries.log(file, Enquiry(TODAY, Channel.PHONE, "uz", "other", **words))
