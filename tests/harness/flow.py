"""What a flow is: how its folder is laid out, and what is done in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NAME: Final = "centre.tirek"
NEW_PASSWORD: Final = "quite another long one"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Flow:
    """`prepare` lays the folder out; `run` works in it and says what it was told is saved."""

    prepare: Callable[[Path], None]
    run: Callable[[Path, Say], None]
