"""The consent to be signed: one page in one language, with the contents that article 8(4) of the law names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desktop_app import law
from desktop_app.domain import privacy_names
from desktop_app.domain.centre import Centre
from desktop_app.domain.consents import TERM_OF_STOPPING, Consent
from desktop_app.domain.people import Person
from desktop_app.i18n import N_, Translator, country_name, for_language, format_date, format_partial
from desktop_app.letters.blocks import Block, Rule, Story, Words
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw
from desktop_app.letters.preview import count

BLANK: Final = "______________"


def render(centre: Centre, person: Person, consent: Consent, language: str) -> bytes:
    """The form as PDF bytes, in smaller letters where it would not fit on one page.

    AppError for a character that the fonts cannot show.
    """
    small = is_long(centre, person, consent, language)
    return _drawn(centre, person, consent, language, small=small)


def is_long(centre: Centre, person: Person, consent: Consent, language: str) -> bool:
    """Whether it takes more than a page in letters of the usual size. AppError as `render`."""
    return count(_drawn(centre, person, consent, language, small=False)) > 1


def _drawn(centre: Centre, person: Person, consent: Consent, language: str, *, small: bool) -> bytes:
    tr = for_language(language)
    told = story(centre, person, consent, tr, small=small)

    def page(at: int, of: int) -> str:
        return tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of)

    title = law.consent_text(consent.version).texts[language]["title"]
    return draw((told,), title=title, language=language, footer=Footer(edition(consent, language), page))


def story(
    centre: Centre, person: Person, consent: Consent, tr: Translator, *, small: bool, again: bool = False
) -> Story:
    """The consent in one language, without the number of its edition; `small` letters take less room.

    `again`: the subject is named above the signature too, where that may stand on a second page.
    """
    said = law.consent_text(consent.version).texts[tr.code]
    subject = [Words(_subject(said, person, tr), "closing")] if again else []
    return (
        Words(said["title"], "title"),
        Rule(),
        *_parties(said, centre, person, tr),
        *_terms(said, consent, tr, small=small),
        *subject,
        *_closing(said, consent, tr),
    )


def edition(consent: Consent, language: str) -> str:
    """Which edition of the text it is, as a line in small letters."""
    text = law.consent_text(consent.version)
    return text.texts[language]["edition"] % {"version": text.version}


def _parties(said: Mapping[str, str], centre: Centre, person: Person, tr: Translator) -> Iterator[Block]:
    yield Words(said["intro"], "annex_fact")
    operator = {
        "centre": centre.name.within(tr.code) or BLANK,
        "bin": centre.bin or BLANK,
        "address": centre.address.within(tr.code) or BLANK,
    }
    yield Words(said["operator"] % operator, "sum")
    yield Words(_subject(said, person, tr), "sum")


def _subject(said: Mapping[str, str], person: Person, tr: Translator) -> str:
    birth = person.birth
    born = format_partial(birth.year, birth.month, birth.day, tr.code) if birth else BLANK
    return said["subject"] % {"name": person.full_name, "born": born, "iin": person.iin or BLANK}


def _terms(said: Mapping[str, str], consent: Consent, tr: Translator, *, small: bool) -> Iterator[Block]:
    """The numbered terms, as the consent answers each of them."""
    aims = _listed(privacy_names.AIMS, consent.aims, consent.other_aims, tr)
    data = _listed(privacy_names.DATA, consent.data, consent.other_data, tr)
    until = "" if consent.until is None else format_date(consent.until, tr.code)
    countries = ", ".join(country_name(code, tr.code) for code in consent.countries)
    answers = (
        said["aims"] % {"aims": aims},
        said["data"] % {"data": data},
        said["actions"],
        said["until"] % {"until": until} if until else said["until_aims"],
        said["third_yes"] % {"recipients": consent.recipients} if consent.third_parties else said["third_no"],
        said["border_yes"] % {"countries": countries} if consent.cross_border else said["border_no"],
        said["open_yes"] if consent.open_sources else said["open_no"],
        said["rights"] % {"days": law.fact(TERM_OF_STOPPING).value},
    )
    for number, answer in enumerate(answers, 1):
        yield Words(f"{number}. {answer}", "annex_fact") if small else Words(answer, "item", f"{number}.")


def _closing(said: Mapping[str, str], consent: Consent, tr: Translator) -> Iterator[Block]:
    name = privacy_names.READING.get(consent.language)
    language = BLANK if name is None else tr(name) if tr.code == "en" else tr(name).lower()
    yield Words(said["read"] % {"language": language}, "closing")
    yield Words(said["signature"], "closing")
    yield Words(said["accepted"], "closing")


def _listed(names: Mapping[Any, str], codes: tuple[str, ...], other: str, tr: Translator) -> str:
    told = [tr(names[code]) for code in names if code in codes]
    return "; ".join([*told, *([other] if other else [])])
