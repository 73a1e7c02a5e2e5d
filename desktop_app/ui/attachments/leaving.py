"""A copy of an attachment outside the protected file: the warning, the place, the copy."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import AttachmentHead
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import attachments
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.context import Context

_LEAVES: Final = N_(
    "The copy is not protected any more: anyone who finds it can open it. It may also harm a computer if it came from "
    "somebody you do not know. Keep it only as long as it is needed, then delete it."
)
_DOCUMENT_LEAVES: Final = N_(
    "This is a copy of an identity document. Outside it is not protected any more, and the law allows such copies on "
    "paper only in certain cases: ask the lawyer before you print it or hand it on."
)


class Leaving:
    """Asks, lets choose the place, and writes the copy for one screen."""

    def __init__(self, context: Context, owner: QWidget) -> None:
        self._context = context
        self._owner = owner

    def begin(self, attachment_id: int, head: AttachmentHead) -> Dialog:
        """Warn first; then ask for the place."""
        said = _LEAVES if head.copy_of_document is None else _DOCUMENT_LEAVES
        title = N_("A copy outside the protected file")
        choose = partial(self._choose, attachment_id, head)
        return ask(self._owner, title, Message(said), N_("Choose the place"), choose)

    def _choose(self, attachment_id: int, head: AttachmentHead) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        suffix = PurePath(head.name).suffix
        save = partial(self._save, attachment_id)
        choose_to_save(self._owner, N_("Save a copy of the attachment"), folder / head.name, suffix, save)

    def _save(self, attachment_id: int, path: Path) -> None:
        self._context.background.run(
            attachments.save_copy,
            self._context.file,
            attachment_id,
            path,
            owner=self._owner,
            on_done=self._on_saved,
            label=Message(N_("Saving the copy …")),
        )

    def _on_saved(self, path: Path) -> None:
        self._context.bus.said.emit(Message(N_("The copy is saved: %(path)s"), {"path": path}))
