"""What the tests of these dialogs share."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from tests import factories

D = TypeVar("D", bound=QDialog)


def shown(within: QWidget, kind: type[D]) -> D:
    """The one dialog of this kind that is open."""
    found = [dialog for dialog in within.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def second(dialog: Any, password: str = factories.PASSWORD) -> None:
    """Let the administrator agree, or type a wrong password."""
    dialog.form.set_values(login=factories.LOGIN, password=password)
