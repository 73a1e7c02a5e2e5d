"""The two signals between screens, and what the status line says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """What screens tell one another; one for each open file.

    `open_requested(kind, id)`: show this thing ("case", "person", "employer", "letter", with id 0 the list itself;
    "new_case" starts a case). `data_changed(kinds)`: a frozenset of domain.changes.Kind that was written.
    `filter_requested(kind, filter)`: show the list of that kind under a filter (domain.cases.CaseFilter).
    `back_requested()`: to the page from which what is in front was asked for, when there is one.
    `begin_requested(kind, known)`: begin a new thing with what is known of it ("new_case" with an EnquiryCard).
    `said(message)`: an errors.Message for the status line, such as "Saved". `form_shown(form)` and
    `form_within_reach(name, owner, open)`: see ui/common/drafts, which sends them.
    """

    open_requested = Signal(str, int)
    back_requested = Signal()
    filter_requested = Signal(str, object)
    begin_requested = Signal(str, object)
    data_changed = Signal(object)
    said = Signal(object)
    form_shown = Signal(object)
    form_within_reach = Signal(str, object, object)
