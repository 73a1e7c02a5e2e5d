"""What is wrong with a form, field by field, before anything is written. Nothing here changes what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.cases import CaseChange, NewCase, NewWorker
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.people import Person
from desktop_app.domain.tidy import tidy_line, tidy_text
from desktop_app.domain.wage_checks import problems_of_wages
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_

LONGEST_NAME: Final = 200
LONGEST_LINE: Final = 300
LONGEST_PHONE: Final = 100
LONGEST_NOTE: Final = 100_000
EARLIEST_BIRTH: Final = 1900
EARLIEST_CASE: Final = date(1991, 12, 16)
MOST_WORKERS: Final = 5_000
_FARTHEST_NEXT_DATE: Final = timedelta(days=3653)

_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_REGION: Final = re.compile(r"KZ-[0-9]{2}")


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise InvalidInput when there are problems."""
    if problems:
        raise InvalidInput(problems)


def placed(problems: Iterable[Problem], place: str) -> Iterator[Problem]:
    """The problems of a part, under the place of that part in the whole: bin_iin becomes employer.bin_iin."""
    return (Problem(f"{place}.{problem.field}" if problem.field else place, problem.message) for problem in problems)


def problems_of_person(person: Person, today: date) -> tuple[Problem, ...]:
    """Problems of a person's fields; `today` bounds the birth date. An unknown birth date or IIN is fine."""
    found = [
        *problem_of_name("full_name", person.full_name),
        *problem_of_length("phone", person.phone, LONGEST_PHONE),
        *problem_of_length("safe_contact", person.safe_contact, LONGEST_LINE),
    ]
    if person.birth is not None:
        found += _problem_of_birth(person.birth.year, person.birth.iso > today.isoformat(), today)
    if person.citizenship and not _COUNTRY.fullmatch(person.citizenship):
        found.append(Problem("citizenship", Message(N_("Choose a country from the list."))))
    if person.language and not _LANGUAGE.fullmatch(person.language):
        found.append(Problem("language", Message(N_("Choose a language from the list."))))
    found += _problem_of_number("iin", person.iin, "iin")
    return tuple(found)


def problems_of_employer(employer: Employer) -> tuple[Problem, ...]:
    """Problems of an employer's fields. A company has a BIN, a person an IIN; an unknown number is fine."""
    wanted = {EmployerKind.COMPANY: "bin", EmployerKind.SOLE_TRADER: ""}.get(employer.kind, "iin")
    return (
        *problem_of_name("name", employer.name),
        *_problem_of_number("bin_iin", employer.bin_iin, wanted),
        *problem_of_length("address", employer.address, LONGEST_LINE),
        *problem_of_length("phone", employer.phone, LONGEST_PHONE),
        *problem_of_length("head_name", employer.head_name, LONGEST_NAME),
    )


def problems_of_case(case: NewCase, today: date) -> tuple[Problem, ...]:
    """Problems of a new case: its own fields, `employer.…`, and its workers as `workers[3].…`.

    People and employers already in the file (`person_id`, `employer_id`) were checked when they were written.
    """
    found = [*_problems_of_case_fields(case, today)]
    if case.employer_id is None:
        found += placed(problems_of_employer(case.employer), "employer")
    if case.opened_on is not None and not EARLIEST_CASE <= case.opened_on <= today:
        found.append(Problem("opened_on", _day_message(case.opened_on, today)))
    if not case.workers:
        found.append(Problem("workers", Message(N_("Add at least one worker."))))
    found += problems_of_workers(case.workers, today)
    return tuple(found)


def problems_of_change(change: CaseChange, today: date) -> tuple[Problem, ...]:
    """Problems of a case's new field values."""
    return tuple(_problems_of_case_fields(change, today))


def problems_of_workers(workers: tuple[NewWorker, ...], today: date) -> tuple[Problem, ...]:
    """Problems of workers to be added to a case; wages, where known, are `workers[3].wages.…`."""
    if len(workers) > MOST_WORKERS:
        message = N_("One case holds at most %(count)s workers. Open another case for the rest.")
        return (Problem("workers", Message(message, {"count": MOST_WORKERS})),)
    found: list[Problem] = []
    known: set[int] = set()
    for place, worker in enumerate(workers):
        found += placed(_problems_of_worker(worker, today), f"workers[{place}]")
        if worker.person_id is not None and worker.person_id in known:
            found.append(Problem(f"workers[{place}].full_name", Message(N_("This person is in the crew already."))))
        if worker.person_id is not None:
            known.add(worker.person_id)
    return tuple(found)


def problem_of_name(field: str, name: str) -> Iterator[Problem]:
    """A name must have a letter or a digit that can be seen, and at most 200 characters."""
    plain = tidy_line(name[: LONGEST_NAME * 2])
    if not any(mark.isalnum() for mark in plain):
        yield Problem(field, Message(N_("Type the name.")))
    yield from problem_of_length(field, name, LONGEST_NAME)


def problem_of_length(field: str, text: str, longest: int) -> Iterator[Problem]:
    """A text longer than the field takes is refused whole, never cut."""
    if len(text) > longest and len(tidy_text(text)) > longest:
        message = N_("This text is too long: %(length)s characters. At most %(longest)s fit here.")
        yield Problem(field, Message(message, {"length": len(text), "longest": longest}))


def _problems_of_worker(worker: NewWorker, today: date) -> Iterator[Problem]:
    if worker.person_id is None:
        yield from problems_of_person(worker.person, today)
    yield from problem_of_length("occupation", worker.occupation, LONGEST_LINE)
    if worker.wages is not None:
        yield from placed(problems_of_wages(worker.wages, today), "wages")


def _problems_of_case_fields(case: NewCase | CaseChange, today: date) -> Iterator[Problem]:
    yield from problem_of_length("site", case.site, LONGEST_LINE)
    yield from problem_of_length("next_step", case.next_step, LONGEST_LINE)
    yield from problem_of_length("note", case.note, LONGEST_NOTE)
    if case.region and not _REGION.fullmatch(case.region):
        yield Problem("region", Message(N_("Choose a region from the list.")))
    yield from problem_of_next_date(case.next_date, today)


def problem_of_next_date(next_date: date | None, today: date) -> Iterator[Problem]:
    """A next date may have passed, but lies within ten years of today."""
    if next_date is not None and abs(next_date - today) > _FARTHEST_NEXT_DATE:
        yield Problem("next_date", Message(N_("This date is more than ten years away. Check the year.")))


def _problem_of_birth(year: int, future: bool, today: date) -> Iterator[Problem]:
    if year > today.year or future:
        yield Problem("birth", Message(N_("The birth date is in the future.")))
    elif year < EARLIEST_BIRTH:
        message = Message(N_("The birth year cannot be before %(year)s."), {"year": EARLIEST_BIRTH})
        yield Problem("birth", message)


def _problem_of_number(field: str, number: str, wanted: str) -> Iterator[Problem]:
    """A number that is not an IIN or a BIN, or is the other of the two (`wanted` "iin", "bin" or "" for either)."""
    if not number.strip():
        return
    checked = check_id(tidy_line(number[:LONGEST_LINE]))
    if checked.reason is not None:
        yield Problem(field, checked.reason)
    elif wanted == "iin" and checked.kind == "bin":
        yield Problem(field, Message(N_("This is the BIN of an organisation. A person has an IIN.")))
    elif wanted == "bin" and checked.kind == "iin":
        yield Problem(field, Message(N_("This is the IIN of a person. A company has a BIN.")))


def _day_message(day: date, today: date) -> Message:
    if day > today:
        return Message(N_("The date is in the future."))
    return Message(N_("The date is too long ago. Check the year."))
