"""Keeps what is being typed as drafts in the file, and gives back what was left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.domain.drafts import Content, Draft
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import drafts
from desktop_app.ui.common.drafts import Drafted, Open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.ui.context import Context

EVERY_MS: Final = 2_000
"""At most three seconds of typing may be lost: a look each two leaves one for the writing."""
_NOT_KEPT: Final = N_(
    "What you are typing could not be kept as a draft. Save it soon, and free some space on the disk."
)


class DraftKeeper(QObject):
    """Looks every two seconds at the forms on screen and keeps those that changed.

    `offered(Draft | None)`: what was left behind and waits to be taken up again or discarded, one after the other.
    """

    offered = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._owner = context, parent
        self._forms: list[Drafted] = []
        self._reach: dict[str, tuple[QWidget, Open]] = {}
        self._kept: dict[str, Content] = {}
        self._left: list[Draft] = []
        self._done: list[str] = []
        self._wanted: Draft | None = None
        self._asked: set[str] = set()
        self._busy = False
        self._failed = False
        context.bus.form_shown.connect(self._on_form_shown)
        context.bus.form_within_reach.connect(self._on_form_within_reach)
        context.bus.data_changed.connect(self._on_data_changed)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Ask what was left behind, and keep from now on."""
        context = self._context
        context.background.run(drafts.left_behind, context.file, owner=self._owner, on_done=self._on_left_behind)
        self._timer.start()

    @property
    def offer(self) -> Draft | None:
        """The draft that waits for an answer, oldest first."""
        return self._left[0] if self._left else None

    def look(self) -> None:
        """Keep what changed since the last look."""
        if self._busy or self._context.background.holds:
            return
        changed = self.changed()
        if changed:
            self._busy = True
            self._context.background.run(
                drafts.keep,
                self._context.file,
                changed,
                owner=self._owner,
                on_done=self._on_kept,
                on_error=self._on_not_kept,
            )

    def changed(self) -> dict[str, Content | None]:
        """What the file does not hold yet, by form; None for what it need not hold any more. Taken as kept by this."""
        now = {form.name: content for form in self.open_forms() if (content := form.content()) is not None}
        changed: dict[str, Content | None] = {name: None for name in (*self._kept, *self._done) if name not in now}
        changed |= {name: content for name, content in now.items() if self._kept.get(name) != content}
        self._kept, self._done = now, []
        return changed

    def holds_typing(self, within: QWidget | None = None) -> bool:
        """Whether a form (within a screen) holds something that is not saved but can be kept."""
        return any(
            form.content() is not None and (within is None or within is form.owner or within.isAncestorOf(form.owner))
            for form in self.open_forms()
        )

    def forget_all(self) -> dict[str, Content | None]:
        """What `drafts.keep` must remove when the user throws away all that is being typed."""
        names = {*self._kept, *(form.name for form in self.open_forms())}
        self.stop()
        return dict.fromkeys(names)

    def stop(self) -> None:
        """Keep no more: the file is about to be closed."""
        self._timer.stop()
        self._forms, self._kept, self._reach = [], {}, {}

    def keep_all_again(self) -> None:
        """Take nothing as kept: what `changed` gave last could not be stored."""
        self._kept = {}

    def take_up(self) -> None:
        """Open the form of the draft on offer and fill it again."""
        self._wanted = self.offer
        self._asked = set()
        if self._wanted is None:
            return
        name = self._wanted.form
        self._context.bus.open_requested.emit(name.kind, name.item_id)
        for form in self.open_forms():
            self._give_back(form)
        # The nearest first: a dialog that is open already opens its own dialogs better than the page below it.
        for known in sorted(self._reach, key=len, reverse=True):
            owner, open_form = self._reach[known]
            if self._leads_to_wanted(known) and shiboken6.isValid(owner):
                self._on_form_within_reach(known, owner, open_form)
                return

    def discard(self) -> None:
        """Remove the draft on offer for good."""
        draft = self.offer
        if draft is None:
            return
        context = self._context
        context.background.run(drafts.discard, context.file, [draft.key], owner=self._owner)
        self._offer_next(draft)

    def open_forms(self) -> tuple[Drafted, ...]:
        """The forms on screen that can be kept, touched or not."""
        self._forms = [form for form in self._forms if form.is_open]
        return tuple(self._forms)

    def _on_form_shown(self, form: Drafted) -> None:
        self._forms = [each for each in self.open_forms() if each.owner is not form.owner]
        self._forms.append(form)
        self._give_back(form)

    def _on_form_within_reach(self, name: str, owner: QWidget, open_form: Open) -> None:
        self._reach[name] = owner, open_form
        if self._wanted is not None and self._leads_to_wanted(name) and name not in self._asked:
            self._asked.add(name)
            open_form(str(self._wanted.form))

    def _leads_to_wanted(self, name: str) -> bool:
        return self._wanted is not None and f"{self._wanted.form}:".startswith(f"{name}:")

    def _give_back(self, form: Drafted) -> None:
        draft = self._wanted
        if draft is None or str(draft.form) != form.name:
            return
        self._wanted = None
        form.restore(draft.content)
        for tabs, page in _tabs_around(form.owner):
            tabs.setCurrentWidget(page)
        # It is removed together with the first keeping of what stands in the form now, never before.
        self._done.append(draft.key)
        self._offer_next(draft)
        self.look()

    def _offer_next(self, draft: Draft) -> None:
        if draft in self._left:
            self._left.remove(draft)
        self.offered.emit(self.offer)

    def _on_left_behind(self, left: tuple[Draft, ...]) -> None:
        self._left = list(left)
        self.offered.emit(self.offer)

    def _on_data_changed(self, _kinds: object) -> None:
        """Something was saved: its draft goes at once, lest it be offered beside what was saved."""
        QTimer.singleShot(0, self, self.look)

    def _on_kept(self, _nothing: object) -> None:
        self._busy = self._failed = False

    def _on_not_kept(self, error: AppError) -> None:
        """Say it once, and try again at every look."""
        del error
        self._busy = False
        self.keep_all_again()
        if not self._failed:
            self._failed = True
            self._context.bus.said.emit(Message(_NOT_KEPT))


def _tabs_around(widget: QWidget) -> Iterator[tuple[QTabWidget, QWidget]]:
    """The tabs a form lies in, each with the page that shows it."""
    page: QWidget | None = widget
    while page is not None:
        above = page.parentWidget()
        tabs = above.parentWidget() if above is not None else None
        if isinstance(tabs, QTabWidget) and tabs.indexOf(page) >= 0:
            yield tabs, page
        page = above
