"""One case in which everything happened: every kind of complaint, sums, papers, secrets, and a third worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.addressees import BODIES, Addressee, AddresseeKind
from desktop_app.domain.answers import Answer, Answers, FieldKind, FieldSpec
from desktop_app.domain.cases import CaseCard, NewWageComplaint, NewWorker
from desktop_app.domain.centre import NewStaffMember, Role, Trilingual
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.domain.people import Person, Sex
from desktop_app.services import cases, centre, complaints, complaints_log, letter_kinds, papers, pay_claims, staff
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_kinds import KindOfLetter
from tests import factories
from tests.services.situations import COMPANY, SHIFTS, TODAY, opened

NOTE = "СЕКРЕТНАЯ ЗАПИСЬ ДЛЯ СВОИХ"
PHONE = "+998 90 123 45 67"
CONTACT = "сестра Мадина, посёлок Тихий, дом 4"
IIN = "840312300010"
PAPER = "KZ7654321"
HELD = "AA1234567"
OWN = Person("Юсупов Равшан", PartialDate(1984, 3), Sex.MALE, "UZ", PHONE, IIN, "uz", "no", CONTACT)
SECOND = Person("Каримова Ғұлом", PartialDate(1990), Sex.FEMALE, "UZ", "+998 93 765 43 21", "", "uz", "", "")
OTHER = Person("Тошпўлатов Шерали", PartialDate(1979), Sex.MALE, "UZ", "+7 702 111 22 33", "790101300011")


def rich(file: OpenFile) -> CaseCard:
    """The case: two workers that letters speak for, and a third one they do not."""
    _address(file)
    staff.add(file, NewStaffMember("dina", "Дина Әбенова", Role.LAWYER, factories.PASSWORD))
    card = opened(file, NewWorker(OWN, occupation="каменщик"), NewWorker(SECOND), NewWorker(OTHER), employer=COMPANY)
    first, second, _third = card.workers
    pair = (first.id, second.id)
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, tuple((each, SHIFTS) for each in pair)))
    pay_claims.save(file, card.id, pair, WorkerPay(leave=LeaveClaim(date(2025, 3, 1), date(2025, 5, 31))))
    for worker in card.workers:
        papers.save_paper(file, worker.person_id, NewPaper(PaperKind.REGISTRATION, number=f"{PAPER}{worker.id}"))
    for kind in ComplaintKind:
        if kind not in (ComplaintKind.WAGE_ARREARS, ComplaintKind.CONTRACT_CHECK):
            complaints_log.log(file, card.id, complaint(kind, pair))
    return cases.card(file, card.id)


def complaint(kind: ComplaintKind, worker_ids: tuple[int, ...]) -> NewComplaint:
    """A complaint with every question of its form answered."""
    documents: tuple[HeldDocument, ...] = ()
    if kind is ComplaintKind.WITHHELD_DOCUMENTS:
        documents = tuple(
            HeldDocument(
                each, DocumentKind.PASSPORT, f"{HELD}{at}", PartialDate(2025, 3, 5), "прораб", "контора", "says"
            )
            for at, each in enumerate(worker_ids)
        )
    answers = answers_for(form_of(kind).fields)
    return NewComplaint(kind, worker_ids, PartialDate(2025, 3), answers, NOTE, documents)


def answers_for(fields: tuple[FieldSpec, ...], note: str = NOTE) -> Answers:
    """An answer to every question, right by its kind; the first choice where there is one."""
    return {spec.name: Answer(_value(spec, note), "says" if spec.asks_word else "") for spec in fields}


def request(
    file: OpenFile, card: CaseCard, kind: KindOfLetter, language: LetterLanguage, **new: object
) -> LetterRequest:
    """A letter of this kind that lacks nothing, for the first two workers."""
    lawyer = next(member for member in staff.listing(file) if member.role is Role.LAWYER)
    addressee = None
    if kind.addressee in BODIES:
        name = Trilingual("Алматы қаласының органы", "Орган города Алматы", "Body of the city of Almaty")
        addressee = Addressee(name, "050000, Алматы, Төле би 1", "")
    plain = LetterRequest(
        card.id,
        kind.id,
        language,
        TODAY,
        date(2026, 12, 1),
        lawyer.id,
        worker_ids=tuple(worker.id for worker in card.workers[:2]),
        talked_over=True,
        answers=answers_for(kind.fields, "просим помочь"),
        addressee=addressee,
    )
    return replace(plain, **new)  # type: ignore[arg-type]  # each test names real fields


def kinds_outside() -> tuple[KindOfLetter, ...]:
    """The kinds of letters that leave the centre, papers for the worker with them."""
    return tuple(kind for kind in letter_kinds.kinds() if kind.addressee is not AddresseeKind.FILE)


def _address(file: OpenFile) -> None:
    told = centre.read(file)
    address = Trilingual(
        "050000, Алматы қаласы, Абай даңғылы 10", "050000, город Алматы, пр. Абая 10", "Abay Avenue 10"
    )
    centre.save(file, replace(told, address=address))


def _value(spec: FieldSpec, note: str) -> str | tuple[str, ...]:
    match spec.kind:
        case FieldKind.NOTE:
            return note
        case FieldKind.TEXT:
            return "№ 5 от 01.11.2026"
        case FieldKind.DAY | FieldKind.PARTIAL_DATE:
            return "2026-11-01" if not spec.future else "2026-12-15"
        case FieldKind.AMOUNT:
            return "100000"
        case FieldKind.NUMBER:
            return str(Decimal(3))
        case FieldKind.YES_NO_UNKNOWN:
            return "yes"
        case FieldKind.CHOICES:
            return tuple(code for code, _name in spec.choices[:2])
        case FieldKind.CHOICE:
            return spec.choices[0][0]
        case FieldKind.COUNTRY:
            return "UZ"
        case _:
            return "KZ-75"
