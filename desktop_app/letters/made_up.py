"""Those who stand in the made-up case of the specimen: names from resources, nobody real."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop_app import settings
from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.employers import Employer, EmployerKind

WORKERS: Final = 3


@dataclass(frozen=True)
class MadeUp:
    """Those who stand in the case."""

    workers: tuple[str, ...]
    occupation: str
    employer: Employer
    foreman: Employer
    addressee: Addressee


@cache
def made_up() -> MadeUp:
    """The names of the case, from resources."""
    told = json.loads((settings.resources_dir() / "demonstration" / "made_up_case.json").read_text(encoding="utf-8"))
    firm, body = told["employer"], told["addressee"]
    return MadeUp(
        tuple(told["workers"])[:WORKERS],
        told["occupation"],
        Employer(firm["name"], EmployerKind.COMPANY, firm["bin"], firm["address"], head_name=firm["head"]),
        Employer(told["foreman"], EmployerKind.FOREMAN),
        Addressee(Trilingual(body["kk"], body["ru"], body["en"]), body["address"]),
    )
