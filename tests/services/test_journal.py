"""The journal of outgoing and incoming papers: whom it names, what it leaves out, and the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.centre import Role
from desktop_app.domain.journal import JournalRequest, Which, without_names
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.posting import Sent, Way
from desktop_app.errors import AppError, Cancelled, InvalidInput
from desktop_app.services import access, incoming, journal, letter_sending, sealed
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters.reading import text_of
from tests.services.posted import HANDED, answer, made
from tests.services.situations import COMPANY, TODAY, unpaid
from tests.services.test_letters import actions

WANTED = JournalRequest(TODAY.replace(day=1), TODAY)


def filled(file: OpenFile) -> int:
    """A case with a claim that was sent and answered, and a paper given to the worker."""
    card = unpaid(file)
    claim = made(file, card.id)
    letter_sending.note(file, claim, replace(HANDED, proof="Секретарь; от имени Юсупова Алишера"))
    new = answer(card.id, claim, "refused")
    incoming.register(file, replace(new, sender="ТОО «Құрылыс Сервис»", about="Отказ Каримовой: Ғұломға төленбейді"))
    letter_sending.note(
        file, made(file, card.id, "receipt", AddresseeKind.WORKER), Sent(TODAY, Way.TO_WORKER, "Юсупов Алишер")
    )
    return card.id


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_the_journal_names_papers_and_no_worker(file: OpenFile, language: LetterLanguage) -> None:
    filled(file)
    text = " ".join(text_of(journal.pdf(file, replace(WANTED, language=language))).split())
    assert "2026/1" in text
    assert "2026/2" in text
    assert COMPANY.name in text
    assert "Секретарь" in text
    assert "17-04/221" in text
    for name in ("Юсупов", "Алишер", "Карим", "Ғұлом"):
        assert name not in text


def test_the_journal_is_logged_before_it_leaves(file: OpenFile, tmp_path: Path) -> None:
    filled(file)
    journal.save(file, WANTED, tmp_path / "journal.pdf")
    assert actions(file)[-1] == "export_journal"
    assert (tmp_path / "journal.pdf").read_bytes().startswith(b"%PDF-")
    before = actions(file)
    journal.read(file, WANTED)
    assert actions(file) == before
    journal.pdf(file, WANTED)
    assert actions(file)[-1] == "export_journal"
    with pytest.raises(AppError):
        journal.save(file, WANTED, tmp_path / "no such folder" / "journal.pdf")


def test_only_the_days_and_papers_that_are_asked_for(file: OpenFile) -> None:
    filled(file)
    told = journal.read(file, WANTED)
    assert ([row.number for row in told.outgoing], len(told.incoming)) == (["2026/1", "2026/2"], 1)
    assert told.outgoing[0].answers[0].number == "2026/1"
    assert journal.read(file, replace(WANTED, which=Which.OUTGOING)).incoming == ()
    assert journal.read(file, replace(WANTED, which=Which.INCOMING)).outgoing == ()
    nothing = journal.read(file, replace(WANTED, first=date(2026, 1, 1), last=date(2026, 1, 31)))
    assert (nothing.outgoing, nothing.incoming) == ((), ())
    with pytest.raises(InvalidInput):
        journal.read(file, replace(WANTED, first=TODAY, last=TODAY.replace(day=1)))


def test_what_the_reader_may_not_see_is_left_out_and_said(file: OpenFile) -> None:
    access.set_restricted(file, filled(file), True)
    filled(file)
    theirs = factories.colleague(file, Role.LAWYER)
    told = journal.read(theirs, WANTED)
    assert [row.number for row in told.outgoing] == ["2026/3", "2026/4"]
    assert told.left_out == (2, 1)
    assert "outgoing 2, incoming 1" in text_of(
        journal.pdf(theirs, replace(WANTED, language=LetterLanguage.EN))
    ).replace("\n", " ")
    assert journal.read(theirs, replace(WANTED, which=Which.OUTGOING)).left_out == (2, 0)


def test_of_a_sealed_case_only_numbers_and_days_stand_in_it(file: OpenFile) -> None:
    lawyer = factories.colleague(file, Role.LAWYER)
    case_id = filled(lawyer)
    sealed.seal_case(lawyer, case_id)
    told = journal.read(lawyer, WANTED)
    assert [(row.number, row.employer, row.sent[0].proof) for row in told.outgoing] == [
        ("2026/1", "", ""),
        ("2026/2", "", ""),
    ]
    assert (told.incoming[0].row.sender, told.incoming[0].row.about) == ("", "")
    text = text_of(journal.pdf(lawyer, WANTED))
    assert "Секретарь" not in text
    assert "Отказ" not in text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Юсупову А. отказано", "… А. отказано", id="dative"),
        pytest.param("Ответ по жалобе", "Ответ по жалобе", id="nothing"),
        pytest.param("ЮСУПОВ", "…", id="capitals"),
        pytest.param("Алишерге төленді", "… төленді", id="kazakh-dative"),
    ],
)
def test_names_are_taken_out_whatever_their_endings(text: str, left: str) -> None:
    assert without_names(text, ("Юсупов Алишер", "Ли")) == left


def test_many_letters_are_read_with_as_many_statements_as_one(file: OpenFile) -> None:
    filled(file)
    one = statements(file)
    for _ in range(3):
        filled(file)
    assert len(journal.read(file, WANTED).outgoing) == 8
    assert statements(file) == one


def statements(file: OpenFile) -> int:
    """How many statements a journal takes."""
    told: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        told.append(statement)

    event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        journal.read(file, WANTED)
    finally:
        event.remove(file.db.engine, "before_cursor_execute", note)
    return len(told)


@pytest.mark.parametrize("last", [0, 3], ids=["before the first page", "after the last page"])
def test_a_cancelled_journal_leaves_neither_file_nor_line(file: OpenFile, tmp_path: Path, last: int) -> None:
    filled(file)
    before, target = actions(file), tmp_path / "journal.pdf"

    def stop(done: int, whole: int) -> None:
        assert whole == 3
        if done == last:
            raise Cancelled

    with pytest.raises(Cancelled):
        journal.save(file, WANTED, target, stop)
    with pytest.raises(Cancelled):
        journal.pdf(file, WANTED, stop)
    assert list(tmp_path.glob("*journal*")) == []
    assert actions(file) == before
