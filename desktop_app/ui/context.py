"""What every screen is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.permissions import Action, Relation, may

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile
    from desktop_app.ui.background import Background
    from desktop_app.ui.bus import Bus


@dataclass(frozen=True)
class Context:
    """The open file with who is signed in, the one worker for all calls, and the signals between screens."""

    file: OpenFile
    background: Background
    bus: Bus

    def may(self, action: Action) -> bool:
        """Whether the role of who is signed in includes an action that is about no single case."""
        return may(self.file.staff.role, action, Relation.CENTRE)
