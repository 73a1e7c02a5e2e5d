"""Papers that people bring, for the tests of attachments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.attachments import AttachmentHead, NewAttachment
from desktop_app.errors import AppError, InvalidInput, Problem
from desktop_app.services import attachments
from desktop_app.services.files import OpenFile

PLAIN = NewAttachment()


def at_once(call: Callable[..., Any], content: bytes, *values: object, **_how: object) -> list[Any]:
    """What stands in for a child process, which takes a third of a second."""
    try:
        return list(call(content, *values))
    except AppError as error:
        raise InvalidInput((Problem("content", error.message),)) from None


def put(desk: Path, name: str, content: bytes) -> Path:
    """A file outside."""
    path = desk / name
    path.write_bytes(content)
    return path


def head(file: OpenFile, case: int, at: int = 0) -> AttachmentHead:
    """What the file knows of one attachment of a case."""
    found = attachments.listing(file, case).rows[at].head
    assert found is not None
    return found


def refusal(call: Callable[..., object], *arguments: object) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(InvalidInput) as raised:
        call(*arguments)
    assert raised.value.problems[0].field == "content"
    return raised.value.message.msgid
