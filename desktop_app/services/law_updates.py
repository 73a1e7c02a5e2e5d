"""Updates of the law from a signed file: the keys that are trusted, what an update would change, installing it."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Final

from desktop_app import law, settings
from desktop_app.db import law_signature
from desktop_app.db.queries import Session
from desktop_app.db.queries import law as queries
from desktop_app.domain import law_updates
from desktop_app.domain.access import Approval
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problem_of_name, refuse
from desktop_app.domain.law_held import InstalledUpdate, TrustedKey
from desktop_app.domain.law_preview import LawPreview, preview_of
from desktop_app.domain.law_updates import LawUpdate, SignedText
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, law_in_use
from desktop_app.services.files import OpenFile
from desktop_app.services.law import renew

_KEY_BYTES: Final = 32
_NOT_READ: Final = N_("%(path)s cannot be read. Nothing was changed. Choose the file once more.")
_NO_KEY: Final = N_("This is no public key: it has 44 signs and ends with “=”. Copy it as a whole.")
_KNOWN_KEY: Final = N_("This key is trusted already.")
_NOT_TRUSTED: Final = N_("This key is not trusted, or it was removed already.")
_STRANGE_KEY: Final = N_(
    "The update is signed with a key that this centre does not trust (%(fingerprint)s). Nothing was changed. Ask "
    "whoever publishes it which key is theirs."
)
_WRONG_SIGNATURE: Final = N_(
    "The signature does not fit: the update was changed after it was signed, or damaged on its way. Nothing was "
    "changed. Ask for the file once more."
)
_NOT_NEWER: Final = N_(
    "This is update %(number)s, and update %(installed)s is installed already. Only a newer one can be installed. "
    "Nothing was changed."
)
_MADE_AHEAD: Final = N_(
    "The update is dated %(day)s, which is still to come. Nothing was changed. Check the clock of this computer."
)


def trust_key(file: OpenFile, name: str, public_key: str, approval: Approval) -> Saved:
    """Take the updates signed with this key from now on (base64, as its owner publishes it). A second person agrees.

    Raises InvalidInput (fields name, public_key, login, password) or NotAllowed.
    """
    with access.reading(file, Action.TRUST_LAW_KEY) as session:
        known = queries.trusted_keys(session)
    key = _decoded(public_key)
    found = [*problem_of_name("name", name)]
    if key is None:
        found.append(Problem("public_key", Message(_NO_KEY)))
    elif any(each.public_key == key and each.removed_on is None for each in known):
        found.append(Problem("public_key", Message(_KNOWN_KEY)))
    refuse(tuple(found))
    second = access.second(file, approval)
    with access.writing(file, Action.TRUST_LAW_KEY, "law") as session:
        row_id = queries.trust_key(session, tidy_line(name), key or b"", file.staff.id, settings.today())
        session.info["entity_id"] = row_id
        access.note_approval(session, file, second, "law", row_id)
    return Saved(row_id, frozenset({Kind.LAW}))


def remove_key(file: OpenFile, key_id: int) -> Saved:
    """Take no more updates of a key. What it signed already stays, and is shown. AppError when there is none."""
    with access.writing(file, Action.TRUST_LAW_KEY, "law", key_id) as session:
        if not queries.remove_key(session, key_id, settings.today()):
            raise AppError(_NOT_TRUSTED)
    return Saved(key_id, frozenset({Kind.LAW}))


def fingerprint(public_key: str) -> str:
    """A public key as two people compare it; empty while it is not complete."""
    key = _decoded(public_key)
    return law_signature.fingerprint(key) if key else ""


def fingerprint_of(key: TrustedKey) -> str:
    """A trusted key as two people compare it."""
    return law_signature.fingerprint(key.public_key)


def preview(file: OpenFile, path: Path) -> LawPreview:
    """What the update in this file would change. AppError for every reason for which it would be refused."""
    data = _read(path)
    with access.reading(file, Action.INSTALL_LAW) as session:
        text, key, content = _checked(session, data)
        told, values = queries.confirmations(session), queries.values(session)
    return preview_of(content, key.name, text, law.facts(), told, values)


def install(file: OpenFile, seen: SignedText) -> Saved:
    """Install the update that was looked at, all or nothing. AppError as `preview`: it is checked again."""
    with access.writing(file, Action.INSTALL_LAW, "law") as session:
        key, content = _accepted(session, seen)
        today = settings.today()
        new = InstalledUpdate(
            0, content.number, key, content.made_on, today, file.staff.full_name, seen.content, seen.signature
        )
        row_id = session.info["entity_id"] = queries.add_update(session, new, file.staff.id)
    renew(file)
    return Saved(row_id, frozenset({Kind.LAW}))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as source:
            return source.read(law_updates.LARGEST + 1)
    except OSError as error:
        raise AppError(_NOT_READ, path=path.name) from error


def _checked(session: Session, data: bytes) -> tuple[SignedText, TrustedKey, LawUpdate]:
    text = law_updates.read_file(data)
    return text, *_accepted(session, text)


def _accepted(session: Session, text: SignedText) -> tuple[TrustedKey, LawUpdate]:
    """The key and the content of an update that may be installed; nothing of it is read before its signature fits."""
    trusted = (each for each in queries.trusted_keys(session) if each.removed_on is None)
    key = next((each for each in trusted if each.public_key == text.public_key), None)
    if key is None:
        raise AppError(_STRANGE_KEY, fingerprint=law_signature.fingerprint(text.public_key))
    if not law_signature.fits(key.public_key, text.signature, text.signed_bytes):
        raise AppError(_WRONG_SIGNATURE)
    content = law_updates.read_content(text.content, *law_in_use.known())
    installed = max((each.number for each in queries.updates(session)), default=0)
    if content.number <= installed:
        raise AppError(_NOT_NEWER, number=content.number, installed=installed)
    if content.made_on > settings.today():
        raise AppError(_MADE_AHEAD, day=f"{content.made_on:%d.%m.%Y}")
    return key, content


def _decoded(public_key: str) -> bytes | None:
    try:
        key = base64.b64decode("".join(public_key.split()), validate=True)
    except (ValueError, binascii.Error):
        return None
    return key if len(key) == _KEY_BYTES else None
