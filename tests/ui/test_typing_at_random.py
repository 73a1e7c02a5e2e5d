"""Somebody types here and there while the window is locked, unlocked, or the program is killed at any moment."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services import cases, drafts
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common.drafts import Drafted
from desktop_app.ui.draft_keeper import EVERY_MS
from desktop_app.ui.main_window import MainWindow
from tests import factories
from tests.drafts_in_file import kept
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.forms_to_type_in import FORMS

LOST_AT_MOST = 3.0
FIELDS = {"new_case:0": "site", "case:1:details": "note", "person:1": "phone", "employer:1": "address"}
"""Forms that are open side by side, each with a field that is typed into."""


class Typist:
    """Types a letter a tenth of a second, and remembers when each stood in its form. The clock is ours."""

    def __init__(self, window: MainWindow, file: OpenFile, seed: int) -> None:
        self.window, self.file, self.dice = window, file, random.Random(seed)  # noqa: S311  places, no secrets
        self.now = 0.0
        self.written: dict[str, list[tuple[float, int]]] = {name: [] for name in FIELDS}
        assert window.workspace is not None
        for name in FIELDS:
            FORMS[name](window.workspace)

    def form(self, name: str) -> Drafted:
        """The form of this name that stands on a page."""
        assert self.window.workspace is not None
        return next(each for each in self.window.workspace.drafts.open_forms() if each.name == name)

    def entry(self, name: str) -> Any:
        """The field of a form that is typed into."""
        owner: Any = self.form(name).owner
        form = owner.case if name.startswith("new_case") else owner.form
        return form.field(FIELDS[name]).entry

    def type(self, seconds: float) -> None:
        """Type for so long, changing between forms now and then."""
        assert self.window.workspace is not None
        name = self.dice.choice(list(FIELDS))
        for _letter in range(int(seconds * 10)):
            if self.dice.random() < 0.05:
                name = self.dice.choice(list(FIELDS))
            letters = (self.written[name][-1][1] if self.written[name] else 0) + 1
            self.entry(name).set_value("x" * letters)
            self.written[name].append((self.now, letters))
            before, self.now = self.now, self.now + 0.1
            if int(before * 1000) // EVERY_MS != int(self.now * 1000) // EVERY_MS:
                self.window.workspace.drafts.look()

    def lock_and_unlock(self) -> None:
        """Nothing at all may be lost by it."""
        self.window.lock()
        lock = self.window.lock_screen
        assert lock is not None
        lock.password.set_value(factories.PASSWORD)
        lock.unlock()
        for name, letters in self.written.items():
            assert self._kept(name) == (letters[-1][1] if letters else 0), f"{name}: the lock keeps every letter"

    def killed(self) -> None:
        """What stands in the file now is all that comes back."""
        for name, letters in self.written.items():
            there = self._kept(name)
            lost = [at for at, length in letters if length > there]
            assert not lost or self.now - lost[0] <= LOST_AT_MOST, f"{name}: {self.now - lost[0]:.1f} s are lost"

    def _kept(self, name: str) -> int:
        content = kept(self.file).get(name, {})
        texts = content.get("case" if name.startswith("new_case") else "form", {})
        text = texts.get(FIELDS[name], "")
        return len(text) if set(text) <= {"x"} else 0


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> Iterator[MainWindow]:
    log_case(file)
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    yield made
    made.sign_out()


def _session(window: MainWindow, file: OpenFile, seed: int, rounds: int) -> None:
    typist = Typist(window, file, seed)
    saved = cases.card(file, 1)
    for _round in range(rounds):
        typist.type(typist.dice.uniform(0.1, 6))
        typist.killed()
        if typist.dice.random() < 0.5:
            typist.lock_and_unlock()
    assert cases.card(file, 1) == saved, "nothing is saved or lost that nobody saved"
    assert drafts.left_behind(file) != ()


@pytest.mark.parametrize("seed", range(2))
def test_typing_is_never_lost_for_more_than_three_seconds(
    window: MainWindow, file: OpenFile, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    _session(window, file, seed, rounds=5)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 22))
def test_at_five_hundred_moments(
    window: MainWindow, file: OpenFile, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    _session(window, file, seed, rounds=25)
