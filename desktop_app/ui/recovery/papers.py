"""What is written on paper, one sheet after the other: shown, and typed back from the paper before it counts."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.text_field import TextField

ASKED: Final = 2
"""How many groups of a sheet are typed back."""

_ROW: Final = 6


@dataclass(frozen=True)
class Paper:
    """One paper: its title, what to do with it, the groups of signs, and the places that are typed back (0 first).

    Without places all of it is typed back.
    """

    title: Message
    about: Message
    code: str
    places: tuple[int, ...] = ()

    def asked(self) -> str:
        """What must be typed back."""
        groups = self.code.split("-")
        return "".join(groups[place] for place in self.places) if self.places else "".join(groups)


def code_paper(code: str) -> tuple[Paper, ...]:
    """The paper of a recovery code."""
    about = N_(
        "This recovery code opens the file when a password is forgotten. Write it on paper with today’s date, and keep "
        "it under lock, away from this computer. It is never shown again."
    )
    return (Paper(Message(N_("Recovery code")), Message(about), code),)


def sheet_papers(sheets: Sequence[str]) -> tuple[Paper, ...]:
    """The three recovery sheets; of each, groups drawn by lot are typed back."""
    about = N_(
        "Write this on a paper of its own, with today’s date, the words “Tirek, sheet %(number)d of 3” and the name of "
        "who keeps it. Give each sheet to somebody else: any two of them open the file, one alone tells nothing."
    )
    title = N_("Recovery sheet %(number)d of 3")
    papers = []
    for number, sheet in enumerate(sheets, start=1):
        places = sorted(secrets.SystemRandom().sample(range(sheet.count("-") + 1), ASKED))
        said = {"number": number}
        papers.append(Paper(Message(title, said), Message(about, said), sheet, tuple(places)))
    return tuple(papers)


class PaperSteps(QWidget):
    """Leads through papers: `go_on` and `go_back` change the step, `finished` tells that all were typed back.

    `stepped` tells that another step is shown.
    """

    finished = Signal()
    stepped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: tuple[Paper, ...] = ()
        self._at = 0
        self._build_sheet()
        self.typed = TextField(self)
        self.form = Form(self, columns=1)
        self._field = self.form.add("typed", N_("From your paper"), self.typed)
        hint = N_("Capital and small letters are the same; spaces and hyphens may be left out.")
        self._field.set_hint(Message(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._title, self._about, self._code, self._warning, self.form):
            column.addWidget(widget)
        column.addStretch()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What is written down."""
        return self._papers

    @property
    def paper(self) -> Paper:
        """The paper of this step."""
        return self._papers[self._at // 2]

    @property
    def is_typing(self) -> bool:
        """Whether this step asks for what was written down, and no longer shows it."""
        return self._at % 2 == 1

    @property
    def is_first(self) -> bool:
        """Whether nothing comes before this step."""
        return not self._at

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this step."""
        return self._at + 1 == 2 * len(self._papers)

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Begin with the first of these."""
        self._papers = tuple(papers)
        self._show(0)

    def go_on(self) -> None:
        """Go to the next step when what was typed is right."""
        if self.is_typing and self.form.show_problems(self._problems()):
            return
        if self.is_last:
            self.finished.emit()
        else:
            self._show(self._at + 1)

    def go_back(self) -> bool:
        """Show the step before; False when this is the first."""
        if not self._at:
            return False
        self._show(self._at - 1)
        return True

    def show_error(self, message: Message) -> None:
        """Say why the last step did not succeed."""
        self.form.show_problems((Problem("", message),))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the field goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _build_sheet(self) -> None:
        self._title = PlainLabel(parent=self, role="heading", wrap=True)
        self._about = PlainLabel(parent=self, wrap=True)
        self._code = PlainLabel(parent=self, role="code", wrap=True)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setMargin(16)
        self._warning = Note(self, tone="warn")
        self._warning.show_message(
            Message(N_("Without a password and without these papers nobody can open the file again."))
        )

    def _show(self, at: int) -> None:
        self._at = at
        typing = self.is_typing
        self._title.set_message(self.paper.title)
        self._about.set_message(_what_to_type(self.paper) if typing else self.paper.about)
        # Gone from the screen while it is typed back: it must come from the paper.
        self._code.show_text("" if typing else _in_rows(self.paper.code))
        for widget in (self._code, self._warning):
            widget.setVisible(not typing)
        self.form.setVisible(typing)
        self.form.clear_problems()
        self.typed.set_value("")
        if typing:
            self.form.focus_first()
        self.stepped.emit()

    def _problems(self) -> tuple[Problem, ...]:
        if _plain(self.typed.value()) == _plain(self.paper.asked()):
            return ()
        return (Problem("typed", Message(N_("This is not what was shown. Compare it with your paper."))),)


def _what_to_type(paper: Paper) -> Message:
    if not paper.places:
        return Message(N_("Type the whole code from your paper, so that it was surely written down."))
    first, second = (place + 1 for place in paper.places)
    words = N_("Type group %(first)d and group %(second)d of this sheet from your paper, so that it was written down.")
    return Message(words, {"first": first, "second": second})


def _in_rows(code: str) -> str:
    """The groups in rows of six, which are easier to find on paper."""
    groups = code.split("-")
    return "\n".join("-".join(groups[start : start + _ROW]) for start in range(0, len(groups), _ROW))


def _plain(code: str) -> str:
    return re.sub(r"[\s\-–—]", "", code).upper()
