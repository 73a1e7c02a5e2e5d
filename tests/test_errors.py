"""Sentences for files outside that cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import cannot_write


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.ENOSPC, "room"), (errno.EACCES, "may not"), (errno.ENOENT, "folder of"), (errno.EIO, "another name")],
)
def test_every_reason_says_what_to_do_and_names_the_file(number: int, word: str) -> None:
    sentence = cannot_write(Path("out.pdf"), OSError(number, os.strerror(number))).text(lambda text, **p: text % p)
    assert word in sentence
    assert "out.pdf" in sentence
    assert os.strerror(number) not in sentence
