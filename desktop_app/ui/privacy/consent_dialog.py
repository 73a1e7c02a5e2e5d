"""Recording a consent with the contents the law names, and the paper for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain import privacy_names
from desktop_app.domain.consents import WITHOUT_NORM, Consent, ConsentPage, How
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, language
from desktop_app.services import consents, law
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.check_list import CheckList, listed
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.fields import CountriesField, YesNo
from desktop_app.ui.privacy.form_dialog import LANGUAGES, FormDialog
from desktop_app.ui.privacy.grounds import Norms, ground
from desktop_app.ui.privacy.wording import reading_languages

_PAUSE_MS: Final = 200
_TERMS: Final = (
    "until", "data", "other_data", "aims", "other_aims", "third_parties", "recipients", "cross_border", "countries",
    "open_sources",
)  # fmt: skip
_FOLDER: Final = QStandardPaths.StandardLocation.DocumentsLocation


class ConsentDialog(FormDialog):
    """Fields named as in domain Consent. The paper is made of the same answers before it is signed."""

    def __init__(self, context: Context, page: ConsentPage, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Consent to personal data"), columns=2, size=(860, 760))
        self._page = page
        self._version = page.proposed.version
        self.paper_language = ChoiceBox(named(LANGUAGES), self)
        self.paper_button = Button(N_("Save the form to be signed …"), self, icon="printer")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build_form()
        self._build_paper()
        self.add_save(N_("Record"))
        self.show_consent(page.proposed)
        self._norms: Norms = {}
        self._connect()
        context.background.run(law.norms, context.file, owner=self, on_done=self._on_norms)
        self._on_changed()
        self.form.focus_first()

    def show_consent(self, consent: Consent) -> None:
        """Show answers."""
        fields = ("how", "language", "given_on", *_TERMS, "note")
        self.form.set_values(**{name: getattr(consent, name) for name in fields})

    def consent(self) -> Consent:
        """The consent as typed. Raises InvalidInput."""
        values = self.form.values()
        if values["given_on"] is None:
            raise InvalidInput((Problem("given_on", Message(N_("Type the day."))),))
        values["how"] = How(values["how"])
        return Consent(version=self._version if values["how"] is How.PAPER else "", **values)

    def save(self) -> None:
        """Record the consent."""
        consent = self._typed_consent()
        if consent is not None:
            said = Message(N_("The consent is recorded."))
            self.run(consents.record, self._page.person_id, consent, said=said)

    def save_paper(self) -> None:
        """Ask where to save the form to be signed."""
        consent = self._typed_consent()
        if consent is None:
            return
        folder = Path(QStandardPaths.writableLocation(_FOLDER) or Path.home())
        name = f"consent_{settings.today()}_{self.paper_language.value()}.pdf"
        choose_to_save(
            self, N_("Save the form to be signed"), folder / name, ".pdf", partial(self.write_paper, consent)
        )

    def write_paper(self, consent: Consent, path: Path) -> None:
        """Write the form to be signed."""
        self._context.background.run(
            consents.save_form,
            self._context.file,
            self._page.person_id,
            consent,
            self.paper_language.value(),
            path,
            owner=self,
            on_done=self._on_paper,
            on_error=self.on_refused,
            label=Message(N_("Making the form …")),
        )

    def _build_form(self) -> None:
        form = self.form
        form.add("how", N_("How it is given"), ChoiceBox(named(privacy_names.HOW), self))
        form.add("language", N_("Language it was read in"), ChoiceBox(reading_languages, self))
        form.add("given_on", N_("Given on"), DateField(self))
        form.add("until", N_("Valid until"), DateField(self), hint=N_("Empty: until the aims are reached."))
        form.add("data", N_("Data collected (Space chooses)"), CheckList(listed(privacy_names.DATA), self))
        form.add("other_data", N_("Other data"), TextField(self))
        form.add("aims", N_("Aims (Space chooses)"), CheckList(listed(privacy_names.AIMS), self), span=2)
        form.add("other_aims", N_("Other aims"), TextField(self), span=2)
        form.add("third_parties", N_("May be given to third parties"), YesNo(self))
        form.add("recipients", N_("To whom"), TextField(self), hint=N_("Labour inspectorate, court, employer …"))
        form.add("cross_border", N_("May be given abroad"), YesNo(self))
        form.add("countries", N_("To which countries"), CountriesField(self), hint=N_("With commas between them."))
        form.add("open_sources", N_("May be published in open sources"), YesNo(self))
        form.add("note", N_("Note"), NoteField(self, lines=2), span=2)

    def _build_paper(self) -> None:
        self.paper_language.set_value(language())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(N_("Language of the form"), self, role="field"))
        row.addWidget(self.paper_language)
        row.addWidget(self.paper_button)
        row.addStretch()
        self.inside.insertLayout(self.inside.count() - 1, row)

    def _connect(self) -> None:
        self.paper_button.clicked.connect(self.save_paper)
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_changed)

    def _on_norms(self, norms: Norms) -> None:
        self._norms = norms
        self._on_changed()

    def _on_changed(self) -> None:
        """Show the fields that belong to the answers, and what should be thought over."""
        without = self.form.value("how") == How.WITHOUT
        self.form.field("how").set_hint(ground(self._norms, (WITHOUT_NORM,)) if without else None)
        for name in _TERMS:
            self.form.field(name).setVisible(not without)
        for answer, name in (("third_parties", "recipients"), ("cross_border", "countries")):
            self.form.field(name).entry.setEnabled(bool(self.form.value(answer)))  # type: ignore[attr-defined]  # a widget
        self.paper_button.setEnabled(not without)
        try:
            found = consents.warnings(self.consent())
        except AppError:
            found = ()
        self.note.show_message(found[0] if found else None, "warn")

    def _typed_consent(self) -> Consent | None:
        self.form.clear_problems()
        try:
            return self.consent()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return None

    def _on_paper(self, path: Path) -> None:
        told: dict[str, Any] = {"path": path}
        self._context.bus.said.emit(Message(N_("The form is saved: %(path)s"), told))
