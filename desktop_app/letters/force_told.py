"""Force, fear and deceit as the police are told of them: named facts alone, never a verdict, a screening or the stay.

What was threatened with is told only as far as it betrays nothing of the stay; how the worker is reached, never.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.answers import said
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.complaint_lines import Line, Listing, Told, groups, tell

_BY: Final[tuple[Told, ...]] = (
    Line("role", N_("This was done by the employer or head."), ("employer",)),
    Line("role", N_("This was done by the foreman."), ("foreman",)),
    Line("role", N_("This was done by a guard."), ("guard",)),
    Line("role", N_("This was done by an intermediary."), ("intermediary",)),
    Line("role", N_("This was done by the owner of the housing."), ("landlord",)),
    Line("role", N_("This was done by another worker."), ("worker",)),
)
_REPORTED: Final[tuple[Told, ...]] = (
    Line("police", N_("The police were told of it, but the statement was not accepted."), ("refused",)),
    Line("police_number", N_("Receipt of the former statement: %(value)s.")),
)

MOVEMENT: Final[tuple[Told, ...]] = (
    Listing(
        "how",
        N_("How movement is restricted: %(list)s."),
        {
            "locked": N_("the people are locked in"),
            "guarded": N_("the place is guarded"),
            "permission": N_("going out only with permission"),
            "escorted": N_("going out only with an escort"),
            "remote": N_("a remote place without transport"),
            "no_phone": N_("the phone was taken or calls are listened to"),
            "no_visitors": N_("no visitors are let in"),
            "documents": N_("the documents are kept"),
            "debt": N_("not let go because of a debt"),
        },
    ),
    Line("now", N_("It goes on at the time of this statement."), ("yes",)),
    Line("danger_now", N_("There is danger to people at the time of this statement."), ("yes",)),
    Line("where", N_("The place and how to find it: %(value)s.")),
    Line("who", N_("Who does it: %(value)s.")),
    Line("last_out", N_("Last time of going out freely: %(value)s.")),
    Line("others", N_("Others who are held there, as far as is known: %(value)s.")),
    Line("children", N_("There are children among them."), ("yes",)),
    *_REPORTED,
)
VIOLENCE: Final[tuple[Told, ...]] = (
    Listing(
        "what",
        N_("What happened: %(list)s."),
        {
            "beaten": N_("beating or other bodily harm"),
            "sexual": N_("acts of a sexual nature against the will"),
            "threat_harm": N_("threats of violence"),
            "threat_family": N_("threats to the family"),
            "humiliated": N_("insults and humiliation"),
        },
    ),
    Line("what", N_("There were threats of other unfavourable consequences."), ("threat_police",)),
    Line("danger_now", N_("There is danger to people at the time of this statement."), ("yes",)),
    Line("where", N_("Place: %(value)s.")),
    Line("who", N_("Who does it: %(value)s.")),
    *_BY,
    Line("injuries", N_("There are bodily injuries."), ("yes",)),
    Line("doctor", N_("A doctor has recorded the injuries."), ("yes",)),
    *_REPORTED,
)
DEBT: Final[tuple[Told, ...]] = (
    Listing(
        "for_what",
        N_("The debt is said to be for: %(list)s."),
        {
            "travel": N_("travel"),
            "papers": N_("drawing up of papers"),
            "intermediary": N_("services of an intermediary"),
            "living": N_("food and housing"),
            "advance": N_("an advance"),
            "fine": N_("fines"),
            "family": N_("a debt of the family"),
        },
    ),
    Line("sum", N_("Sum of the debt as it is named: %(value)s.")),
    Line("worked_off", N_("Already worked off or paid: %(value)s.")),
    Line("held", N_("Leaving is not allowed until the debt is paid."), ("yes",)),
    Line("grows", N_("The debt grows."), ("yes",)),
    Line("account", N_("No account of the debt was shown."), ("no",)),
    Line("threats", N_("There were threats."), ("yes",)),
    Line("family", N_("Members of the family work for the same debt."), ("yes",)),
    Line("children", N_("Children work for the same debt."), ("yes",)),
    Line("who", N_("Who does it: %(value)s.")),
    *_BY,
)
DECEPTION: Final[tuple[Told, ...]] = (
    Line("who", N_("Intermediary: %(value)s.")),
    Line("kind", N_("The intermediary is an employment agency."), ("agency",)),
    Line("kind", N_("The intermediary is a page or channel on the internet."), ("online",)),
    Line("country", N_("Country where the work was promised: %(value)s.")),
    Line("differs", N_("The work that was promised did not exist at all."), ("no_job",)),
    Listing(
        "differs",
        N_("What is different from the promise: %(list)s."),
        {
            "work": N_("the work itself"),
            "pay": N_("the pay"),
            "place": N_("the place or the employer"),
            "hours": N_("the hours of work"),
            "housing": N_("the housing"),
        },
    ),
    Line("sum", N_("Paid to the intermediary: %(value)s.")),
    Line("refund", N_("The return of the money was refused."), ("refused",)),
)
HOURS: Final[tuple[Told, ...]] = (
    Line("usual_day", N_("Usual working day: %(value)s.")),
    Line("days_in_week", N_("Working days in a week: %(value)s.")),
    Line("what", N_("There is no weekly day off."), ("no_rest",)),
    Line("paid", N_("The extra hours were not paid."), ("nothing",)),
)

_HEADS: Final = {
    ComplaintKind.DEBT_BONDAGE: N_("Work for a debt"),
    ComplaintKind.DECEPTION: N_("What an intermediary promised"),
}
"""Names of sections where the name of the kind would sound like a verdict."""

FORCE: Final[dict[ComplaintKind, tuple[Told, ...]]] = {
    ComplaintKind.MOVEMENT: MOVEMENT,
    ComplaintKind.VIOLENCE: VIOLENCE,
    ComplaintKind.DEBT_BONDAGE: DEBT,
    ComplaintKind.DECEPTION: DECEPTION,
}
"""What the police are told of each kind, in the order of the statement."""


def sections(facts: LetterFacts, tr: Translator, *, with_hours: bool = True) -> Iterator[Block]:
    """Each kind under its own name, complaint by complaint."""
    told = {**FORCE, ComplaintKind.OVERTIME: HOURS} if with_hours else FORCE
    for kind, lines in told.items():
        found = groups(facts, kind, lines)
        if found:
            yield Words(tr(_HEADS.get(kind, COMPLAINT_KINDS[kind])), "section")
        for group in found:
            yield from tell(facts, tr, kind, lines, group)


def is_any(facts: LetterFacts, kind: ComplaintKind, name: str, *codes: str) -> bool:
    """Whether a question was answered with one of these codes in a complaint about workers of the letter."""
    told = facts.told.of_kind(kind, facts.worker_ids) if facts.told is not None else ()
    return any(set(codes) & set(said(complaint.answers, name).codes) for complaint in told)
