"""What the quarterly check asks of the services. Each call runs on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.changes import Saved
from desktop_app.domain.quarterly import Check

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


def read(file: OpenFile) -> Check:
    """Look at everything once."""
    from desktop_app.services import quarterly

    return quarterly.read(file)


def is_due(file: OpenFile) -> bool:
    """Whether the check is due."""
    from desktop_app.services import quarterly

    return quarterly.is_due(file)


def finish(file: OpenFile) -> Saved:
    """Write down that it was gone through."""
    from desktop_app.services import quarterly

    return quarterly.finish(file)
