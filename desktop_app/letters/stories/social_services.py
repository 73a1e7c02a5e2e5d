"""The application for special social services for a person in a hard situation.

Social Code, articles 133, 134, 139, 140, 141. It says what the person lacks and asks for it. What the centre found when
it asked about forced labour is never told, nor is anybody called a victim: the service decides that itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, in_words, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, consented, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Signature, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

PROVIDER: Final = "provider"
NEEDS: Final = (
    ("shelter", N_("a safe place to live")),
    ("food", N_("food, clothing and hygiene")),
    ("mind", N_("psychological help")),
    ("care", N_("medical help")),
    ("law", N_("legal help")),
    ("papers", N_("help with restoring documents")),
    ("child", N_("help for a child")),
    ("interpreter", N_("an interpreter")),
)
"""What may be asked for, in the order of the letter."""

_NO_NEED: Final = N_("Choose what the person needs: the application is made from it.")
_CHILDREN: Final = FieldSpec("children", N_("Years of birth of the children"), FieldKind.TEXT)
_FIELDS: Final = (
    FieldSpec("needs", N_("What is needed"), FieldKind.CHOICES, NEEDS, required=True),
    FieldSpec(
        "applies",
        N_("Who applies"),
        FieldKind.CHOICE,
        (
            ("person", N_("The person, with the help of the centre")),
            (PROVIDER, N_("The centre as a provider of special social services")),
        ),
        hint=N_("A provider of special social services may apply on the person’s behalf."),
        required=True,
    ),
    _CHILDREN,
    FieldSpec(
        "situation",
        N_("The situation in plain words"),
        FieldKind.NOTE,
        hint=N_("What is lacking and since when. Not what the centre thinks of it, not what others did."),
        span=2,
    ),
    FieldSpec(
        "urgent",
        N_("The person cannot wait for a decision"),
        FieldKind.YES_NO_UNKNOWN,
        hint=N_("Cites what the law says of help that does not wait."),
    ),
    *consented.FIELDS,
)

_OPEN_ONE: Final = Text("social.open_one", N_("We ask you to consider special social services for:"))
_OPEN_MANY: Final = Text("social.open_many", N_("We ask you to consider special social services for each of:"))
_NEEDS: Final = Text("social.needs", N_("What is needed:"))
_CHILD: Final = Text("social.child", N_("Children, by year of birth: %(children)s."))
_LAW: Final = Text(
    "social.law",
    N_(
        "A person in a hard situation has a right to special social services (%(norm)s). They are given regardless of "
        "the place of residence (%(place)s). The need is established by the criteria of %(criteria)s."
    ),
)
_ON_BEHALF: Final = Text(
    "social.on_behalf",
    N_("The application is made on the person’s behalf by a provider of special social services (%(norm)s)."),
)
_URGENT: Final = Text(
    "social.urgent",
    N_(
        "The help cannot wait. Where the law so provides, it does not depend on a criminal case (%(case)s) and needs "
        "no prior decision of the local executive body (%(decision)s)."
    ),
)
_NO_LABEL: Final = Text(
    "social.no_label",
    N_("This application says what is needed. It gives no assessment of the causes; that is for you to make."),
)
_RIGHTS: Final = Text(
    "social.rights",
    N_("Please keep what you learn confidential. Services may be refused at any time (%(norm)s)."),
)
_CONSENT: Final = Text("social.consent", N_("The data in this letter are given with consent of %(day)s (%(norm)s)."))
_ANSWER: Final = Text(
    "social.answer",
    N_("Please inform the centre of the decision by %(day)s: %(address)s. The centre arranges the meeting."),
)
_TEXTS: Final = (
    _OPEN_ONE, _OPEN_MANY, _NEEDS, _CHILD, _LAW, _ON_BEHALF, _URGENT, _NO_LABEL, _RIGHTS, _CONSENT, _ANSWER,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole application in one language. AppError while nothing is asked for."""
    if facts.told is None or not said(facts.answers, "needs").codes:
        raise AppError(_NO_NEED)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("APPLICATION FOR HELP")), "title"))
    blocks.append(Words(tr(N_("for special social services")), "subtitle"))
    blocks.append(say(facts, tr, _OPEN_ONE if len(facts.workers) == 1 else _OPEN_MANY))
    blocks.append(people(facts, tr))
    blocks += _needs(facts, tr)
    blocks += _law(facts, tr)
    day, norm = consented.given_on(facts, tr), cite(facts, "pd.7.6", tr.code)
    blocks.append(say(facts, tr, _CONSENT, day=day, norm=norm))
    address = facts.centre.address.within(tr.code)
    blocks.append(say(facts, tr, _ANSWER, day=sums.day(facts.pay_by, tr), address=address))
    blocks += _signatures(facts, tr)
    return tuple(blocks)


