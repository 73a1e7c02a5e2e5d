"""Checking a whole file: pages, log, letters, attachments, what tables repeat, and the anchors in its backups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app import law
from desktop_app.db import at_rest, seal, soundness
from desktop_app.db.audit import Head
from desktop_app.db.keys import Secret
from desktop_app.db.queries import Session, rules
from desktop_app.db.queries import attachments as attachment_queries
from desktop_app.db.queries import log as log_queries
from desktop_app.db.queries import verification as queries
from desktop_app.db.queries.rules import Rule
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.permissions import Action
from desktop_app.domain.verification import Part, Trouble, Verification
from desktop_app.errors import AppError, DamagedFile, Message, NotAllowed
from desktop_app.i18n import N_
from desktop_app.services import access, backups, sealed
from desktop_app.services.files import OpenFile

_TAIL: Final = 1000
_MOST_TOLD: Final = 100
"""Troubles of one kind that are named one by one."""

_WRONG: Final = N_("The login or the password is wrong. Check the keyboard layout and Caps Lock.")
_PAGE: Final = N_("Page %(id)s of the file is damaged.")
_TABLES: Final = N_("The tables of the file do not hang together.")
_REFERENCE: Final = N_("Row %(id)s of the table %(table)s refers to a row that is not there.")
_LINE: Final = N_("The log does not fit from line %(id)s on: a line was changed, added or removed.")
_LETTER: Final = N_("Letter %(id)s is not the one that was kept.")
_ATTACHMENT: Final = N_("Attachment %(id)s is damaged.")
_ANCHOR: Final = N_("The log no longer has line %(id)s as the backup %(name)s noted it: lines were cut or exchanged.")
_RULES: Final = {
    Rule.WORKERS: N_("Case %(id)s does not count its workers right."),
    Rule.RECEIVED: N_("Case %(id)s does not add up what was received."),
    Rule.EMPLOYER: N_("Case %(id)s does not name its employer as the employer's page does."),
    Rule.FIRST_WORKER: N_("Case %(id)s does not name its first worker as the worker's page does."),
    Rule.NEXT_DEADLINE: N_("Case %(id)s does not name the earliest of its open dates."),
}


def run(file: OpenFile, *, full: bool) -> Verification:
    """Check the file; that it was checked is logged afterwards.

    Always: the seal of every page and the last thousand lines of the log. `full`: the tables, all references, every
    line, every letter and attachment that can be opened, what tables repeat, and the anchors of the backups in reach.
    """
    with access.reading(file, Action.VERIFY_FILE) as session:
        found = _checked(file, session, full=full)
    try:
        with access.writing(file, Action.VERIFY_FILE):
            pass
    except DamagedFile:  # the log itself may stand on a damaged page
        if found.ok:
            raise
    return found


def run_at_rest(path: Path, login: str, password: str) -> Verification:
    """Check the pages of a closed file that is too damaged to sign in to; nothing is changed or logged.

    Raises CannotOpen, NotClosed, or DamagedFile when not even its first page can be read.
    """
    with at_rest.looked_into(path, Secret(BY_PASSWORD, password, login), _WRONG) as seen:
        troubles = tuple(_some_of_each(_pages(seen.session, full=False)))
    nothing = dict.fromkeys(("log_lines", "log_from", "letters", "attachments", "unread", "anchors"), 0)
    return Verification(full=False, law_until=law.checked_until(), troubles=troubles, **nothing)


def _checked(file: OpenFile, session: Session, *, full: bool) -> Verification:
    lines = log_queries.head(session).seq
    begin = 0 if full else max(0, lines - _TAIL)
    troubles = [*_pages(session, full=full), *_log(file, session, begin)]
    unread: Counter[Part] = Counter()
    anchors = 0
    if full and not troubles:  # on damaged pages every further question would fail too
        heads = tuple(_anchors(file, session))
        anchors = len(heads)
        troubles += _moved(session, heads)
        troubles += _letters(file, session, unread)
        troubles += _attachments(file, session, unread)
        troubles += (
            Trouble(Part.RULES, Message(_RULES[rule], {"id": id_}), id_) for rule, id_ in rules.broken(session)
        )
    return Verification(
        full=full,
        log_lines=lines,
        log_from=begin + 1,
        letters=queries.count_letters(session),
        attachments=queries.count_attachments(session),
        unread=unread.total(),
        anchors=anchors,
        law_until=law.checked_until(),
        troubles=tuple(_some_of_each(troubles)),
    )


def _pages(session: Session, *, full: bool) -> Iterator[Trouble]:
    connection = session.connection()
    for number in soundness.broken_pages(connection):
        yield Trouble(Part.DATABASE, Message(_PAGE, {"id": number}), number)
    if not full:
        return
    if not soundness.holds_together(connection):
        yield Trouble(Part.DATABASE, Message(_TABLES))
    for table, row in soundness.loose_references(connection):
        yield Trouble(Part.DATABASE, Message(_REFERENCE, {"id": row or 0, "table": table}), row or 0)


def _log(file: OpenFile, session: Session, begin: int) -> Iterator[Trouble]:
    broken = file.db.chain.first_broken(session, after=begin)
    if broken is not None:
        yield Trouble(Part.LOG, Message(_LINE, {"id": broken}), broken)


def _anchors(file: OpenFile, session: Session) -> Iterator[tuple[str, Head]]:
    """What the backups in reach noted of the log. Those from before a restore noted a log that ended then."""
    restored_at, restored_as = queries.last_restore(session)
    for folder in backups.places(file):
        with suppress(AppError):
            for each in backups.listing(folder):
                told = each.manifest
                if told is None or told.file_id != file.keys.slots.file_id:
                    continue
                if restored_at is not None and told.made_at <= restored_at and told.log_seq >= restored_as:
                    continue
                yield each.name, Head(told.log_seq, bytes.fromhex(told.log_chain))


def _moved(session: Session, heads: Iterable[tuple[str, Head]]) -> Iterator[Trouble]:
    for name, head in heads:
        if not queries.has_line(session, head):
            yield Trouble(Part.BACKUPS, Message(_ANCHOR, {"id": head.seq, "name": name}), head.seq)


def _letters(file: OpenFile, session: Session, unread: Counter[Part]) -> Iterator[Trouble]:
    key = sealed.key_of(file, session)
    for letter in queries.letters(session):
        content = letter.pdf
        try:
            if letter.sealed and key is None:
                unread[Part.LETTERS] += 1
                continue
            if letter.sealed and key is not None:
                content = seal.plain_pdf(letter.id, content, key)
        except DamagedFile:
            content = b""
        if sha256(content).hexdigest() != letter.sha256:
            yield Trouble(Part.LETTERS, Message(_LETTER, {"id": letter.id}), letter.id)


def _attachments(file: OpenFile, session: Session, unread: Counter[Part]) -> Iterator[Trouble]:
    key = sealed.key_of(file, session)
    for attachment_id in queries.attachment_ids(session):
        try:
            for _piece in attachment_queries.content(session, attachment_id, key):
                pass
        except NotAllowed:
            unread[Part.ATTACHMENTS] += 1
        except DamagedFile:
            yield Trouble(Part.ATTACHMENTS, Message(_ATTACHMENT, {"id": attachment_id}), attachment_id)


def _some_of_each(troubles: Iterable[Trouble]) -> Iterator[Trouble]:
    told: Counter[str] = Counter()
    for trouble in troubles:
        told[trouble.message.msgid] += 1
        if told[trouble.message.msgid] <= _MOST_TOLD:
            yield trouble
