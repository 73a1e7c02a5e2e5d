"""Printing letters: what goes to the printer, after a line in the log says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import letters_of_day
from desktop_app.domain.letters import PageImage
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, NotAllowed
from desktop_app.i18n import N_
from desktop_app.services import access, letter_keeping
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_keeping import NO_LETTER

_NONE_TODAY: Final = N_("No letter that you may print is dated today.")


@dataclass(frozen=True)
class ToPrint:
    """What is printed. `name` is all that the printer's queue shows: a number or a day, nobody's name.

    `letters` were bound into it; `left_out` of the day could not be read here (a sealed case without its key).
    """

    name: str
    content: bytes = field(repr=False)
    pages: int
    letters: int = 1
    left_out: int = 0


def letter(file: OpenFile, letter_id: int) -> ToPrint:
    """One kept letter byte for byte; that it is printed is logged first. DamagedFile when it is not what was kept."""
    from desktop_app.letters import preview

    content = letter_keeping.kept_content(file, letter_id, Action.PRINT_LETTER)
    return ToPrint(_number(file, letter_id).replace("/", "-"), content, preview.count(content))


def todays(file: OpenFile) -> ToPrint:
    """All letters dated today that may be printed by who is signed in, bound into one document, each logged.

    Reading copies are left out: they go to nobody. Raises AppError when there is none.
    """
    from desktop_app.letters import binding, preview

    today = settings.today()
    with access.reading(file, Action.LIST_LETTERS) as session:
        ids = letters_of_day.ids(session, access.viewer(file, session), today)
    mine = [each for each in ids if access.allowed(file, Action.PRINT_LETTER, "letter", each)]
    contents = [content for each in mine if (content := _readable(file, each)) is not None]
    if not contents:
        raise AppError(_NONE_TODAY)
    bound = binding.bind(contents)
    return ToPrint(today.isoformat(), bound, preview.count(bound), len(contents), len(mine) - len(contents))


def sheet(to_print: ToPrint, at: int, dots: int) -> PageImage:
    """A page from 0 as the printer gets it, `dots` to the inch."""
    from desktop_app.letters import preview

    return preview.sheet(to_print.content, at, dots)


def _readable(file: OpenFile, letter_id: int) -> bytes | None:
    """The letter, None when its case is sealed for who is signed in; a damaged one stops everything."""
    try:
        return letter_keeping.kept_content(file, letter_id, Action.PRINT_LETTER)
    except NotAllowed:
        return None


def _number(file: OpenFile, letter_id: int) -> str:
    with access.reading(file, Action.PRINT_LETTER, "letter", letter_id) as session:
        row = letter_queries.row(session, letter_id)
    if row is None:
        raise AppError(NO_LETTER)
    return row.number
