"""What letters leave of somebody who is erased: drafts, how letters left, what came in, reading copies, scans."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.db import models
from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.consents import Data
from desktop_app.domain.erasure import ErasureRequest
from desktop_app.domain.letter_edits import Added, Edit, Edits
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.mentions import names_any, stems
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.services import (
    attachments,
    deletion,
    drafts,
    erasure,
    incoming,
    letter_drafts,
    letter_sending,
    letters,
    staff,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services import rich_case
from tests.services.erased import CANARIES, GONE, NOTE, SECOND, attached, found, full_case, marked, pages
from tests.services.situations import KARIMOVA, TODAY


@pytest.fixture
def lawyer(file: OpenFile) -> OpenFile:
    """The file in the hands of a lawyer, and a colleague whose password approves."""
    staff.add(file, NewStaffMember(SECOND.login, "Дина Маратқызы", Role.MANAGER, SECOND.password))
    return factories.colleague(file, Role.LAWYER)


def _correspondence(file: OpenFile, case_id: int, scan: int | None) -> int:
    """A letter with its reading copy that left, a paper that came, a draft and forms half filled; the paper."""
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id, with_copy=True)
    letter = letters.create(file, request).id
    letter_sending.note(file, letter, Sent(TODAY, Way.IN_PERSON, NOTE, NOTE))
    paper = incoming.register(file, NewIncoming(case_id, TODAY, NOTE, NOTE, None, NOTE, attachment_id=scan)).id
    edits = Edits(added=(Added("", (("ru", NOTE),)),))
    letter_drafts.keep(file, Wanted(replace(request, edits=edits)))
    drafts.keep(
        file,
        {
            f"letter:{letter}:sending": {"proof": NOTE},
            f"case:{case_id}:incoming": {"about": NOTE},
            f"case:{case_id}:letter:1": {"text": NOTE},
        },
    )
    return paper


def test_nothing_of_their_letters_is_left(
    file: OpenFile, lawyer: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file)
    _correspondence(file, card.id, attached(file, card, tmp_path))
    with file.db.read() as session:
        pdfs = [each.pdf[500:560] for each in session.query(models.Letter).all()]
    assert len(pdfs) == 2
    person_id = marked(file, card, monkeypatch)
    erasure.erase(lawyer, ErasureRequest(person_id), SECOND)
    after = pages(file)
    assert found(after, *CANARIES) == []
    assert [each for each in pdfs if each in after] == []
    with file.db.read() as session:
        assert [each.form for each in session.query(models.Draft)] == ["employer:1"]
        assert [each.attachment_id for each in session.query(models.IncomingPaper)] == [None]
    (copy, letter) = letter_drafts.letters_of_case(file, card.id)
    assert letters.pdf(file, copy.id) != letters.pdf(file, letter.id)


def test_a_scan_of_an_incoming_paper_can_be_taken_out(file: OpenFile, tmp_path: Path) -> None:
    card = full_case(file, KARIMOVA)
    scan = attached(file, card, tmp_path)
    paper = _correspondence(file, card.id, scan)
    attachments.remove(file, scan)
    (row,) = incoming.of_case(file, card.id)
    assert (row.id, row.attachment_id, row.about) == (paper, None, NOTE)


def test_a_case_with_letters_of_every_age_is_deleted_whole(file: OpenFile, lawyer: OpenFile, tmp_path: Path) -> None:
    card = full_case(file)
    _correspondence(file, card.id, attached(file, card, tmp_path))
    deletion.delete_case(lawyer, card.id, "logged by mistake", SECOND)
    with file.db.read() as session:
        tables = (models.Letter, models.LetterDraft, models.LetterSending, models.IncomingPaper, models.Attachment)
        assert [session.query(table).count() for table in tables] == [0] * len(tables)


def test_drafts_for_a_crew_lose_who_is_erased_and_keep_the_others(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    first, second = card.workers
    plain = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id)
    edits = Edits(
        changed=(Edit("a", "ru", "Просим ответить.", NOTE), Edit("b", "ru", "Срок три дня.", "Срок.")),
        added=(Added("", (("ru", NOTE),)), Added("", (("ru", "Каримова ждёт."),))),
    )
    told = replace(plain, edits=edits, answers={"way": Answer(NOTE), "term": Answer("три дня")})
    for ids in ((first.id,), (first.id, second.id), ()):
        letter_drafts.keep(file, Wanted(replace(told, worker_ids=ids)))
    person_id = marked(file, card, monkeypatch)
    erasure.erase(lawyer, ErasureRequest(person_id, case_ids=()), SECOND)
    of_all, of_two = letter_drafts.of_case(lawyer, card.id)
    assert (of_all.workers, of_two.workers) == (0, 1)
    with file.db.read() as session:
        stored = [each.request for each in session.query(models.LetterDraft)]
    for request in stored:
        assert not names_any(request, stems(GONE.full_name))
        assert "Каримова ждёт." in request
        assert "Срок три дня." in request
        assert "три дня" in request


def test_a_draft_for_others_stays_as_it_was_read(
    file: OpenFile, lawyer: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = full_case(file, KARIMOVA)
    _first, second = card.workers
    plain = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id)
    kept = letter_drafts.keep(file, Wanted(replace(plain, worker_ids=(second.id,)))).id
    before = letter_drafts.one(lawyer, kept)
    person_id = marked(file, card, monkeypatch)
    erasure.erase(lawyer, ErasureRequest(person_id, case_ids=()), SECOND)
    assert letter_drafts.one(lawyer, kept).row.version == before.row.version


def test_a_letter_that_speaks_for_somebody_without_the_name_is_theirs_too(file: OpenFile) -> None:
    card = rich_case.rich(file)
    first, second, _third = card.workers
    kind = next(each for each in rich_case.kinds_outside() if each.id == "partner_referral")
    plain = rich_case.request(file, card, kind, LetterLanguage.RU)
    unnamed = replace(plain, answers={**plain.answers, "data": Answer((Data.BIRTH.value, Data.CITIZENSHIP.value))})
    made = {
        each.person_id: letters.create(file, replace(unnamed, worker_ids=(each.id,))).id for each in (first, second)
    }
    lawyer = factories.colleague(file, Role.LAWYER)
    for person_id, letter in made.items():
        assert [each.id for each in erasure.plan(lawyer, person_id).letters] == [letter]
