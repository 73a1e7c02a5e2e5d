"""What the settings ask of the services about staff and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.domain.recovery import Recovery
    from desktop_app.domain.staff import StaffLine
    from desktop_app.services.files import OpenFile


class StaffRead(NamedTuple):
    """Everyone of the staff, and about how many minutes a new key of the file takes."""

    lines: tuple[StaffLine, ...]
    minutes: int


class KeysRead(NamedTuple):
    """The ways of recovery, and about how many minutes a new key of the file takes."""

    recovery: Recovery
    minutes: int


def read_staff(file: OpenFile) -> StaffRead:
    """The list of staff."""
    from desktop_app.services import staff

    return StaffRead(staff.overview(file), staff.minutes_of_rekey(file))


def read_keys(file: OpenFile) -> KeysRead:
    """The ways of recovery of the file."""
    from desktop_app.services import keys, staff

    return KeysRead(keys.recovery(file), staff.minutes_of_rekey(file))


def rekey(file: OpenFile) -> None:
    """Give the file a new key."""
    from desktop_app.services import staff

    staff.rekey(file)


def new_code(_file: OpenFile) -> tuple[str, ...]:
    """A recovery code to be written down."""
    from desktop_app.services import keys

    return (keys.new_recovery_code(),)


def new_sheets(_file: OpenFile) -> tuple[str, ...]:
    """Three recovery sheets to be written down."""
    from desktop_app.services import keys

    return keys.new_sheets()


def make_code(file: OpenFile, codes: tuple[str, ...]) -> None:
    """Let the new code count."""
    from desktop_app.services import keys

    keys.make_recovery_code(file, codes[0])


def make_sheets(file: OpenFile, sheets: tuple[str, ...]) -> None:
    """Let the new sheets count."""
    from desktop_app.services import keys

    first, second, third = sheets
    keys.make_sheets(file, (first, second, third))


def drop_sheets(file: OpenFile) -> None:
    """Let no sheets open the file any longer."""
    from desktop_app.services import keys

    keys.drop_sheets(file)


def rehearse_code(file: OpenFile, code: str) -> None:
    """Try the recovery code out."""
    from desktop_app.services import keys

    keys.rehearse_code(file, code)


def rehearse_sheets(file: OpenFile, first: str, second: str) -> None:
    """Try two of the sheets out."""
    from desktop_app.services import keys

    keys.rehearse_sheets(file, (first, second))
