"""The ways back into a file when passwords are forgotten: the code on paper, and the sheets of three people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Way:
    """One way of recovery. `used_on` and `rehearsed_on` are the last times since it was made.

    `may_be_rekeyed` says that a new key of the file can be given to it; one made by an older program cannot take it.
    """

    exists: bool = False
    made_on: date | None = None
    used_on: date | None = None
    rehearsed_on: date | None = None
    may_be_rekeyed: bool = True


@dataclass(frozen=True)
class Recovery:
    """Both ways of a file."""

    code: Way
    sheets: Way
