"""A consent that lets the data go to a consulate."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.answers import Answer
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker, until a day, to named recipients."""
    answers = {
        "until": Answer("2029-11-21"),
        "read_in": Answer("uz"),
        "recipients": Answer("мемлекеттік еңбек инспекциясы, Өзбекстан Республикасының консулдығы"),
        "country": Answer("UZ"),
    }
    return replace(claims.claim(language, number="2026/42"), kind="worker_consent", answers=answers)
