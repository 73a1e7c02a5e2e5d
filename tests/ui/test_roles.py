"""What a role does not include is not offered."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import Role
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.pages import PAGES
from desktop_app.ui.settings.centre_tab import CentreTab
from desktop_app.ui.workspace import Workspace
from tests import factories


@pytest.mark.parametrize("role", Role)
def test_pages_and_forms_follow_the_role(
    qtbot: QtBot, file: OpenFile, background: InlineBackground, bus: Bus, role: Role
) -> None:
    context = Context(factories.colleague(file, role), background, bus)
    workspace = Workspace(context)
    qtbot.addWidget(workspace)
    workspace.show()
    for number, page in enumerate(PAGES):
        button = workspace.rail._group.button(number)
        assert button.isVisible() is (page.needs is None or context.may(page.needs))
        if button.isVisible():
            workspace.show_page(number)
    summaries = next(at for at, page in enumerate(PAGES) if page.folder == "summaries")
    assert workspace.rail._group.button(summaries).isVisible() is (role is not Role.STAFF)
    tab = workspace.findChild(CentreTab)
    assert isinstance(tab, CentreTab)
    assert tab.form.isEnabled() is (role in (Role.MANAGER, Role.ADMINISTRATOR))
