"""Wrong passwords make the next try wait, also after a new start: guessing takes too long, a slip costs nothing.

Kept for each file by its random id, in a small file of this computer. It holds no login and no name. When it cannot be
read or written the count goes on in the memory of the program: a full disk must not keep anybody out.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db.patience import replaced
from desktop_app.errors import MustWait

FREE: Final = 5
"""Wrong tries before the first wait."""

WAITS: Final = (30, 60, 120, 300, 900)
"""Seconds to wait after the fifth wrong try in a row, the sixth and so on; the last for all that come after."""

_MOST_FILES: Final = 100


@dataclass(frozen=True)
class _Tries:
    """Wrong tries in a row, and the wait that began at `since` (seconds since 1970)."""

    failures: int = 0
    since: float = 0.0

    @property
    def wait(self) -> int:
        return 0 if self.failures < FREE else WAITS[min(self.failures - FREE, len(WAITS) - 1)]


def check(file_id: str) -> None:
    """Raise MustWait while the next try at this file has to wait."""
    tries, now = _read(file_id), settings.now().timestamp()
    if not tries.wait:
        return
    if now < tries.since:  # the clock was turned back: the wait begins anew, lest it lasts for years or not at all
        tries = replace(tries, since=now)
        _keep(file_id, tries)
    left = tries.since + tries.wait - now
    if left > 0:
        raise MustWait(left)


def note(file_id: str, *, right: bool) -> None:
    """Note a try: a right one clears the count, a wrong one adds to it."""
    before = _read(file_id)
    if not right:
        _keep(file_id, _Tries(before.failures + 1, settings.now().timestamp()))
    elif before.failures:
        _keep(file_id, _Tries())


def _place() -> Path:
    return settings.user_data_dir() / "tries.json"


def _name(file_id: str) -> str:
    return sha256(file_id.encode()).hexdigest()[:16]


_unwritten: Final[dict[tuple[Path, str], _Tries]] = {}


def _read(file_id: str) -> _Tries:
    held = _unwritten.get((_place(), _name(file_id)))
    return held or _stored().get(_name(file_id), _Tries())


def _stored() -> dict[str, _Tries]:
    """All counts; none when the file is missing or makes no sense."""
    try:
        told = json.loads(_place().read_text("utf-8"))
        found = {str(name): _Tries(int(each["failures"]), float(each["since"])) for name, each in told.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return {}
    return {name: each for name, each in found.items() if each.failures > 0 and abs(each.since) < 1e15}


def _keep(file_id: str, tries: _Tries) -> None:
    """Store a count whole, or hold it in memory when the disk does not take it."""
    place, name = _place(), _name(file_id)
    stored = _stored()
    stored.pop(name, None)
    if tries.failures:
        stored[name] = tries
    latest = dict(sorted(stored.items(), key=_since)[-_MOST_FILES:])
    fresh = place.with_name(place.name + ".new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({each: asdict(kept) for each, kept in latest.items()}), "utf-8")
        replaced(fresh, place)
    except OSError:
        _unwritten[place, name] = tries
    else:
        _unwritten.pop((place, name), None)


def _since(entry: tuple[str, _Tries]) -> float:
    return entry[1].since
