"""Letters of every kind without their stories: what becomes of a letter does not depend on what it says."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.clocks import DeadlineRow
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.services import clocks, letters
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY

PAY_BY = date(2026, 12, 1)
HANDED = Sent(TODAY, Way.IN_PERSON, "Кеңсе, А. Серікова", "ЗТ-118")
"""Handed in at the chancellery on the day of the tests."""


def made(file: OpenFile, case_id: int, kind: str = "employer_claim", to: AddresseeKind = AddresseeKind.EMPLOYER) -> int:
    """A numbered letter of this kind in the case; only the claim to the employer begins its date."""
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
    letter_id = letters.create(file, request).id
    if kind != "employer_claim":
        become(file, letter_id, kind, to)
    return letter_id


def become(file: OpenFile, letter_id: int, kind: str, to: AddresseeKind) -> None:
    """Turn a letter into one of another kind, as if it had been made so."""
    with file.db.write("test", None) as session:
        values = {"id": letter_id, "kind": kind, "to": to.value}
        session.execute(text("UPDATE letter SET kind = :kind, addressee_kind = :to WHERE id = :id"), values)
        session.execute(text("DELETE FROM deadline WHERE letter_id = :id"), values)


def open_dates(file: OpenFile, case_id: int) -> dict[str, DeadlineRow]:
    """The open dates of a case by their rules, those of limitation left out."""
    return {row.rule: row for row in clocks.listing(file, case_id) if row.is_open and "limitation" not in row.rule}


def answer(case_id: int, letter_id: int | None, code: str = "", on: date = TODAY) -> NewIncoming:
    """A paper of the inspection that answers a letter."""
    return NewIncoming(case_id, on, "Еңбек инспекциясы", "17-04/221", on, "Жауап", letter_id=letter_id, answer=code)
