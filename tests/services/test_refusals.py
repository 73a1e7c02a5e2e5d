"""Every service that is about one case, person, employer, letter or attachment refuses who may not see it.

The functions are found by their parameters, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any

import pytest

from desktop_app import services, settings
from desktop_app.db.queries import Session
from desktop_app.domain.access import Approval, CaseAccessCard
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import CaseChange, Channel, MoneyEntry, MoneyKind, NewWageComplaint, Sector, Status
from desktop_app.domain.centre import Role
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import PayBasis, WageTerms, WorkerWages
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.outcomes import ClosedWhy, Closing, NewOutcome, Result
from desktop_app.domain.papers import NewPaper, PaperKind
from desktop_app.domain.people import Person
from desktop_app.domain.permissions import Action
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.errors import NotAllowed
from desktop_app.services import access, letters
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import CLOCK, TODAY, unpaid

Service = Callable[..., Any]

WAGES = WorkerWages(WageTerms(PayBasis.DAILY, Decimal(1)), ())
REQUEST = LetterRequest(1, "employer_claim", LetterLanguage.RU, TODAY, TODAY, 1)
# The one case, person, employer, letter and attachment of these tests have the number 1.
MADE: dict[Any, Any] = {
    int: 1,
    str: "x",
    bool: True,
    bytes: b"x",
    date: TODAY,
    Decimal: Decimal(1),
    Approval: Approval("x", "x"),
    CaseAccessCard: CaseAccessCard(1, False, 1, (), False),
    CaseChange: CaseChange(1, 1, "", "", Sector.OTHER, Channel.VISIT, Status.OPEN, 1, None, "", ""),
    NewWageComplaint: NewWageComplaint(1, ((1, WAGES),)),
    LetterRequest: REQUEST,
    Person: Person("Аты Жөні"),
    Employer: Employer("ЖШС", EmployerKind.COMPANY),
    Closing: Closing(1, TODAY, ClosedWhy.OTHER, NewOutcome(Result.NOTHING, TODAY), drop_dates=True),
    MoneyEntry: MoneyEntry(1, MoneyKind.CLAIMED, Decimal(1), TODAY),
    WageTerms: WAGES.terms,
    NewPaper: NewPaper(PaperKind.PASSPORT),
    WorkAnswers: WorkAnswers(),
    Sent: Sent(TODAY, Way.COURIER, "x"),
    NewIncoming: NewIncoming(1, TODAY, "x"),
    NewContractCheck: NewContractCheck(1, answers={"pledge": Answer("yes")}),
    Mapping[str, Answer]: {"commission": Answer("none")},
    NewComplaint: NewComplaint(ComplaintKind.OTHER, answers={"title": Answer("x")}),
    Action: Action.VIEW_LETTER,
}
ABOUT = frozenset({"case_id", "person_id", "employer_id", "letter_id", "attachment_id", "consent_id", "transfer_id"})
ABOUT_TYPES = (CaseAccessCard, CaseChange, NewWageComplaint, LetterRequest, Closing, NewContractCheck, NewIncoming)
# The gate itself, and what only says whether a button is offered.
NOT_ASKED = frozenset({"access.allowed", "access.reading", "access.writing", "logbook.may_ask"})
# An administrator answers for the log of a case whose content stays closed to them.
ALLOWED = frozenset({(Role.ADMINISTRATOR, "logbook.case_looks")})


def services_about_a_case() -> dict[str, Service]:
    """Every public service that takes an open file and one of the things a case decides about."""
    found = {}
    for info in pkgutil.iter_modules(services.__path__):
        module = import_module(f"desktop_app.services.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_"):
                continue
            hints = typing.get_type_hints(function)
            if OpenFile not in hints.values() or Session in hints.values():
                continue
            about = ABOUT & set(hints) or [kind for kind in hints.values() if kind in ABOUT_TYPES]
            if about and f"{info.name}.{name}" not in NOT_ASKED:
                found[f"{info.name}.{name}"] = (
                    inspect.unwrap(function) if hasattr(function, "__wrapped__") else function
                )
    return found


SERVICES = services_about_a_case()


def made(kind: Any, folder: Path) -> Any:
    """Something of this type; its meaning does not matter, because the gate comes first."""
    if kind is Path:
        return folder / "file"
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if kind in MADE:
        return MADE[kind]
    if origin in (tuple,):
        return (made(parts[0], folder),)
    if origin in (frozenset, set, list):
        return origin((made(parts[0], folder),))
    if origin in (typing.Union, UnionType):
        return made(next(part for part in parts if part is not type(None)), folder)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if origin is not None and "Callable" in str(origin):
        return _nothing
    if hasattr(kind, "__dataclass_fields__"):
        hints = typing.get_type_hints(kind)
        return kind(**{name: made(hints[name], folder) for name in kind.__dataclass_fields__})
    pytest.fail(f"say in MADE what a {kind} may be")


def _nothing(*_arguments: object) -> None:
    return None


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for holds on the day of the file."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    """A file with one restricted case, its crew, its employer, a letter and an attachment, each with number 1."""
    patch = pytest.MonkeyPatch()
    patch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    file = factories.open_file(tmp_path_factory.mktemp("refusals"))
    card = unpaid(file)
    letters.create(file, replace(REQUEST, signer_id=file.staff.id))
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO attachment VALUES (1, 1, '2026-11-21', 1, 0, 0, x'00', x'00')")
    access.set_restricted(file, card.id, True)
    yield file
    factories.close_file(file)
    patch.undo()


def test_the_services_are_found() -> None:
    assert {"cases.card", "letters.pdf", "people.card", "employers.save", "deletion.delete_case"} <= set(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("role", [Role.STAFF, Role.ADMINISTRATOR])
def test_a_hidden_case_is_refused_by_every_service(home: OpenFile, tmp_path: Path, name: str, role: Role) -> None:
    if (role, name) in ALLOWED:
        return
    theirs = factories.colleague(home, role)
    function = SERVICES[name]
    hints = typing.get_type_hints(function)
    arguments = [
        theirs if hints[parameter.name] is OpenFile else made(hints[parameter.name], tmp_path)
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is parameter.empty
    ]
    with pytest.raises(NotAllowed):
        function(*arguments)
    assert not list(tmp_path.iterdir())  # nothing left the file
