"""Commands that open the file of a centre: init, cases, case, search, letter, summary."""

from __future__ import annotations

from argparse import Namespace

from desktop_app import settings
from desktop_app.cli.opening import file_path, opened, password, user
from desktop_app.cli.output import Output, money, table
from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer, FieldKind
from desktop_app.domain.cases import CaseFilter, CaseRow, CaseWorker, Status
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, Role, Trilingual
from desktop_app.domain.deadlines import proposed_pay_by
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.reports import SummaryRequest
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError
from desktop_app.i18n import N_, format_date, format_money
from desktop_app.services import addressees, complaints, files, keys, letter_kinds, letters, staff, summaries
from desktop_app.services import cases as case_service
from desktop_app.services import search as search_service
from desktop_app.services.files import OpenFile


def init(arguments: Namespace, output: Output, _screens: object) -> None:
    """Make a new encrypted file with its first user, an administrator."""
    login = user(arguments)
    centre = Centre(name=Trilingual(**{arguments.lang: arguments.centre}))
    new = NewFile(arguments.lang, centre, NewStaffMember(login, login, Role.ADMINISTRATOR, password(arguments, output)))
    code = files.new_recovery_code()
    path = file_path(arguments)
    sheets = keys.new_sheets() if arguments.sheets else ()
    files.close(files.create_file(path, new, code, sheets=sheets))
    tr = output.tr
    document = {"file": str(path), "user": login, "recovery_code": code, "recovery_sheets": sheets}
    lines = [
        tr(N_("New file: %(path)s"), path=path),
        tr(N_("Recovery code: %(code)s"), code=code),
        *(
            tr(N_("Recovery sheet %(number)d of 3: %(code)s"), number=number, code=sheet)
            for number, sheet in enumerate(sheets, start=1)
        ),
        tr(N_("Write it down and keep it away from the computer. It is not shown again.")),
    ]
    if sheets:
        lines.append(tr(N_("Give each sheet to somebody else: any two open the file, one alone tells nothing.")))
    try:
        output.answer(document, lines)
    except (AppError, BrokenPipeError):
        path.unlink()  # a file whose recovery code nobody has read
        raise


def cases(arguments: Namespace, output: Output, _screens: object) -> None:
    """The list of cases, newest first."""
    wanted = CaseFilter(
        text=arguments.text,
        status=Status(arguments.status) if arguments.status else None,
        limit=arguments.limit,
    )
    with opened(arguments, output) as file:
        rows = case_service.page(file, wanted)
    document = {"cases": [_case_row(row) for row in rows]}
    lines = (
        (
            row.number,
            format_date(row.opened_on, output.tr.code),
            row.employer,
            str(row.workers),
            format_money(row.owed, output.tr.code),
            format_date(row.next_date, output.tr.code) if row.next_date else "-",
        )
        for row in rows
    )
    output.answer(document, table(lines))


def case(arguments: Namespace, output: Output, _screens: object) -> None:
    """One case with its workers, arrears and penalty counted to today."""
    with opened(arguments, output) as file:
        card = case_service.card(file, case_service.find(file, arguments.number))
        counted = complaints.calculations(file, card.id, settings.today())
    workers = [_worker(worker, counted.get(worker.id)) for worker in card.workers]
    document = {
        "number": card.number,
        "status": card.status,
        "opened_on": card.opened_on,
        "employer": card.employer.name,
        "employer_kind": card.employer.kind,
        "bin_iin": card.employer.bin_iin,
        "site": card.site,
        "region": card.region,
        "sector": card.sector,
        "next_date": card.next_date,
        "next_step": card.next_step,
        "counted_to": settings.today(),
        "workers": workers,
        "letters": [
            {"number": number, "kind": kind, "language": language, "date": on}
            for _, number, kind, language, on in card.letters
        ],
    }
    lines = (
        (str(w["name"]), str(w["birth"] or "-"), str(w["arrears"] or "-"), str(w["penalty"] or "-")) for w in workers
    )
    output.answer(document, [f"{card.number}  {card.employer.name}", *table(lines)])


