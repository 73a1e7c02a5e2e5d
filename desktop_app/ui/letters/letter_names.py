"""What kinds, addressees and languages of letters are called on screens, and in which order they are offered."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.addressees import ADDRESSEE_KINDS
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage
from desktop_app.i18n import N_, _
from desktop_app.services import letter_kinds
from desktop_app.services.letter_kinds import KindOfLetter

_FITS = N_("Fits this case")


def grouped_kinds(advised: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The letters that can be made from a case under headings, which have no code: what fits first, then all."""
    kinds = {kind.id: kind for kind in letter_kinds.kinds()}
    offered = [("", _(_FITS))] if advised else []
    offered += [(kind, _(kinds[kind].title)) for kind in advised]
    before = None
    for kind in kinds.values():
        if kind.addressee is not before:
            before = kind.addressee
            offered.append(("", _(ADDRESSEE_KINDS[kind.addressee])))
        offered.append((kind.id, _(kind.title)))
    return offered


def kind_of(kind: str) -> KindOfLetter | None:
    """A kind of letter as forms offer it; None for what is made elsewhere."""
    return next((each for each in letter_kinds.kinds() if each.id == kind), None)


def kind_name(kind: str) -> str:
    """The name of a kind of letter."""
    title = letter_kinds.titles().get(kind)
    return kind if title is None else _(title)


def language_name(code: str) -> str:
    """The name of a letter's language."""
    return _(LETTER_LANGUAGES[LetterLanguage(code)])
