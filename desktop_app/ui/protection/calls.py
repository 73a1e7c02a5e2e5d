"""What the protection screens ask of the services, several questions in one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.letters import Norm
from desktop_app.domain.warnings import CaseWarning
from desktop_app.services import law, screening, warnings
from desktop_app.services.files import OpenFile
from desktop_app.services.screening import WorkerScreening


@dataclass(frozen=True)
class Warned:
    """The warnings of a case, and the norms of the file with what the lawyer has confirmed."""

    warnings: tuple[CaseWarning, ...]
    norms: Mapping[str, Norm]


@dataclass(frozen=True)
class Screened:
    """The screening of a crew, and the norms of the file."""

    crew: tuple[WorkerScreening, ...]
    norms: Mapping[str, Norm]


def warned(file: OpenFile, case_id: int, letter_kind: str = "") -> Warned:
    """The warnings of a case before a letter of this kind leaves (empty: any)."""
    return Warned(warnings.of_case(file, case_id, letter_kind), law.norms(file))


def screened(file: OpenFile, case_id: int) -> Screened:
    """The screening of a crew; that it was looked at is logged."""
    return Screened(screening.page(file, case_id), law.norms(file))
