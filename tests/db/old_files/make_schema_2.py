"""How schema2.tirek was made: by the program of commit 1e6a0d7, from its own folder.

    git worktree add /tmp/second 1e6a0d7 && cd /tmp/second
    TIREK_TODAY=2026-11-21 python <this file> schema2.tirek

It speaks to the services of that day and is not expected to run with later ones.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop_app.db.vault import Cost
from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewCase, NewWageComplaint, NewWorker, Sector
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.domain.complaints import PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person, Sex
from desktop_app.services import cases, complaints, consents, files, letters, money, sealed, staff

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
PEOPLE = (
    Person("Юсупов Алишер", PartialDate(1987), Sex.MALE, "UZ", "+7 701 123 45 67"),
    Person("Каримова Ғұлом", PartialDate(1990, 5, 20), Sex.FEMALE, "TJ"),
    Person("Rahmonov Oʻtkir", PartialDate(1979, 12), Sex.MALE, "UZ"),
)


def make(path: Path) -> None:
    """Make the file and, beside it, what its tables held."""
    first = NewFile("kk", CENTRE, NewStaffMember("aigul", "Айгүл Оспанова", Role.ADMINISTRATOR, PASSWORDS["aigul"]))
    file = files.create_file(path, first, files.new_recovery_code(), CHEAP)
    lawyer = staff.add(file, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, PASSWORDS["dina"])).id
    files.close(file)
    file = files.sign_in(path, "dina", PASSWORDS["dina"], CHEAP)
    company = Employer("ТОО «Құрылыс Сервис»", EmployerKind.COMPANY, "940140000385", "Алматы, Абай 1")
    crew = tuple(NewWorker(person) for person in PEOPLE[:2])
    new = NewCase(company, crew, site="Абай 10", region="KZ-75", sector=Sector.CONSTRUCTION, opened_on=TODAY)
    case = cases.open_case(file, replace(new, note="a\nb")).id
    workers = cases.card(file, case).workers
    complaints.log_wage_arrears(file, NewWageComplaint(case, tuple((worker.id, PAY) for worker in workers)))
    money.record(file, case, (MoneyEntry(workers[0].id, MoneyKind.RECEIVED, Decimal(100_000), TODAY, "қолма-қол"),))
    letters.create(file, LetterRequest(case, "employer_claim", LetterLanguage.KK, TODAY, date(2026, 12, 5), lawyer))
    given = Consent(How.PAPER, TODAY, date(2029, 11, 21), "kk", "1", third_parties=True, recipients="сот")
    consents.record(file, workers[0].person_id, given)
    person = Employer("Сапаров Ержан", EmployerKind.FOREMAN, phone="8 702 765 43 21")
    hidden = cases.open_case(file, NewCase(person, (NewWorker(PEOPLE[2], wages=PAY),), opened_on=date(2025, 12, 30))).id
    sealed.seal_case(file, hidden)
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