def people(facts: LetterFacts, tr: Translator) -> Grid:
    """Who is meant: name and year of birth, nothing more."""
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Full name")), 110),
        Column(tr(N_("Year of birth")), 40, "centre"),
    )
    rows = ((str(at), each.person.full_name, sums.born(each.person)) for at, each in enumerate(facts.workers, 1))
    return Grid(columns, tuple(rows))


def _needs(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    for line in said(facts.answers, "situation").text.splitlines():
        if line.strip():
            yield Words(line.strip())
    chosen = said(facts.answers, "needs").codes
    yield say(facts, tr, _NEEDS, "lead_in")
    for title in (title for code, title in NEEDS if code in chosen):
        yield Words(tr(title), "item", "–")
    children = in_words(_CHILDREN, said(facts.answers, "children"), tr, tr.code).strip().rstrip(".")
    if "child" in chosen and children:
        yield say(facts, tr, _CHILD, children=children)


def _law(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    norms = {"norm": "sc.133.1", "place": "sc.139.2", "criteria": "sc.140.2"}
    yield say(facts, tr, _LAW, "ground", "", **{name: cite(facts, key, tr.code) for name, key in norms.items()})
    if _is_by_provider(facts):
        yield say(facts, tr, _ON_BEHALF, "ground", norm=cite(facts, "sc.139.3", tr.code))
    if said(facts.answers, "urgent").is_yes:
        norms = {"case": "sc.133.2", "decision": "sc.141.1"}
        yield say(facts, tr, _URGENT, "ground", "", **{name: cite(facts, key, tr.code) for name, key in norms.items()})
    yield say(facts, tr, _NO_LABEL)
    yield say(facts, tr, _RIGHTS, norm=cite(facts, "sc.134.1", tr.code))


def _signatures(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if not _is_by_provider(facts) and len(facts.workers) == 1:
        yield Signature(tr(N_("Applicant")), facts.workers[0].person.full_name)
    elif not _is_by_provider(facts):
        yield Words(tr(N_("Signatures of the applicants")), "section")
        yield appeal.table(facts, tr, to_sign=True)
    yield letterhead.signature(facts.signer, tr)


def _is_by_provider(facts: LetterFacts) -> bool:
    return said(facts.answers, "applies").text == PROVIDER


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    keys = ["sc.133.1", "sc.139.2", "sc.140.2", "sc.134.1", "pd.7.6"]
    keys += ["sc.139.3"] if _is_by_provider(facts) else []
    keys += ["sc.133.2", "sc.141.1"] if said(facts.answers, "urgent").is_yes else []
    return tuple(fact_of(facts, key) for key in keys)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    code = facts.language.split("+")[0]
    if not facts.addressee.name.within(code):
        yield Problem("addressee", Message(N_("Name the service the letter goes to: choose it from the directory.")))
    if not facts.centre.address.within(code):
        message = N_("An application needs an address for the answer: write the centre’s address under Settings.")
        yield Problem("centre.address", Message(message))
    if any(not worker.person.full_name.strip() for worker in facts.workers):
        yield Problem("worker_ids", Message(N_("An application needs the full name of everybody it is for.")))
    yield from consented.requisites(facts)


LETTER: Final = Letter(
    "social_services",
    N_("Application for special social services"),
    story,
    AddresseeKind.SOCIAL_SERVICES,
    _grounds,
    fields=_FIELDS,
    texts=_TEXTS,
    requisites=_requisites,
    asks_date=True,
)
