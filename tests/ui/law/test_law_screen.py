"""The law screen: found, read, confirmed, added to, withdrawn from."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import law as tables
from desktop_app import settings
from desktop_app.domain.centre import Role
from desktop_app.domain.drafts import FormName
from desktop_app.domain.law_names import ACTS, PARTS, act_of
from desktop_app.domain.law_norms import Standing
from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.services import law
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.drafts import Drafted
from desktop_app.ui.context import Context
from desktop_app.ui.law.filter_row import SHOWN
from desktop_app.ui.law.screen import Screen
from tests import factories

BASE_RATE = {"value": "16,00", "source": "Decision of the National Bank of 30.10.2026"}
DAYS = {"effective_from": date(2026, 10, 27), "confirmed_until": date(2026, 12, 4)}


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-21")


def shown(qtbot: QtBot, context: Context) -> Screen:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Screen:
    return shown(qtbot, context)


def choose(screen: Screen, key: str, first: date | None = None) -> None:
    ids = [norm.fact.id for norm in screen.table.rows]
    at = next(at for at, each in enumerate(ids) if each == key or (each.startswith(f"{key}@") and first is None))
    screen.table.select_row(at)


def test_every_value_and_rule_is_listed_with_its_source(screen: Screen) -> None:
    screen.filter.shown.set_value("all")
    assert {norm.fact for norm in screen.table.rows} == set(tables.facts())
    choose(screen, "lc.113.3")
    fact = tables.fact("lc.113.3")
    for said in (fact.source, fact.edition, "read in the text of the law", "Came with the program."):
        assert said in screen.card.source.text()


@pytest.mark.parametrize("key", list(SHOWN))
def test_the_list_is_narrowed_to_a_state(screen: Screen, key: str) -> None:
    screen.filter.shown.set_value(key)
    found = screen.table.rows
    fits = {
        "now": lambda norm: norm.fact.effective_from is None or norm.fact == tables.rows(norm.fact.key)[-1],
        "all": lambda _norm: True,
        "open": lambda norm: not norm.settled,
        "stale": lambda norm: norm.old,
        "outdated": lambda norm: norm.standing is Standing.OUTDATED,
        "centre": lambda norm: norm.fact.origin is tables.Origin.CENTRE,
        "update": lambda norm: norm.fact.origin is tables.Origin.UPDATE,
    }[key]
    assert all(fits(norm) for norm in found)
    assert bool(found) == (key not in ("centre", "update"))


@pytest.mark.parametrize("act", list(ACTS))
def test_the_list_is_narrowed_to_an_act(screen: Screen, act: str) -> None:
    screen.filter.act.set_value(act)
    assert screen.table.rows
    assert {act_of(norm.fact) for norm in screen.table.rows} == {act}


@pytest.mark.parametrize(
    ("language", "typed", "key"),
    [
        ("en", "BASE RATE of the National", "base_rate"),
        ("ru", "базовая ставка", "base_rate"),
        ("kk", "базалық мөлшерлемесі", "base_rate"),
        ("en", "koap.517.5", "koap.517.5"),
    ],
)
def test_a_line_is_found_in_the_language_of_the_screen(
    qtbot: QtBot, context: Context, language: str, typed: str, key: str
) -> None:
    set_language(language)
    screen = shown(qtbot, context)
    screen.filter.text.set_value(typed)
    assert {norm.fact.key for norm in screen.table.rows} == {key}
    screen.filter.text.set_value("no such words")
    assert screen.table.rows == ()


def test_a_line_is_confirmed(screen: Screen, file: OpenFile) -> None:
    screen.filter.shown.set_value("open")
    screen.table.select_row(0)
    norm = screen.table.current()
    assert norm is not None
    screen.confirm()
    screen.refresh()
    assert law.norms(file)[norm.fact.id].confirmed_by == "Айгүл Оспанова"
    screen.filter.shown.set_value("all")
    screen.table.select_row([each.fact.id for each in screen.table.rows].index(norm.fact.id))
    assert not screen.card.confirm_button.isEnabled()
    assert "21.11.2026 · confirmed by Айгүл Оспанова" in screen.card.history.text()


def test_a_rate_past_its_range_says_so_until_one_is_added(screen: Screen, file: OpenFile) -> None:
    choose(screen, "base_rate")
    assert "26.10.2026" in screen.card.state.label.text()
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(**BASE_RATE, **DAYS)
    dialog.save()
    screen.refresh()
    choose(screen, "base_rate")
    current = screen.table.current()
    assert current is not None
    assert (current.fact.value, current.standing) == ("16.00", Standing.TO_CHECK)
    assert screen.card.state.label.text() == "added by the centre, to be checked by the lawyer"
    assert "Added by the centre on 21.11.2026 by Айгүл Оспанова." in screen.card.source.text()
    question = screen.ask_to_withdraw()
    assert question is not None
    question.accept()
    screen.refresh()
    choose(screen, "base_rate")
    assert screen.ask_to_withdraw() is None
    assert "was withdrawn by Айгүл Оспанова" in screen.card.history.text()


def test_a_slip_is_asked_about_and_nothing_is_lost(screen: Screen, file: OpenFile) -> None:
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(**{**BASE_RATE, "value": "1625"}, **DAYS)
    dialog.save()
    assert "very different" in dialog.doubts.label.text()
    assert tables.value("base_rate", date(2026, 11, 21)).fact.origin is not tables.Origin.CENTRE
    dialog.form.set_values(value="16.00")
    assert not dialog.doubts.isVisible()
    dialog.save()
    assert tables.value("base_rate", date(2026, 11, 21)).fact.value == "16.00"


def test_a_doubtful_value_is_stored_when_it_is_meant(screen: Screen) -> None:
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(**{**BASE_RATE, "value": "90"}, **DAYS)
    dialog.save()
    assert tables.value("base_rate", date(2026, 11, 21)).fact.value == "16.25"
    dialog.save()
    assert tables.value("base_rate", date(2026, 11, 21)).fact.value == "90"


def test_ctrl_s_adds_the_value(screen: Screen) -> None:
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    assert dialog.button.shortcut().toString() == "Ctrl+S"
    dialog.reject()


def test_what_is_wrong_stands_beside_its_field(screen: Screen) -> None:
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(value="sixteen", source=" ")
    dialog.save()
    assert all(dialog.form.field(name).problem for name in ("value", "effective_from", "source"))
    assert dialog.isVisible()
    dialog.reject()


def test_typing_is_a_draft_that_opens_again(screen: Screen, context: Context) -> None:
    forms: list[Drafted] = []
    context.bus.form_shown.connect(forms.append)
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(value="15")
    name = FormName.read(forms[-1].name)
    assert (name.kind, name.item_id, name.part) == ("law", 0, "value:base_rate")
    content = forms[-1].content()
    assert content is not None
    dialog.reject()
    screen._on_draft_wanted(str(name))
    assert len(forms) == 2
    forms[-1].restore(content)
    assert forms[-1].content() == content


@pytest.mark.parametrize(
    ("role", "confirms", "installs", "trusts"),
    [
        (Role.STAFF, False, False, False),
        (Role.LAWYER, True, True, False),
        (Role.MANAGER, False, True, True),
        (Role.ADMINISTRATOR, True, True, True),
    ],
)
def test_each_role_sees_the_buttons_it_may_press(
    qtbot: QtBot, context: Context, file: OpenFile, role: Role, confirms: bool, installs: bool, trusts: bool
) -> None:
    theirs = Context(factories.colleague(file, role), context.background, context.bus)
    screen = shown(qtbot, theirs)
    choose(screen, "base_rate")
    assert screen.card.confirm_button.isVisible() == confirms
    assert screen.card.add_button.isVisible() == confirms
    assert screen.update_button.isVisible() == installs
    dialog = screen.show_keys()
    assert dialog.trust_button.isVisible() == trusts


@pytest.mark.parametrize("key", ["penalty.rate", "lc.113.3"])
def test_a_rule_that_is_no_number_takes_no_added_value(screen: Screen, key: str) -> None:
    choose(screen, key)
    assert not screen.card.add_button.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_is_in_three_languages(qtbot: QtBot, context: Context, language: str) -> None:
    set_language(language)
    screen = shown(qtbot, context)
    choose(screen, "lc.113.3")
    fact = tables.fact("lc.113.3")
    assert screen.card.name.text() == fact.title.in_language(language)
    assert fact.source_in(language) in screen.card.source.text()


def test_every_part_of_the_program_has_a_name() -> None:
    assert {part for fact in tables.facts() for part in tables.used_parts(fact.key)} <= set(PARTS)


def test_names_are_shown_as_plain_text(screen: Screen, file: OpenFile) -> None:
    choose(screen, "base_rate")
    dialog = screen.add_value()
    assert dialog is not None
    dialog.form.set_values(**{**BASE_RATE, "source": "<b>bold</b> & more"}, **DAYS)
    dialog.save()
    screen.refresh()
    choose(screen, "base_rate")
    assert "<b>bold</b> & more" in screen.card.source.text()


def test_enter_goes_from_the_list_to_what_can_be_done(screen: Screen, qtbot: QtBot) -> None:
    choose(screen, "base_rate")
    screen.table.opened.emit(screen.table.current())
    assert screen.focusWidget() is screen.card.confirm_button
    screen.card.confirm_button.setEnabled(False)
    screen.table.opened.emit(screen.table.current())
    assert screen.focusWidget() is screen.card.add_button


def test_a_value_past_its_range_can_be_confirmed_anew_on_a_later_day(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(screen, "base_rate")
    screen.confirm()
    screen.refresh()
    assert not screen.card.confirm_button.isEnabled()
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-22")
    screen.refresh()
    assert screen.card.confirm_button.isEnabled()
