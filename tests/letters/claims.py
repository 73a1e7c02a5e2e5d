"""Made-up claims for tests: one worker, a crew, part payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app import law
from desktop_app.domain.centre import Centre, Role, StaffMember, Trilingual
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker, Norm
from desktop_app.domain.people import Person
from desktop_app.domain.wages import calculate

ON = date(2026, 11, 21)
PHONE = "+998 90 123 45 67"
IIN = "880520300123"

CENTRE = Centre(
    name=Trilingual(
        "«Тірек» мигранттарды қолдау орталығы", "Центр поддержки мигрантов «Тірек»", "Tirek Migrant Support Centre"
    ),
    address=Trilingual(
        "050000, Алматы қаласы, Абай даңғылы, 10-үй",
        "050000, город Алматы, проспект Абая, дом 10",
        "050000, Almaty, Abay Avenue 10",
    ),
    bin="941240000193",
    letterhead=Trilingual(
        "Тел.: +7 727 000 00 00\nЭл. пошта: tirek@example.kz",
        "Тел.: +7 727 000 00 00\nЭл. почта: tirek@example.kz",
        "Tel. +7 727 000 00 00\nEmail: tirek@example.kz",
    ),
    region="KZ-75",
)
SIGNER = StaffMember(2, "dina", "Дина Маратқызы Әбенова", Role.LAWYER)
COMPANY = Employer(
    "ТОО «Самал Құрылыс Сервис»", EmployerKind.COMPANY, "940140000385", "город Алматы, проспект Райымбека, дом 200"
)
NAMES = (
    "Юсупов Равшан Каримович", "G‘ulom Yo‘ldoshev", "Ғуломжон Тўраев", "Каримов Бахтиёр", "Sardor Qodirov",
    "Рахимов Отабек Шухратович", "Хасанов Дилшод", "Jasur Ergashev", "Норматов Шавкат", "Ўктам Жўраев",
    "Sherali Toshpo‘latov", "Абдуллаев Фарҳод",
)  # fmt: skip


def norms(*, confirmed: bool) -> dict[str, Norm]:
    """Every fact of law, confirmed by the centre's lawyer or not."""
    who, when = ("Дина Әбенова", date(2026, 11, 1)) if confirmed else ("", None)
    return {f"{fact.key}@{fact.effective_from}": Norm(fact, who, when) for fact in law.facts()} | {
        fact.key: Norm(fact, who, when) for fact in law.facts() if fact.effective_from is None
    }


def shifts(*quantities: str, payments: tuple[WagePayment, ...] = (), rate: str = "10000") -> WorkerWages:
    """Months from March 2025 on, paid by the shift."""
    periods = tuple(WagePeriod(date(2025, 3 + index, 1), Decimal(each)) for index, each in enumerate(quantities))
    return WorkerWages(WageTerms(PayBasis.DAILY, Decimal(rate)), periods, payments)


PAID_IN_PARTS = shifts(
    "26", "24", "22",
    payments=(
        WagePayment(date(2025, 4, 8), Decimal(60000), date(2025, 3, 1), Evidence.PAPER),
        WagePayment(date(2025, 5, 5), Decimal("100000.50"), date(2025, 3, 1)),
        WagePayment(date(2025, 7, 28), Decimal(40000)),
        WagePayment(date(2025, 12, 1), Decimal(230000)),
    ),
)  # fmt: skip


def worker(name: str = NAMES[0], wages: WorkerWages | None = None, on: date = ON) -> LetterWorker:
    """A worker with arrears counted to `on`."""
    agreed = wages or shifts("26", "24", "22")
    person = Person(name, PartialDate(1984, 3, 12), citizenship="UZ", phone=PHONE, iin=IIN)
    return LetterWorker(person, "құрылысшы", calculate(agreed, on), agreed.terms)


def crew(size: int) -> tuple[LetterWorker, ...]:
    """Workers with names in two scripts."""
    return tuple(worker(NAMES[index % len(NAMES)]) for index in range(size))


def claim(
    language: LetterLanguage = LetterLanguage.RU,
    workers: tuple[LetterWorker, ...] = (),
    *,
    confirmed: bool = True,
    employer: Employer = COMPANY,
    number: str = "2026/17",
    site: str = "стройка жилого комплекса «Алатау»",
) -> LetterFacts:
    """The facts of a claim to the employer."""
    return LetterFacts(
        kind="employer_claim",
        language=language,
        number=number,
        on=ON,
        pay_by=date(2026, 12, 1),
        case_number="2026-0001",
        centre=CENTRE,
        signer=SIGNER,
        employer=employer,
        site=site,
        region="KZ-75",
        workers=workers or (worker(),),
        norms=norms(confirmed=confirmed),
    )
