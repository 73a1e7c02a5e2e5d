"""Marking a person for erasure, and erasing them for good with a second colleague."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.erasure import ErasurePlan, ErasureRequest, grace_ends
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, ngettext
from desktop_app.services import erasure
from desktop_app.ui.common.approval import add_approval, approval_of
from desktop_app.ui.common.check_list import CheckList
from desktop_app.ui.common.fields import NoteField
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_LONGEST_TEXT: Final = 80


class MarkDialog(FormDialog):
    """Why the data are to be erased; nothing is erased yet."""

    def __init__(self, context: Context, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Mark for erasure"), columns=1, size=(560, 0))
        self._person_id = person_id
        text = N_(
            "Nothing is erased yet. From %(day)s two colleagues together can erase this person; until then, and as "
            "long as nobody does, the mark can be taken back."
        )
        self.note.show_message(Message(text, {"day": day(grace_ends(settings.today()))}), "info")
        self.form.add("reason", N_("Why, without names"), NoteField(self, lines=2))
        self.add_save(N_("Mark for erasure"), icon="trash-2")
        self.form.focus_first()

    def save(self) -> None:
        """Mark the person."""
        typed = self.typed()
        if typed is not None:
            said = Message(N_("The person is marked for erasure."))
            self.run(erasure.mark, self._person_id, typed["reason"], said=said)


class EraseDialog(FormDialog):
    """What goes, what has to be decided for a crew, and the second colleague."""

    def __init__(self, context: Context, plan: ErasurePlan, parent: QWidget | None = None) -> None:
        can = plan.can_begin(settings.today())
        super().__init__(context, parent, N_("Erase this person"), columns=2, size=(760, 720 if can else 0))
        self._plan = plan
        self.goes = PlainLabel(parent=self, wrap=True)
        self.form.add_widget(self.goes)
        if can:
            self._build_choices()
            add_approval(self.form)
            self.add_save(N_("Erase for good"), icon="trash-2", loses=True)
        else:
            self._build_blockers()
        Texts(self).redraw(self._write)

    def save(self) -> None:
        """Erase the person, or say beside the fields what is missing."""
        typed = self.typed()
        if typed is None:
            return
        request = ErasureRequest(
            self._plan.person_id,
            tuple(map(int, typed.get("attachment_ids", ()))),
            tuple(map(int, typed.get("case_ids", ()))),
        )
        self.run(
            erasure.erase,
            request,
            approval_of(self.form),
            said=Message(N_("The person is erased. The certificate is under Personal data, Erasures.")),
            label=Message(N_("Erasing …")),
        )

    def _build_choices(self) -> None:
        warning = N_(
            "This cannot be taken back. Backups made before still hold the data until their turn to go comes; what is "
            "being typed into new cases and is not saved is dropped."
        )
        self.note.show_message(Message(warning), "warn")
        if self._shared_attachments():
            title = N_("Files of the crew that show this person: choose which go")
            self.form.add("attachment_ids", title, CheckList(self._shared_attachments, self, lines=5), span=2)
        if self._shared_texts():
            title = N_("Notes of crews’ cases: choose which are emptied, or edit them first")
            self.form.add("case_ids", title, CheckList(self._shared_texts, self, lines=4), span=2)
            named = tuple(str(text.case_id) for text in self._plan.texts if text.named and not text.alone)
            self.form.set_values(case_ids=named)

    def _build_blockers(self) -> None:
        for blocker in self._plan.blockers:
            note = Note(self, tone="warn")
            note.show_message(blocker.why)
            self.form.add_widget(note)
        if self._plan.erase_from is not None and self._plan.erase_from > settings.today():
            text = N_("The person can be erased from %(day)s.")
            self.note.show_message(Message(text, {"day": day(self._plan.erase_from)}), "info")

    def _shared_attachments(self) -> list[tuple[str, str]]:
        shared = (each for each in self._plan.attachments if not each.alone)
        return [(str(each.id), f"{each.case_number} · {each.name or _('damaged')}") for each in shared]

    def _shared_texts(self) -> list[tuple[str, str]]:
        shared = (each for each in self._plan.texts if not each.alone)
        return [(str(each.case_id), f"{each.case_number} · {_short(each.text)}") for each in shared]

    def _write(self) -> None:
        lines = [_("Name, birth day, phone and IIN go; sex, birth year, citizenship and sums stay for statistics.")]
        if count := len(self._plan.letters):
            lines.append(
                ngettext(
                    "%(n)s letter that names the person goes; a page in its place says so.",
                    "%(n)s letters that name the person go; a page in the place of each says so.",
                    count,
                )
            )
        if alone := sum(each.alone for each in self._plan.attachments):
            lines.append(ngettext("%(n)s attachment goes.", "%(n)s attachments go.", alone))
        self.goes.show_text("\n".join(lines))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[:_LONGEST_TEXT]}…"
