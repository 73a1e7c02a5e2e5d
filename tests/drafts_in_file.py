"""Drafts as they lie in the file, opened with the key of who typed them."""

from __future__ import annotations

import base64
import json
from typing import Any

from sqlalchemy import select

from desktop_app.db import identity, models
from desktop_app.services.files import OpenFile

PURPOSE = b"tirek draft 1"


def kept(file: OpenFile) -> dict[str, Any]:
    """By the name of the form, or by the key of one that was left behind."""
    with file.db.read() as session:
        rows = list(session.scalars(select(models.Draft)))
    return {row.form: _opened(file, row.content) for row in rows}


def _opened(file: OpenFile, content: str) -> Any:
    plain = identity.open_sealed(file.keys.identity, base64.b64decode(content), PURPOSE)
    assert plain is not None
    return json.loads(plain)
