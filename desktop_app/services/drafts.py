"""Drafts: what is being typed and not saved yet, kept in the encrypted file for whoever types it.

No line is written in the log for a draft, here alone: one would come every few seconds, say nothing but that somebody
was typing, and bury what the log is for. What is saved in the end has its line; what is thrown away was never part of
the centre's data. A draft is sealed to the colleague who typed it: nobody else can read it, whatever key they hold.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop_app import settings
from desktop_app.db.queries import drafts as queries
from desktop_app.domain.drafts import Content, Draft
from desktop_app.domain.permissions import Action
from desktop_app.services import access
from desktop_app.services.files import OpenFile


def keep(file: OpenFile, typed: Mapping[str, Content | None]) -> None:
    """Keep what stands in each form (by its name) now; None removes the draft of a form that was saved or undone."""
    gone = [form for form, content in typed.items() if content is None]
    with access.noting(file, Action.KEEP_DRAFT) as session:
        for form, content in typed.items():
            if content is not None:
                queries.keep(session, file.staff.id, file.keys.public, form, content, settings.now())
        queries.forget(session, file.staff.id, gone)


def left_behind(file: OpenFile) -> tuple[Draft, ...]:
    """What was being typed when the program last stopped or the colleague left, oldest first. Ask it at sign-in.

    From then on new typing in the same forms replaces none of it.
    """
    with access.noting(file, Action.KEEP_DRAFT) as session:
        queries.set_aside(session, file.staff.id)
        return queries.left_behind(session, file.staff.id, file.keys.identity)


def discard(file: OpenFile, keys: Collection[str]) -> None:
    """Remove drafts for good: by the key of one that was left behind, or by the name of a form."""
    with access.noting(file, Action.KEEP_DRAFT) as session:
        queries.forget(session, file.staff.id, keys)
