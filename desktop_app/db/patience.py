"""A virus scanner or an indexer of Windows holds a file for a moment: names are changed with a little patience."""

from __future__ import annotations

from pathlib import Path
from time import sleep
from typing import Final

PAUSES: Final = tuple(0.05 * number for number in range(1, 10))
"""Seconds before each further try: ten tries in two and a quarter seconds."""

# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; other systems know no such hold.
_HELD: Final = (5, 32, 33)


def replaced(fresh: Path, target: Path) -> None:
    """Give a file another name, in the place of what has it now. OSError when somebody holds either for too long."""
    for pause in PAUSES:
        try:
            fresh.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            sleep(pause)
        else:
            return
    fresh.replace(target)
