"""What the contract check asks of the services, several questions in one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.contract_checks import ContractCheck
from desktop_app.domain.letters import Norm
from desktop_app.domain.permissions import Action
from desktop_app.services import access, contracts, law, readiness
from desktop_app.services.files import OpenFile
from desktop_app.services.readiness import ReadyList


@dataclass(frozen=True)
class Opened:
    """The checks of a case, the law with what was confirmed of it, whether one may keep answers and make memos."""

    checks: tuple[ContractCheck, ...]
    norms: Mapping[str, Norm]
    may_record: bool
    may_make: bool


def opened(file: OpenFile, case_id: int) -> Opened:
    """What the dialog needs to begin."""
    may = access.allowed(file, Action.CHECK_CONTRACT, "case", case_id)
    make = access.allowed(file, Action.CREATE_LETTER, "case", case_id)
    return Opened(contracts.listing(file, case_id), law.norms(file), may, may and make)


@dataclass(frozen=True)
class Ready:
    """The list of what a claim to court needs, the law with what was confirmed, and whether one may write."""

    listed: ReadyList
    norms: Mapping[str, Norm]
    may_record: bool
    may_make: bool


def ready(file: OpenFile, case_id: int) -> Ready:
    """What the panel shows."""
    may = access.allowed(file, Action.RECORD_READINESS, "case", case_id)
    make = access.allowed(file, Action.CREATE_LETTER, "case", case_id)
    return Ready(readiness.of_case(file, case_id), law.norms(file), may, make)
