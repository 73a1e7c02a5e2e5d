"""What is found about the form of a labour contract, its requisites, its copies and the worker's documents."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.contract_check import (
    Condition,
    Contract,
    Hit,
    Rule,
    Weight,
    both,
    if_code,
    if_no,
    if_yes,
    unless,
)
from desktop_app.domain.contract_choices import REQUISITES
from desktop_app.errors import Message
from desktop_app.i18n import N_

_HOUSEHOLD: Final = if_code("employer", "household")
_WORKED: Final = N_(
    "Collect proofs of the work now: messages, photographs with the place, names of others, transfers, passes, "
    "extracts of pay."
)

_REQUISITE_NORMS: Final = (
    "lc.28.1.1",
    "lc.28.1.2",
    "lc.28.1.3",
    "lc.28.1.4",
    "lc.28.1.5",
    "lc.28.1.6",
    "lc.28.1.7",
    "lc.28.1.8",
    "lc.28.1.9",
    "lc.28.1.10",
    "lc.28.1.11",
    "lc.28.1.12",
    "lc.28.1.13",
)
"""The sub-items of article 28(1), in the order of REQUISITES."""


def _requisite(place: int) -> Rule:
    """The rule for one sub-item of article 28(1)."""
    item = Message(REQUISITES[place - 1])
    missing = _missing(f"names_{place}", item)
    conditions = {3: unless(if_yes("remote"), missing), 8: both(if_yes("hazardous"), missing)}
    return Rule(
        f"requisite.{place}",
        Weight.MISSING,
        conditions.get(place, missing),
        N_("The contract does not name what it must: “%(item)s”."),
        N_("Ask the employer for an additional agreement that adds it, signed by both sides."),
        (_REQUISITE_NORMS[place - 1],),
    )


def _missing(name: str, item: Message) -> Condition:
    def when(contract: Contract) -> Hit | None:
        return Hit({"item": item}) if contract.no(name) else None

    return when


PAPERS: Final = (
    Rule(
        "form.oral",
        Weight.MISSING,
        if_code("form", "oral"),
        N_("There is no written contract. A labour contract is made in writing, one copy for each side."),
        _WORKED,
        ("lc.33",),
        ("koap.86",),
    ),
    Rule(
        "form.relations",
        Weight.GOOD,
        if_code("form", "oral"),
        N_(
            "Through the employer’s fault nothing is in writing: the labour relations arise all the same from the day "
            "work really began."
        ),
        N_("Write down the first day of work as exactly as it is known."),
        ("lc.33.3", "lc.35"),
    ),
    Rule(
        "form.paid",
        Weight.GOOD,
        if_code("form", "oral"),
        N_("A defect of the contract does not take away the pay for the work that was done."),
        N_("Log the wages, and claim them with the proofs of the work."),
        ("lc.33.4",),
    ),
    Rule(
        "form.civil",
        Weight.WORRYING,
        if_code("called", "civil", "other"),
        N_(
            "The paper is not called a labour contract. It is one when even one sign is there: work by profession or "
            "position, work in person under the employer’s rules, a wage."
        ),
        N_("Write down who set the hours, gave orders and paid the wage; a court looks at these signs."),
        ("lc.27", "lc.35"),
        ("koap.86",),
    ),
    *(_requisite(place) for place in range(1, len(REQUISITES) + 1)),
    Rule(
        "signed",
        Weight.MISSING,
        if_no("signed"),
        N_("The contract is not signed by both sides."),
        _WORKED,
        ("lc.33",),
    ),
    Rule(
        "copy",
        Weight.MISSING,
        if_no("copy"),
        N_("The worker has no copy. One copy is the worker’s."),
        N_("Ask for the copy in writing. Until it comes, photograph every page that can be seen."),
        ("lc.33",),
    ),
    Rule(
        "order",
        Weight.MISSING,
        unless(_HOUSEHOLD, if_no("order")),
        N_("No order of hiring was issued. Hiring is put down in an act of the employer."),
        N_("Ask for a copy of the order; it proves the day work began."),
        ("lc.34",),
    ),
    Rule(
        "before",
        Weight.UNLAWFUL,
        if_yes("before"),
        N_("Work began before the contract was concluded. The relations count from the first day of work."),
        N_("Claim the wages from the first day of work, and keep what proves that day."),
        ("lc.33.3",),
        ("koap.86",),
    ),
    Rule(
        "esutd",
        Weight.MISSING,
        if_no("esutd"),
        N_("The contract is not in the state register of labour contracts; the employer must enter it."),
        N_("The worker may ask for the data of the register about themselves. Record the answer in the case."),
        ("lc.23.2.27", "lc.22.1.25"),
        ("koap.98",),
    ),
    Rule(
        "language",
        Weight.WORRYING,
        if_no("language"),
        N_("The worker did not understand the language of the contract. No rule about it is known here; it is a sign."),
        N_(
            "Read the contract to the worker in their language, and note what was promised otherwise: it may be "
            "deception."
        ),
        (),
    ),
    Rule(
        "originals",
        Weight.UNLAWFUL,
        both(if_yes("originals"), if_no("undertaking")),
        N_(
            "The employer keeps original documents without a written undertaking to return them. With the worker’s "
            "consent it must be given."
        ),
        N_(
            "Ask for the documents in writing. Log the complaint about withheld documents. Whether the articles on "
            "taking passports cover those of foreigners is not settled by their text: the lawyer has to confirm it."
        ),
        ("lc.32.7",),
        ("koap.494", "uk.384.1"),
    ),
    Rule(
        "originals",
        Weight.WORRYING,
        unless(if_no("undertaking"), if_yes("originals")),
        N_(
            "The employer keeps original documents. That needs the worker’s consent and a written undertaking to "
            "return them."
        ),
        N_("See the undertaking. Without it, or when the worker wants them back, ask for the documents in writing."),
        ("lc.32.7",),
    ),
    Rule(
        "pledge",
        Weight.UNLAWFUL,
        if_yes("pledge"),
        N_("The passport is taken as a pledge or deposit."),
        N_(
            "Ask for the passport in writing, log the complaint about withheld documents, and ask the consulate what "
            "it needs. Whether the articles on taking passports cover those of foreigners is not settled by their "
            "text: the lawyer has to confirm it."
        ),
        ("lc.32.7",),
        ("koap.494", "uk.384.1"),
    ),
)
