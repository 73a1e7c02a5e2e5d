"""Questions to the file: selects in, frozen dataclasses out. No row of a model leaves db and services."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
