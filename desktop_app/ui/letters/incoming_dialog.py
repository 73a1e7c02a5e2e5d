"""Registering a paper that came in, or correcting what was typed of one: from whom, what it answers, its scan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain import steps
from desktop_app.domain.attachments import AttachmentRow
from desktop_app.domain.posting import Answerable, NewIncoming
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import incoming
from desktop_app.ui.attachments import wording
from desktop_app.ui.attachments.add_dialog import AddDialog
from desktop_app.ui.attachments.viewer import Viewer
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.file_choice import choose_several
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.letters import incoming_calls, letter_state
from desktop_app.ui.letters.incoming_calls import Begun
from desktop_app.ui.letters.letter_names import kind_name
from desktop_app.ui.letters.sending_dialog import TYPE_THE_DAY
from desktop_app.ui.privacy.form_dialog import FormDialog

_NO_DATE: Final = N_("No answer of this letter is waited for by a day: the paper is kept and the letter is answered.")
_CLOSES: Final = N_("The answer closes the day that the letter is waited for by, and brings the next steps.")


class IncomingDialog(FormDialog):
    """Fields as in domain NewIncoming. Of a paper that was registered its letter and answer stay."""

    def __init__(self, context: Context, begun: Begun, parent: QWidget | None = None) -> None:
        paper = begun.paper
        title = N_("Register an incoming paper") if paper is None else N_("Correct an incoming paper")
        super().__init__(context, parent, title, columns=2, size=(680, 640))
        self._begun = begun
        self._scans: Sequence[AttachmentRow] = begun.attachments
        self._letters = {str(each.letter_id): each for each in begun.about.letters}
        self._goes_to_case = False
        self._build_form()
        self._build_links()
        self.form.set_values(received_on=settings.today())
        if paper is None:
            self.form.set_values(letter_id=begun.about.letter_id)
            if (letter := self._chosen()) is not None:
                self.form.set_values(sender=letter.addressee)
            self._on_letter()
        else:
            self._fill()
        self.add_save(N_("Register the paper") if paper is None else N_("Save"), icon="inbox")
        self.rejected.connect(self._on_rejected)
        self.form.focus_first()
        announce(context.bus, Drafted(self, _name(begun), form=self.form))

    def save(self) -> None:
        """Register it, or write it anew."""
        typed = self.typed()
        if typed is None:
            return
        if typed["received_on"] is None:
            self.form.show_problems((Problem("received_on", Message(TYPE_THE_DAY)),))
            return
        new = self._new(typed)
        if self._begun.paper is None:
            self.run(incoming.register, new, said=Message(N_("The paper is registered.")))
        else:
            self.run(incoming.correct, self._begun.paper.id, new, said=Message(N_("The paper is corrected.")))

    def leave(self) -> None:
        """Close as the user wishes it, and go nowhere: who wished for the case and stayed has thought better of it."""
        self._goes_to_case = False
        super().leave()

    def add_scan(self, paths: Sequence[Path]) -> AddDialog | None:
        """Add files to the case; the newest of them becomes the scan."""
        if not paths:
            return None
        dialog = AddDialog(self._context, self._begun.about.case_id, paths, self)
        dialog.accepted.connect(self._read_scans)
        dialog.open()
        return dialog

    def view_scan(self) -> Viewer | None:
        """Show the scan that is chosen."""
        row = self._scan()
        if row is None:
            return None
        viewer = Viewer(self._context, row, self)
        viewer.open()
        return viewer

    def _build_form(self) -> None:
        form = self.form
        form.add("received_on", N_("Received"), DateField(self))
        form.add("sender", N_("From whom"), TextField(self, personal=True))
        form.add("their_number", N_("Their number"), TextField(self))
        form.add("their_date", N_("Their date"), DateField(self))
        if self._begun.paper is None:
            form.add("letter_id", N_("Answers our letter"), ChoiceBox(self._letter_choices, self), span=2)
            form.add("answer", N_("Answer"), ChoiceBox(self._answer_choices, self), span=2)
            form.field("letter_id").entry.changed.connect(self._on_letter)
        form.add("about", N_("What it says"), NoteField(self, lines=3, personal=True), span=2)
        form.add("attachment_id", N_("Scan"), ChoiceBox(self._scan_choices, self), span=2)

    def _build_links(self) -> None:
        """What the paper is about above the form, what can be done about its scan below."""
        self.head = PlainLabel(parent=self, role="muted", wrap=True)
        self.head.texts.redraw(self._write_head)
        self.case_button = LinkButton(N_("Open the case"), self, icon="briefcase")
        self.add_button_ = LinkButton(N_("Add a file as the scan …"), self, icon="plus")
        self.view_button = LinkButton(N_("View the scan"), self, icon="eye")
        for bar, place, buttons in (
            (QHBoxLayout(), 0, (self.head, self.case_button)),
            (QHBoxLayout(), 3, (self.add_button_, self.view_button)),
        ):
            bar.setSpacing(16)
            for button in buttons:
                bar.addWidget(button, int(button is self.head))
            if place:
                bar.addStretch()
            self.inside.insertLayout(place, bar)
        self.case_button.clicked.connect(self._on_case)
        self.add_button_.clicked.connect(self._on_add)
        self.view_button.clicked.connect(self.view_scan)
        self.form.field("attachment_id").entry.changed.connect(self._on_scan)
        self._on_scan()

    def _fill(self) -> None:
        paper = self._begun.paper
        if paper is not None:
            self.form.set_values(
                received_on=paper.received_on,
                sender=paper.sender,
                their_number=paper.their_number,
                their_date=paper.their_date,
                about=paper.about,
                attachment_id=paper.attachment_id,
            )

    def _new(self, typed: dict[str, Any]) -> NewIncoming:
        letter, scan = typed.get("letter_id", ""), typed["attachment_id"]
        return NewIncoming(
            self._begun.about.case_id,
            typed["received_on"],
            typed["sender"],
            typed["their_number"],
            typed["their_date"],
            typed["about"],
            int(letter) if letter else None,
            str(typed.get("answer", "")),
            int(scan) if scan else None,
        )

    def _chosen(self) -> Answerable | None:
        return self._letters.get(str(self.form.value("letter_id")))

    def _on_letter(self) -> None:
        """Only a letter that is waited for by a day asks for the answer that closes it."""
        letter = self._chosen()
        field = self.form.field("answer")
        if isinstance(field.entry, ChoiceBox):
            field.entry.renew()
        field.setVisible(letter is not None and bool(letter.answers))
        field.set_hint(Message(_CLOSES))
        told = None if letter is None or letter.answers else Message(_NO_DATE)
        self.form.field("letter_id").set_hint(told)

    def _letter_choices(self) -> list[tuple[str, str]]:
        found = [(code, f"{each.number} · {kind_name(each.kind)}") for code, each in self._letters.items()]
        return [("", _("None: another paper of the case")), *found]

    def _answer_choices(self) -> list[tuple[str, str]]:
        letter = self._chosen() if self._begun.paper is None else None
        return letter_state.answer_names(letter.answers if letter is not None else ())

    def _scan_choices(self) -> list[tuple[str, str]]:
        named = [(str(row.id), blur.name(wording.name_of(row))) for row in self._scans]
        return [("", _("No scan yet")), *named]

    def _scan(self) -> AttachmentRow | None:
        chosen = self.form.value("attachment_id")
        return next((row for row in self._scans if str(row.id) == chosen), None)

    def _write_head(self) -> None:
        paper, case = self._begun.paper, _("case %(number)s", number=self._begun.about.case_number)
        parts = [case] if paper is None else [paper.number, case]
        if paper is not None and paper.letter:
            parts.append(_("answers letter %(number)s", number=paper.letter))
        if paper is not None and paper.answer:
            parts.append(steps.answer_name(paper.answer, language()))
        self.head.setText(" · ".join(parts))

    def _on_scan(self) -> None:
        self.view_button.setVisible(self._scan() is not None)

    def _on_case(self) -> None:
        self._goes_to_case = True
        super().leave()

    def _on_rejected(self) -> None:
        if self._goes_to_case:
            self._context.bus.open_requested.emit("case", self._begun.about.case_id)

    def _on_add(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        choose_several(self, N_("Choose files to add"), Path(folder or Path.home()), self.add_scan)

    def _read_scans(self) -> None:
        self._context.background.run(
            incoming_calls.scans,
            self._context.file,
            self._begun.about.case_id,
            owner=self,
            on_done=self._on_scans,
        )

    def _on_scans(self, rows: tuple[AttachmentRow, ...]) -> None:
        self._scans = rows
        box = self.form.field("attachment_id").entry
        if isinstance(box, ChoiceBox):
            box.renew()
        if rows:
            self.form.set_values(attachment_id=max(row.id for row in rows))


def _name(begun: Begun) -> str:
    """The name of the form among the drafts."""
    about = begun.about
    if begun.paper is not None:
        return f"letter:0:incoming:{about.case_id}:{begun.paper.id}"
    if about.letter_id:
        return f"letter:{about.letter_id}:answer:{about.case_id}"
    return f"letter:0:incoming:{about.case_id}"
