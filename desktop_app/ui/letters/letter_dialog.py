"""Making a letter: what kind, which language, for whom, by when; a look at it before it is kept."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role, StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.deadlines import proposed_pay_by
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import letters, staff
from desktop_app.ui.background import Task
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money, named
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Draft
from desktop_app.ui.letters.letter_names import LANGUAGES, kind_choices
from desktop_app.ui.letters.norms_note import NormsNote
from desktop_app.ui.letters.page_view import PageView
from desktop_app.ui.protection.letter_check import LetterCheck

_PAUSE_MS: Final = 300
_ROW: Final = 28
_ZOOM: Final = 1.25
_SIZE: Final = (1220, 740)
_LEAST_WIDTH: Final = 900

_CHOOSE: Final = N_("Choose at least one worker.")
_NOBODY: Final = N_("Nobody of the crew is owed anything yet: log the wages first, under Wages.")


class LetterDialog(Dialog):
    """At the left what the letter needs, at the right how it looks; it is kept under a number when it is made."""

    def __init__(self, context: Context, card: CaseCard, counted: dict[int, WageCalculation], parent: QWidget) -> None:
        super().__init__(parent, N_("New letter"), width=_LEAST_WIDTH)
        self._context, self._card, self._counted = context, card, counted
        self._members: tuple[StaffMember, ...] = ()
        self._task: Task | None = None
        self._announced = False
        self.form = Form(self, columns=2)
        self.crew = QListWidget(self)
        self.note = Note(self, tone="warn")
        self.norms = NormsNote(context, self)
        self.check = LetterCheck(context, card, self)
        self.view = PageView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build_form()
        self._build_crew()
        self._build()
        self._connect()
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))

    def request(self) -> LetterRequest:
        """The letter as wished for. InvalidInput when a field makes no sense."""
        values = self.form.values()
        worker_ids = self._chosen_workers()
        if not worker_ids:
            owed = any(counted.total > 0 for counted in self._counted.values())
            raise InvalidInput((Problem("worker_ids", Message(_CHOOSE if owed else _NOBODY)),))
        today = settings.today()
        on = values["on"] or today
        return LetterRequest(
            case_id=self._card.id,
            kind=values["kind"],
            language=LetterLanguage(values["language"]),
            on=on,
            pay_by=values["pay_by"] or proposed_pay_by(on),
            signer_id=int(values["signer_id"] or 0),
            worker_ids=worker_ids,
            talked_over=self.check.talked_over,
        )

    def make(self) -> None:
        """Make the letter and keep it."""
        self.form.clear_problems()
        try:
            request = self.request()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        if not self.check.allows():
            return
        self.make_button.setEnabled(False)
        self._context.background.run(
            letters.create,
            self._context.file,
            request,
            owner=self,
            on_done=self._on_made,
            on_error=self._on_not_made,
            label=Message(N_("Making the letter …")),
        )

    def _build_form(self) -> None:
        form = self.form
        today = settings.today()
        form.add("kind", N_("Letter"), ChoiceBox(kind_choices, self), span=2)
        form.add("language", N_("Language of the letter"), ChoiceBox(named(LANGUAGES), self), span=2)
        self.signer = ChoiceBox(self._signers, self)
        form.add("signer_id", N_("Signed by"), self.signer, span=2)
        form.add("on", N_("Day of the letter"), DateField(self))
        form.add("pay_by", N_("To be paid by"), DateField(self))
        form.set_values(language=LetterLanguage.RU if language() == "ru" else LetterLanguage.KK)
        form.set_values(on=today, pay_by=proposed_pay_by(today))

    def _build_crew(self) -> None:
        self.crew.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for worker in self._card.workers:
            counted = self._counted.get(worker.id)
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, worker.id)
            item.setSizeHint(QSize(0, _ROW))
            owed = counted is not None and counted.total > 0
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if owed else Qt.CheckState.Unchecked)
            self.crew.addItem(item)
        self.crew.setFixedHeight(min(max(len(self._card.workers), 2), 6) * _ROW + 4)
        Texts(self).redraw(self._write_crew)

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self.form)
        inside.addWidget(PlainLabel(N_("For these workers (Space chooses)"), self, role="field"))
        inside.addWidget(self.crew)
        inside.addWidget(self.note)
        inside.addWidget(self.norms)
        inside.addStretch()
        left = QWidget(self)
        left.setFixedWidth(440)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside, left), 1)
        column.addWidget(self.check)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self.note.hide()
        self.add_cancel()
        self.add_button(Button(N_("Draw again"), self, icon="eye", shortcut="F5"), self.draw)
        self.make_button = PrimaryButton(N_("Make the letter"), self, icon="file-text", shortcut="Ctrl+S")
        self.add_button(self.make_button, self.make)
        # A numbered letter cannot be taken back: Enter in a field must not make it.
        self.make_button.setDefault(False)
        self.make_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.form.changed.connect(self._pause.start)
        self.crew.itemChanged.connect(self._on_crew_changed)
        self.norms.confirmed.connect(self.draw)
        self._pause.timeout.connect(self.draw)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask who may sign, and draw."""
        super().showEvent(event)
        self._context.background.run(staff.listing, self._context.file, owner=self, on_done=self._on_staff)

    def draw(self) -> None:
        """Draw the letter as it would be now."""
        if not self.isVisible():
            return
        self.check.read(self.form.value("kind"))
        try:
            request = self.request()
        except InvalidInput as error:
            self.view.clear()
            self.view.hint.set_message(error.message)
            return
        self._stop_drawing()
        self.view.hint.set_text(N_("Drawing the letter …"))
        self.view.hint.show()
        self._task = self._context.background.run(
            letter_calls.draft,
            self._context.file,
            request,
            _ZOOM,
            owner=self,
            on_done=self._on_drawn,
            on_error=self._on_not_drawn,
            label=Message(N_("Drawing the letter …")),
            cancellable=True,
        )

    def done(self, result: int) -> None:
        """Nobody waits for a drawing any more."""
        self._pause.stop()
        self._stop_drawing()
        super().done(result)

    def _stop_drawing(self) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
            self._task = None

    def _on_drawn(self, draft: Draft) -> None:
        self.view.show_pages(draft.pages.drawn, draft.pages.more)
        self.norms.show_norms(draft.to_check)
        self.form.clear_problems()
        lines = [problem.message.text(_) for problem in draft.problems]
        self.note.show_text("\n".join(dict.fromkeys(lines)))

    def _on_not_drawn(self, error: AppError) -> None:
        self.view.clear()
        self.view.hint.set_message(error.message)
        if isinstance(error, InvalidInput):
            self.form.show_problems(error.problems)

    def _on_made(self, saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The letter is made and kept in the file.")))
        self.accept()
        self._context.bus.open_requested.emit("letter", saved.id)

    def _on_not_made(self, error: AppError) -> None:
        self.make_button.setEnabled(True)
        self.form.show_error(error)

    def _on_crew_changed(self, _item: QListWidgetItem) -> None:
        self._pause.start()

    def _on_staff(self, members: tuple[StaffMember, ...]) -> None:
        """Lawyers first; the responsible member of staff is proposed."""
        chosen = self.signer.value()
        self._members = tuple(sorted((each for each in members if each.active), key=_lawyers_first))
        self.signer.renew()
        proposed = self._card.responsible_id
        if self._members and self._members[0].role is Role.LAWYER:
            of_case = next((each for each in self._members if each.id == proposed), None)
            lawyer = of_case is not None and of_case.role is Role.LAWYER
            proposed = proposed if lawyer else self._members[0].id
        self.signer.set_value(chosen or str(proposed or self._context.file.staff.id))
        if not self._announced:
            self._announced = True
            name = f"case:{self._card.id}:letter"
            announce(self._context.bus, Drafted(self, name, form=self.form, crew=_Chosen(self.crew)))
        self.draw()

    def _signers(self) -> list[tuple[str, str]]:
        return [(str(member.id), member.full_name) for member in self._members]

    def _chosen_workers(self) -> tuple[int, ...]:
        items = (self.crew.item(at) for at in range(self.crew.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items if _is_checked(item))

    def _write_crew(self) -> None:
        self.crew.blockSignals(True)
        for at, worker in enumerate(self._card.workers):
            counted = self._counted.get(worker.id)
            owed = money(counted.total) if counted is not None else _("no wages logged")
            self.crew.item(at).setText(f"{blur.name(worker.person.full_name)} · {owed}")
        self.crew.blockSignals(False)


class _Chosen:
    """The workers a letter is for, as a part of its draft."""

    def __init__(self, crew: QListWidget) -> None:
        self._crew = crew

    def draft(self) -> Any:
        """The ids of the workers that are chosen."""
        return [item.data(Qt.ItemDataRole.UserRole) for item in self._items() if _is_checked(item)]

    def take_draft(self, content: Any) -> None:
        """Choose these workers and no others."""
        states = Qt.CheckState
        for item in self._items() if isinstance(content, list) else ():
            chosen = item.data(Qt.ItemDataRole.UserRole) in content
            item.setCheckState(states.Checked if chosen else states.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._crew.item(at) for at in range(self._crew.count())]


def _is_checked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _lawyers_first(member: StaffMember) -> tuple[bool, str]:
    return member.role is not Role.LAWYER, member.full_name
