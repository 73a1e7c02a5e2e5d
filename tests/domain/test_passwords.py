"""Which passwords are refused, and with what sentence."""

from __future__ import annotations

import pytest

from desktop_app.domain.passwords import password_problems


@pytest.mark.parametrize(
    "password", ["four words make one", "жеті қазына тоғыз", "Zx9#kk!!pq77wv", "a" * 64 + "bcdefgh"]
)
def test_long_and_uncommon_passwords_are_taken(password: str) -> None:
    assert not list(password_problems("password", password, personal=("aigul", "Айгүл Оспанова")))


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "eleven sign",
        "x" * 129,
        "passwordpassword",
        "пароль123456789",
        "aaaaaaaaaaaaaa",
        "aigul1234567",
        "тірек тірек 2026",
    ],
)
def test_short_common_and_personal_passwords_are_refused(password: str) -> None:
    (problem,) = password_problems("password", password, personal=("aigul", "Айгүл Оспанова"))
    assert problem.field == "password"
