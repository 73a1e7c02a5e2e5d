"""The letters that can be made, and making them: facts become PDF bytes in the language of the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from desktop_app.domain.answers import said
from desktop_app.domain.letter_edits import Paragraph
from desktop_app.domain.letters import LetterFacts, LetterLanguage, Norm
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters import editing, grounds, printed, sums
from desktop_app.letters.blocks import Story, Words
from desktop_app.letters.fonts import unprintable
from desktop_app.letters.kind import Letter
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw
from desktop_app.letters.stories import (
    akimat_appeal,
    breach_notice,
    calculation_paper,
    case_printout,
    commission_application,
    consulate_request,
    contract_memo,
    court_claim,
    court_order,
    documents_return,
    employer_claim,
    exhibit_list,
    higher_body_complaint,
    inspection_complaint,
    ombudsman_appeal,
    partner_referral,
    pay_documents,
    police_documents,
    police_forced_labour,
    power_of_attorney,
    prosecutor_complaint,
    readiness_list,
    receipt,
    rights_sheet,
    satisfaction_slip,
    settlement,
    social_services,
    worker_consent,
)
from desktop_app.letters.texts import Text

_ALL: Final = (
    employer_claim.LETTER,
    documents_return.LETTER,
    pay_documents.LETTER,
    breach_notice.LETTER,
    settlement.LETTER,
    commission_application.LETTER,
    inspection_complaint.LETTER,
    police_documents.LETTER,
    police_forced_labour.LETTER,
    prosecutor_complaint.LETTER,
    higher_body_complaint.LETTER,
    court_claim.LETTER,
    court_order.LETTER,
    akimat_appeal.LETTER,
    consulate_request.LETTER,
    ombudsman_appeal.LETTER,
    social_services.LETTER,
    partner_referral.LETTER,
    receipt.LETTER,
    worker_consent.LETTER,
    rights_sheet.LETTER,
    satisfaction_slip.LETTER,
    power_of_attorney.LETTER,
    calculation_paper.LETTER,
    exhibit_list.LETTER,
    contract_memo.LETTER,
    readiness_list.LETTER,
    case_printout.LETTER,
)
LETTERS: Final[dict[str, Letter]] = {letter.id: letter for letter in _ALL}

_CODE_LENGTH: Final = 16


def render(facts: LetterFacts) -> bytes:
    """The letter as PDF bytes, the same for the same facts.

    Raises AppError when the case holds nothing for it, or for a character that the fonts cannot show.
    """
    return numbered(facts)[0]


def numbered(facts: LetterFacts) -> tuple[bytes, str]:
    """As `render`, with the check code of the letter, empty for a draft."""
    letter = LETTERS[facts.kind]
    spoken = [for_language(code) for code in facts.language.split("+")]
    stories = [story for _language, story in stories_of(facts)]
    number = sums.reference(facts.copy_of or facts.number, spoken[0])

    def page(at: int, of: int) -> str:
        return _each(tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of) for tr in spoken)

    told = "" if letter.nameless else facts.number
    code = code_of(facts, stories) if facts.number else ""
    footer = Footer(
        left="" if letter.nameless else _each(_number(facts, tr) for tr in spoken),
        page=page,
        notice=_each(tr(letter.unchecked, mark=grounds.MARK) for tr in spoken) if to_check(facts) else "",
        code=code if told else "",
        number=told,
        on=facts.on,
    )
    title = spoken[0](letter.title) if letter.nameless else f"{spoken[0](letter.title)}, {number}"
    return draw(stories, title=title, language=facts.language, footer=footer), code


def stories_of(facts: LetterFacts) -> list[tuple[str, Story]]:
    """The letter as blocks, language by language, with what the lawyer changed by hand. Raises AppError as `render`."""
    return [(code, _marked(facts, editing.edited(story, facts.edits, code))) for code, story in _made(facts)]


def paragraphs(facts: LetterFacts) -> tuple[Paragraph, ...]:
    """What of the letter may be changed by hand, as it stands and as the program says it."""
    return editing.paragraphs(_made(facts), facts.edits)


def texts_of(facts: LetterFacts) -> tuple[str, ...]:
    """Everything the letter says, one text for each language: what the addressee will read."""
    return tuple(editing.text_of(story) for _language, story in stories_of(facts))


def code_of(facts: LetterFacts, stories: Iterable[Story] | None = None) -> str:
    """The check code of a numbered letter: the beginning of the SHA-256 of its number, day and every word."""
    told = stories if stories is not None else [story for _language, story in stories_of(facts)]
    text = "\n".join((facts.number, facts.on.isoformat(), *(editing.text_of(story) for story in told)))
    return sha256(text.encode()).hexdigest()[:_CODE_LENGTH].upper()


def to_check(facts: LetterFacts) -> tuple[Norm, ...]:
    """What the letter rests on and the centre's lawyer has still to check; while there is any, it is marked."""
    return grounds.to_check(facts, LETTERS[facts.kind].grounds(facts))


