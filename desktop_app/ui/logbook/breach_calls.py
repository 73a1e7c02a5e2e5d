"""What the register of breaches asks of the services. Each call runs on the worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.breaches import Breach, NewBreach, PackRequest
from desktop_app.domain.changes import Saved

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


def listing(file: OpenFile) -> tuple[Breach, ...]:
    """The register."""
    from desktop_app.services import breaches

    return breaches.listing(file)


def record(file: OpenFile, new: NewBreach) -> Saved:
    """Write down a breach."""
    from desktop_app.services import breaches

    return breaches.record(file, new)


def notified(file: OpenFile, breach_id: int, on: date | None) -> Saved:
    """Write down when the authorised body was notified."""
    from desktop_app.services import breaches

    return breaches.notified(file, breach_id, on)


def make_pack(file: OpenFile, wanted: PackRequest, path: Path) -> Saved:
    """Write the papers about a breach."""
    from desktop_app.services import breaches

    return breaches.make_pack(file, wanted, path)
