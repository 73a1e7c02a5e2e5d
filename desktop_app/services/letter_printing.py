"""Printing letters: what goes to the printer, after a line in the log says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import letters_of_day
from desktop_app.domain.letters import LetterRow, PageImage
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, NotAllowed
from desktop_app.i18n import N_
from desktop_app.services import access, letter_keeping, sealed
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


@dataclass(frozen=True)
class OfToday:
    """The letters dated today in the order they were made: those that go to the printer, and those that cannot.

    `shut`: who is signed in may not print them, or their case is sealed and opens only with the second key.
    """

    letters: tuple[LetterRow, ...] = ()
    shut: tuple[LetterRow, ...] = ()


def of_today(file: OpenFile) -> OfToday:
    """What `todays` would print, to be looked at before. Reading copies are left out: they go to nobody."""
    with access.reading(file, Action.LIST_LETTERS) as session:
        ids = letters_of_day.ids(session, access.viewer(file, session), settings.today())
        rows = letter_queries.of_ids(session, ids)
        shut = letters_of_day.sealed(session, ids) if sealed.key_of(file, session) is None else frozenset[int]()
    shut |= {each for each in ids if not access.allowed(file, Action.PRINT_LETTER, "letter", each)}
    return OfToday(
        tuple(row for row in rows if row.id not in shut),
        tuple(row for row in rows if row.id in shut),
    )


def letter(file: OpenFile, letter_id: int) -> ToPrint:
    """One kept letter byte for byte; that it is printed is logged first. DamagedFile when it is not what was kept."""
    from desktop_app.letters import preview

    content = letter_keeping.kept_content(file, letter_id, Action.PRINT_LETTER)
    return ToPrint(_number(file, letter_id).replace("/", "-"), content, preview.count(content))


def todays(file: OpenFile, wanted: Collection[int] | None = None) -> ToPrint:
    """All letters dated today that may be printed by who is signed in, bound into one document, each logged.

    `wanted`: only those of them. Reading copies are left out: they go to nobody. Raises AppError when there is none.
    """
    from desktop_app.letters import binding, preview

    today = settings.today()
    with access.reading(file, Action.LIST_LETTERS) as session:
        ids = letters_of_day.ids(session, access.viewer(file, session), today)
    ids = tuple(each for each in ids if wanted is None or each in wanted)
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
