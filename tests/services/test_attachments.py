"""Attachments at the desk: what may be added, who sees it, what the log says, and what stays on the disk (nothing)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desktop_app import settings
from desktop_app.db import models
from desktop_app.domain import attachments as rules
from desktop_app.domain.attachments import CopyBasis, NewAttachment
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.changes import Kind
from desktop_app.errors import AppError, Cancelled, DamagedFile, InvalidInput, NotAllowed
from desktop_app.services import access, attachment_pages, attachments, cases, files, sealed, staff
from desktop_app.services.cases import StaleChange
from desktop_app.services.files import OpenFile
from tests import factories
from tests.imports import samples
from tests.imports.test_pictures import CANARY, exif
from tests.services.papers import PLAIN, at_once, head, put, refusal
from tests.services.situations import new_case
from tests.services.test_traces import lines


@pytest.fixture(autouse=True)
def _without_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child takes a third of a second: only the tests that are about it start one."""
    for module in (attachments, attachment_pages):
        monkeypatch.setattr(module, "in_child", at_once)


@pytest.fixture
def case(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("sample", list(samples.kept()))
def test_what_is_kept_comes_back(file: OpenFile, case: int, desk: Path, sample: str) -> None:
    content, kind = samples.kept()[sample]
    saved = attachments.add(file, case, put(desk, "қағаз", content), NewAttachment("бет 1"))
    assert saved.kinds == {Kind.ATTACHMENT}
    opened = attachments.look(file, saved.id)
    assert (opened.head.type, opened.head.note, opened.head.size) == (kind, "бет 1", len(opened.content))
    assert opened.head.sha256 == sha256(opened.content).hexdigest()
    assert opened.head.came_as == sha256(content).hexdigest()
    if kind not in rules.PICTURES:
        assert opened.content == content
    copy = attachments.save_copy(file, saved.id, desk / opened.head.name)
    assert copy.read_bytes() == opened.content
    (row,) = attachments.listing(file, case).rows
    assert (row.added_by, row.added_at[:10], row.size) == (file.staff.full_name, "2026-11-21", opened.head.size)


@pytest.mark.parametrize("sample", list(samples.refused()))
def test_what_is_not_kept_leaves_nothing(file: OpenFile, case: int, desk: Path, sample: str) -> None:
    content, word = samples.refused()[sample]
    before = lines(file)
    assert word in refusal(attachments.add, file, case, put(desk, "invoice.pdf", content), PLAIN)
    assert attachments.listing(file, case).rows == ()
    assert lines(file) == before


def test_a_photo_is_freed_of_its_place_unless_asked(file: OpenFile, case: int, desk: Path) -> None:
    content = samples.picture("JPEG", exif=exif(6))
    path = put(desk, "photo.jpg", content)
    bare = attachments.look(file, attachments.add(file, case, path, PLAIN).id)
    assert CANARY.encode() not in bare.content
    assert bare.head.came_as != bare.head.sha256
    whole = attachments.look(file, attachments.add(file, case, path, NewAttachment(keep_details=True)).id)
    assert whole.content == content
    assert whole.head.came_as == whole.head.sha256
    assert path.read_bytes() == content
    one, other = (attachment_pages.page(each, 0, 100).image for each in (bare, whole))
    assert (one.width, one.height) == (other.width, other.height)
    assert one.width < one.height


def test_sizes_are_asked_before_anything_is_read(
    file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = desk / "large.pdf"
    with large.open("wb") as target:
        target.truncate(rules.MOST_BYTES + 1)
    with monkeypatch.context() as watched:
        watched.setattr(Path, "open", _never)
        assert "at most" in refusal(attachments.add, file, case, large, PLAIN)


def _never(*_arguments: object, **_named: object) -> object:
    raise AssertionError("read")


def test_empty_files_folders_and_what_is_gone_are_refused(file: OpenFile, case: int, desk: Path) -> None:
    assert "is empty" in refusal(attachments.add, file, case, put(desk, "a.pdf", b""), PLAIN)
    assert "folder or a device" in refusal(attachments.add, file, case, desk, PLAIN)
    assert "cannot be read" in refusal(attachments.add, file, case, desk / "gone.pdf", PLAIN)
    if hasattr(os, "mkfifo"):
        os.mkfifo(desk / "pipe")
        assert "folder or a device" in refusal(attachments.add, file, case, desk / "pipe", PLAIN)


def test_a_case_has_room_for_so_much(file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_BYTES_OF_A_CASE", 2 * len(samples.PDF) + 10)
    path = put(desk, "a.pdf", samples.PDF)
    attachments.add(file, case, path, PLAIN)
    second = attachments.add(file, case, path, PLAIN).id
    assert "of one case" in refusal(attachments.add, file, case, path, PLAIN)
    attachments.remove(file, second)
    attachments.add(file, case, path, PLAIN)
    assert attachments.listing(file, case).taken == 2 * len(samples.PDF)


def test_the_open_file_is_neither_read_nor_written_over(
    file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = attachments.add(file, case, put(desk, "a.pdf", samples.PDF), PLAIN).id
    (desk / "link.pdf").symlink_to(file.path)
    (desk / "hard.pdf").hardlink_to(file.path)
    beside = file.path.with_name(file.path.name + "-wal")
    with monkeypatch.context() as watched:
        watched.setattr(Path, "open", _never)
        for path in (
            file.path,
            desk / "link.pdf",
            desk / "hard.pdf",
            beside,
            desk.parent / "desk" / ".." / file.path.name,
        ):
            assert "file of the centre itself" in refusal(attachments.add, file, case, path, PLAIN)
            with pytest.raises(AppError, match="file of the centre itself"):
                attachments.save_copy(file, made, path)
    assert attachments.look(file, made).content == samples.PDF


def test_room_that_a_colleague_takes_meanwhile_is_seen(
    file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([0, rules.MOST_BYTES_OF_A_CASE])
    monkeypatch.setattr(attachments.queries, "taken", lambda *_which: next(answers))
    assert "of one case" in refusal(attachments.add, file, case, put(desk, "a.pdf", samples.PDF), PLAIN)


def test_a_note_that_is_too_long_is_refused(file: OpenFile, case: int, desk: Path) -> None:
    with pytest.raises(InvalidInput) as raised:
        attachments.add(file, case, put(desk, "a.pdf", samples.PDF), NewAttachment("x" * 2001))
    assert raised.value.problems[0].field == "note"


def test_a_case_that_is_not_there_takes_nothing(file: OpenFile, desk: Path) -> None:
    with pytest.raises(AppError, match="not in the file"):
        attachments.add(file, 99, put(desk, "a.pdf", samples.PDF), PLAIN)
    for call in (attachments.look, attachments.remove):
        with pytest.raises(AppError, match="This attachment is not in the file"):
            call(file, 99)


def test_each_action_leaves_its_line(file: OpenFile, case: int, desk: Path) -> None:
    before = len(lines(file))
    made = attachments.add(file, case, put(desk, "a.pdf", samples.PDF), PLAIN).id
    attachments.listing(file, case)
    attachments.look(file, made)
    attachments.save_copy(file, made, desk / "copy.pdf")
    attachments.change(file, made, head(file, case), NewAttachment("x"))
    attachments.remove(file, made)
    actions = ("add", "view", "export", "change", "remove")
    assert lines(file)[before:] == [(f"{action}_attachment", "attachment", made) for action in actions]


def test_a_copy_that_has_no_room_is_logged_all_the_same(
    file: OpenFile, case: int, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = attachments.add(file, case, put(desk, "a.pdf", samples.PDF), PLAIN).id

    def full(*_arguments: object) -> Iterator[bytes]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(attachments.queries, "content", full)
    with pytest.raises(AppError, match="no room on the disk"):
        attachments.save_copy(file, made, desk / "copy.pdf")
    assert lines(file)[-1] == ("export_attachment", "attachment", made)
    assert [each.name for each in desk.iterdir()] == ["a.pdf"]


def test_a_damaged_attachment_is_neither_shown_nor_copied_and_can_be_removed(
    file: OpenFile, case: int, desk: Path
) -> None:
    made = attachments.add(file, case, put(desk, "a.pdf", samples.PDF * 9000), PLAIN).id
    with file.db.write("break", None) as session:
        piece = session.scalars(select(models.AttachmentPiece).where(models.AttachmentPiece.number == 1)).one()
        piece.content = bytes(piece.content[:-1]) + bytes([piece.content[-1] ^ 1])
    with pytest.raises(DamagedFile):
        attachments.look(file, made)
    with pytest.raises(DamagedFile):
        attachments.save_copy(file, made, desk / "copy.pdf")
    assert [each.name for each in desk.iterdir()] == ["a.pdf"]
    with file.db.write("break", None) as session:
        session.execute(update(models.Attachment).values(head=b"x" * 50))
    assert attachments.listing(file, case).rows[0].head is None
    with pytest.raises(DamagedFile, match="only removing it is possible"):
        attachments.look(file, made)
    attachments.remove(file, made)
    assert attachments.listing(file, case).rows == ()


def test_a_note_is_changed_but_never_overwritten(file: OpenFile, case: int, desk: Path) -> None:
    made = attachments.add(file, case, put(desk, "a.jpg", samples.picture("JPEG")), PLAIN).id
    was = head(file, case)
    attachments.change(file, made, was, NewAttachment(" бет\u202e 2 ", CopyBasis.NO_TECHNICAL_MEANS))
    now = head(file, case)
    assert (now.note, now.copy_of_document) == ("бет 2", CopyBasis.NO_TECHNICAL_MEANS)
    with pytest.raises(StaleChange):
        attachments.change(file, made, was, NewAttachment("other"))
    assert head(file, case) == now


@pytest.mark.parametrize("at", [0, 1])
def test_a_cancelled_file_leaves_nothing(file: OpenFile, case: int, desk: Path, at: int) -> None:
    path = put(desk, "a.pdf", samples.PDF * 20_000)
    told: list[tuple[int, int]] = []
    before = lines(file)
    with pytest.raises(Cancelled):
        attachments.add(file, case, path, PLAIN, lambda *done: told.append(done), lambda: len(told) > at)
    assert len(told) == at + 1
    assert attachments.listing(file, case).rows == ()
    assert lines(file) == before


def test_progress_is_told_to_the_end(file: OpenFile, case: int, desk: Path) -> None:
    told: list[tuple[int, int]] = []
    content = samples.PDF * 20_000
    attachments.add(file, case, put(desk, "a.pdf", content), PLAIN, lambda *done: told.append(done))
    assert told[-1] == (len(content), len(content))
    assert [done for done, _all in told] == sorted({done for done, _all in told})


def test_need_to_know_holds_for_attachments(file: OpenFile, case: int, desk: Path) -> None:
    staff.add(file, NewStaffMember("zhanar", "Жанар", Role.STAFF, factories.PASSWORD))
    made = attachments.add(file, case, put(desk, "a.pdf", samples.PDF), PLAIN).id
    access.set_restricted(file, case, True)
    was = head(file, case)
    files.close(file)
    colleague = factories.sign_in(file.path, "zhanar")
    try:
        for call, arguments in (
            (attachments.listing, (case,)),
            (attachments.add, (case, desk / "a.pdf", PLAIN)),
            (attachments.look, (made,)),
            (attachments.save_copy, (made, desk / "copy.pdf")),
            (attachments.change, (made, was, PLAIN)),
            (attachments.remove, (made,)),
        ):
            with pytest.raises(NotAllowed):
                call(colleague, *arguments)
    finally:
        files.close(colleague)
    assert not (desk / "copy.pdf").exists()


def test_attachments_of_a_sealed_case_open_for_holders_alone(file: OpenFile, case: int, desk: Path) -> None:
    staff.add(file, NewStaffMember("lawyer", "Заңгер", Role.LAWYER, factories.PASSWORD))
    path = put(desk, "a.pdf", samples.PDF)
    first = attachments.add(file, case, path, PLAIN).id
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    sealed.seal_case(lawyer, case)
    second = attachments.add(lawyer, case, path, NewAttachment("sealed")).id
    assert attachments.look(lawyer, first).content == samples.PDF
    assert {row.id for row in attachments.listing(lawyer, case).rows} == {first, second}
    files.close(lawyer)
    other = factories.sign_in(file.path)
    for call, arguments in (
        (attachments.listing, (case,)),
        (attachments.add, (case, path, PLAIN)),
        (attachments.look, (second,)),
        (attachments.save_copy, (second, desk / "copy.pdf")),
        (attachments.remove, (second,)),
    ):
        with pytest.raises(NotAllowed):
            call(other, *arguments)
    files.close(other)
    lawyer = factories.sign_in(file.path, "lawyer")
    sealed.unseal_case(lawyer, case)
    files.close(lawyer)
    other = factories.sign_in(file.path)
    assert attachments.look(other, second).content == samples.PDF
    files.close(other)


def test_the_clock_of_the_tests_is_used(file: OpenFile, case: int, desk: Path) -> None:
    attachments.add(file, case, put(desk, "a.pdf", samples.PDF), PLAIN)
    assert attachments.listing(file, case).rows[0].added_at.startswith(settings.today().isoformat())
