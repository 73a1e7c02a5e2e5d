"""The law behind the indicators: rights, definitions, numbers to call; each with its norm and its mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.letters import Norm
from desktop_app.domain.screening_law import DEFINITIONS, NUMBERS, RIGHTS
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.protection.wording import number_text, told_text

_SIZE = (760, 700)


class LawDialog(Dialog):
    """To be read, with the worker or before: nothing is typed here."""

    def __init__(self, norms: Mapping[str, Norm], parent: QWidget) -> None:
        super().__init__(parent, N_("Rights, definitions and numbers"), width=_SIZE[0])
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self._add_part(N_("Rights"), [partial(told_text, told, norms) for told in RIGHTS])
        self._add_part(N_("How the law defines it"), [partial(told_text, told, norms) for told in DEFINITIONS])
        self._add_part(N_("Numbers to call"), [partial(number_text, key, norms) for key in NUMBERS])
        self._inside.addStretch()
        self.body.addWidget(scrolling(self._inside, self))
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.resize(_SIZE[0], min(_SIZE[1], max(parent.window().height() - 24, 320)))

    def _add_part(self, title: str, texts: list[Callable[[], str]]) -> None:
        self._inside.addWidget(PlainLabel(title, self, role="heading"))
        for text in texts:
            label = PlainLabel(parent=self, wrap=True)
            label.texts.set_text(label.setText, text)
            self._inside.addWidget(label)
