"""Where things are, what time it is, and the small preferences of this computer. Nothing personal is kept."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop_app.errors import N_, AppError

CLOCK_VARIABLE: Final = "TIREK_TODAY"
FILE_SUFFIX: Final = ".tirek"
_APPLICATION: Final = "Tirek"
_WORDS: Final = ("language", "theme", "last_file", "backup_folder", "second_backup_folder")


def now() -> datetime:
    """The local time with its offset. TIREK_TODAY=YYYY-MM-DD moves the day for tests and the demonstration.

    AppError when that variable holds no day.
    """
    moment = datetime.now().astimezone()
    fixed = os.environ.get(CLOCK_VARIABLE)
    if not fixed:
        return moment
    try:
        day = date.fromisoformat(fixed)
    except ValueError:
        raise AppError(N_("%(variable)s must hold a day such as 2026-11-21."), variable=CLOCK_VARIABLE) from None
    return moment.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    """The local day, the program's only "today"."""
    return now().date()


def resources_dir() -> Path:
    """The folder of law data, translations, fonts, icons and styles; the same from source and when installed."""
    return Path(__file__).resolve().parents[1] / "resources"


def user_data_dir() -> Path:
    """The folder for this user's data, as the system keeps it. It is made by whoever writes there first."""
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION, appauthor=False)


def default_file() -> Path:
    """The case file that is opened when none is named."""
    return user_data_dir() / f"centre{FILE_SUFFIX}"


def preferences_path() -> Path:
    """The file the preferences are kept in."""
    from platformdirs import user_config_path

    return user_config_path(_APPLICATION, appauthor=False) / "preferences.json"


@dataclass(frozen=True)
class Preferences:
    """What this computer remembers between starts.

    `language` is kk, ru, en or empty before the first choice; `theme` is system, light or dark;
    `last_file` is the path of the file opened last; `window` is width and height in pixels. `backup_folder` is where
    backups go, empty for the folder Backups beside the file; `second_backup_folder` takes them too, empty for none.
    """

    language: str = ""
    theme: str = "system"
    last_file: str = ""
    window: tuple[int, int] = (1280, 800)
    backup_folder: str = ""
    second_backup_folder: str = ""

    @classmethod
    def read(cls, path: Path | None = None) -> Preferences:
        """The preferences, the defaults for whatever is missing or damaged: a broken file never stops a start."""
        try:
            stored = json.loads((path or preferences_path()).read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        words = {name: stored[name] for name in _WORDS if isinstance(stored.get(name), str)}
        window = _size(stored.get("window"))
        return cls(**words, window=window) if window else cls(**words)

    def write(self, path: Path | None = None) -> None:
        """Keep the preferences; the old ones stay whole until the new are written. OSError when it cannot be."""
        target = path or preferences_path()
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(target.name + ".new")
        fresh.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")
        fresh.replace(target)


def _size(value: object) -> tuple[int, int] | None:
    if isinstance(value, list) and len(value) == 2 and all(type(side) is int and side > 0 for side in value):
        return value[0], value[1]
    return None
