"""Employers of the file that may be the one being typed: the same foreman comes back under a new company."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.chains import PerhapsSame
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.i18n import N_
from desktop_app.services import employers
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.employers.employer_form import EmployerForm
from desktop_app.ui.employers.standing import in_common

_PAUSE_MS: Final = 500
_SHOWN: Final = 2
_LONGEST: Final = 300


class LikenessLine(QWidget):
    """`picked(id)`: one of them is meant. Hidden while there is none, or while an employer of the file is taken."""

    picked = Signal(int)

    def __init__(self, context: Context, form: EmployerForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._task: Task | None = None
        self.found: tuple[PerhapsSame, ...] = ()
        self.buttons = tuple(LinkButton("", self, icon="building-2") for _at in range(_SHOWN))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(N_("Perhaps in the file:"), self, role="muted"))
        for at, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._on_clicked, at))
            row.addWidget(button)
        row.addStretch()
        form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self.hide()

    def _on_pause(self) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        if not self._form.isVisible() or not self._form.isEnabled():
            self._show(())
            return
        values = {name: str(self._form.value(name))[:_LONGEST] for name in ("name", "bin_iin", "address", "phone")}
        head = str(self._form.value("head_name"))[:_LONGEST]
        typed = Employer(kind=EmployerKind(self._form.value("kind")), head_name=head, **values)
        if typed.kind is EmployerKind.COMPANY and not any((typed.bin_iin, typed.address, typed.phone, head)):
            self._show(())
            return
        self._task = self._context.background.run(
            employers.perhaps_known, self._context.file, typed, owner=self, on_done=self._show, cancellable=True
        )

    def _show(self, found: tuple[PerhapsSame, ...]) -> None:
        self.found = found[:_SHOWN] if self._form.isEnabled() else ()
        self.setVisible(bool(self.found))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self.found))
            if at < len(self.found):
                button.texts.set_text(button.show_text, partial(in_common, self.found[at]))

    def _on_clicked(self, at: int, *_checked: Any) -> None:
        if at < len(self.found):
            self.hide()
            self.picked.emit(self.found[at].id)
