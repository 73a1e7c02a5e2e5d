"""What a message about the surroundings is made of, and the sentences that several of them need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.i18n import N_


@dataclass(frozen=True)
class Message:
    """A message by its English text; `parts` marks each sentence H, S or D, the rest stands in `safe` and `do`."""

    msgid: str
    parts: str
    safe: str = ""
    do: str = ""


IS_UNTOUCHED: Final = N_("The file was not opened and not changed.")
IS_UNCHANGED: Final = N_("Nothing was changed.")
IS_SAVED: Final = N_("Everything that was saved is safe.")
IS_TYPED: Final = N_("What was typed is still on the screen.")
IS_BACKUPS: Final = N_("The backups are safe.")
IS_CENTRE: Final = N_("The file of the centre is safe; only the copy outside was not written.")
IS_NOT_ADDED: Final = N_("Nothing was added, and the case is as it was.")
IS_REST: Final = N_("The rest of the file can be read.")