def search(arguments: Namespace, output: Output, _screens: object) -> None:
    """People, employers and cases that a text may mean, best first."""
    with opened(arguments, output) as file:
        found = search_service.everything(file, arguments.text, arguments.limit)
    document = {
        "people": [{"id": row.id, "name": row.full_name, "score": row.score} for row in found.people],
        "employers": [{"id": row.id, "name": row.name, "score": row.score} for row in found.employers],
        "cases": [_case_row(row) for row in found.cases],
        "took_ms": round(found.took_ms, 1),
    }
    lines = [*(row.full_name for row in found.people), *(row.name for row in found.employers)]
    output.answer(document, [*lines, *(f"{row.number}  {row.employer}" for row in found.cases)])


def letter(arguments: Namespace, output: Output, _screens: object) -> None:
    """Make and store a letter of a case, and write it as PDF."""
    on = arguments.on or settings.today()
    with opened(arguments, output) as file:
        lawyers = [member for member in staff.listing(file) if member.role is Role.LAWYER and member.active]
        case_id = case_service.find(file, arguments.number)
        request = LetterRequest(
            case_id=case_id,
            kind=arguments.kind,
            language=LetterLanguage(arguments.lang),
            on=on,
            pay_by=arguments.pay_by or proposed_pay_by(on),
            signer_id=lawyers[0].id if lawyers else file.staff.id,
            talked_over=arguments.talked_over,
            answers=_answers(arguments),
            addressee=_addressee(file, arguments, case_id),
            with_copy=arguments.copy,
        )
        saved = letters.create_with_copy(file, request, arguments.out)
        number = letters.row(file, saved.id).number
    output.answer({"number": number, "out": str(arguments.out)}, [f"{number}  {arguments.out}"])


def _answers(arguments: Namespace) -> dict[str, Answer]:
    """What was told as --answer NAME=VALUE; several values of one question are parted by commas."""
    kind = next((each for each in letter_kinds.kinds() if each.id == arguments.kind), None)
    several = {spec.name for spec in kind.fields if spec.kind is FieldKind.CHOICES} if kind is not None else set()
    told = {}
    for each in arguments.answer:
        name, found, value = each.partition("=")
        if not found or kind is None or name not in {spec.name for spec in kind.fields}:
            raise AppError(N_("This letter asks nothing called “%(name)s”. See “tirek letters”."), name=name)
        told[name] = Answer(tuple(value.split(",")) if name in several else value)
    return told


def _addressee(file: OpenFile, arguments: Namespace, case_id: int) -> Addressee | None:
    """The body that was named, or the one of the directory that fits the case."""
    if arguments.to:
        return Addressee(Trilingual(arguments.to, arguments.to, arguments.to), arguments.to_address)
    kind = next((each.addressee for each in letter_kinds.kinds() if each.id == arguments.kind), None)
    return None if kind is None else addressees.proposed(file, kind, case_service.card(file, case_id))


def summary(arguments: Namespace, output: Output, _screens: object) -> None:
    """An Excel summary of a period, without names."""
    request = SummaryRequest(arguments.first, arguments.last, arguments.lang)
    with opened(arguments, output) as file:
        made = summaries.read(file, request)
        summaries.export(file, request, arguments.out)
    document = {
        "out": str(arguments.out),
        "cases": len(made.cases),
        "workers": sum(line.workers for line in made.cases),
    }
    output.answer(document, [str(arguments.out)])


def _worker(worker: CaseWorker, sums: WageCalculation | None) -> dict[str, object]:
    birth = worker.person.birth
    return {
        "id": worker.id,
        "name": worker.person.full_name,
        "birth": birth.iso if birth else None,
        "citizenship": worker.person.citizenship,
        "arrears": money(sums.arrears) if sums else None,
        "penalty": money(sums.penalty) if sums else None,
        "total": money(sums.total) if sums else None,
    }


def _case_row(row: CaseRow) -> dict[str, object]:
    return {
        "number": row.number,
        "employer": row.employer,
        "workers": row.workers,
        "region": row.region,
        "sector": row.sector,
        "status": row.status,
        "opened_on": row.opened_on,
        "next_date": row.next_date,
        "next_step": row.next_step,
        "owed": money(row.owed),
        "received": money(row.received),
    }