def lacking(facts: LetterFacts) -> tuple[Problem, ...]:
    """Requisites without which the addressee sends the letter back; it cannot be made final before."""
    letter = LETTERS[facts.kind]
    asked = [
        Problem(f"answers.{spec.name}", Message(N_("This letter cannot do without it.")))
        for spec in letter.fields
        if spec.required and not said(facts.answers, spec.name).value
    ]
    return (*asked, *letter.requisites(facts))


def problems(facts: LetterFacts) -> tuple[Problem, ...]:
    """The fields of `facts` that hold a character the fonts cannot show, each with its own sentence.

    Of what the case tells beside them, only what the letter says: a picture with a strange name stops no letter that
    does not list it.
    """
    found = _unprintable(_texts(facts))
    beside = _unprintable(printed.told(facts))
    if beside:
        said = _said(facts)
        found += [(field, text, message) for field, text, message in beside if " ".join(text.split()) in said]
    return tuple(Problem(field, message) for field, _text, message in found)


def _unprintable(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str, Message]]:
    return [(field, text, message) for field, text in texts if (message := unprintable(text))]


def _said(facts: LetterFacts) -> str:
    """All the letter says on one line, empty when the case holds nothing for it."""
    try:
        return " ".join(" ".join(texts_of(facts)).split())
    except AppError:
        return ""


def standing_texts() -> dict[str, tuple[Text, tuple[str, ...]]]:
    """Every standing text by its key, with the kinds of letters it stands in."""
    found: dict[str, tuple[Text, tuple[str, ...]]] = {}
    for letter in _ALL:
        for text in letter.texts:
            found[text.key] = (text, (*found.get(text.key, (text, ()))[1], letter.id))
    return found


def _made(facts: LetterFacts) -> list[tuple[str, Story]]:
    """The letter as the program says it, keyed, language by language."""
    letter = LETTERS[facts.kind]
    codes = facts.language.split("+")
    return [(code, editing.keyed(letter.story(facts, for_language(code)))) for code in codes]


def _marked(facts: LetterFacts, story: Story) -> Story:
    """An English copy of a letter to an office says on top that it is none to be filed."""
    if not LETTERS[facts.kind].is_reading(facts.language):
        return story
    tr = for_language(LetterLanguage.EN.value)
    told = [tr(N_("READING COPY IN ENGLISH. NOT FOR FILING."))]
    if facts.copy_of:
        of_letter = N_("READING COPY IN ENGLISH of letter No. %(number)s. NOT FOR FILING.")
        told = [tr(of_letter, number=facts.copy_of)]
    if editing.differs(facts.edits, facts.language.value):
        told.append(tr(N_("The letter was changed by hand: where this copy says otherwise, the letter holds.")))
    return (Words("\n".join(told), "strip"), *story)


def _number(facts: LetterFacts, tr: Translator) -> str:
    return tr(N_("Ref. No. %(number)s"), number=sums.reference(facts.copy_of or facts.number, tr))


def _each(texts: Iterable[str]) -> str:
    """What each language says, once where they say the same."""
    return " / ".join(dict.fromkeys(texts))


def _texts(facts: LetterFacts) -> Iterator[tuple[str, str]]:
    centre, employer = facts.centre, facts.employer
    for code in facts.language.split("+"):
        yield "centre.name", centre.name.within(code)
        yield "centre.address", centre.address.within(code)
        yield "centre.letterhead", centre.letterhead.within(code)
        yield "addressee.name", facts.addressee.name.within(code)
    yield "addressee.address", facts.addressee.address
    yield "addressee.person", facts.addressee.person
    yield "employer.name", employer.name
    yield "employer.address", employer.address
    yield "employer.head_name", employer.head_name
    yield "site", facts.site
    yield "signer.full_name", facts.signer.full_name
    for index, worker in enumerate(facts.workers):
        yield f"workers[{index}].full_name", worker.person.full_name
        yield f"workers[{index}].occupation", worker.occupation
    for name, answer in facts.answers.items():
        yield f"answers.{name}", answer.text
    for edit in facts.edits.changed:
        if edit.is_changed:
            yield "edits", edit.text
    for added in facts.edits.added:
        yield "edits", " ".join(text for _code, text in added.texts)
