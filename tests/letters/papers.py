"""Every kind of paper that the program makes, as PDF bytes: each letter in each language, and what is no letter."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from io import BytesIO
from typing import Final

from PIL import Image

from desktop_app import law
from desktop_app.domain.centre import Role
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.erasure import CertificateFacts, Erased, ErasureKind
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.logbook import LogHead, LogMonth
from desktop_app.i18n import LANGUAGES
from desktop_app.imports import pictures
from desktop_app.letters import (
    catalogue,
    consent_form,
    erasure_certificate,
    exhibits,
    journal_paper,
    log_report,
    page,
    removed_letter,
)
from desktop_app.letters.blocks import Words
from desktop_app.letters.stories.exhibit_list import placed
from tests.letters import claims, hostile, test_exhibits, test_journal_paper
from tests.letters.samples import exhibit_list

MODES: Final = ("RGBA", "RGB", "L", "LA", "P", "CMYK")
"""How the pixels of a logo may be kept in the picture that somebody has."""

PERSON: Final = claims.worker().person


def _letter(kind: str, language: LetterLanguage) -> bytes:
    return catalogue.render(importlib.import_module(f"tests.letters.samples.{kind}").facts(language))


@cache
def _logo(mode: str) -> bytes:
    """As a centre's own picture is kept for the letterhead."""
    held = BytesIO()
    kind = "jpeg" if mode == "CMYK" else "png"
    Image.linear_gradient("L").convert("RGBA").convert(mode).save(held, kind)
    return pictures.small(held.getvalue(), kind, 300)[2]


def _with_logo(mode: str) -> bytes:
    made = claims.claim(LetterLanguage.KK_RU, claims.crew(2), confirmed=False, number="ТМ/2026/17")
    return catalogue.render(replace(made, logo=_logo(mode)))


def _crew(language: LetterLanguage) -> bytes:
    return catalogue.render(claims.claim(language, claims.crew(60)))


def _exhibits(language: LetterLanguage) -> bytes:
    return exhibits.render(exhibit_list.facts(language), placed(exhibit_list.EXHIBITS), test_exhibits.PAGES)


def _journal(language: LetterLanguage) -> bytes:
    return journal_paper.render(test_journal_paper.journal(language))


def _consent(language: str) -> bytes:
    given = Consent(How.PAPER, claims.ON, date(2029, 11, 21), "uz", law.consent_text().version)
    return consent_form.render(claims.CENTRE, PERSON, given, language)


def _certificate(language: str) -> bytes:
    done = Erased(1, "2026/1", claims.ON, ErasureKind.TERM, 1, 2, 3, 4, "", "Дина Әбенова", "Асқар Әлиев")
    return erasure_certificate.render(CertificateFacts(claims.CENTRE, done, 12), language)


def _log(language: str) -> bytes:
    head = LogHead(40, "AB12 CD34 EF56 7890")
    people = (("Дина Әбенова", Role.LAWYER, 39), ("", None, 1))
    made_at = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
    return log_report.render(
        LogMonth(
            claims.CENTRE, date(2026, 11, 1), language, made_at, 40, 1, 40, head.word, 1, 0, (("view_case", 40),),
            people, head,
        )
    )  # fmt: skip


def _hostile(kind: str) -> bytes:
    """A letter in which every field says what could end a text, a mark or a description in the file."""
    typed = "(\\) <b>&amp;</b> ]]> >> endstream EMC /Span е\u0301 \u0301 Ӝ %s ₸ «”"
    return catalogue.render(hostile.filled(hostile.base(kind, LetterLanguage.KK_RU), lambda _asked: typed))


def _each(name: str, make: Callable[[LetterLanguage], bytes]) -> dict[str, Callable[[], bytes]]:
    return {f"{name}.{language}": partial(make, language) for language in LetterLanguage}


LETTERS: Final[dict[str, Callable[[], bytes]]] = {
    name: make for kind in catalogue.LETTERS for name, make in _each(kind, partial(_letter, kind)).items()
}
OTHERS: Final[dict[str, Callable[[], bytes]]] = {
    **{f"logo.{mode}": partial(_with_logo, mode) for mode in MODES},
    **_each("crew", _crew),
    **_each("exhibits", _exhibits),
    **_each("journal", _journal),
    **{f"consent.{code}": partial(_consent, code) for code in LANGUAGES},
    **{f"certificate.{code}": partial(_certificate, code) for code in LANGUAGES},
    **{f"log.{code}": partial(_log, code) for code in LANGUAGES},
    **{f"hostile.{kind}": partial(_hostile, kind) for kind in hostile.KINDS},
    "removed": partial(removed_letter.render, "2026/17", claims.ON, 3, "2026/1", claims.ON),
}
ALL: Final = LETTERS | OTHERS


def titled(title: str) -> bytes:
    """A paper whose window shows `title`."""
    footer = page.Footer("", lambda _at, _of: "")
    return page.render([(Words("Мәтін"),)], title=title, language="kk", footer=footer)
