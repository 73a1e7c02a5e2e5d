"""What the desk needs beside the cases: typing that is not saved yet, and the settings of the file."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.db.models.base import Base


class Draft(Base):
    """What a member of staff was typing into a form, as JSON; gone when it is saved or discarded."""

    __tablename__ = "draft"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    form: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    at: Mapped[str]


class Setting(Base):
    """A setting of the file by its name (services/settings_of_file.py names them)."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
