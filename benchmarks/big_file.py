"""A file with as many cases as asked, invented but shaped like a centre's: about three workers a case."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from benchmarks import big_kinds
from desktop_app.db import models, rows
from desktop_app.db.vault import Cost
from desktop_app.domain.cases import Channel, MoneyKind, Sector, Status
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.domain.complaints import PayBasis
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person, Sex
from desktop_app.services import files
from desktop_app.services.files import OpenFile


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


LAST_DAY: Final = date(2026, 11, 21)
_FIRST_YEAR: Final = 2017
_MOST_AT_ONCE: Final = 5_000
_EVERY_WAGE: Final = 10
_REGIONS: Final = ("KZ-75", "KZ-71", "KZ-79", "KZ-19", "KZ-61", "KZ-35")
_CITIZENSHIPS: Final = ("UZ", "UZ", "UZ", "KG", "TJ", "KZ", "RU", "")
_BEGINNINGS: Final = _words(
    "Абди Ай Ал Ахмат Ба Бек Бер Гул Даул Дос Ер Жан Жол Жума Зиё Ис Кам Кара Кож Куат Ма Мир Мура Нур Ома Ораз "
    "Рахим Руст Са Сат Сейт Тай Тур Улуг Фар Хам Ша Шер Эр Юс Қай Қож Ғаб Өте Ұлық Йўл Ҳас Ҷум"
)
_ENDINGS: Final = _words("бай бек бол жан кул лан мат мир нияз рат сат тай тан уп хан хон")
_FAMILY: Final = _words("ов ев баев улы зода иев ский")
_GIVEN: Final = _words(
    "Али Алишер Азиз Бахтиёр Берик Бобур Гулнора Ғұлом Дильшод Ерлан Жамшид Зухра Ильхом Камила Лола Мадина Нодира "
    "Нурлан Отабек Рустам Сабина Саидакбар Тимур Улугбек Фаррух Хуршид Шахло Элдор Юлдуз Ясмина Әсел Қайрат Ғабит"
)
_FIRMS: Final = _words("Құрылыс Астана Алтын Жол Дала Сервис Мұнай Агро Транс Көктем Шаңырақ Береке Нұр Тау Су")


def build(folder: Path, cases: int) -> OpenFile:
    """A new file with `cases` cases, open. Half a minute for 100,000 on a small machine."""
    user = NewStaffMember("bench", "Айгүл Оспанова", Role.MANAGER, "four words make one")
    new = NewFile("kk", Centre(Trilingual("Орталық", "Центр", "Centre")), user)
    path = folder / f"cases_{cases}.tirek"
    file = files.create_file(path, new, files.new_recovery_code(), Cost(memory=64, passes=1, lanes=1))
    with file.db.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection:
        triggers = _without_triggers(connection)
        _fill(connection, cases, random.Random(cases))
        for statement in (*_REBUILD, *triggers):
            connection.exec_driver_sql(statement)
        connection.commit()
    return file


_REBUILD: Final = (
    "INSERT INTO person_names(person_names) VALUES ('rebuild')",
    "INSERT INTO employer_names(employer_names) VALUES ('rebuild')",
)
_DROP: Final = (
    "DROP TRIGGER person_names_added",
    "DROP TRIGGER employer_names_added",
)


def _without_triggers(connection: sa.Connection) -> list[str]:
    """Drop the triggers that keep the index of words, which cost most of a bulk insert; how to make them again."""
    made = "SELECT sql FROM sqlite_master WHERE name IN ('person_names_added', 'employer_names_added')"
    statements = list(connection.exec_driver_sql(made).scalars())
    for statement in _DROP:
        connection.exec_driver_sql(statement)
    return statements


def _fill(connection: sa.Connection, cases: int, dice: random.Random) -> None:
    employers = max(cases // 8, 1)
    names = [_employer(number, dice) for number in range(employers)]
    _insert(connection, models.Employer, (rows.columns_of_employer(each) for each in names))
    crews = [dice.choice((1, 1, 2, 3, 4, 7)) for _ in range(cases)]
    people = [_person(dice) for _ in range(sum(crews))]
    _insert(connection, models.Person, map(rows.columns_of_person, people))
    _insert(connection, models.Case, _cases(crews, names, people, dice))
    _insert(connection, models.CaseWorker, _workers(crews, people))
    _insert(connection, models.WageTerms, _wages(len(people), _terms))
    for month in (6, 7, 8):
        _insert(connection, models.WagePeriod, _wages(len(people), _period(month)))
    _insert(connection, models.MoneyEntry, _money(len(people), dice))
    big_kinds.fill(connection, cases, LAST_DAY, dice)


def _insert(connection: sa.Connection, model: type[models.Base], new: Iterator[rows.Columns]) -> None:
    while some := list(islice(new, _MOST_AT_ONCE)):
        connection.execute(sa.insert(model), some)


def _employer(number: int, dice: random.Random) -> Employer:
    name = f"ТОО «{dice.choice(_FIRMS)} {dice.choice(_FIRMS)} {number}»"
    return Employer(name, EmployerKind.COMPANY, f"{number:012}", "Алматы, Абай 1", _phone(dice))


def _person(dice: random.Random) -> Person:
    surname = dice.choice(_BEGINNINGS) + dice.choice(_ENDINGS) + dice.choice(_FAMILY)
    sex = dice.choice((Sex.MALE, Sex.MALE, Sex.FEMALE))
    name = f"{surname}{'а' if sex is Sex.FEMALE else ''} {dice.choice(_GIVEN)}"
    return Person(name, PartialDate(dice.randint(1960, 2006)), sex, dice.choice(_CITIZENSHIPS), _phone(dice))


def _phone(dice: random.Random) -> str:
    return f"+7 7{dice.randint(0, 99):02} {dice.randint(0, 9_999_999):07}"


def _cases(
    crews: list[int], employers: list[Employer], people: list[Person], dice: random.Random
) -> Iterator[dict[str, Any]]:
    first, days = 0, (LAST_DAY - date(_FIRST_YEAR, 1, 1)).days
    sequences: dict[int, int] = {}
    for number, crew in enumerate(crews):
        opened_on = date(_FIRST_YEAR, 1, 1) + timedelta(days=days * number // len(crews))
        sequences[opened_on.year] = sequences.get(opened_on.year, 0) + 1
        open_still = dice.random() < 0.3
        employer = dice.randrange(len(employers))
        yield {
            "number": f"{opened_on.year}-{sequences[opened_on.year]:04}",
            "year": opened_on.year,
            "sequence": sequences[opened_on.year],
            "version": 1,
            "employer_id": employer + 1,
            "site": "Абай 10",
            "region": dice.choice(_REGIONS),
            "sector": dice.choice(list(Sector)).value,
            "channel": dice.choice(list(Channel)).value,
            "status": (Status.OPEN if open_still else Status.CLOSED).value,
            "responsible_id": 1,
            "opened_on": opened_on,
            "next_date": LAST_DAY + timedelta(days=dice.randint(-9, 90))
            if open_still and dice.random() < 0.95
            else None,
            "next_step": "позвонить",
            "note": "Рассказано у стойки. " * 10,
            "employer_name": employers[employer].name,
            "employer_kind": EmployerKind.COMPANY.value,
            "first_worker": people[first].full_name,
            "workers": crew,
            "owed_tiyn": dice.randint(0, 90_000_000) if open_still else 0,
            "received_tiyn": 0 if open_still else dice.randint(0, 90_000_000),
        }
        first += crew


def _workers(crews: list[int], people: list[Person]) -> Iterator[rows.Columns]:
    person = 0
    for case, crew in enumerate(crews, start=1):
        for position in range(crew):
            told = rows.columns_of_worker(people[person])
            person += 1
            yield {"case_id": case, "person_id": person, "position": position, "occupation": "каменщик", **told}


def _wages(people: int, columns: Callable[[int], rows.Columns]) -> Iterator[rows.Columns]:
    return (columns(worker) for worker in range(_EVERY_WAGE, people + 1, _EVERY_WAGE))


def _terms(worker: int) -> rows.Columns:
    daily = {"basis": PayBasis.DAILY.value, "rate_tiyn": 1_000_000}
    return {"case_worker_id": worker, "pay_day": None, "ended_on": None, **daily}


def _period(month: int) -> Callable[[int], rows.Columns]:
    nothing = dict.fromkeys(("says_tiyn", "paper_tiyn", "admits_tiyn", "due_on"))

    def columns(worker: int) -> rows.Columns:
        return {"case_worker_id": worker, "month": date(2026, month, 1), "quantity": "24", **nothing}

    return columns


def _money(people: int, dice: random.Random) -> Iterator[rows.Columns]:
    days = (LAST_DAY - date(_FIRST_YEAR, 1, 1)).days
    for worker in range(1, people + 1, 2):
        yield {
            "case_worker_id": worker,
            "kind": dice.choice(list(MoneyKind)).value,
            "amount_tiyn": dice.randint(1, 50_000_000),
            "on_day": date(_FIRST_YEAR, 1, 1) + timedelta(days=days * worker // people),
            "note": "",
        }
