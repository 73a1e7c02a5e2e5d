"""A new case on one page: the employer, the work, the crew and, at once, what they were not paid."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import Channel, NewCase, Sector
from desktop_app.domain.centre import StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.checks import problems_of_case
from desktop_app.domain.deadlines import after_complaint
from desktop_app.domain.employers import EmployerCard, EmployerRow
from desktop_app.domain.enquiries import EnquiryCard
from desktop_app.domain.people import Sex
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.imports.crew_cells import CrewLine, Meaning
from desktop_app.services import cases, employers, enquiries, staff
from desktop_app.ui.cases.case_form import CaseForm
from desktop_app.ui.cases.crew_entry import CrewEntry
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.suggestions import Suggestions, employer_words, suggest_employers
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.employers.employer_form import EmployerForm
from desktop_app.ui.employers.likeness_line import LikenessLine

_NAME: Final = "new_case:0"
_AROUND: Final = 80
_KNOWN: Final = N_("This employer is in the file already: %(name)s. Its data is corrected on its own card.")
_OF_ENQUIRY: Final = N_(
    "This case comes from the enquiry of %(day)s. What was told then stands below; the enquiry will point to the case."
)
_MENDED: Final = N_("Nothing was saved yet. See what is marked below; everything typed is still here.")


class NewCasePage(Page):
    """`opened(case id)`: the case was saved. `left()`: the user goes back without it."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("New case"), parent, scrolls=True)
        self._context = context
        self._employer_id: int | None = None
        self._touched = False
        self.note = Note(self, tone="danger")
        self.note.hide()
        self._enquiry: EnquiryCard | None = None
        self.enquiry_note = Note(self)
        self.enquiry_note.hide()
        self.known = Note(self)
        self.known.hide()
        self.other = LinkButton(N_("Another employer"), self)
        self.other.hide()
        self.employer = EmployerForm(self)
        self.case = CaseForm(context, self)
        self.crew = CrewEntry(context, _NAME, self)
        self._build()
        self._connect()
        self._propose()

    @property
    def touched(self) -> bool:
        """Whether anything was typed."""
        return self._touched

    @property
    def employer_id(self) -> int | None:
        """The employer of the file that was taken, None for one that is typed."""
        return self._employer_id

    @property
    def enquiry_id(self) -> int | None:
        """The enquiry that becomes this case."""
        return self._enquiry.id if self._enquiry is not None else None

    def go_on_with(self, enquiry_id: int) -> None:
        """Let this case be that of an enquiry again; what stands in the fields stays."""
        self._context.background.run(
            enquiries.card, self._context.file, enquiry_id, owner=self, on_done=self._on_enquiry
        )

    def start_for(self, employer_id: int) -> None:
        """Take an employer of the file."""
        self._context.background.run(
            employers.card, self._context.file, employer_id, owner=self, on_done=self._on_employer
        )

    def take_enquiry(self, card: EnquiryCard) -> None:
        """Fill in what an enquiry tells of the caller; once the case is saved the enquiry points to it."""
        self._enquiry = card
        asked = card.enquiry
        texts = {
            Meaning.NAME: asked.caller,
            Meaning.PHONE: asked.phone,
            Meaning.CITIZENSHIP: country_name(asked.citizenship, language()) if asked.citizenship else "",
            Meaning.SEX: asked.sex.value if asked.sex is not Sex.UNKNOWN else "",
        }
        if any(texts.values()):
            self.crew.grid.add_lines([CrewLine(texts)])
        note = "\n\n".join(filter(None, (asked.question, asked.answer)))
        self.case.set_values(region=asked.region, channel=asked.channel, note=note)
        self.enquiry_note.show_message(Message(_OF_ENQUIRY, {"day": day(asked.on)}))
        self._set_touched(True)

    def go_to_start(self) -> None:
        """Put the cursor into the first field and show it; a draft stays where it was left."""
        if not self._touched:
            first = self.employer.name if self._employer_id is None else self.case.site
            first.setFocus()
            self._show_first()

    def save(self) -> None:
        """Save the case, or say beside each field what is wrong with it."""
        self._clear()
        new, problems = self._read()
        if problems:
            self._show_problems(problems)
            return
        self.save_button.setEnabled(False)
        self._context.background.run(
            *self._call(),
            new,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving the case …")),
        )

    def _call(self) -> tuple[Any, ...]:
        """The service that opens the case, with what stands before the case itself."""
        if self._enquiry is not None:
            return enquiries.open_case, self._context.file, self._enquiry.id
        return cases.open_case, self._context.file

    def _build(self) -> None:
        above = self.layout()
        if isinstance(above, QVBoxLayout):
            above.insertWidget(1, self.note)
            above.insertWidget(1, self.enquiry_note)
        for widget in (PlainLabel(N_("Employer"), self, role="heading"), self.known, self.other):
            self.content.addWidget(widget)
        self.content.addWidget(self.employer)
        self.likeness = LikenessLine(self._context, self.employer, self)
        self.content.addWidget(self.likeness)
        self.content.addWidget(PlainLabel(N_("The work and the case"), self, role="heading"))
        self.content.addWidget(self.case)
        self.content.addWidget(self.crew)
        self.content.addStretch()
        self.cancel_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.save_button = PrimaryButton(N_("Save the case"), self, icon="save", shortcut="Ctrl+S")
        self.discard_button = LinkButton(N_("Throw away what was typed"), self, icon="trash-2")
        self.discard_button.hide()
        self.add_action(self.discard_button)
        self.add_action(self.cancel_button)
        self.add_action(self.save_button)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.left)
        self.other.clicked.connect(self._on_other_employer)
        for form in (self.employer, self.case, self.crew):
            form.changed.connect(self._on_typed)
        offers = Suggestions(self._context, self.employer.name, suggest_employers, employer_words)
        offers.picked.connect(self._on_employer_picked)
        self.likeness.picked.connect(self.start_for)
        self.discard_button.clicked.connect(self._on_discard)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._on_escape)

    def _propose(self) -> None:
        """What most cases have, to be typed over."""
        today = settings.today()
        self.case.set_values(opened_on=today, next_date=after_complaint(today))
        self.case.set_values(next_step=_("Make the claim to the employer"))
        self._set_touched(False)
        self._context.background.run(staff.listing, self._context.file, owner=self, on_done=self._on_staff)

    def _read(self) -> tuple[NewCase, tuple[Problem, ...]]:
        """The case as far as it can be read, and everything that is wrong with it, all in one round."""
        values, problems = self.case.readable()
        workers, of_crew = self.crew.read()
        values |= {
            "sector": Sector(values["sector"]),
            "channel": Channel(values["channel"]),
            "responsible_id": int(values["responsible_id"]) if values["responsible_id"] else None,
        }
        employer = self.employer.employer()
        new = NewCase(employer=employer, workers=workers, employer_id=self._employer_id, **values)
        return new, (*problems, *of_crew, *problems_of_case(new, settings.today()))

    def _on_saved(self, saved: Saved) -> None:
        self._set_touched(False)
        self._context.bus.said.emit(Message(N_("The case is saved.")))
        self.opened.emit(saved.id)

    def _on_error(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        self._show_problems(error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each beside its field; the note above says that nothing was saved, or what has no field."""
        loose = [each for each in problems if not each.field]
        self.note.show_message(loose[0].message if loose else Message(_MENDED))
        of_crew = [each for each in problems if each.field.startswith(("workers", "pay."))]
        of_employer = [
            Problem(each.field.removeprefix("employer."), each.message)
            for each in problems
            if each.field.startswith("employer.")
        ]
        of_case = [each for each in problems if each.field and each not in of_crew and "employer." not in each.field]
        self.crew.show_problems(of_crew)
        self.case.show_problems(of_case)
        self.employer.show_problems(of_employer)
        self._show_first()

    def _show_first(self) -> None:
        """Scroll to the field the cursor is in now, the first with a problem, once the page has its new shape."""
        QTimer.singleShot(0, self, self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            return
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(here, 0, _AROUND)

    def _clear(self) -> None:
        self.note.show_message(None)
        self.case.clear_problems()
        self.employer.clear_problems()
        self.crew.clear_problems()

    def _on_typed(self) -> None:
        self._set_touched(True)

    def _is_touched(self) -> bool:
        return self._touched

    def _set_touched(self, touched: bool) -> None:
        self._touched = touched
        self.discard_button.setVisible(touched)

    def _on_escape(self) -> None:
        """Leave, unless a list of suggestions is open: then only that goes."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.hide()
        else:
            self.left.emit()

    def _on_discard(self) -> None:
        ask(
            self,
            N_("Throw away the new case?"),
            Message(N_("Everything typed on this page will be lost.")),
            N_("Throw away"),
            self._discard,
            loses=True,
        )

    def _discard(self) -> None:
        self._set_touched(False)
        self.left.emit()

    def _on_staff(self, members: tuple[StaffMember, ...]) -> None:
        touched = self._touched
        self.case.offer_staff(members, self._context.file.staff.id)
        self._set_touched(touched)
        form = Drafted(
            self,
            _NAME,
            unsaved=self._is_touched,
            employer=self.employer,
            case=self.case,
            crew=self.crew,
            known=_Known(self),
            enquiry=_Asked(self),
        )
        announce(self._context.bus, form)

    def _on_employer_picked(self, row: EmployerRow) -> None:
        self.start_for(row.id)

    def _on_employer(self, card: EmployerCard) -> None:
        self._employer_id = card.id
        self.employer.show_employer(card.employer)
        self.employer.setEnabled(False)
        self.known.show_message(Message(_KNOWN, {"name": blur.name(card.employer.name)}))
        self.other.show()
        self.case.focus_first()

    def _on_enquiry(self, card: EnquiryCard) -> None:
        if card.case_id is None:
            self._enquiry = card
            self.enquiry_note.show_message(Message(_OF_ENQUIRY, {"day": day(card.enquiry.on)}))

    def _on_other_employer(self) -> None:
        self._employer_id = None
        self.employer.setEnabled(True)
        self.known.show_message(None)
        self.other.hide()
        self.employer.name.setFocus()


class _Asked:
    """The enquiry that becomes this case, as a part of the draft."""

    def __init__(self, page: NewCasePage) -> None:
        self._page = page

    def draft(self) -> Any:
        """Its id, if there is one."""
        return self._page.enquiry_id

    def take_draft(self, content: Any) -> None:
        """Read the enquiry of this id again."""
        if isinstance(content, int):
            self._page.go_on_with(content)


class _Known:
    """The employer of the file that was taken, as a part of the draft."""

    def __init__(self, page: NewCasePage) -> None:
        self._page = page

    def draft(self) -> Any:
        """Its id, if there is one."""
        return self._page.employer_id

    def take_draft(self, content: Any) -> None:
        """Take the employer of this id again."""
        if isinstance(content, int):
            self._page.start_for(content)
