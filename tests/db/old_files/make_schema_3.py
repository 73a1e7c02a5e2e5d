"""How schema3.tirek was made: by the program of commit 03eabd5, from its own folder.

    git worktree add /tmp/third 03eabd5 && cd /tmp/third
    pybabel compile --directory resources/translations --domain tirek
    TIREK_TODAY=2026-11-21 PYTHONPATH=. python <this file> schema3.tirek

It speaks to the services of that day and is not expected to run with later ones.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from desktop_app.db.vault import Cost
from desktop_app.domain.access import Approval
from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.cases import (
    CaseCard,
    Channel,
    MoneyEntry,
    MoneyKind,
    NewCase,
    NewWageComplaint,
    NewWorker,
    Sector,
)
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.clocks import DeadlineKind, Done, NewDeadline
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.deductions import Consent as Agreed
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.deductions import Ground as KeptBackFor
from desktop_app.domain.directory import Entry, EntryKind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.enquiries import MAY_WORK, Enquiry
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.law_updates import PURPOSE, SignedText, canonical
from desktop_app.domain.law_values import NewLawValue
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.outcomes import ClosedWhy, Closing, NewOutcome, Result, Slip
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.referrals import Ground, NewReferral
from desktop_app.domain.screening import Finding
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.services import (
    case_papers,
    cases,
    chains,
    clocks,
    complaints,
    complaints_log,
    consents,
    contracts,
    directory,
    enquiries,
    files,
    instalments,
    law,
    law_updates,
    letters,
    money,
    outcomes,
    papers,
    pay_claims,
    readiness,
    referrals,
    screening,
    sealed,
    staff,
    warnings,
    work_right,
)
from desktop_app.services.files import OpenFile

TODAY = date(2026, 11, 21)
PASSWORDS = {"aigul": "four words make one", "dina": "дом трава ключ"}
CHEAP = Cost(memory=64, passes=1, lanes=1)
CENTRE = Centre(
    name=Trilingual("Мигранттарды қолдау орталығы", "Центр поддержки мигрантов", "Migrant support centre"),
    address=Trilingual("Алматы қаласы, Абай даңғылы, 10", "город Алматы, проспект Абая, 10", "Almaty, Abay Avenue 10"),
    bin="941240000193",
    region="KZ-75",
)
PAY = WorkerWages(
    WageTerms(PayBasis.DAILY, Decimal(10_000)),
    (WagePeriod(date(2025, 3, 1), Decimal(26)), WagePeriod(date(2025, 4, 1), Decimal(24))),
    (WagePayment(date(2025, 4, 20), Decimal(50_000)),),
)
IN_DOLLARS = WorkerWages(
    WageTerms(
        PayBasis.MONTHLY,
        Decimal(400),
        currency="USD",
        exchange_rate=Decimal("520.5"),
        exchange_on=date(2025, 12, 30),
        exchange_source="Ұлттық банк",
        week_hours=Decimal(36),
    ),
    (WagePeriod(date(2025, 11, 1)),),
)
PEOPLE = (
    Person("Юсупов Алишер", PartialDate(1987), Sex.MALE, "UZ", "+7 701 123 45 67"),
    Person("Каримова Ғұлом", PartialDate(1990, 5, 20), Sex.FEMALE, "TJ"),
    Person("Rahmonov Oʻtkir", PartialDate(1979, 12), Sex.MALE, "UZ", phone_safe="no", safe_contact="ағасы арқылы"),
    Person("Ибраимова Айнура", PartialDate(1995), Sex.FEMALE, "KG"),
)
CONTRACT: Answers = {
    "form": Answer("paper"),
    "called": Answer("labour"),
    "employer": Answer("company"),
    "regime": Answer("labour_immigrant"),
    "pay_when": Answer("monthly"),
    "pay_day": Answer("15"),
    "fine_leaving": Answer("yes"),
    "fine_leaving_sum": Answer("200000"),
    "unpaid": Answer(("overtime", "nights")),
}
READY: Answers = {
    "claimed": Answer("pay"),
    "certificate": Answer("asked"),
    "certificate_on": Answer("2026-11-16"),
    "proofs": Answer(("contract", "pension")),
    "identity": Answer("yes"),
}
LAW_KEY = Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32)


def make(path: Path) -> None:
    """Make the file and, beside it, what its tables held."""
    first = NewFile("kk", CENTRE, NewStaffMember("aigul", "Айгүл Оспанова", Role.ADMINISTRATOR, PASSWORDS["aigul"]))
    file = files.create_file(path, first, files.new_recovery_code(), CHEAP)
    lawyer = staff.add(file, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, PASSWORDS["dina"])).id
    public = base64.b64encode(LAW_KEY.public_key().public_bytes_raw()).decode()
    law_updates.trust_key(file, "Кілт иесі", public, Approval("dina", PASSWORDS["dina"]))
    files.close(file)
    file = files.sign_in(path, "dina", PASSWORDS["dina"], CHEAP)
    add_law(file)
    company = Employer("ТОО «Құрылыс Сервис»", EmployerKind.COMPANY, "940140000385", "Алматы, Абай 1")
    crew = tuple(NewWorker(person) for person in PEOPLE[:2])
    new = NewCase(company, crew, site="Абай 10", region="KZ-75", sector=Sector.CONSTRUCTION, opened_on=TODAY)
    case = cases.open_case(file, replace(new, note="a\nb")).id
    workers = cases.card(file, case).workers
    complaints.log_wage_arrears(file, NewWageComplaint(case, tuple((worker.id, PAY) for worker in workers)))
    money.record(
        file,
        case,
        (MoneyEntry(workers[0].id, MoneyKind.RECEIVED, Decimal(100_000), TODAY, "қолма-қол", Evidence.ADMITS),),
    )
    given = Consent(How.PAPER, TODAY, date(2029, 11, 21), "kk", "1", third_parties=True, recipients="сот")
    consents.record(file, workers[0].person_id, given)
    card = cases.card(file, case)
    add_complaints(file, card)
    add_pay(file, card)
    add_person(file, card)
    add_help(file, card)
    add_letters_and_dates(file, card, lawyer)
    hide(file)
    close(file)
    tell(file, path)


def add_law(file: OpenFile) -> None:
    """An update of the law, and behind it a value by hand."""
    said = {"kk": "Шешім, 23.10.2026", "ru": "Решение от 23.10.2026", "en": "Decision of 23.10.2026"}
    rate = {
        "key": "base_rate",
        "effective_from": "2026-10-27",
        "confirmed_until": "2026-12-04",
        "value": "16.00",
        "source": said,
        "edition": "2026-11-20",
        "confidence": "S",
    }
    text = canonical({"number": 1, "made_on": "2026-11-20", "values": [rate], "norms": []})
    signature = LAW_KEY.sign(PURPOSE + text.encode())
    law_updates.install(file, SignedText(text, LAW_KEY.public_key().public_bytes_raw(), signature))
    law.add_value(
        file, NewLawValue("base_rate", "15,50", date(2026, 12, 5), date(2027, 1, 22), "Decision of 04.12.2026")
    )


def add_complaints(file: OpenFile, card: CaseCard) -> None:
    """Documents withheld, what a talk found, the contract, the chain of employers."""
    first, second = card.workers
    passport = HeldDocument(
        first.id, DocumentKind.PASSPORT, "AB 1234567", PartialDate(2025, 3), "прораб", "қоймада", "says"
    )
    answers = {"role": Answer("foreman"), "reason": Answer("debt", "says"), "sum": Answer("150000")}
    kind = ComplaintKind.WITHHELD_DOCUMENTS
    withheld = NewComplaint(kind, (first.id,), PartialDate(2025, 3), answers, "бір\nекі", (passport,))
    complaints_log.log(file, card.id, withheld)
    warnings.set_living_at_site(file, card.id, (first.id,), "yes")
    found = (Finding(Indicator.DOCUMENTS, Found.YES, "паспорт прорабта"), Finding(Indicator.VIOLENCE, Found.NO))
    screening.record(file, card.id, first.id, found)
    contracts.record(file, NewContractCheck(card.id, second.id, CONTRACT, "көшірмесі бар"))
    foreman = Employer("Сейітов Бауыржан", EmployerKind.FOREMAN, phone="8 702 111 22 33")
    chains.add(file, card.id, NewParty(Part.FOREMAN, foreman, note="жұмысты бөлген"))
    readiness.record(file, card.id, READY)


def add_pay(file: OpenFile, card: CaseCard) -> None:
    """Hours, a deduction, leave, and what the employer promised."""
    first = card.workers[0]
    hours = HoursMonth(date(2025, 3, 1), Decimal(208), Decimal("12.5"), Decimal(8), Decimal(16), paid=Decimal(20_000))
    fine = Deduction(date(2025, 3, 1), Decimal(15_000), KeptBackFor.FINE, Agreed.NO, "кешіккені үшін")
    leave = LeaveClaim(date(2025, 3, 1), date(2025, 4, 30), used_days=Decimal(1), average=Decimal(7_500))
    pay_claims.save(file, card.id, (first.id,), WorkerPay((hours,), (fine,), leave))
    promised = tuple(
        Instalment(TODAY, day, Decimal(120_000), Evidence.SAYS, "бөліп төлейді")
        for day in (date(2026, 12, 10), date(2027, 1, 11))
    )
    instalments.promise(file, card.id, (first.id,), promised)


def add_person(file: OpenFile, card: CaseCard) -> None:
    """A paper, two stays and what was answered about the right to work."""
    person = card.workers[1].person_id
    permit = NewPaper(
        PaperKind.LABOUR_IMMIGRANT_PERMIT,
        "75-000123",
        date(2026, 2, 1),
        date(2027, 1, 31),
        "KZ-75",
        "Құрылыс Сервис",
        "суреті бар",
    )
    papers.save_paper(file, person, permit)
    papers.save_stay(file, person, Stay(date(2025, 2, 20), date(2025, 12, 28)))
    papers.save_stay(file, person, Stay(date(2026, 1, 15)), "әуежай")
    answers = WorkAnswers(
        status="temporary",
        purpose="work",
        form="hired",
        work_region="KZ-75",
        contract="in_force",
        contract_until=date(2027, 1, 31),
        unpaid_fine="yes",
        fine_on=date(2026, 10, 5),
        fine_note="тіркеу, 2 АЕК",
    )
    work_right.save(file, person, answers)


def add_help(file: OpenFile, card: CaseCard) -> None:
    """A service added by hand, workers sent to it, and an enquiry that is no case."""
    shelter = Entry(
        EntryKind.SHELTER,
        Trilingual("Баспана", "Приют", "Shelter"),
        "KZ-75",
        phone="8 727 000 00 00",
        note="кешке дейін",
    )
    entry = directory.add(file, shelter).id
    first = card.workers[0]
    sent = NewReferral(
        entry,
        TODAY,
        "түнейтін жер",
        Ground.CONSENT,
        case_worker_id=first.id,
        what=("name", "contacts"),
        note="телефон соқты",
    )
    referrals.refer(file, card.id, sent)
    enquiry = Enquiry(
        TODAY,
        Channel.PHONE,
        "ru",
        MAY_WORK,
        "Можно ли работать\nбез разрешения?",
        "Граждане ЕАЭС работают без разрешения.",
        "Асанов Бакыт",
        "+7 705 222 33 44",
        Sex.MALE,
        "KG",
        "KZ-75",
    )
    asked = enquiries.log(file, enquiry).id
    referrals.refer_caller(file, asked, NewReferral(entry, TODAY, "кеңес", Ground.TOLD))


def add_letters_and_dates(file: OpenFile, card: CaseCard, lawyer: int) -> None:
    """The claim in Kazakh with the date it starts, the memo in Russian, dates by hand, a result."""
    claim = LetterRequest(
        card.id, "employer_claim", LetterLanguage.KK, TODAY, date(2026, 12, 5), lawyer, talked_over=True
    )
    letter = letters.create(file, claim).id
    (check,) = contracts.listing(file, card.id)
    case_papers.contract_memo(file, card.id, check.id, LetterLanguage.RU)
    started = next(row for row in clocks.listing(file, card.id) if row.letter_id == letter)
    clocks.done(file, card.id, started.id, Done(TODAY, "refused", "телефонмен айтты"))
    first = card.workers[0].id
    talk = NewDeadline(DeadlineKind.HEARING, date(2026, 12, 2), worker_id=first, note="комиссия отырысы")
    clocks.add(file, card.id, talk)
    call = clocks.add(file, card.id, NewDeadline(DeadlineKind.OTHER, date(2026, 11, 30), note="хабарласу")).id
    clocks.remove(file, card.id, call, "керек болмады")
    part = NewOutcome(Result.PAID_IN_PART, TODAY, Decimal(100_000), Evidence.ADMITS, "қолхат", first)
    outcomes.record(file, card.id, part)


def hide(file: OpenFile) -> None:
    """A sealed case: some of its texts were there before the seal, some were written behind it."""
    person = Employer("Сапаров Ержан", EmployerKind.FOREMAN, phone="8 702 765 43 21")
    crew = (NewWorker(PEOPLE[2], occupation="бақташы", wages=IN_DOLLARS),)
    hidden = cases.open_case(file, NewCase(person, crew, opened_on=date(2025, 12, 30), note="жайлауда")).id
    worker = cases.card(file, hidden).workers[0]
    held = NewComplaint(
        ComplaintKind.MOVEMENT,
        (worker.id,),
        PartialDate(2025, 11),
        {"how": Answer(("documents", "remote"))},
        "түнде құлыптайды",
    )
    complaints_log.log(file, hidden, held)
    papers.save_paper(file, worker.person_id, NewPaper(PaperKind.PASSPORT, "FA 7654321", note="қожайында"))
    sealed.seal_case(file, hidden)
    screening.record(file, hidden, worker.id, (Finding(Indicator.MOVEMENT, Found.YES, "қақпа жабық"),))
    clocks.add(file, hidden, NewDeadline(DeadlineKind.STEP, date(2026, 12, 1), note="жеке кездесу"))
    readiness.record(file, hidden, {"claimed": Answer("pay")})


def close(file: OpenFile) -> None:
    """A case that is closed, with a slip."""
    home = Employer("Ахметова Сәуле", EmployerKind.HOUSEHOLD)
    case = cases.open_case(file, NewCase(home, (NewWorker(PEOPLE[3]),), sector=Sector.DOMESTIC, opened_on=TODAY)).id
    outcomes.close(file, Closing(case, TODAY, ClosedWhy.SOLVED, NewOutcome(Result.ADVISED, TODAY), drop_dates=True))
    outcomes.add_slip(file, case, Slip(TODAY, "kk", 5, 4, "yes", "рақмет"))


def tell(file: OpenFile, path: Path) -> None:
    """Write down what the tables hold, and close the file."""
    with file.db.read() as session:
        told = {
            "schema": session.scalar(sa.text("PRAGMA user_version")),
            "tables": {table: told_of(session, table) for table in tables(session)},
        }
    files.close(file)
    told_at = path.with_suffix(".json")
    told_at.write_text(json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def tables(session: Session) -> list[str]:
    """The tables that hold rows of ours; those of the search index are made from them."""
    found = session.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
    return [name for name in found if "_names" not in name and name != "alembic_version"]


def told_of(session: Session, table: str) -> dict[str, object]:
    """The columns of a table, the number of its rows and a hash over all of them."""
    rows = session.execute(sa.text(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608  names of our own tables
    columns = list(rows.keys())
    kept = [[each.hex() if isinstance(each, bytes) else each for each in row] for row in rows]
    digest = sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()
    return {"columns": columns, "rows": len(kept), "sha256": digest}


if __name__ == "__main__":
    make(Path(sys.argv[1]))
