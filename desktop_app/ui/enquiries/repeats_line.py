"""Who may have called before: shown under the quick form while a name or phone is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.enquiries import TOPICS, Repeat, SameAs
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.services import enquiries
from desktop_app.ui.background import Task
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context

_PAUSE_MS: Final = 250
_SHOWN: Final = 2
_SHORTEST: Final = 4
_REASONS: Final = {SameAs.PHONE: N_("same phone"), SameAs.NAME: N_("like name")}


class RepeatsLine(QWidget):
    """`opened(kind, id)`: an enquiry or a person that may be the same caller. Hidden while there is none."""

    opened = Signal(str, int)

    def __init__(self, context: Context, name: Callable[[], str], phone: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._name, self._phone = context, name, phone
        self._task: Task | None = None
        self.found: tuple[Repeat, ...] = ()
        self.buttons = tuple(LinkButton("", self, icon="history") for _at in range(_SHOWN))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(N_("Perhaps called before:"), self, role="muted"))
        for at, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._on_clicked, at))
            row.addWidget(button)
        row.addStretch()
        self._pause.timeout.connect(self._on_pause)
        self.hide()

    def look(self) -> None:
        """Ask after a short pause, when there is enough to ask with."""
        self._pause.start()

    def clear(self) -> None:
        """Forget what was found: the next caller is another one."""
        self._pause.stop()
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._show(())

    def _on_pause(self) -> None:
        name, phone = self._name(), self._phone()
        if self._task is not None:
            self._context.background.cancel(self._task)
        parent = self.parentWidget()
        if max(len(name), len(phone)) < _SHORTEST or parent is None or not parent.isVisible():
            self._show(())
            return
        self._task = self._context.background.run(
            enquiries.repeats,
            self._context.file,
            name,
            phone,
            owner=self,
            on_done=self._show,
            cancellable=True,
        )

    def _show(self, found: Sequence[Repeat]) -> None:
        self.found = tuple(found)
        self.setVisible(bool(found))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(found))
            if at < len(found):
                button.texts.set_text(button.show_text, partial(words_of, found[at]))

    def _on_clicked(self, at: int, *_checked: Any) -> None:
        if at < len(self.found):
            caller = self.found[at].caller
            self.opened.emit(caller.kind, caller.id)


def words_of(repeat: Repeat) -> str:
    """A repeat on one line: why, who, what is known of them."""
    caller = repeat.caller
    if caller.kind == "enquiry":
        on, _space, topic = caller.said.partition(" ")
        said = [day(date.fromisoformat(on)), _(TOPICS[topic]) if topic in TOPICS else ""]
    else:
        said = [_(N_("in the file")), country_name(caller.said, language())]
    reasons = ", ".join(_(_REASONS[reason]) for reason in repeat.reasons)
    return " · ".join(filter(None, (reasons, blur.name(caller.name), *said)))
