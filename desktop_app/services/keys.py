"""The ways back into the file: the recovery code, the recovery sheets, and trying out whether they open it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.db import recovery_code, shares
from desktop_app.db.keys import Secret
from desktop_app.db.queries import keys as queries
from desktop_app.db.vault import BY_CODE, BY_SHEETS
from desktop_app.domain.permissions import Action
from desktop_app.domain.recovery import Recovery, Way
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.files import OpenFile

Sheets = tuple[str, str, str]
"""The three recovery sheets as they are written down."""

_SLIP: Final = N_("The recovery code has a slip or is not complete. Compare it with the paper sign by sign.")
_OTHER_CODE: Final = N_("This is not the recovery code of this file. Look for the paper with the newest date.")
_OTHER_SHEETS: Final = N_("These two sheets do not open this file. Look for the sheets with the newest date.")


def recovery(file: OpenFile) -> Recovery:
    """Which ways of recovery the file has, since when, and when they were last used and rehearsed."""
    with access.reading(file, Action.VIEW_SETTINGS) as session:
        code, sheets = (queries.way(session, kind) for kind in (BY_CODE, BY_SHEETS))
    return Recovery(_existing(file, BY_CODE, code), _existing(file, BY_SHEETS, sheets))


def new_recovery_code() -> str:
    """A recovery code to be written down before it counts."""
    return recovery_code.new_code()


def new_sheets() -> Sheets:
    """Three recovery sheets to be written down before they count."""
    first, second, third = (sheet.text() for sheet in shares.split(shares.new_secret()))
    return first, second, third


def make_recovery_code(file: OpenFile, code: str) -> None:
    """Let this code open the file, in the place of a former one. It must have been typed back by then.

    The new one is proven to open before the former one goes. Raises NotAllowed or InvalidInput (field code).
    """
    _make(file, Secret(BY_CODE, _plain(code)))


def make_sheets(file: OpenFile, sheets: Sheets) -> None:
    """Let any two of these sheets open the file, in the place of former ones. They must have been typed back by then.

    Raises NotAllowed, or InvalidInput when the three do not belong together.
    """
    _make(file, Secret(BY_SHEETS, shares.secret_of(sheets)))


def drop_sheets(file: OpenFile) -> None:
    """Let no sheets open the file any longer. Raises NotAllowed."""
    with access.reading(file, Action.MAKE_RECOVERY):
        pass
    with (
        file.keys.dropped(BY_SHEETS, ""),
        access.writing(file, Action.MAKE_RECOVERY, queries.HOLDERS[BY_SHEETS]) as session,
    ):
        queries.drop_holder(session, BY_SHEETS)


def rehearse_code(file: OpenFile, code: str) -> None:
    """Try out the recovery code: nothing changes, and the log tells of it. Raises NotAllowed or InvalidInput (code)."""
    with access.reading(file, Action.REHEARSE_RECOVERY):
        pass
    if not file.keys.opens(Secret(BY_CODE, _plain(code))):
        raise InvalidInput((Problem("code", Message(_OTHER_CODE)),))
    with access.writing(file, Action.REHEARSE_RECOVERY, queries.HOLDERS[BY_CODE]):
        pass


def rehearse_sheets(file: OpenFile, sheets: tuple[str, str]) -> None:
    """As `rehearse_code`, with two of the sheets (fields first_sheet, second_sheet)."""
    with access.reading(file, Action.REHEARSE_RECOVERY):
        pass
    if not file.keys.opens(Secret(BY_SHEETS, shares.joined(*sheets))):
        raise InvalidInput((Problem("second_sheet", Message(_OTHER_SHEETS)),))
    with access.writing(file, Action.REHEARSE_RECOVERY, queries.HOLDERS[BY_SHEETS]):
        pass


def _make(file: OpenFile, secret: Secret) -> None:
    with access.reading(file, Action.MAKE_RECOVERY):
        pass
    with (
        file.keys.changed(secret, file.keys.carried(secret.kind)) as public,
        access.writing(file, Action.MAKE_RECOVERY, queries.HOLDERS[secret.kind]) as session,
    ):
        queries.set_holder(session, secret.kind, public)


def _existing(file: OpenFile, kind: str, told: Way) -> Way:
    if not any(slot.kind == kind for slot in file.keys.slots.slots):
        return Way()
    return replace(told, exists=True)


def _plain(code: str) -> str:
    plain = recovery_code.plain(code)
    if plain is None:
        raise InvalidInput((Problem("code", Message(_SLIP)),))
    return plain
