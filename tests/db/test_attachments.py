"""What is stored of an attachment comes back whole or is refused, whatever was done to its pieces and its key."""

from __future__ import annotations

import random
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import delete, select, update

from desktop_app.db import attachments
from desktop_app.db.models import Attachment, AttachmentPiece
from desktop_app.db.queries import Session
from desktop_app.db.queries import attachments as queries
from desktop_app.domain.attachments import AttachmentHead, AttachmentType, CopyBasis
from desktop_app.errors import Cancelled, DamagedFile, NotAllowed
from desktop_app.services import cases
from desktop_app.services.files import OpenFile
from tests.services.situations import new_case

PIECE = attachments.PIECE
CONTENT = random.Random(5).randbytes(2 * PIECE + 1000)  # noqa: S311  content, not a key
SECOND_KEY = bytes(range(32))
Stored = list[bytes]


def head_of(content: bytes, note: str = "") -> AttachmentHead:
    digest = sha256(content).hexdigest()
    return AttachmentHead("Расчётный лист.pdf", AttachmentType.PDF, len(content), digest, digest, note)


def made(content: bytes = CONTENT, attachment_id: int = 7) -> tuple[bytes, AttachmentHead, Stored]:
    key = attachments.new_key()
    return key, head_of(content), list(attachments.encrypted_pieces(key, attachment_id, content))


def read(key: bytes, head: AttachmentHead, stored: Stored, attachment_id: int = 7) -> bytes:
    return b"".join(attachments.plain_pieces(key, attachment_id, head, stored))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE - 1])
def test_content_comes_back_byte_for_byte(size: int) -> None:
    content = CONTENT[:size] if size <= len(CONTENT) else CONTENT + CONTENT[: size - len(CONTENT)]
    key, head, stored = made(content)
    assert len(stored) == attachments.count(size)
    assert read(key, head, stored) == content


def test_pieces_show_nothing_of_the_content_and_differ_each_time() -> None:
    key, _head, stored = made(b"a" * PIECE * 2)
    assert stored[0][12:] != stored[1][12:]
    assert b"aaaa" not in b"".join(stored)
    assert stored != list(attachments.encrypted_pieces(key, 7, b"a" * PIECE * 2))


