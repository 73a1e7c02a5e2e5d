"""Made-up claims to measure with: of one worker each, and of a crew."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count, islice

from desktop_app import law
from desktop_app.domain.centre import Centre, Role, StaffMember, Trilingual
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker, Norm
from desktop_app.domain.people import Person
from desktop_app.domain.wages import calculate
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Story

ON = date(2026, 11, 21)
LANGUAGES = (LetterLanguage.KK, LetterLanguage.RU)

_SURNAMES = ("Юсупов", "Тўраев", "Қодиров", "Жўраев", "Ғаниев", "Сейітқалиев", "Раҳимов", "Эргашев", "Әбенов")
_NAMES = ("Равшан", "Ғуломжон", "Отабек", "Шерзод", "Бахтиёр", "Дилшод", "Нұрлан")
_JOBS = ("құрылысшы", "дәнекерлеуші", "бетоншы", "сылақшы")
_FIRMS = ("Самал", "Жетісу", "Алатау", "Сарыарқа", "Көктем")
_STREETS = ("Абай даңғылы", "Момышұлы көшесі", "Сейфуллин даңғылы")


def claims(language: LetterLanguage, letters: int, crew: int = 1) -> list[LetterFacts]:
    """That many claims, each for `crew` workers and three months; names, pay and so all sums differ."""
    numbers = count()
    return [_claim(language, number, tuple(map(_worker, islice(numbers, crew)))) for number in range(letters)]


def story(facts: LetterFacts) -> Story:
    """The words and tables of a claim."""
    return catalogue.LETTERS[facts.kind].story(facts, for_language(facts.language.value))


def _worker(number: int) -> LetterWorker:
    surname, name = _SURNAMES[number % len(_SURNAMES)], _NAMES[number % len(_NAMES)]
    terms = WageTerms(PayBasis.DAILY, Decimal(8000 + 37 * number))
    periods = tuple(WagePeriod(date(2025, month, 1), Decimal(16 + number % 11 - month)) for month in (3, 4, 5))
    person = Person(f"{surname} {name}", PartialDate(1970 + number % 37))
    return LetterWorker(person, _JOBS[number % len(_JOBS)], calculate(WorkerWages(terms, periods), ON), terms)


def _claim(language: LetterLanguage, number: int, workers: tuple[LetterWorker, ...]) -> LetterFacts:
    firm, street = _FIRMS[number % len(_FIRMS)], _STREETS[number % len(_STREETS)]
    bin_of_firm = f"{940140000000 + number}"
    return LetterFacts(
        kind="employer_claim",
        language=language,
        number=f"2026/{number}",
        on=ON,
        pay_by=date(2026, 12, 1),
        case_number=f"2026-{number:04d}",
        centre=Centre(Trilingual("«Тірек» орталығы", "Центр «Тірек»"), Trilingual("Алматы", "Алматы"), "941240000193"),
        signer=StaffMember(1, "dina", "Дина Маратқызы Әбенова", Role.LAWYER),
        employer=Employer(f"«{firm}» ЖШС", EmployerKind.COMPANY, bin_of_firm, f"Алматы, {street}, {number + 1}"),
        site=f"{street}, {number + 1}",
        region="KZ-75",
        workers=workers,
        norms={fact.id: Norm(fact, "Дина Әбенова", ON) for fact in law.facts()},
    )
