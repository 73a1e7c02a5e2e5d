"""The centre as its letterhead shows it: names, addresses, the mark of its numbers, its logo."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.db.queries import centre as queries
from desktop_app.domain.attachments import AttachmentType
from desktop_app.domain.centre import LOGO_SIDE, MOST_BYTES_OF_LOGO, Centre
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied_centre
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.imports.child import in_child
from desktop_app.services import access
from desktop_app.services.files import OpenFile, problems_of_centre

_SIGNATURES: Final = {b"\x89PNG\r\n\x1a\n": AttachmentType.PNG, b"\xff\xd8\xff": AttachmentType.JPEG}
_TOO_LARGE: Final = N_("The picture is larger than 1 MB. Make it smaller and choose it again.")
_NO_PICTURE: Final = N_("A logo is a picture in the format PNG or JPEG. Save it in one of them and choose it again.")
_UNREADABLE: Final = N_("The picture cannot be read: %(path)s")
_SAVED: Final = frozenset({Kind.CENTRE})


def read(file: OpenFile) -> Centre:
    """The centre of the file."""
    with access.reading(file, Action.VIEW_CENTRE) as session:
        return queries.centre(session)


def save(file: OpenFile, centre: Centre) -> Saved:
    """Store the centre. Raises InvalidInput."""
    centre = tidied_centre(centre)
    refuse(tuple(problems_of_centre(centre)))
    with access.writing(file, Action.CHANGE_CENTRE, "centre", queries.THE_CENTRE) as session:
        queries.write_centre(session, centre)
    return Saved(queries.THE_CENTRE, _SAVED)


def logo(file: OpenFile) -> bytes:
    """The picture of the letterhead as PNG or JPEG, empty when there is none."""
    with access.reading(file, Action.VIEW_CENTRE) as session:
        return queries.logo(session)


def set_logo(file: OpenFile, content: bytes) -> Saved:
    """Put a picture on the letterhead: decoded in a child process, made small, kept without what it tells beside.

    Raises InvalidInput about "content"; then the letterhead stays as it is.
    """
    with access.reading(file, Action.CHANGE_CENTRE, "centre", queries.THE_CENTRE):
        picture = _checked(content)
    return _store(file, picture)


def set_logo_from(file: OpenFile, path: Path) -> Saved:
    """As `set_logo`, from a file outside, which stays as it is. AppError when it cannot be read."""
    try:
        with path.open("rb") as source:
            content = source.read(MOST_BYTES_OF_LOGO + 1)
    except OSError:
        raise AppError(_UNREADABLE, path=path) from None
    return set_logo(file, content)


def remove_logo(file: OpenFile) -> Saved:
    """Take the picture off the letterhead; letters that are made already keep it."""
    return _store(file, b"")


def _store(file: OpenFile, picture: bytes) -> Saved:
    with access.writing(file, Action.CHANGE_CENTRE, "centre", queries.THE_CENTRE) as session:
        queries.write_logo(session, picture)
    return Saved(queries.THE_CENTRE, _SAVED)


def _checked(content: bytes) -> bytes:
    from desktop_app.imports import pictures

    kind = next((kind for begin, kind in _SIGNATURES.items() if content.startswith(begin)), None)
    if len(content) > MOST_BYTES_OF_LOGO:
        raise _refused(_TOO_LARGE)
    if kind is None:
        raise _refused(_NO_PICTURE)
    match in_child(pictures.small, content, kind.value, LOGO_SIDE):
        case [int(width), int(height), bytes(picture)]:
            if 0 < width <= LOGO_SIDE and 0 < height <= LOGO_SIDE and picture.startswith(tuple(_SIGNATURES)):
                return picture
    raise _refused(_NO_PICTURE)


def _refused(msgid: str) -> InvalidInput:
    return InvalidInput((Problem("content", Message(msgid)),))
