"""A domestic worker gives powers to the lawyer of the centre; the text was read aloud in Uzbek."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.answers import Answer
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker, two powers that must be named."""
    answers = {
        "place": Answer("Алматы"),
        "until": Answer("2027-11-20"),
        "special": Answer(("claim", "enforce")),
        "read_in": Answer("өзбек тілінде / на узбекском языке, Холида Каримова"),
    }
    return replace(claims.claim(language, number="2026/33"), kind="power_of_attorney", answers=answers)
