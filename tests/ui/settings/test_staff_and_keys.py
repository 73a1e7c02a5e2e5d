"""The tabs of staff and of keys: who may do what, and each dialog to its end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import AppError, CannotOpen, Message
from desktop_app.services import cases, files, keys, staff
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.settings.keys_tab import KeysTab
from desktop_app.ui.settings.papers_dialog import PapersDialog
from desktop_app.ui.settings.staff_tab import StaffTab
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN
from tests.services.situations import YUSUPOV, new_case

DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")
ERLAN = NewStaffMember("erlan", "Ерлан Ахметов", Role.STAFF, "қой құдық таң жол")
WORDS = "another row of five words"


@pytest.fixture
def tab(qtbot: QtBot, context: Context, file: OpenFile) -> StaffTab:
    for each in (DINA, ERLAN):
        staff.add(file, each)
    made = StaffTab(context)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def keys_tab(qtbot: QtBot, context: Context) -> KeysTab:
    made = KeysTab(context)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def said(bus: Bus) -> list[str]:
    heard: list[str] = []

    def hear(message: Message) -> None:
        heard.append(message.msgid)

    bus.said.connect(hear)
    return heard


def _choose(tab: StaffTab, login: str) -> None:
    tab.refresh()
    tab.table.select_row([line.member.login for line in tab.table.rows].index(login))


def _member(file: OpenFile, login: str) -> object:
    return next(each for each in staff.listing(file) if each.login == login)


# staff


def test_the_buttons_follow_who_is_chosen(tab: StaffTab, file: OpenFile) -> None:
    _choose(tab, LOGIN)
    assert [button.isEnabled() for button in tab.buttons] == [True, True, False, False]
    _choose(tab, "dina")
    assert [button.isEnabled() for button in tab.buttons] == [True, True, True, True]
    staff.end_access(file, 2)
    _choose(tab, "dina")
    assert [button.isEnabled() for button in tab.buttons] == [True, False, True, False]
    assert tab.password_button.text() == "Give access again …"


@pytest.mark.parametrize("role", [Role.STAFF, Role.LAWYER, Role.MANAGER])
def test_others_only_read_the_list(qtbot: QtBot, context: Context, role: Role) -> None:
    theirs = replace(context, file=factories.colleague(context.file, role))
    tab = StaffTab(theirs)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    assert not any(button.isVisibleTo(tab) for button in tab.buttons)
    assert len(tab.table.rows) == 2


def test_a_role_is_changed(tab: StaffTab, file: OpenFile, said: list[str]) -> None:
    _choose(tab, "dina")
    dialog = tab.change_role()
    assert dialog is not None
    assert dialog.form.value("role") == Role.LAWYER
    dialog.form.set_values(role=Role.MANAGER)
    dialog.save()
    assert next(each for each in staff.listing(file) if each.login == "dina").role is Role.MANAGER
    assert said == ["The role was changed."]


def test_the_last_administrator_stays_one_and_the_dialog_says_why(tab: StaffTab) -> None:
    _choose(tab, LOGIN)
    dialog = tab.change_role()
    assert dialog is not None
    dialog.form.set_values(role=Role.STAFF)
    dialog.save()
    assert "only administrator" in dialog.form.note.label.text()
    assert dialog.isVisible()
    dialog.reject()


def test_a_colleague_types_a_new_password(tab: StaffTab, file: OpenFile) -> None:
    _choose(tab, "dina")
    dialog = tab.give_password()
    assert dialog is not None
    dialog.form.set_values(password=WORDS, again="something else")
    dialog.save()
    assert dialog.form.field("again").problem
    dialog.form.set_values(password="short", again="short")
    dialog.save()
    assert dialog.form.field("password").problem
    dialog.form.set_values(password=WORDS, again=WORDS)
    dialog.save()
    files.close(file)
    files.close(factories.sign_in(file.path, "dina", WORDS))


def test_access_ends_with_a_successor_and_comes_back(tab: StaffTab, file: OpenFile, said: list[str]) -> None:
    lawyer = replace(file, staff=next(each for each in staff.listing(file) if each.login == "dina"))
    cases.open_case(lawyer, replace(new_case(NewWorker(YUSUPOV)), responsible_id=lawyer.staff.id))
    _choose(tab, "dina")
    dialog = tab.end_access()
    assert dialog is not None
    assert dialog.form.field("successor_id").isVisibleTo(dialog)
    dialog.save()
    assert dialog.form.field("successor_id").problem
    dialog.form.set_values(successor_id=3)
    dialog.save()
    assert said == ["The access was ended."]
    _choose(tab, "dina")
    assert not tab.table.rows[1].member.active
    back = tab.give_password()
    assert back is not None
    back.form.set_values(password=WORDS, again=WORDS)
    back.save()
    tab.refresh()
    assert tab.table.rows[1].member.active


def test_a_new_key_comes_with_the_end_when_it_is_ticked(tab: StaffTab, file: OpenFile, said: list[str]) -> None:
    former = bytes(file.keys._key)
    _choose(tab, "dina")
    dialog = tab.end_access()
    assert dialog is not None
    assert not dialog.form.field("successor_id").isVisibleTo(dialog)
    assert not dialog.rekey.isChecked()
    dialog.rekey.setChecked(True)
    dialog.save()
    assert said == ["The access was ended.", "The file has a new key."]
    assert bytes(file.keys._key) != former


def test_enter_does_not_end_an_access(tab: StaffTab, file: OpenFile, qtbot: QtBot) -> None:
    _choose(tab, "erlan")
    dialog = tab.end_access()
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert next(each for each in staff.listing(file) if each.login == "erlan").active
    dialog.reject()


# keys


def _papers(tab: KeysTab) -> PapersDialog:
    return next(each for each in tab.findChildren(PapersDialog) if each.isVisible())


def _write_down(dialog: PapersDialog) -> None:
    for _ in dialog.steps.papers:
        dialog.button.click()
        dialog.steps.typed.set_value(dialog.steps.paper.asked())
        dialog.button.click()


def test_a_new_code_counts_when_it_was_typed_back(keys_tab: KeysTab, file: OpenFile) -> None:
    keys_tab.make_code()
    dialog = _papers(keys_tab)
    fresh = dialog.steps.paper.code
    dialog.button.click()
    dialog.steps.typed.set_value("AAAAA")
    dialog.button.click()
    assert dialog.steps.form.field("typed").problem
    keys.rehearse_code(file, CODE)
    dialog.steps.typed.set_value(fresh.lower())
    dialog.button.click()
    keys.rehearse_code(file, fresh)
    with pytest.raises(AppError):
        keys.rehearse_code(file, CODE)


def test_papers_that_were_not_finished_change_nothing(keys_tab: KeysTab, file: OpenFile) -> None:
    keys_tab.make_sheets()
    dialog = _papers(keys_tab)
    dialog.button.click()
    dialog.reject()
    assert not keys.recovery(file).sheets.exists
    keys.rehearse_code(file, CODE)


def test_three_sheets_are_made_tried_out_and_given_up(keys_tab: KeysTab, file: OpenFile, said: list[str]) -> None:
    assert keys_tab.sheets.state.text() == "There are none."
    assert not keys_tab.sheets_trial.isEnabled()
    keys_tab.make_sheets()
    dialog = _papers(keys_tab)
    sheets = [paper.code for paper in dialog.steps.papers]
    _write_down(dialog)
    assert "not tried out yet" in keys_tab.sheets.state.text()
    trial = keys_tab.rehearse_sheets()
    trial.form.set_values(first_sheet=sheets[0], second_sheet=sheets[0])
    trial.save()
    assert trial.form.field("second_sheet").problem
    trial.form.set_values(second_sheet=sheets[2])
    trial.save()
    assert "last tried out" in keys_tab.sheets.state.text()
    keys_tab.drop_sheets().accept()
    assert keys_tab.sheets.state.text() == "There are none."
    assert len(said) == 3


def test_what_was_used_is_advised_to_be_made_anew(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    files.close(file)
    opened = files.recover(file.path, CODE, LOGIN, WORDS, CHEAP)
    tab = KeysTab(replace(context, file=opened))
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    assert "Somebody came back" in tab.code.note.label.text()
    assert not tab.sheets.note.isVisibleTo(tab)
    files.close(opened)


def test_a_new_key_is_asked_for(keys_tab: KeysTab, file: OpenFile, said: list[str]) -> None:
    former = bytes(file.keys._key)
    question = keys_tab.rekey()
    assert isinstance(question, Dialog)
    question.accept()
    assert said == ["The file has a new key."]
    assert bytes(file.keys._key) != former


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.STAFF, 0), (Role.LAWYER, 0), (Role.MANAGER, 5), (Role.ADMINISTRATOR, 6)]
)
def test_each_role_finds_what_it_may_do(qtbot: QtBot, context: Context, role: Role, shown: int) -> None:
    theirs = replace(context, file=factories.colleague(context.file, role))
    tab = KeysTab(theirs)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    from desktop_app.ui.common.buttons import Button

    assert sum(button.isVisibleTo(tab) for button in tab.findChildren(Button)) == shown


def test_every_dialog_is_done_by_keys_alone(keys_tab: KeysTab, file: OpenFile, qtbot: QtBot) -> None:
    keys_tab.make_code()
    dialog = _papers(keys_tab)
    fresh = dialog.steps.paper.code
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.steps.is_typing
    dialog.steps.typed.set_value(fresh)
    qtbot.keyClick(dialog.steps.typed, Qt.Key.Key_Return)
    keys.rehearse_code(file, fresh)
    trial = keys_tab.rehearse_code()
    trial.form.set_values(code=fresh)
    qtbot.keyClick(trial.form.field("code").entry, Qt.Key.Key_Return)
    assert keys.recovery(file).code.rehearsed_on is not None
    with pytest.raises(CannotOpen):
        files.confirm_password(file, WORDS)
