"""People who ask whether they may work, for the tables of worked cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.domain.work_facts import WorkFacts

TODAY = date(2026, 11, 21)


def facts(citizenship: str = "", employer: str = "", **more: Any) -> WorkFacts:
    return WorkFacts(citizenship=citizenship, employer_kind=employer, **more)


def plain(citizenship: str, employer: str, **more: Any) -> WorkFacts:
    """Somebody who stays temporarily and is hired for ordinary work."""
    return facts(citizenship, employer, **{"status": "temporary", "form": "hired", **more})
