"""A case with a contract, a scan, a photo and a voice message."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.case_told import CaseTold, Exhibit
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims

EXHIBITS = (
    Exhibit(11, "Еңбек шарты.pdf", "еңбек қатынастары және жалақы мөлшері", "pdf", date(2026, 11, 2), 4),
    Exhibit(12, "табель.tiff", "отработанные смены за март–май 2025 года", "tiff", date(2026, 11, 2), 3),
    Exhibit(13, "рұқсатнама.jpg", "пропуск на строительную площадку", "jpeg", date(2026, 11, 5), 1),
    Exhibit(14, "дауыстық хабар.ogg", "прораб признаёт долг", "ogg", date(2026, 11, 9)),
)


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker, four exhibits."""
    told = CaseTold(date(2026, 11, 2), everybody=1, exhibits=EXHIBITS)
    return replace(claims.claim(language, number="2026/32"), kind="exhibit_list", told=told)
