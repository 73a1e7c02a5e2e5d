"""The screens of the left rail, in order. A screen is built when it is first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.permissions import Action
from desktop_app.i18n import N_

if TYPE_CHECKING:
    from desktop_app.ui.context import Context


@dataclass(frozen=True)
class PageName:
    """One page: its folder in ui/, its title and icon, which kinds of thing it opens, what one must be allowed."""

    folder: str
    title: str
    icon: str
    opens: tuple[str, ...] = ()
    needs: Action | None = None


PAGES: Final = (
    PageName("today", N_("Today"), "house"),
    PageName("enquiries", N_("Enquiries"), "inbox", ("enquiry", "new_enquiry")),
    PageName("cases", N_("Cases"), "briefcase", ("case", "new_case")),
    PageName("people", N_("People"), "users", ("person",)),
    PageName("employers", N_("Employers"), "building-2", ("employer",)),
    PageName("letters", N_("Letters"), "file-text", ("letter",)),
    PageName("directory", N_("Directory"), "map-pin", ("directory",)),
    PageName("summaries", N_("Summaries"), "chart-column", ("summary",), Action.VIEW_SUMMARY),
    PageName("law", N_("Law"), "scale", ("law",)),
    PageName("logbook", N_("Log"), "history", ("log",)),
    PageName("privacy", N_("Data"), "clipboard-list", ("privacy",)),
    PageName("settings", N_("Settings"), "settings", ("settings",)),
)


class Screen(Protocol):
    """What the workspace asks of every screen."""

    def refresh(self) -> None:
        """Read again what is shown; leave alone what is being typed."""

    def open_item(self, item_id: int, /) -> None:
        """Show one thing."""


@runtime_checkable
class StartsNew(Protocol):
    """A screen on which something new can be begun."""

    def start_new(self, from_id: int = 0, /) -> None:
        """Begin a new one, for the employer `from_id` when it is not 0."""


@runtime_checkable
class BeginsFrom(Protocol):
    """A screen on which something new can be begun with what is known of it elsewhere."""

    def begin_from(self, known: Any, /) -> None:
        """Begin a new one with this."""


@runtime_checkable
class Filters(Protocol):
    """A screen with a list that can be shown under a filter."""

    def show_filter(self, wanted: Any, /) -> None:
        """Show the list under this filter."""


@runtime_checkable
class KeepsTyping(Protocol):
    """A screen that may hold something typed and not saved."""

    def unsaved(self) -> bool:
        """Whether closing now would lose something."""


def build(page: PageName, context: Context, parent: QWidget) -> QWidget:
    """The screen of a page: the class Screen of its module screen.py."""
    module = importlib.import_module(f"desktop_app.ui.{page.folder}.screen")
    return cast("QWidget", module.Screen(context, parent))
