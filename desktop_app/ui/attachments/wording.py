"""How attachments are written in the interface's language."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final

from desktop_app.domain.attachments import COPY_BASES, MEGABYTE, TYPE_NAMES, AttachmentHead, AttachmentRow
from desktop_app.i18n import N_, _, format_number, language
from desktop_app.ui.common.wording import day

NO_COPY: Final = N_("No, another paper")
_KILOBYTE: Final = 1024


def size_in_words(size: int) -> str:
    """Bytes as a person counts them: 12 KB, 3.4 MB."""
    if size < MEGABYTE:
        return _("%(n)s KB", n=format_number(Decimal(-(-size // _KILOBYTE)), language()))
    return _("%(n)s MB", n=format_number((Decimal(size) / MEGABYTE).quantize(Decimal("0.1")), language()))


def name_of(row: AttachmentRow) -> str:
    """The name, or that there is none to be read."""
    return row.head.name if row.head is not None else _("Damaged attachment")


def type_of(row: AttachmentRow) -> str:
    """What kind of file it is."""
    return _(TYPE_NAMES[row.head.type]) if row.head is not None else ""


def added_of(row: AttachmentRow) -> str:
    """When it was added and by whom."""
    return _("%(day)s, %(name)s", day=day(datetime.fromisoformat(row.added_at).date()), name=row.added_by)


def about(row: AttachmentRow) -> str:
    """Kind, size, when and by whom, in one line."""
    return " · ".join(filter(None, (type_of(row), size_in_words(row.size), added_of(row))))


def basis_in_words(head: AttachmentHead) -> str:
    """Why a copy of an identity document is kept, empty for other papers."""
    if head.copy_of_document is None:
        return ""
    return _("Copy of an identity document: %(basis)s", basis=_(COPY_BASES[head.copy_of_document]))
