from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.centre import Role
from desktop_app.i18n import language
from desktop_app.services import centre, files, staff
from desktop_app.services.files import OpenFile
from desktop_app.settings import Preferences
from desktop_app.ui.common import theme, tokens
from desktop_app.ui.context import Context
from desktop_app.ui.settings.screen import Screen
from desktop_app.ui.sign_in.password_dialog import PasswordDialog
from tests import factories


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Iterator[Screen]:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    yield made
    theme.dress("light")


def test_the_centre_is_read_changed_and_saved(screen: Screen, file: OpenFile) -> None:
    form = screen.centre.form
    assert form.value("name.ru") == factories.CENTRE.name.ru
    assert form.value("region") == "KZ-75"
    assert not screen.unsaved()
    form.set_values(**{"letterhead.kk": "Тел.: +7 727 000 00 00\n=1+1"})
    assert screen.unsaved()
    screen.centre.save()
    assert not screen.unsaved()
    assert centre.read(file).letterhead.kk == "Тел.: +7 727 000 00 00\n=1+1"


def test_a_wrong_bin_is_told_beside_its_field_and_nothing_is_lost(screen: Screen, file: OpenFile) -> None:
    form = screen.centre.form
    form.set_values(bin="941240000194", **{"name.en": "New name"})
    screen.centre.save()
    assert form.field("bin").problem
    assert form.value("name.en") == "New name"
    assert screen.unsaved()
    assert centre.read(file).name.en == factories.CENTRE.name.en


def test_reading_again_leaves_alone_what_is_being_typed(screen: Screen) -> None:
    screen.centre.form.set_values(**{"name.en": "half typ"})
    screen.refresh()
    assert screen.centre.form.value("name.en") == "half typ"


def test_a_colleague_is_added_and_can_sign_in(screen: Screen, file: OpenFile) -> None:
    dialog = screen.staff.add()
    words = "seven small words in a row"
    dialog.form.set_values(full_name="Дина Әбенова", login="dina", role=Role.LAWYER, password=words, again=words)
    dialog.save()
    screen.refresh()
    assert [(line.member.login, line.member.role) for line in screen.staff.table.rows][1] == ("dina", Role.LAWYER)
    assert [member.full_name for member in staff.listing(file)] == ["Айгүл Оспанова", "Дина Әбенова"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"login": "aigul"}, "login"),
        ({"full_name": " "}, "full_name"),
        ({"password": "short", "again": "short"}, "password"),
        ({"again": "something else here"}, "again"),
    ],
)
def test_what_is_wrong_with_a_colleague_stands_beside_its_field(
    screen: Screen, change: dict[str, str], field: str
) -> None:
    words = "seven small words in a row"
    dialog = screen.staff.add()
    typed = {"full_name": "Дина Әбенова", "login": "dina", "role": Role.LAWYER, "password": words, "again": words}
    dialog.form.set_values(**(typed | change))
    dialog.save()
    assert dialog.form.field(field).problem
    assert dialog.isVisible()
    dialog.reject()


def test_theme_and_language_change_at_once_and_are_remembered(screen: Screen) -> None:
    screen.looks.theme.set_value("dark")
    assert tokens.shown() == "dark"
    screen.looks.language.set_value("ru")
    assert language() == "ru"
    assert screen.title.text() == "Настройки"
    assert (Preferences.read().theme, Preferences.read().language) == ("dark", "ru")


def test_a_password_is_changed_by_who_knows_the_old_one(screen: Screen, context: Context, file: OpenFile) -> None:
    words = "seven small words in a row"
    dialog = PasswordDialog(context, screen)
    dialog.open()
    dialog.form.set_values(old="wrong", new=words, again=words)
    dialog.save()
    assert dialog.form.field("old").problem
    dialog.form.set_values(old=factories.PASSWORD, new="short", again="short")
    dialog.save()
    assert dialog.form.field("new").problem
    dialog.form.set_values(new=words, again=words)
    dialog.save()
    files.confirm_password(file, words)
