"""The slots of an open file on the disk, and the right to have the file open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.db import envelope
from desktop_app.db.engine import SCHEMA
from desktop_app.db.failures import sorted_disk_failures
from desktop_app.db.file_lock import FileLock
from desktop_app.db.vault import Slots


class KeptSlots:
    """Slots beside an open file; each change is on the disk before the next begins."""

    def __init__(self, path: Path, slots: Slots, lock: FileLock) -> None:
        self.path = path
        self._now = slots
        self._lock = lock

    @property
    def now(self) -> Slots:
        """The slots as they are now."""
        return self._now

    def store(self, slots: Slots) -> None:
        """Write other slots beside the file. AppError when the disk is full: then the former ones stay."""
        if slots == self._now:
            return
        with sorted_disk_failures(self.path):
            envelope.store_beside(self.path, slots)
        self._now = slots

    def put_back(self, slots: Slots) -> None:
        """Write former slots again, as newer than those they replace."""
        self.store(replace(slots, generation=self._now.generation + 1))

    def note_schema(self, schema: int) -> None:
        """Say outside the encrypted pages which schema they have, so that an older program need not open them."""
        self.store(replace(self._now, schema=schema, generation=self._now.generation + 1))

    def give_name(self, path: Path) -> None:
        """Give the closed new file its name, whole, and make it ready to be opened there."""
        with sorted_disk_failures(self.path):
            envelope.fold(self.path, self._now)
            envelope.give_name(self.path, path)
            self.path = path
            envelope.unfold(path, envelope.look(path, SCHEMA))

    def forget(self) -> None:
        """Remove what is left of a file that could not be finished, and let its name go."""
        envelope.forget_unfinished(self.path)
        self.let_go()

    def put_away(self) -> None:
        """Put the slots into the closed file and let it go. AppError when the disk is full."""
        try:
            with sorted_disk_failures(self.path):
                envelope.fold(self.path, self._now)
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Give the lock back and leave the slots where they are."""
        self._lock.release()
