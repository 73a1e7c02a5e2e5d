"""Who signs out leaves nothing of the centre's people behind in the objects of the program."""

from __future__ import annotations

import gc

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.people import Person, PersonCard
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import PAGES
from desktop_app.ui.workspace import Workspace
from tests.ui.cases.crew import log_case

WATCHED = (Workspace, CaseCard, PersonCard, Person)
VISITS = [("page", page.folder) for page in PAGES] + [("open", kind) for kind in ("case", "person", "employer")]


def _alive() -> list[str]:
    gc.collect()
    return [type(each).__name__ for each in gc.get_objects() if isinstance(each, WATCHED)]


@pytest.mark.parametrize(("how", "what"), VISITS, ids=[what for _how, what in VISITS])
def test_nothing_of_a_visited_page_is_left_after_signing_out(
    how: str, what: str, qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile
) -> None:
    log_case(file)
    before = _alive()
    window = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(window)
    window.show()
    window.enter(file)
    gone: list[bool] = []
    assert window.workspace is not None
    window.workspace.destroyed.connect(lambda: gone.append(True))
    if how == "page":
        window.workspace.page(what)
    else:
        bus.open_requested.emit(what, 1)
    window.lock()
    window.sign_out()
    qtbot.waitUntil(lambda: bool(gone))
    assert _alive() == before
