"""Colours that can be read, a style sheet without holes, icons that follow the theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_app.ui.common import theme, tokens
from desktop_app.ui.common.buttons import Button, IconButton
from desktop_app.ui.common.icons import icon

WORDS_ON = (
    *(
        (word, ground)
        for word in ("text", "muted", "accent", "danger", "warn", "good")
        for ground in ("window", "base")
    ),
    *(("text", ground) for ground in ("rail", "hover")),
    ("muted", "hover"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_soft", "accent_soft"),
    ("danger", "danger_soft"),
    ("warn", "warn_soft"),
    ("good", "good_soft"),
)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), WORDS_ON)
def test_words_reach_the_contrast_of_wcag_aa(name: str, word: str, ground: str) -> None:
    colours = tokens.table(name)
    assert tokens.contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("edge", ["edge", "accent", "danger"])
@pytest.mark.parametrize("ground", ["window", "base"])
def test_edges_of_fields_and_focus_rings_reach_three_to_one(name: str, edge: str, ground: str) -> None:
    colours = tokens.table(name)
    assert tokens.contrast(colours[edge], colours[ground]) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_has_no_holes(name: str) -> None:
    sheet = theme.style_sheet(name)
    assert "@" not in sheet
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
    assert used <= set(tokens.table(name).values())


def test_both_themes_have_the_same_tokens() -> None:
    assert tokens.table("light").keys() == tokens.table("dark").keys()


def test_icons_change_with_the_theme(qtbot: QtBot) -> None:
    button = Button("Save", icon="save")
    qtbot.addWidget(button)
    light = _strongest(button.icon().pixmap(24, 18).toImage())
    theme.dress("dark")
    dark = _strongest(button.icon().pixmap(24, 18).toImage())
    theme.dress("light")
    assert light == tokens.table("light")["text"].lower()
    assert dark == tokens.table("dark")["text"].lower()


def test_an_icon_alone_has_a_name_and_no_air(qtbot: QtBot) -> None:
    button = IconButton("lock", "Lock", shortcut="F12")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Lock"
    assert button.toolTip() == "Lock (F12)"
    assert button.iconSize().width() == button.iconSize().height()


def test_an_icon_that_is_not_there_is_a_fault(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def _strongest(image: QImage) -> str:
    """The colour of the pixel that covers most."""
    best = QColor(0, 0, 0, 0)
    for x in range(image.width()):
        for y in range(image.height()):
            here = image.pixelColor(x, y)
            best = here if here.alpha() > best.alpha() else best
    return best.name()
