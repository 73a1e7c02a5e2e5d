"""What this program cannot protect you from, said plainly."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.limits import INTRODUCTION, LIMITS
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling


class LimitsDialog(Dialog):
    """One part a situation: what the program does, and where that ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("What this program cannot protect you from"), width=820)
        content = QVBoxLayout()
        content.setSpacing(6)
        content.addWidget(PlainLabel(INTRODUCTION, self, wrap=True))
        for limit in LIMITS:
            content.addSpacing(10)
            content.addWidget(PlainLabel(limit.situation, self, role="heading", wrap=True))
            content.addWidget(PlainLabel(limit.does, self, role="muted", wrap=True))
            content.addWidget(PlainLabel(limit.cannot, self, wrap=True))
        content.addStretch()
        self.body.addWidget(scrolling(content, self), 1)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.resize(820, 640)
