"""What is typed into any form outlives the lock and the end of the program, and goes when it is saved or given up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.drafts import Content, FormName
from desktop_app.errors import AppError
from desktop_app.services import drafts, people
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.common import languages
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.draft_keeper import EVERY_MS
from desktop_app.ui.draft_offer import name_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.workspace import Workspace
from tests import factories
from tests.drafts_in_file import kept
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.forms_to_type_in import FORMS, SECRET


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> Iterator[MainWindow]:
    log_case(file)
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    yield made
    made.sign_out()


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def content(workspace: Workspace, name: str) -> Content | None:
    """What stands in the form of this name now."""
    return next(form for form in workspace.drafts.open_forms() if form.name == name).content()


StartAgain = Callable[[], Workspace]


@pytest.fixture
def start_again(window: MainWindow, file: OpenFile, qtbot: QtBot) -> StartAgain:
    def start() -> Workspace:
        """As after a kill: nothing is asked, nothing is put away, and the same person signs in."""
        old = workspace_of(window)
        old.drafts.forget_all()
        window.enter(file)
        qtbot.waitUntil(lambda: not shiboken6.isValid(old))
        return workspace_of(window)

    return start


@pytest.mark.parametrize("name", FORMS)
def test_what_is_typed_comes_back_after_a_kill(
    name: str, window: MainWindow, file: OpenFile, start_again: StartAgain
) -> None:
    FORMS[name](workspace_of(window))
    typed = content(workspace_of(window), name)
    assert typed
    workspace_of(window).drafts.look()
    assert name in kept(file)
    workspace = start_again()
    for _draft in range(2):
        assert workspace.offer.isVisible() is (workspace.drafts.offer is not None)
        workspace.offer.take.click()
    assert workspace.drafts.offer is None
    assert content(workspace, name) == typed
    form = next(form for form in workspace.drafts.open_forms() if form.name == name)
    assert form.owner.isVisible(), "it stands in front"
    assert not workspace.offer.isVisible()
    assert kept(file) == {name: typed} | {other: each for other, each in kept(file).items() if other != name}
    assert not any(form.startswith("left:") for form in kept(file))


@pytest.mark.parametrize("name", FORMS)
def test_the_lock_keeps_what_is_typed_and_gives_it_back(name: str, window: MainWindow, file: OpenFile) -> None:
    FORMS[name](workspace_of(window))
    typed = content(workspace_of(window), name)
    window.lock()
    lock = window.lock_screen
    assert lock is not None
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert content(workspace_of(window), name) == typed
    assert kept(file)[name] == typed


@pytest.mark.parametrize("name", FORMS)
def test_signing_out_from_the_lock_loses_nothing_and_asks_nothing(
    name: str, window: MainWindow, file: OpenFile
) -> None:
    FORMS[name](workspace_of(window))
    typed = content(workspace_of(window), name)
    window.lock()
    lock = window.lock_screen
    assert lock is not None
    lock.sign_out_requested.emit()
    assert window.workspace is None
    again = factories.sign_in(file.path)
    left = {str(each.form): each.content for each in drafts.left_behind(again)}
    factories.close_file(again)
    assert left[name] == typed


@pytest.mark.parametrize("name", FORMS)
def test_passwords_are_in_no_draft(name: str, window: MainWindow, file: OpenFile) -> None:
    FORMS[name](workspace_of(window))
    for field in window.findChildren(PasswordField):
        field.setText(SECRET)
    workspace_of(window).drafts.look()
    assert SECRET not in json.dumps(kept(file), ensure_ascii=False)


def test_the_text_of_a_cell_that_is_being_typed_into_is_kept(window: MainWindow, file: OpenFile, qtbot: QtBot) -> None:
    FORMS["new_case:0"](workspace_of(window))
    grid = window.findChildren(NewCasePage)[0].crew.grid
    grid.go_to(2, "name")
    grid.view.edit(grid.view.currentIndex())
    qtbot.keyClicks(grid.view.indexWidget(grid.view.currentIndex()) or window.focusWidget(), "Half a na")
    workspace_of(window).drafts.look()
    assert kept(file)["new_case:0"]["crew"]["crew"][2]["texts"]["name"] == "Half a na"


def test_it_looks_often_enough_to_lose_no_more_than_three_seconds() -> None:
    assert EVERY_MS <= 2_000


def test_what_is_saved_is_no_draft_at_once(window: MainWindow, file: OpenFile, qtbot: QtBot) -> None:
    FORMS["person:1"](workspace_of(window))
    workspace_of(window).drafts.look()
    assert "person:1" in kept(file)
    page = next(form.owner for form in workspace_of(window).drafts.open_forms() if form.name == "person:1")
    page.save()  # type: ignore[attr-defined]  # the card of a person
    assert people.card(file, 1).person.phone
    qtbot.waitUntil(lambda: kept(file) == {})


@pytest.mark.parametrize("name", [*FORMS, "case:1:promise", "case:1:reopening"])
def test_what_was_typed_is_offered_by_its_name(name: str) -> None:
    assert name_of(FormName.read(name)) != "a form"


@pytest.mark.parametrize("name", ["case:1:money", "settings:2:colleague"])
def test_what_is_cancelled_is_no_draft(name: str, window: MainWindow, file: OpenFile, qtbot: QtBot) -> None:
    FORMS[name](workspace_of(window))
    workspace_of(window).drafts.look()
    assert name in kept(file)
    form = next(form for form in workspace_of(window).drafts.open_forms() if form.name == name)
    assert isinstance(form.owner, QDialog)
    form.owner.reject()
    qtbot.waitUntil(lambda: not form.is_open)
    workspace_of(window).drafts.look()
    assert kept(file) == {}


def test_nothing_is_written_while_nothing_is_typed(window: MainWindow, file: OpenFile) -> None:
    for fill in FORMS.values():
        fill(workspace_of(window))
    workspace_of(window).drafts.look()
    before = file.path.stat().st_mtime_ns, file.path.with_name(file.path.name + "-wal").stat().st_size
    for _look in range(5):
        workspace_of(window).drafts.look()
    assert before == (file.path.stat().st_mtime_ns, file.path.with_name(file.path.name + "-wal").stat().st_size)


def test_signing_out_asks_before_the_drafts_go(window: MainWindow, file: OpenFile) -> None:
    FORMS["case:1:details"](workspace_of(window))
    workspace_of(window).drafts.look()
    workspace_of(window).sign_out_requested.emit()
    (question,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    assert "case:1:details" in kept(file)
    question.accept()
    again = factories.sign_in(file.path)
    assert kept(again) == {}
    factories.close_file(again)


def test_what_was_left_behind_waits_until_it_is_answered(
    window: MainWindow, file: OpenFile, start_again: StartAgain
) -> None:
    for name in ("person:1", "case:1:money"):
        FORMS[name](workspace_of(window))
    workspace_of(window).drafts.look()
    workspace = start_again()
    assert "a person" in workspace.offer.label.text()
    assert TODAY[:4] in workspace.offer.label.text()
    workspace.offer.discard.click()
    (question,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    question.accept()
    assert "money of a case" in workspace.offer.label.text()
    window.sign_out()
    again = factories.sign_in(file.path)
    assert [str(each.form) for each in drafts.left_behind(again)] == ["case:1:money"]
    factories.close_file(again)


def test_enter_does_not_discard(window: MainWindow, file: OpenFile, qtbot: QtBot, start_again: StartAgain) -> None:
    FORMS["person:1"](workspace_of(window))
    workspace_of(window).drafts.look()
    workspace = start_again()
    workspace.offer.discard.click()
    (question,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert workspace.offer.isVisible()


def test_new_typing_in_the_same_form_does_not_replace_what_was_left_behind(
    window: MainWindow, file: OpenFile, start_again: StartAgain
) -> None:
    FORMS["person:1"](workspace_of(window))
    typed = content(workspace_of(window), "person:1")
    workspace_of(window).drafts.look()
    workspace = start_again()
    screen = workspace.page("people")
    screen.open_item(1)  # type: ignore[attr-defined]  # every screen opens its things
    next(form.owner for form in workspace.drafts.open_forms() if form.name == "person:1").form.set_values(phone="new")  # type: ignore[attr-defined]  # the card of a person
    workspace.drafts.look()
    assert len(kept(file)) == 2
    assert typed in kept(file).values()


def test_a_disk_that_takes_no_drafts_is_told_once_and_tried_again(
    window: MainWindow, file: OpenFile, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    bus.said.connect(said.append)
    keep = drafts.keep

    def full(_file: OpenFile, _typed: object) -> None:
        raise AppError("The disk is full.")

    monkeypatch.setattr(drafts, "keep", full)
    FORMS["person:1"](workspace_of(window))
    for _look in range(3):
        workspace_of(window).drafts.look()
    assert len(said) == 1
    monkeypatch.setattr(drafts, "keep", keep)
    workspace_of(window).drafts.look()
    assert "person:1" in kept(file)


@pytest.mark.parametrize("broken", [{}, {"form": None}, {"form": {"phone": 7}}, {"form": {"gone": "x"}}], ids=str)
def test_a_draft_of_an_older_program_harms_nothing(
    broken: dict[str, Any], window: MainWindow, file: OpenFile, start_again: StartAgain
) -> None:
    drafts.keep(file, {"person:1": broken, "new_case:0": {"crew": broken, "employer": [], "known": "x"}})
    workspace = start_again()
    for _draft in range(2):
        workspace.offer.take.click()
    assert workspace.drafts.offer is None


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_the_offer_follows_the_language(code: str, window: MainWindow, file: OpenFile, start_again: StartAgain) -> None:
    FORMS["person:1"](workspace_of(window))
    workspace_of(window).drafts.look()
    workspace = start_again()
    languages.use(code)
    assert "21.11.2026" in workspace.offer.label.text()
    assert "%(" not in workspace.offer.label.text()
