"""The left side of the letter dialog: what is asked, the words, what is said about the letter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, InvalidInput
from desktop_app.i18n import _
from desktop_app.services.letters import NotDrawn
from desktop_app.ui.common.page import bring_into_view
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_calls import Draft
from desktop_app.ui.letters.letter_form import LetterForm
from desktop_app.ui.letters.letter_review import LetterReview
from desktop_app.ui.letters.letter_text import LetterText


class LetterTabs(QTabWidget):
    """Three tabs, reached by Alt and their number; the last tells in its title how much is said there."""

    def __init__(
        self, context: Context, card: CaseCard, counted: dict[int, WageCalculation], parent: QWidget, kind: str
    ) -> None:
        super().__init__(parent)
        self.letter = LetterForm(card, counted, self, kind)
        self.text = LetterText(self)
        self.review = LetterReview(context, card, self)
        for part in (self.letter, self.text, self.review):
            self.addTab(part, "")
        self.setDocumentMode(True)
        self.letter.kind_changed.connect(self.text.show_kind)
        self.text.show_kind(self.letter.fields.value("kind"))
        Texts(self).redraw(self._name)
        for at in range(self.count()):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), parent).activated.connect(partial(self._on_key, at))

    def wanted(self, *, for_draft: bool = False) -> Wanted:
        """The letter as wished for. InvalidInput when a field makes no sense."""
        talked_over = self.review.check.talked_over
        return self.letter.wanted(self.text.edits, talked_over=talked_over, for_draft=for_draft)

    def ready(self, *, as_examined: bool) -> Wanted | None:
        """The letter to be made final; None when something must be mended first, which is shown.

        `as_examined`: nothing was typed since the letter was examined, so what stopped it stops it still.
        """
        self.letter.clear_problems()
        try:
            wanted = self.wanted()
        except InvalidInput as error:
            self.show_error(error)
            return None
        if self.text.problem() is not None:
            self.setCurrentWidget(self.text)
            return None
        if as_examined and self.review.stops:
            self.setCurrentWidget(self.review)
            return None
        if not self.review.check.allows():
            self.setCurrentWidget(self.review)
            self.review.check.tick.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return wanted

    def show_error(self, error: AppError) -> None:
        """Say what was refused: beside its fields, or above them."""
        self.setCurrentWidget(self.letter)
        if isinstance(error, InvalidInput):
            self.letter.show_problems(error.problems)
        else:
            self.letter.fields.show_error(error)

    def show_drawn(self, draft: Draft) -> None:
        """Show what is said about the letter as it was drawn, and its words."""
        self.review.show_examined(draft.examined)
        self.text.show_paragraphs(draft.paragraphs)
        self.letter.clear_problems()
        self._name()

    def show_refused(self, error: AppError) -> None:
        """The letter cannot be drawn: its words stay where they are known, its fields say what they lack."""
        if isinstance(error, NotDrawn):
            self.review.show_examined(error.examined)
            self.text.show_paragraphs(error.paragraphs)
        else:
            self.review.show_refused()
            self.text.show_paragraphs(())
        self._name()
        if isinstance(error, InvalidInput):
            self.letter.show_problems(error.problems, quietly=True)

    def _name(self) -> None:
        said = self.review.lines
        titles = [_("Letter"), _("Text"), _("Check (%(count)s)", count=said) if said else _("Check")]
        for at, title in enumerate(titles):
            self.setTabText(at, title)
            self.setTabToolTip(at, f"{title} (Alt+{at + 1})")

    def _on_key(self, at: int) -> None:
        self.setCurrentIndex(at)
        self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.focusNextChild()
        if (shown := self.focusWidget()) is not None:
            bring_into_view(shown)
