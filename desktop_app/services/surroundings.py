"""What around a file could do it harm: its place and its disk. (services/logbook.check_tail looks at the clock.)"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.db import ballast, places
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services.files import OpenFile

_NEARLY_FULL: Final = N_(
    "The disk of the file is nearly full: %(free)s MB are free in the folder %(folder)s. Free some space there soon, "
    "so that you can go on saving."
)


def refusal(path: Path) -> Message | None:
    """Why no new file may be made at `path`, for the step that asks for the place; None where it may."""
    return places.refusal(path)


def warnings(file: OpenFile) -> tuple[Message, ...]:
    """What to tell who has just signed in: a place that can damage the file, a disk nearly full."""
    found = (places.warning(file.path), _nearly_full(file.path))
    return tuple(message for message in found if message is not None)


def _nearly_full(path: Path) -> Message | None:
    left = ballast.free(path)
    if left is None or left >= ballast.SCARCE:
        return None
    return Message(_NEARLY_FULL, {"free": left // 1_000_000, "folder": path.parent})
