"""The referral to a partner organisation: who, what for, and of the data only those the worker allowed to give.

Law on personal data, articles 7(6) and 22(1)(5): data go to others with consent, and each time is registered. The
register is kept apart, under Personal data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.code_names import SEXES
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.consents import Data
from desktop_app.domain.held_documents import DOCUMENT_KINDS
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.people import Sex
from desktop_app.domain.privacy_names import DATA
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator, country_name, format_partial
from desktop_app.law import Fact
from desktop_app.letters import consented, letterhead, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.stories import consulate_request, social_services
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Choose what the worker is referred for: the letter is made from it.")
_GIVEN: Final = (
    Data.NAME, Data.BIRTH, Data.SEX, Data.CITIZENSHIP, Data.IIN, Data.DOCUMENTS, Data.WORK, Data.WAGES, Data.EVENTS,
)  # fmt: skip
"""What a referral may carry. How to reach somebody, their stay and their health are never in it."""
_STATUS: Final = frozenset({ComplaintKind.STAY, ComplaintKind.HEALTH, ComplaintKind.CONTRACT_CHECK})

_FIELDS: Final = (
    FieldSpec("aims", N_("What the worker is referred for"), FieldKind.CHOICES, social_services.NEEDS, required=True),
    FieldSpec(
        "data",
        N_("Data the worker allowed to give"),
        FieldKind.CHOICES,
        tuple((each.value, DATA[each]) for each in _GIVEN),
        hint=N_("Only what is chosen stands in the letter."),
        required=True,
    ),
    FieldSpec(
        "request",
        N_("What exactly is asked"),
        FieldKind.NOTE,
        hint=N_("No data that the worker did not allow to give."),
        span=2,
    ),
    *consented.FIELDS,
)

_OPEN_ONE: Final = Text("partner.open_one", N_("Our centre refers a person to you and asks you to help."))
_OPEN_MANY: Final = Text("partner.open_many", N_("Our centre refers several people to you and asks you to help them."))
_UNNAMED: Final = Text(
    "partner.unnamed",
    N_("The name is not given in this letter. Our reference for the first meeting: %(number)s."),
)
_AIMS: Final = Text("partner.aims", N_("What help is needed with:"))
_DATA: Final = Text("partner.data", N_("What the worker allowed us to tell you"))
_CONTACT: Final = Text(
    "partner.contact",
    N_("Please get in touch through our centre only: %(address)s. The centre arranges the first meeting."),
)
_USE: Final = Text(
    "partner.use",
    N_(
        "The data are given with consent of %(day)s for this help alone. They may be passed on only with consent of "
        "the person (%(norm)s)."
    ),
)
_BACK: Final = Text(
    "partner.back",
    N_("Please tell us by %(day)s whether you took the referral on, and what came of it."),
)
_TEXTS: Final = (_OPEN_ONE, _OPEN_MANY, _UNNAMED, _AIMS, _DATA, _CONTACT, _USE, _BACK)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole referral in one language. AppError while nothing is asked for."""
    if facts.told is None or not said(facts.answers, "aims").codes:
        raise AppError(_NOTHING)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("REFERRAL")), "title"))
    blocks.append(say(facts, tr, _OPEN_ONE if len(facts.workers) == 1 else _OPEN_MANY))
    blocks += _aims(facts, tr)
    blocks += _allowed(facts, tr)
    blocks.append(say(facts, tr, _CONTACT, address=facts.centre.address.within(tr.code)))
    norm = cite(facts, "pd.7.6", tr.code)
    blocks.append(say(facts, tr, _USE, day=consented.given_on(facts, tr), norm=norm))
    blocks.append(say(facts, tr, _BACK, "closing", day=sums.day(facts.pay_by, tr)))
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def _aims(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    chosen = said(facts.answers, "aims").codes
    yield say(facts, tr, _AIMS, "lead_in")
    for title in (title for code, title in social_services.NEEDS if code in chosen):
        yield Words(tr(title), "item", "–")
    for line in said(facts.answers, "request").text.splitlines():
        if line.strip():
            yield Words(line.strip())


def _allowed(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    allowed = frozenset(said(facts.answers, "data").codes)
    yield say(facts, tr, _DATA, "section")
    if Data.NAME not in allowed:
        yield say(facts, tr, _UNNAMED, number=sums.reference(facts.number, tr))
    for number, worker in enumerate(facts.workers, start=1):
        if len(facts.workers) > 1:
            yield Words(tr(N_("Person %(number)s"), number=number), "section")
        for each in _GIVEN:
            if each in allowed and (text := _LINES[each](facts, worker, tr)):
                yield Words(text, "fact")


def _name(_facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    return tr(N_("Name: %(name)s."), name=worker.person.full_name)


def _birth(_facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    birth = worker.person.birth
    if birth is None:
        return ""
    return tr(N_("Date of birth: %(day)s."), day=format_partial(birth.year, birth.month, birth.day, tr.code))


def _sex(_facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    sex = worker.person.sex
    return "" if sex is Sex.UNKNOWN else tr(N_("Sex: %(sex)s."), sex=tr(SEXES[sex]))


def _citizenship(_facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    code = worker.person.citizenship
    return tr(N_("Citizenship: %(country)s."), country=country_name(code, tr.code)) if code else ""


def _iin(_facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    return tr(N_("IIN: %(number)s."), number=worker.person.iin) if worker.person.iin else ""


def _documents(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    papers = (paper for owner, paper in consulate_request.kept(facts) if owner is worker)
    named = [" ".join(filter(None, (tr(DOCUMENT_KINDS[paper.kind]), paper.number))) for paper in papers]
    return tr(N_("Documents kept by others: %(documents)s."), documents=", ".join(named)) if named else ""


def _work(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    place = (worker.occupation, facts.employer.name, facts.site, law.region_name(facts.region, tr.code))
    return tr(N_("Work: %(work)s."), work=", ".join(text for text in place if text))


def _wages(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    told = facts.told
    owed = None if told is None else told.owed.get(worker.worker_id)
    if owed is None or owed.total <= 0:
        return ""
    return tr(N_("Owed on %(day)s: %(sum)s."), day=sums.day(facts.on, tr), sum=sums.money(owed.total, tr))


def _events(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> str:
    told = facts.told
    complaints = () if told is None else told.complaints
    kinds = (each.kind for each in complaints if worker.worker_id in each.worker_ids and each.kind not in _STATUS)
    named = ", ".join(tr(COMPLAINT_KINDS[kind]) for kind in dict.fromkeys(kinds))
    return tr(N_("Complaints the centre works on: %(kinds)s."), kinds=named) if named else ""


_LINES: Final[dict[Data, Callable[[LetterFacts, LetterWorker, Translator], str]]] = {
    Data.NAME: _name,
    Data.BIRTH: _birth,
    Data.SEX: _sex,
    Data.CITIZENSHIP: _citizenship,
    Data.IIN: _iin,
    Data.DOCUMENTS: _documents,
    Data.WORK: _work,
    Data.WAGES: _wages,
    Data.EVENTS: _events,
}


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return (fact_of(facts, "pd.7.6"),)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    code = facts.language.split("+")[0]
    if not facts.addressee.name.within(code):
        message = N_("Name the organisation the letter goes to: choose it from the directory.")
        yield Problem("addressee", Message(message))
    if not facts.centre.address.within(code):
        message = N_("A referral is answered to the centre: write the centre’s address under Settings.")
        yield Problem("centre.address", Message(message))
    yield from consented.requisites(facts)


LETTER: Final = Letter(
    "partner_referral",
    N_("Referral to a partner organisation"),
    story,
    AddresseeKind.PARTNER,
    _grounds,
    fields=_FIELDS,
    texts=_TEXTS,
    requisites=_requisites,
    asks_date=True,
)
