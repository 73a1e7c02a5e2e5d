"""What the contract check asks of the services, several questions in one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.contract_checks import ContractCheck
from desktop_app.domain.letters import Norm
from desktop_app.domain.permissions import Action
from desktop_app.services import access, contracts, law
from desktop_app.services.files import OpenFile


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
