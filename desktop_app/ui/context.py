"""What every screen is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
