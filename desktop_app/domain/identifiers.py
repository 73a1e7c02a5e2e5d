"""IIN and BIN: the twelve digits of a person or an organisation in Kazakhstan.

The digits are: IIN - birth date YYMMDD, century and sex, four of order, one of check; BIN - year and month of
registration YYMM, kind of organisation (4, 5 or 6), its part (head, branch and so on), five of order, one of check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from desktop_app.domain.people import Sex
from desktop_app.errors import Message
from desktop_app.i18n import N_

_LENGTH: Final = 12
_FIRST_WEIGHTS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
# The second round, when the first leaves a remainder of ten.
_SECOND_WEIGHTS: Final = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_KINDS_OF_ORGANISATION: Final = "456"
_CENTURY_AND_SEX: Final = {
    "1": (1800, Sex.MALE),
    "2": (1800, Sex.FEMALE),
    "3": (1900, Sex.MALE),
    "4": (1900, Sex.FEMALE),
    "5": (2000, Sex.MALE),
    "6": (2000, Sex.FEMALE),
}
_SEPARATORS: Final = dict.fromkeys(map(ord, " \u00a0\u202f\t-"))


@dataclass(frozen=True)
class IdCheck:
    """What a number says of itself. `number` is the twelve digits, or what was typed when it is not that.

    `reason` tells why it is not valid. Birth date and sex are known for a valid IIN alone.
    """

    number: str
    kind: Literal["iin", "bin"] | None
    valid: bool
    reason: Message | None = None
    birth_date: date | None = None
    sex: Sex | None = None


def check_id(number: str) -> IdCheck:
    """Whether a number is a well-formed IIN or BIN, which of the two, and why not.

    Spaces and hyphens between the digits do not count. A well-formed number may still belong to nobody.
    """
    digits = number.translate(_SEPARATORS)
    if not (digits.isascii() and digits.isdigit()):
        return IdCheck(number, None, valid=False, reason=Message(N_("An IIN or a BIN has only digits.")))
    if len(digits) != _LENGTH:
        reason = Message(N_("An IIN or a BIN has 12 digits; this number has %(count)s."), {"count": str(len(digits))})
        return IdCheck(digits, None, valid=False, reason=reason)
    return _check_bin(digits) if digits[4] in _KINDS_OF_ORGANISATION else _check_iin(digits)


def check_digit(first_eleven: str) -> int | None:
    """The twelfth digit that belongs to the first eleven, None when no number may begin so."""
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        remainder = sum(weight * int(digit) for weight, digit in zip(weights, first_eleven, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def _wrong_check_digit(digits: str) -> Message | None:
    if check_digit(digits[:-1]) == int(digits[-1]):
        return None
    return Message(N_("The check digit does not fit: one of the digits is mistyped."))


def _check_bin(digits: str) -> IdCheck:
    reason = _wrong_check_digit(digits)
    if not 1 <= int(digits[2:4]) <= 12:
        msgid = N_("The third and fourth digits of a BIN are a month; there is no month %(month)s.")
        reason = Message(msgid, {"month": digits[2:4]})
    return IdCheck(digits, "bin", valid=reason is None, reason=reason)


def _check_iin(digits: str) -> IdCheck:
    reason = _wrong_check_digit(digits)
    century, sex = _CENTURY_AND_SEX.get(digits[6], (None, None))
    born = None
    if century is None:
        reason = Message(N_("The seventh digit of an IIN must be from 1 to 6."))
    else:
        try:
            born = date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
        except ValueError:
            reason = Message(N_("The first six digits of an IIN are a birth date; this number has no real date there."))
    if reason is not None:
        return IdCheck(digits, "iin", valid=False, reason=reason)
    return IdCheck(digits, "iin", valid=True, birth_date=born, sex=sex)
