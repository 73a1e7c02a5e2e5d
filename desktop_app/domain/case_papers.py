"""What papers for the file of a case are made of: the memo on a contract, the list before a claim goes to court."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.answers import Answer
from desktop_app.domain.contract_check import Finding
from desktop_app.domain.readiness import Item


@dataclass(frozen=True)
class ContractMemo:
    """A contract check to be printed: when and by whom, what was answered and found. `for_all`: all signed one text."""

    checked_on: date
    checked_by: str
    answers: Mapping[str, Answer]
    findings: tuple[Finding, ...]
    note: str = ""
    for_all: bool = False


@dataclass(frozen=True)
class ReadyMemo:
    """The list before a claim goes to court, to be printed."""

    items: tuple[Item, ...]
