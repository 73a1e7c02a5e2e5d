"""The demonstration: real situations with invented people, worked through the same services as at the desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop_app import law, settings
from desktop_app.db.vault import STANDARD
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import (
    CaseCard,
    CaseFilter,
    CaseWorker,
    Channel,
    MoneyEntry,
    MoneyKind,
    NewCase,
    NewWageComplaint,
    NewWorker,
    Sector,
)
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.deadlines import proposed_pay_by
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.reports import SummaryRequest
from desktop_app.errors import AppError, cannot_write
from desktop_app.i18n import LANGUAGES, N_, Translator
from desktop_app.services import (
    attachments,
    cases,
    complaints,
    demonstration_letters,
    demonstration_stories,
    files,
    letters,
    money,
    staff,
    summaries,
    warnings,
)
from desktop_app.services.demonstration_letters import Desk
from desktop_app.services.demonstration_stories import Story
from desktop_app.services.files import OpenFile

Told = dict[str, Any]
"""A part of resources/demonstration/situations.json."""

LOGIN = "aigul"
PASSWORD = "tirek demonstration"  # noqa: S105 - printed by the command; the file holds invented people only


@dataclass(frozen=True)
class Made:
    """What the demonstration left in its folder, and how to open the file."""

    file: Path
    login: str
    password: str
    cases: int
    workers: int
    enquiries: int
    letters: tuple[Path, ...]
    summaries: tuple[Path, ...]


def build(folder: Path, language: str, progress: Callable[[str], None], tr: Translator) -> Made:
    """Make the demonstration in `folder`: the file, letters in every language, the summaries.

    `language` (kk, ru, en) is that of notes and of the centre's working day; `tr` speaks to the user.
    A demonstration made there before is replaced. Raises AppError when the folder cannot be used.
    """
    path = folder / "demonstration.tirek"
    _make_room(path)
    try:
        (folder / "letters").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    told = json.loads((settings.resources_dir() / "demonstration" / "situations.json").read_text(encoding="utf-8"))
    progress(tr(N_("Making the file …")))
    file = files.create_file(path, _new_file(told, language), files.new_recovery_code(), STANDARD)
    try:
        lawyer = _add_colleagues(file, told)
    finally:
        files.close(file)
    file = files.sign_in(path, LOGIN, PASSWORD)
    try:
        workers = 0
        by_situation: dict[int, int] = {}
        services = demonstration_stories.add_services(file, told["services"])
        for situation in told["situations"]:
            progress(tr(N_("Logging situation %(number)d …"), number=situation["number"]))
            card = _log(file, situation, told["crowd"], language, lawyer)
            demonstration_stories.tell(Story(file, card, language), situation, services)
            by_situation[situation["number"]] = card.id
            workers += len(card.workers)
        enquiries = demonstration_stories.add_enquiries(file, told["enquiries"], language)
        progress(tr(N_("Making the letters …")))
        made_letters = demonstration_letters.make(Desk(file, folder / "letters", lawyer, language), by_situation)
        made_letters += _make_letters(file, folder / "letters", lawyer, told["sent"][language])
        progress(tr(N_("Making the summaries …")))
        made_summaries = _make_summaries(file, folder)
    finally:
        files.close(file)
    cases_made = len(told["situations"])
    return Made(path, LOGIN, PASSWORD, cases_made, workers, enquiries, made_letters, made_summaries)


def _make_room(path: Path) -> None:
    """Remove an earlier demonstration; anything else of that name stays and is refused."""
    if not path.exists():
        return
    try:
        files.close(files.sign_in(path, LOGIN, PASSWORD))
    except AppError:
        raise AppError(N_("%(path)s is already there. Name an empty folder."), path=path) from None
    path.unlink()


def _new_file(told: Told, language: str) -> NewFile:
    first = told["staff"][0]
    centre = Centre(
        name=Trilingual(**told["centre"]["name"]),
        address=Trilingual(**told["centre"]["address"]),
        letterhead=Trilingual(**told["centre"]["letterhead"]),
        bin=told["centre"]["bin"],
        region=told["centre"]["region"],
    )
    return NewFile(language, centre, NewStaffMember(first["login"], first["full_name"], Role(first["role"]), PASSWORD))


def _add_colleagues(file: OpenFile, told: Told) -> int:
    """Add the rest of the staff; the id of the lawyer."""
    for colleague in told["staff"][1:]:
        new = NewStaffMember(colleague["login"], colleague["full_name"], Role(colleague["role"]), PASSWORD)
        saved = staff.add(file, new)
        if new.role is Role.LAWYER:
            lawyer = saved.id
    return lawyer


def _log(file: OpenFile, situation: Told, crowd: Told, language: str, lawyer: int) -> CaseCard:
    """Log one situation as the desk would: the case, the wage complaint, money received. The case as it then is."""
    people = _crowd(crowd, situation["crowd"]) if "crowd" in situation else _people(situation, language)
    wages = _wages(situation)
    days = situation["next_in_days"]
    step = situation["next_step"][language]
    new = NewCase(
        employer=demonstration_stories.employer_of(situation["employer"], language),
        workers=tuple(NewWorker(person, occupation=situation["occupation"][language]) for person in people),
        site=situation["site"][language],
        region=situation["region"],
        sector=Sector(situation["sector"]),
        channel=Channel(situation["channel"]),
        responsible_id=lawyer,
        opened_on=date.fromisoformat(situation["opened_on"]),
        note=situation["note"][language],
    )
    case_id = cases.open_case(file, new).id
    card = cases.card(file, case_id)
    next_date = None if days is None else settings.today() + timedelta(days=days)
    paid = _paid_workers(situation, card)
    complaint = NewWageComplaint(case_id, tuple((worker.id, wages) for worker in paid), next_date, step)
    complaints.log_wage_arrears(file, complaint)
    if "received" in situation:
        on, amount = date.fromisoformat(situation["received"]["on"]), Decimal(situation["received"]["amount"])
        entries = tuple(MoneyEntry(worker.id, MoneyKind.RECEIVED, amount, on) for worker in card.workers)
        money.record(file, case_id, entries)
    if paper := situation.get("paper"):
        path = settings.resources_dir() / "demonstration" / paper["file"]
        attachments.add(file, case_id, path, NewAttachment(paper["note"][language]))
    return card


def _paid_workers(situation: Told, card: CaseCard) -> tuple[CaseWorker, ...]:
    """The workers to whom wages were promised: a child is not one of them."""
    told = situation.get("workers") or [{}] * len(card.workers)
    return tuple(worker for worker, each in zip(card.workers, told, strict=True) if not each.get("no_wages"))


def _people(situation: Told, language: str) -> tuple[Person, ...]:
    return tuple(
        Person(
            full_name=worker["name"],
            birth=PartialDate.from_iso(worker["birth"]),
            sex=Sex(worker["sex"]),
            citizenship=situation["citizenship"],
            phone=worker.get("phone", ""),
            phone_safe=worker.get("phone_safe", ""),
            safe_contact=worker["safe_contact"][language] if "safe_contact" in worker else "",
        )
        for worker in situation["workers"]
    )


def _crowd(crowd: Told, size: int) -> tuple[Person, ...]:
    """`size` different people, the same at every run."""
    people = []
    for number in range(size):
        female = number % 8 == 0
        surname = crowd["surnames"][number % len(crowd["surnames"])] + ("а" if female else "")
        given = crowd["female" if female else "male"]
        people.append(
            Person(
                full_name=f"{surname} {given[number // len(crowd['surnames']) % len(given)]}",
                birth=PartialDate(1966 + number * 7 % 40),
                sex=Sex.FEMALE if female else Sex.MALE,
                citizenship=crowd["citizenships"][number % len(crowd["citizenships"])],
            )
        )
    return tuple(people)


def _wages(situation: Told) -> WorkerWages:
    terms = situation["terms"]
    periods, payments = [], []
    for told in situation["months"]:
        month = date.fromisoformat(told["month"])
        says = law.value("minimum_wage", month).fact.number if told.get("minimum_wage") else None
        periods.append(
            WagePeriod(month, _sum(told, "quantity"), says, _sum(told, "paper"), _sum(told, "admits")),
        )
        if paid := told.get("paid"):
            payment = WagePayment(date.fromisoformat(paid["on"]), Decimal(paid["amount"]), month, Evidence.PAPER)
            payments.append(payment)
    ended = date.fromisoformat(terms["ended_on"]) if "ended_on" in terms else None
    agreed = WageTerms(PayBasis(terms["basis"]), Decimal(terms["rate"]), terms.get("pay_day"), ended)
    return WorkerWages(agreed, tuple(periods), tuple(payments))


def _sum(told: Told, key: str) -> Decimal | None:
    return Decimal(told[key]) if key in told else None


def _make_letters(file: OpenFile, folder: Path, lawyer: int, sent: str) -> tuple[Path, ...]:
    """The claim to every employer who still owes: in Kazakh and Russian side by side, with its English reading copy.

    Beside it in the folder lie its drafts in Kazakh and in Russian. Where a warning asks to stop, nothing is made: that
    talk comes first. The letter is also attached to its case, with the note `sent`.
    """
    on = settings.today()
    made: list[Path] = []
    for row in reversed(cases.page(file, CaseFilter())):
        if row.owed == 0 or any(each.stops for each in warnings.of_case(file, row.id, "employer_claim")):
            continue
        both = LetterLanguage.KK_RU
        request = LetterRequest(row.id, "employer_claim", both, on, proposed_pay_by(on), lawyer, with_copy=True)
        place = {code: folder / f"{row.number}_employer_claim_{code.replace('+', '_')}.pdf" for code in LetterLanguage}
        letter_id = letters.create_with_copy(file, request, place[both]).id
        copy = next(each for each in letters.page(file, "", None, 2) if each.copy_of == letter_id)
        letters.save_copy(file, copy.id, place[LetterLanguage.EN])
        for language in (LetterLanguage.KK, LetterLanguage.RU):
            place[language].write_bytes(letters.look(file, replace(request, language=language)).pdf)
        attachments.add(file, row.id, place[both], NewAttachment(sent))
        made += place.values()
    return tuple(made)


def _make_summaries(file: OpenFile, folder: Path) -> tuple[Path, ...]:
    today = settings.today()
    made = []
    for language in LANGUAGES:
        path = folder / f"summary_{language}.xlsx"
        summaries.export(file, SummaryRequest(date(today.year - 1, 1, 1), today, language), path)
        made.append(path)
    return tuple(made)
