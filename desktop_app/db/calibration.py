"""How dear a guess at a password is made on this computer: as dear as signing in stays comfortable."""

from __future__ import annotations

import ctypes
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Final

from desktop_app.db import vault
from desktop_app.db.vault import FLOOR, STANDARD, Cost
from desktop_app.errors import CannotOpen

LEAST: Final = 0.7
AIM: Final = 1.0
MOST: Final = 1.5
"""Seconds that one derivation takes with a calibrated cost; between the least and the most it is left as it is."""

TOO_LONG: Final = 2.0
"""Seconds after which a slot made on a quicker computer is wrapped anew, cheaper."""

MOST_MEMORY: Final = 1024 * 1024
_STEP: Final = 4096
_ROUNDS: Final = 4

clock: Callable[[], float] = perf_counter


def measured(cost: Cost) -> float:
    """Seconds that one derivation takes here. CannotOpen when the memory for it is not free."""
    began = clock()
    vault.derive("calibration", secrets.token_bytes(16), cost)
    return clock() - began


def installed_memory() -> int:
    """The memory of this computer in KiB; what the standard cost needs when the system does not tell."""
    if sys.platform == "win32":
        told = (ctypes.c_ulonglong * 1)()
        known = ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(told)
        return int(told[0]) if known else 3 * STANDARD.memory
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (ValueError, OSError):
        return 3 * STANDARD.memory


def calibrated(measure: Callable[[Cost], float] | None = None, installed: int | None = None) -> Cost:
    """The cost of a new file: memory from the standard up or down until one derivation takes about a second here.

    Never below the floor, never above 1 GiB or a third of the computer's memory.
    """
    measure = measure or measured
    most = max(FLOOR.memory, min(MOST_MEMORY, (installed or installed_memory()) // 3))
    cost = replace(STANDARD, memory=min(STANDARD.memory, most))
    for _ in range(_ROUNDS):
        try:
            took = measure(cost)
        except CannotOpen:
            return FLOOR
        wanted = cost if LEAST <= took <= MOST else replace(cost, memory=_memory(cost, took, FLOOR.memory, most))
        if wanted == cost:
            break
        cost = wanted
    return cost


def bearable(cost: Cost, took: float, measure: Callable[[Cost], float] | None = None) -> Cost:
    """The cost a slot keeps that took this many seconds to open: less when it takes too long here, twice in a row.

    Never less than the standard: a slot made for a quick computer must not become easy to guess on a slow one.
    """
    if took <= TOO_LONG or not cost.reaches(STANDARD) or cost == STANDARD:
        return cost
    again = (measure or measured)(cost)
    if again <= TOO_LONG:
        return cost
    whole = replace(STANDARD, memory=cost.memory * cost.passes // STANDARD.passes)
    return replace(STANDARD, memory=_memory(whole, again, STANDARD.memory, cost.memory))


def _memory(cost: Cost, took: float, least: int, most: int) -> int:
    """The memory with which a derivation takes about a second: time grows with it evenly."""
    wanted = int(cost.memory * AIM / max(took, 0.001)) // _STEP * _STEP
    return max(least, min(most, wanted))
