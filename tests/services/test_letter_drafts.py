"""Drafts of letters: kept, gone on with, made into letters, for those alone who may see the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from desktop_app.db.models import AuditLine, LetterDraft
from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import NewStaffMember, Role, Trilingual
from desktop_app.domain.letter_edits import LONGEST_PARAGRAPH, Edit, Edits
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import AppError, Cancelled, InvalidInput, NotAllowed
from desktop_app.services import access, cases, files, letter_drafts, letters, sealed, staff
from desktop_app.services.cases import StaleChange
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db.pages import decrypted
from tests.services.situations import TODAY, unpaid
from tests.services.test_letters import PAY_BY

SECRET = "Құпияхана"


def wanted(file: OpenFile, case_id: int, **new: object) -> Wanted:
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
    return Wanted(replace(request, **new))  # type: ignore[arg-type]  # each test names real fields


def secret(file: OpenFile, case_id: int) -> Wanted:
    return wanted(
        file,
        case_id,
        answers={"signed_by": Answer(SECRET)},
        addressee=Addressee(Trilingual(SECRET, "", ""), SECRET),
        edits=Edits((Edit("body#1", "ru", SECRET, SECRET),)),
    )


def actions(file: OpenFile) -> list[str]:
    with file.db.read() as session:
        return list(session.scalars(select(AuditLine.action).order_by(AuditLine.seq)))


def test_a_draft_is_kept_and_gone_on_with(file: OpenFile) -> None:
    card = unpaid(file)
    told = replace(secret(file, card.id), apart=True)
    saved = letter_drafts.keep(file, told)
    kept = letter_drafts.one(file, saved.id)
    assert kept.wanted == told
    assert (kept.row.case_number, kept.row.employer) == (card.number, card.employer.name)
    assert (kept.row.kind, kept.row.language, kept.row.version) == ("employer_claim", LetterLanguage.RU, 1)
    assert (kept.row.changed_on, kept.row.changed_by) == (TODAY, file.staff.full_name)
    assert actions(file)[-1] == "save_letter_draft"
    assert letters.page(file, "", None, 10) == ()


def test_a_draft_is_kept_again(file: OpenFile) -> None:
    card = unpaid(file)
    saved = letter_drafts.keep(file, wanted(file, card.id))
    changed = wanted(file, card.id, language=LetterLanguage.KK, worker_ids=(card.workers[0].id,))
    letter_drafts.keep(file, changed, saved.id, 1)
    (row,) = letter_drafts.of_case(file, card.id)
    assert (row.language, row.workers, row.version) == (LetterLanguage.KK, 1, 2)


def test_what_a_colleague_wrote_is_not_overwritten(file: OpenFile) -> None:
    card = unpaid(file)
    saved = letter_drafts.keep(file, wanted(file, card.id))
    letter_drafts.keep(file, wanted(file, card.id, language=LetterLanguage.KK), saved.id, 1)
    for late in (letter_drafts.keep, letter_drafts.finish):
        with pytest.raises(StaleChange):
            late(file, wanted(file, card.id), saved.id, 1)
    assert letter_drafts.one(file, saved.id).wanted.request.language is LetterLanguage.KK
    assert letters.page(file, "", None, 10) == ()


def test_a_text_without_end_is_refused(file: OpenFile) -> None:
    card = unpaid(file)
    long = Edits((Edit("body#1", "ru", "а" * (LONGEST_PARAGRAPH + 1), "б"),))
    with pytest.raises(InvalidInput):
        letter_drafts.keep(file, wanted(file, card.id, edits=long))
    assert letter_drafts.of_case(file, card.id) == ()


def test_a_removed_draft_is_gone(file: OpenFile) -> None:
    saved = letter_drafts.keep(file, wanted(file, unpaid(file).id))
    letter_drafts.remove(file, saved.id)
    assert actions(file)[-1] == "remove_letter_draft"
    for ask in (letter_drafts.one, letter_drafts.remove):
        with pytest.raises(AppError):
            ask(file, saved.id)


def test_the_letter_takes_the_place_of_its_draft(file: OpenFile) -> None:
    card = unpaid(file)
    saved = letter_drafts.keep(file, wanted(file, card.id))
    (letter,) = letter_drafts.finish(file, wanted(file, card.id), saved.id, 1)
    assert letters.row(file, letter).number == "2026/1"
    assert letter_drafts.of_case(file, card.id) == ()


def test_one_letter_for_each_worker(file: OpenFile) -> None:
    card = unpaid(file)
    steps: list[tuple[int, int]] = []
    made = letter_drafts.finish(
        file, replace(wanted(file, card.id), apart=True), step=lambda done, whole: steps.append((done, whole))
    )
    assert [letters.row(file, each).number for each in made] == ["2026/1", "2026/2"]
    assert steps == [(0, 2), (1, 2)]


def test_a_letter_that_is_not_made_leaves_its_draft(file: OpenFile) -> None:
    card = unpaid(file)
    saved = letter_drafts.keep(file, wanted(file, card.id))
    before = actions(file)

    def stop(done: int, _all: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        letter_drafts.finish(file, replace(wanted(file, card.id), apart=True), saved.id, 1, stop)
    with pytest.raises(InvalidInput):
        letter_drafts.finish(file, wanted(file, card.id, signer_id=99), saved.id, 1)
    assert actions(file) == before
    assert letters.page(file, "", None, 10) == ()
    assert len(letter_drafts.of_case(file, card.id)) == 1


def test_a_draft_of_another_case_is_not_overwritten(file: OpenFile) -> None:
    first, other = unpaid(file), unpaid(file)
    saved = letter_drafts.keep(file, wanted(file, first.id))
    for late in (letter_drafts.keep, letter_drafts.finish):
        with pytest.raises(AppError):
            late(file, wanted(file, other.id), saved.id, 1)
    with pytest.raises(AppError):
        letter_drafts.keep(file, wanted(file, 99))


def test_all_drafts_are_listed_newest_first_and_found(file: OpenFile) -> None:
    first, other = unpaid(file), unpaid(file)
    made = [letter_drafts.keep(file, wanted(file, case_id)).id for case_id in (first.id, other.id, first.id)]
    assert [row.id for row in letter_drafts.listing(file, "", None, 10)] == made[::-1]
    assert [row.id for row in letter_drafts.listing(file, "", made[2], 1)] == [made[1]]
    assert [row.id for row in letter_drafts.listing(file, other.number, None, 10)] == [made[1]]


ASKED: dict[str, Callable[[OpenFile, Wanted], object]] = {
    "keep": lambda file, told: letter_drafts.keep(file, told, 1, 1),
    "keep_new": letter_drafts.keep,
    "of_case": lambda file, told: letter_drafts.of_case(file, told.request.case_id),
    "one": lambda file, _told: letter_drafts.one(file, 1),
    "remove": lambda file, _told: letter_drafts.remove(file, 1),
    "finish": lambda file, told: letter_drafts.finish(file, told, 1, 1),
}


@pytest.mark.parametrize("name", ASKED)
def test_the_drafts_of_a_closed_case_are_closed(file: OpenFile, name: str) -> None:
    card = unpaid(file)
    letter_drafts.keep(file, wanted(file, card.id))
    access.set_restricted(file, card.id, True)
    colleague = factories.colleague(file, Role.STAFF)
    with pytest.raises(NotAllowed):
        ASKED[name](colleague, wanted(file, card.id))
    assert letter_drafts.listing(colleague, "", None, 10) == ()
    assert len(letter_drafts.listing(file, "", None, 10)) == 1


def test_a_draft_of_a_sealed_case_is_behind_the_seal(file: OpenFile) -> None:
    card = unpaid(file)
    staff.add(file, NewStaffMember("lawyer", "lawyer person", Role.LAWYER, factories.PASSWORD))
    staff.add(file, NewStaffMember("staff", "staff person", Role.STAFF, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    sealed.seal_case(lawyer, card.id)
    saved = letter_drafts.keep(lawyer, secret(lawyer, card.id))
    letter_drafts.keep(lawyer, replace(secret(lawyer, card.id), apart=True), saved.id, 1)
    assert letter_drafts.one(lawyer, saved.id).wanted == replace(secret(lawyer, card.id), apart=True)
    with lawyer.db.read() as session:
        assert session.get_one(LetterDraft, saved.id).request == "{}"
    assert SECRET.encode() not in readable(lawyer)
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "staff")
    for name in ("keep", "keep_new", "one", "remove", "finish"):
        with pytest.raises(NotAllowed):
            ASKED[name](colleague, wanted(colleague, card.id))
    files.close(colleague)
    lawyer = factories.sign_in(file.path, "lawyer")
    letter_drafts.remove(lawyer, saved.id)
    sealed.unseal_case(lawyer, card.id)
    assert SECRET.encode() not in readable(lawyer)
    assert cases.card(lawyer, card.id).site == card.site
    files.close(lawyer)


def readable(file: OpenFile) -> bytes:
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return decrypted(file.path, bytes(file.keys._key))
