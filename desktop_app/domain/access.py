"""Who may see one case."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CaseAccessCard:
    """Who may see a case: `restricted` closes it to all but the responsible one and those in `given` (staff ids).

    `sealed`: what names its people needs the second key, which only lawyers and managers hold.
    """

    case_id: int
    restricted: bool
    responsible_id: int | None
    given: tuple[int, ...]
    sealed: bool


@dataclass(frozen=True)
class Approval:
    """The second pair of eyes: a colleague who types their own login and password."""

    login: str
    password: str = field(repr=False)
