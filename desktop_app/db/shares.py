"""Recovery sheets: a secret on three sheets of paper, of which any two give it and one alone tells nothing.

For each pair of sheets the secret is split once: one sheet of the pair gets random signs, the other the sum of these
and the secret, sign by sign without carrying. So each sheet holds two pieces, one for either of the others, and each
piece alone is as random as any other signs: no threshold scheme of our own, only pairs (a one-time pad each).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from desktop_app.db.recovery_code import ALPHABET, CHECK, RANDOM, checksum, in_groups, random_signs, typed
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_

SHEETS: Final = 3
NEEDED: Final = 2

_SET: Final = 3
_LENGTH: Final = 1 + _SET + 2 * RANDOM + CHECK
_OTHERS: Final = {1: (2, 3), 2: (1, 3), 3: (1, 2)}

SLIP: Final = N_("This sheet has a slip or is not complete. Compare it with the paper sign by sign.")
SAME: Final = N_("This is the same sheet twice. Two different sheets of the three are needed.")
OTHER_SET: Final = N_(
    "These two sheets were not made together. Sheets made earlier no longer count once new ones were made: "
    "look for the other sheet of the same day."
)
NOT_ONE_SET: Final = N_("These three sheets were not made together. Make new ones.")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its number from 1 to 3, what it has in common with the others of its set, and two pieces."""

    number: int
    set_id: str
    pieces: tuple[str, str] = field(repr=False)

    def text(self) -> str:
        """The sheet as it is written down: twelve groups of five signs."""
        told = ALPHABET[self.number - 1] + self.set_id + "".join(self.pieces)
        return in_groups(told + _check(told))


def new_secret() -> str:
    """A secret of 130 random bits."""
    return random_signs(RANDOM)


def split(secret: str) -> tuple[Sheet, Sheet, Sheet]:
    """Three sheets any two of which give the secret."""
    pieces: dict[tuple[int, int], str] = {}
    for one, other in ((1, 2), (1, 3), (2, 3)):
        pieces[one, other] = random_signs(RANDOM)
        pieces[other, one] = _added(pieces[one, other], secret)
    set_id = random_signs(_SET)
    first, second, third = (
        Sheet(number, set_id, (pieces[number, low], pieces[number, high])) for number, (low, high) in _OTHERS.items()
    )
    return first, second, third


def read(text: str) -> Sheet | None:
    """A sheet as typed; None when a sign is wrong or missing."""
    signs = typed(text)
    told, check = signs[:-CHECK], signs[-CHECK:]
    if len(signs) != _LENGTH or not set(signs) <= set(ALPHABET) or check != _check(told):
        return None
    number = ALPHABET.index(told[0]) + 1
    if number > SHEETS:
        return None
    pieces = told[1 + _SET :]
    return Sheet(number, told[1 : 1 + _SET], (pieces[:RANDOM], pieces[RANDOM:]))


def joined(one: str, other: str) -> str:
    """The secret of two sheets as typed.

    Raises InvalidInput (fields first_sheet, second_sheet) for a slip, or when they do not belong together.
    """
    first, second = _sheets(one, other)
    if first.set_id != second.set_id:
        raise InvalidInput((Problem("second_sheet", Message(OTHER_SET)),))
    if first.number == second.number:
        raise InvalidInput((Problem("second_sheet", Message(SAME)),))
    return _added(_piece(first, second.number), _piece(second, first.number))


def secret_of(sheets: Sequence[str]) -> str:
    """The secret of all three sheets of a set. Raises InvalidInput as `joined`, or when they were not made together."""
    found = {joined(one, other) for one, other in combinations(sheets, NEEDED)}
    if len(sheets) != SHEETS or len(found) != 1:
        raise InvalidInput((Problem("", Message(NOT_ONE_SET)),))
    return found.pop()


def _sheets(one: str, other: str) -> tuple[Sheet, Sheet]:
    first, second = read(one), read(other)
    if first is not None and second is not None:
        return first, second
    fields = {"first_sheet": first, "second_sheet": second}
    raise InvalidInput(tuple(Problem(name, Message(SLIP)) for name, sheet in fields.items() if sheet is None))


def _piece(sheet: Sheet, other: int) -> str:
    return sheet.pieces[_OTHERS[sheet.number].index(other)]


def _added(one: str, other: str) -> str:
    """The sum of two rows of signs, sign by sign, each as five bits, without carrying (exclusive or)."""
    places = zip(one, other, strict=True)
    return "".join(ALPHABET[ALPHABET.index(a) ^ ALPHABET.index(b)] for a, b in places)


def _check(told: str) -> str:
    return checksum(b"tirek sheet ", told)
