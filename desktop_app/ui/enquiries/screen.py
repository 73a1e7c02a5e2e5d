"""Enquiries: the list, and logging one in half a minute."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import N_
from desktop_app.ui.common.page import Page
from desktop_app.ui.context import Context


class Screen(Page):
    """The page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Enquiries"), parent)
        self._context = context

    def refresh(self) -> None:
        """Read again what is shown."""

    def open_item(self, item_id: int) -> None:
        """Show one thing."""
