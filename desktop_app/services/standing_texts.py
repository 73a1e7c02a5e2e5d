"""Standing texts of letters: the program's own, the centre's own, their versions, a test print before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import standing_texts as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.permissions import Action
from desktop_app.domain.standing_texts import LANGUAGES, StandingText, TextVersion, longest_words, problems_of_text
from desktop_app.domain.tidy import tidy_text
from desktop_app.errors import AppError
from desktop_app.i18n import N_, for_language
from desktop_app.services import access, law
from desktop_app.services.files import OpenFile

_NO_TEXT: Final = N_("There is no such text of letters.")
_CHANGED_MEANWHILE: Final = N_(
    "A colleague changed this text meanwhile. Your words were not saved: copy them, open the text again and put them "
    "in."
)
_NOT_MADE: Final = N_("The made-up case cannot make this letter, so there is no test print of it.")
_ENOUGH: Final = 40
"""Letters of a text that tell it from others, and still stand on one page."""

_SAVED: Final = frozenset({Kind.LETTER})


def listing(file: OpenFile) -> tuple[StandingText, ...]:
    """Every text in every language: what the program says, what the centre says instead, and since when."""
    from desktop_app.letters.catalogue import standing_texts

    with access.reading(file, Action.VIEW_TEXTS) as session:
        latest = queries.latest(session)
    found = []
    for key, (text, letters) in standing_texts().items():
        for language in LANGUAGES:
            shipped = text.shipped(for_language(language))
            plain = StandingText(key, language, shipped, "", letters, text.placeholders)
            found.append(_with_version(plain, latest.get((key, language))))
    return tuple(found)


def history(file: OpenFile, key: str, language: str) -> tuple[TextVersion, ...]:
    """Every version the centre used of a text, the newest first."""
    with access.reading(file, Action.VIEW_TEXTS) as session:
        return queries.versions(session, key, language)


def write(file: OpenFile, key: str, language: str, text: str, version: int) -> Saved:
    """Put the centre's own words; letters made from now on say them. `version` is the one that was read.

    Raises InvalidInput for a placeholder that is not of this text, AppError when a colleague was faster.
    """
    _shipped, known = _text_of(key, language)
    words = tidy_text(text)
    refuse(problems_of_text(words, known))
    return _store(file, key, language, words, version)


def reset(file: OpenFile, key: str, language: str, version: int) -> Saved:
    """Put the program's own words back; the versions of the centre stay in the history."""
    _text_of(key, language)
    return _store(file, key, language, "", version)


def page_of(pdf: bytes, text: StandingText, words: str) -> int:
    """The place of the page of a test print that says these words, or the program's own when there are none."""
    from desktop_app.letters import preview

    return preview.page_saying(pdf, longest_words(tidy_text(words) or text.shipped)[:_ENOUGH])


def test_print(file: OpenFile, kind: str, key: str, language: str, text: str) -> bytes:
    """A letter of the kind from a made-up case with these words, which are not kept; PDF bytes.

    An empty `text` prints the program's own words. Where the made-up case does not come to this paragraph, the words
    stand at the top of the letter. Raises InvalidInput as `write`, AppError when no such letter can be made.
    """
    from desktop_app.letters import specimen
    from desktop_app.letters.catalogue import LETTERS, render

    _shipped, known = _text_of(key, language)
    words = tidy_text(text)
    if words:
        refuse(problems_of_text(words, known))
    if kind not in LETTERS:
        raise AppError(_NO_TEXT)
    norms = law.norms(file)
    with access.reading(file, Action.VIEW_TEXTS) as session:
        setting = specimen.Setting(
            settings.today(),
            centre_queries.centre(session),
            file.staff,
            norms,
            _wording(session, key, language, words),
            centre_queries.logo(session),
        )
    facts = specimen.letter_saying(key, kind, LetterLanguage(language), setting)
    if facts is None:
        raise AppError(_NOT_MADE)
    return render(facts)


def _wording(session: Session, key: str, language: str, words: str) -> Mapping[tuple[str, str], str]:
    """The centre's own texts with this one as it is being tried."""
    kept = {place: text for place, text in queries.wording(session).items() if place != (key, language)}
    return {**kept, (key, language): words} if words else kept


def _text_of(key: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The program's own words of a text, and the placeholders there are. Raises AppError."""
    from desktop_app.letters.catalogue import standing_texts

    found = standing_texts().get(key)
    if found is None or language not in LANGUAGES:
        raise AppError(_NO_TEXT)
    return found[0].shipped(for_language(language)), found[0].placeholders


def _store(file: OpenFile, key: str, language: str, words: str, version: int) -> Saved:
    shipped, _known = _text_of(key, language)
    with access.writing(file, Action.CHANGE_TEXTS, "standing_text") as session:
        before = queries.versions(session, key, language)
        newest = before[0].version if before else 0
        if newest != version:
            raise AppError(_CHANGED_MEANWHILE)
        row_id = queries.add(session, key, language, newest + 1, words, shipped, file.staff.id, settings.today())
        session.info["entity_id"] = row_id
    return Saved(row_id, _SAVED)


def _with_version(plain: StandingText, latest: tuple[TextVersion, str] | None) -> StandingText:
    if latest is None:
        return plain
    told, shipped_then = latest
    return StandingText(
        plain.key,
        plain.language,
        plain.shipped,
        told.text,
        plain.letters,
        plain.placeholders,
        told.version,
        told.written_on,
        told.written_by,
        is_outdated=bool(told.text) and shipped_then != plain.shipped,
    )