CHANGES = {
    "exchanged": lambda pieces: [pieces[1], pieces[0], pieces[2]],
    "first dropped": lambda pieces: pieces[1:],
    "middle dropped": lambda pieces: [pieces[0], pieces[2]],
    "last dropped": lambda pieces: pieces[:-1],
    "all dropped": lambda pieces: pieces[:0],
    "repeated": lambda pieces: [pieces[0], pieces[0], pieces[2]],
    "last repeated": lambda pieces: [*pieces, pieces[-1]],
    "first added": lambda pieces: [*pieces, pieces[0]],
    "cut": lambda pieces: [*pieces[:-1], pieces[-1][:-1]],
    "lengthened": lambda pieces: [*pieces[:-1], pieces[-1] + b"\0"],
    "emptied": lambda pieces: [b"", *pieces[1:]],
    "cut within the nonce": lambda pieces: [pieces[0][:5], *pieces[1:]],
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_pieces_out_of_place_are_refused(change: str) -> None:
    key, head, stored = made()
    with pytest.raises(DamagedFile, match="This attachment is damaged"):
        read(key, head, CHANGES[change](stored))


def test_pieces_of_another_attachment_are_refused() -> None:
    key, head, stored = made()
    with pytest.raises(DamagedFile):
        read(key, head, list(attachments.encrypted_pieces(key, 8, CONTENT)))
    with pytest.raises(DamagedFile):
        read(key, head, stored, attachment_id=8)
    with pytest.raises(DamagedFile):
        read(attachments.new_key(), head, stored)


def test_a_head_that_tells_less_or_another_hash_is_refused() -> None:
    key, _head, stored = made()
    for wrong in (head_of(CONTENT[: 2 * PIECE]), head_of(CONTENT[:-1]), head_of(CONTENT[:-1] + b"x")):
        with pytest.raises(DamagedFile):
            read(key, wrong, stored)


def test_a_shorter_story_that_is_told_right_is_refused_by_the_pieces_themselves() -> None:
    key, head, stored = made()
    with pytest.raises(DamagedFile):
        read(key, head_of(CONTENT[: 2 * PIECE]), stored[:2])
    with pytest.raises(DamagedFile):
        read(key, replace(head, size=head.size + 1), stored)


def flip_each(count: int) -> int:
    """How many of `count` random flips of one bit were taken for the attachment that was stored."""
    chance = random.Random(count)  # noqa: S311  the same flips every time
    content = chance.randbytes(3000)
    key, head, pieces = made(content)
    parts = [attachments.encrypted_head(key, 7, head), attachments.stored_key(key, 7, SECOND_KEY), *pieces]
    accepted = 0
    for _each in range(count):
        which = chance.randrange(len(parts))
        flipped = bytearray(parts[which])
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        changed = [bytes(flipped) if at == which else part for at, part in enumerate(parts)]
        try:
            opened = attachments.plain_key(changed[1], 7, SECOND_KEY, sealed=True)
            read(opened, attachments.plain_head(opened, 7, changed[0]), changed[2:])
        except DamagedFile:
            continue
        accepted += 1
    return accepted


def test_a_flipped_bit_is_never_accepted() -> None:
    assert flip_each(300) == 0


@pytest.mark.long
def test_ten_thousand_flipped_bits_are_never_accepted() -> None:
    assert flip_each(10_000) == 0


def test_a_head_comes_back_with_all_it_tells() -> None:
    key = attachments.new_key()
    head = AttachmentHead("паспорт.jpg", AttachmentType.JPEG, 5, "a", "b", "бет 1", CopyBasis.BY_LAW)
    stored = attachments.encrypted_head(key, 3, head)
    assert attachments.plain_head(key, 3, stored) == head
    with pytest.raises(DamagedFile):
        attachments.plain_head(key, 4, stored)
    with pytest.raises(DamagedFile):
        attachments.plain_head(key, 3, stored[:20])


def test_a_sealed_key_opens_with_the_second_key_alone() -> None:
    key = attachments.new_key()
    stored = attachments.stored_key(key, 3, SECOND_KEY)
    assert key not in stored
    assert attachments.plain_key(stored, 3, SECOND_KEY, sealed=True) == key
    with pytest.raises(NotAllowed):
        attachments.plain_key(stored, 3, None, sealed=True)
    for other, attachment_id in ((bytes(32), 3), (SECOND_KEY, 4)):
        with pytest.raises(DamagedFile):
            attachments.plain_key(stored, attachment_id, other, sealed=True)
    with pytest.raises(DamagedFile):
        attachments.plain_key(stored, 3, None, sealed=False)


# In the file


def add(file: OpenFile, case_id: int, content: bytes = CONTENT, second_key: bytes | None = None) -> int:
    with file.db.write("add_attachment", file.staff.id) as session:
        row = Attachment(case_id=case_id, added_at="2026-11-21T09:00:00+05:00", added_by=file.staff.id)
        return queries.add(session, row, head_of(content), content, second_key, print)


def content_of(session: Session, attachment_id: int, second_key: bytes | None = None) -> bytes:
    return b"".join(queries.content(session, attachment_id, second_key))


@pytest.fixture
def case(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


def test_an_attachment_is_kept_listed_and_removed(file: OpenFile, case: int) -> None:
    first, second = add(file, case), add(file, case, b"short")
    with file.db.read() as session:
        assert [row.id for row in queries.rows(session, case, None)] == [second, first]
        assert queries.taken(session, case) == len(CONTENT) + 5
        assert content_of(session, first) == CONTENT
        found = queries.row(session, first, None)
    assert found is not None
    assert (found.case_id, found.added_by, found.head) == (case, file.staff.full_name, head_of(CONTENT))
    with file.db.write("remove_attachment", file.staff.id) as session:
        queries.remove(session, first)
    with file.db.read() as session:
        assert queries.row(session, first, None) is None
        assert session.scalars(select(AttachmentPiece.attachment_id)).all() == [second]


def test_what_is_done_to_the_rows_is_noticed(file: OpenFile, case: int) -> None:
    attachment_id = add(file, case)
    other = add(file, case)
    piece = AttachmentPiece
    of_this = piece.attachment_id == attachment_id
    theirs = select(piece.content).where(piece.attachment_id == other, piece.number == 1).scalar_subquery()
    for done in (
        delete(piece).where(of_this, piece.number == 1),
        delete(piece).where(of_this, piece.number == 2),
        delete(piece).where(of_this),
        update(piece).where(of_this, piece.number == 2).values(number=5),
        update(piece).where(of_this, piece.number == 1).values(content=theirs),
        update(Attachment).where(Attachment.id == attachment_id).values(file_key=bytes(32)),
    ):
        with file.db.read() as session:
            session.execute(done)
            with pytest.raises(DamagedFile):
                content_of(session, attachment_id)


def test_a_damaged_head_does_not_hide_the_others(file: OpenFile, case: int) -> None:
    first, second = add(file, case), add(file, case, b"short")
    with file.db.write("change_attachment", file.staff.id) as session:
        session.execute(update(Attachment).where(Attachment.id == first).values(head=b"x" * 40))
    with file.db.read() as session:
        rows = queries.rows(session, case, None)
    assert [(row.id, row.head is None, row.size) for row in rows] == [(second, False, 5), (first, True, len(CONTENT))]


def test_a_cancelled_attachment_leaves_nothing(file: OpenFile, case: int) -> None:
    told: list[int] = []

    def step(done: int) -> None:
        told.append(done)
        if done > PIECE:
            raise Cancelled

    row = Attachment(case_id=case, added_at="2026-11-21T09:00:00+05:00", added_by=file.staff.id)
    with pytest.raises(Cancelled), file.db.write("add_attachment", file.staff.id) as session:
        queries.add(session, row, head_of(CONTENT), CONTENT, None, step)
    assert told == [PIECE, 2 * PIECE]
    with file.db.read() as session:
        assert queries.rows(session, case, None) == ()
        assert session.scalars(select(AttachmentPiece.number)).all() == []


def test_a_note_is_changed_and_the_content_stays(file: OpenFile, case: int) -> None:
    attachment_id = add(file, case, second_key=SECOND_KEY)
    with file.db.write("change_attachment", file.staff.id) as session:
        queries.change_head(session, attachment_id, head_of(CONTENT, "бет 2"), SECOND_KEY)
    with file.db.read() as session:
        found = queries.row(session, attachment_id, SECOND_KEY)
        assert found is not None
        assert found.head == head_of(CONTENT, "бет 2")
        assert content_of(session, attachment_id, SECOND_KEY) == CONTENT


def test_sealing_a_case_seals_its_attachments_and_unsealing_opens_them(file: OpenFile, case: int) -> None:
    other_case = cases.open_case(file, new_case()).id
    mine, theirs = add(file, case), add(file, other_case, b"short")
    with file.db.read() as session:
        plain = session.get_one(Attachment, mine).file_key
    with file.db.write("seal_case", file.staff.id) as session:
        assert queries.rewrap(session, case, None, SECOND_KEY) == 1
    with file.db.read() as session:
        assert plain not in session.get_one(Attachment, mine).file_key
        assert content_of(session, mine, SECOND_KEY) == CONTENT
        assert content_of(session, theirs) == b"short"
        for call in (queries.rows, queries.row):
            with pytest.raises(NotAllowed, match="This case is sealed"):
                call(session, case if call is queries.rows else mine, None)
        with pytest.raises(NotAllowed):
            content_of(session, mine)
    new = bytes(reversed(SECOND_KEY))
    with file.db.write("grant_seal", file.staff.id) as session:
        queries.rewrap(session, case, SECOND_KEY, new)
    with file.db.write("unseal_case", file.staff.id) as session:
        with pytest.raises(DamagedFile):
            queries.rewrap(session, case, SECOND_KEY, None)
        queries.rewrap(session, case, new, None)
    with file.db.read() as session:
        assert content_of(session, mine) == CONTENT
