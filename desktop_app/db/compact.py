"""Writing the pages of an open file anew, so that nothing that was removed stays in a part of a page that is free."""

from __future__ import annotations

from typing import Final

from desktop_app.db.engine import Database
from desktop_app.db.failures import sorted_failures

LARGEST: Final = 512 * 1024 * 1024
"""A larger file is not written anew: it would need as much memory. What is removed is overwritten in any case."""


def compact(database: Database) -> bool:
    """Write the pages anew and fold the journal; False when the file is too large for it. Raises AppError."""
    with sorted_failures(database.engine), database.engine.connect().execution_options(begin="") as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
        fits = pages * size <= LARGEST
        if fits:
            connection.exec_driver_sql("VACUUM")
    database.checkpoint()
    return fits
