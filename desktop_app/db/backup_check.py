"""Opening a backup again, long after it was made: sticks and disks wear out without a word."""

from __future__ import annotations

import errno
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.db import disk, soundness
from desktop_app.db.keys import Keys
from desktop_app.db.target import sorted_target_failures
from desktop_app.domain.backups import Manifest
from desktop_app.errors import DamagedFile

_BAD_MEDIUM: Final = frozenset({errno.EIO, errno.EUCLEAN, errno.EBADMSG})


class Finding(StrEnum):
    """What became of a backup. With a former key of the file it is whole, but opens with a password alone."""

    GOOD = "good"
    DAMAGED = "damaged"
    FORMER_KEY = "former key"


def check(path: Path, manifest: Manifest, keys: Keys) -> Finding:
    """Read a backup from its disk and open it. AppError when it is not there or may not be read."""
    with sorted_target_failures(path.parent):
        try:
            if disk.read_back(path).sha256 != manifest.sha256:
                return Finding.DAMAGED
        except OSError as error:
            if error.errno in _BAD_MEDIUM:
                return Finding.DAMAGED
            raise
    engine = keys.reading(path)
    try:
        with engine.connect() as connection:
            whole = not soundness.broken_pages(connection) and soundness.holds_together(connection)
            return Finding.GOOD if whole else Finding.DAMAGED
    except DamagedFile:  # its bytes are as they were proven: only the key is another
        return Finding.FORMER_KEY
    except DBAPIError:
        return Finding.DAMAGED
    finally:
        engine.dispose()
