"""What stands beside a complaint: rights in plain words, what to ask for, where one goes, the norms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.complaint_forms import evidence_of, form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.i18n import N_, _
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.complaints.wording import Norms, body_texts, norm_sources


class GuidePanel(QWidget):
    """The guide of one kind, its norms with their sources."""

    def __init__(self, kind: ComplaintKind, norms: Norms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        form = form_of(kind)
        self._part(N_("What the law gives"), partial(_, form.rights), plain=True)
        self._part(N_("Ask for and photograph"), partial(_listed, partial(_translated, evidence_of(form))))
        self._part(N_("Where one usually goes"), partial(_listed, partial(body_texts, form.bodies)))
        self._part(N_("It rests on"), partial(_listed, partial(norm_sources, form.norms, norms)))
        self._column.addStretch()

    def _part(self, title: str, text: Callable[[], str], *, plain: bool = False) -> None:
        heading = PlainLabel(title, self, role="field", wrap=True)
        words = PlainLabel(parent=self, role="" if plain else "hint", wrap=True)
        words.texts.set_text(words.setText, text)
        self._column.addWidget(heading)
        self._column.addWidget(words)


def _translated(msgids: Iterable[str]) -> list[str]:
    return [_(msgid) for msgid in msgids]


def _listed(lines: Callable[[], list[str]]) -> str:
    return "\n".join(_("• %(line)s", line=line) for line in lines())
