"""The centre's tab: the mark with an example, the logo chosen, shown and taken off."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop_app.domain.centre import Role
from desktop_app.services import centre
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.settings.centre_tab import CentreTab
from tests import factories
from tests.ui.fit import cut_texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services.files import OpenFile


@pytest.fixture
def tab(qtbot: QtBot, context: Context) -> CentreTab:
    made = CentreTab(context)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    held = BytesIO()
    Image.new("RGB", (500, 100), "navy").save(held, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(held.getvalue())
    return path


def test_the_mark_shows_how_a_number_will_look_and_is_kept(
    tab: CentreTab, file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    tab.form.set_values(code="АЛМ")
    told = [label.text() for label in tab.form.field("code").findChildren(PlainLabel)]
    assert "АЛМ/2026/17" in " ".join(told)
    tab.save()
    assert centre.read(file).code == "АЛМ"
    tab.form.set_values(**{"name.en": "Other"})
    tab.save()
    assert centre.read(file).code == "АЛМ"


def test_a_wrong_mark_is_told_beside_its_field(tab: CentreTab, file: OpenFile) -> None:
    tab.form.set_values(code="a/b")
    tab.save()
    assert tab.form.field("code").problem
    assert centre.read(file).code == ""


def test_a_logo_is_taken_shown_and_removed(tab: CentreTab, file: OpenFile, picture: Path) -> None:
    assert tab.logo.none.isVisible()
    assert not tab.logo.remove_button.isEnabled()
    tab.logo.take(picture)
    assert tab.logo.picture.isVisible()
    assert tab.logo.picture.shown.height() == 48
    assert centre.logo(file)
    tab.logo.ask_to_remove()
    (question,) = (each for each in tab.findChildren(Dialog) if each.isVisible())
    question.accept()
    assert centre.logo(file) == b""
    assert tab.logo.none.isVisible()


def test_what_is_no_picture_is_told_and_nothing_changes(tab: CentreTab, file: OpenFile, picture: Path) -> None:
    picture.write_bytes(b"<svg/>")
    tab.logo.take(picture)
    assert tab.logo.note.isVisible()
    assert centre.logo(file) == b""


def test_choosing_a_logo_loses_no_typing(tab: CentreTab, picture: Path) -> None:
    tab.form.set_values(**{"name.en": "half typ"})
    tab.logo.take(picture)
    assert tab.form.value("name.en") == "half typ"
    assert tab.changed


def test_who_may_not_change_the_centre_sees_the_logo_only(qtbot: QtBot, context: Context, picture: Path) -> None:
    centre.set_logo_from(context.file, picture)
    staff = Context(factories.colleague(context.file, Role.STAFF), context.background, context.bus)
    made = CentreTab(staff)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    assert made.logo.picture.isVisible()
    assert not made.logo.choose_button.isVisible()
    assert not made.logo.remove_button.isVisible()


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_everything_can_be_read_whole(tab: CentreTab, picture: Path, code: str) -> None:
    languages.use(code)
    tab.logo.take(picture)
    QApplication.processEvents()
    assert cut_texts(tab) == []
