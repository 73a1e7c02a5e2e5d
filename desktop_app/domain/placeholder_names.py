"""What the facts that standing texts name in braces mean, for whoever words a text."""

from __future__ import annotations

from typing import Final

from desktop_app.i18n import N_

_A_NORM: Final = N_("an article of the law that supports this sentence")

PLACEHOLDER_NAMES: Final = {
    "abroad": _A_NORM,
    "address": N_("the address of the centre"),
    "appeal": N_("the article on the right to appeal"),
    "arrears": N_("the wage arrears, in tenge"),
    "attorney": N_("number and day of the power of attorney"),
    "best": N_("the best mark on the scale"),
    "bodies": N_("the articles on who hears such cases"),
    "breach": N_("one breach of the employer, told as a clause"),
    "case": _A_NORM,
    "children": N_("the years of birth of the children"),
    "coefficient": N_("how many times the base rate the penalty is"),
    "consent": N_("the article on the worker’s consent"),
    "contacts": N_("how to reach the centre"),
    "copy": N_("in how many working days a copy is given"),
    "count": N_("the largest number of workers the law names"),
    "criteria": _A_NORM,
    "day": N_("a day of this letter: the one its sentence is about"),
    "days": N_("a number of days that the law lays down"),
    "decision": N_("the decision that was given, or the article about it"),
    "documents": N_("the documents"),
    "domestic": N_("the article on domestic workers"),
    "duty": N_("the article that makes it a duty"),
    "exploitation": _A_NORM,
    "first": N_("the first month or day of the period"),
    "found": N_("what proves it, item by item"),
    "given": N_("the day on which notice is given"),
    "ground": N_("the ground, as the law words it"),
    "how": N_("how it was read and understood"),
    "last": N_("the last month or day of the period"),
    "law": _A_NORM,
    "limit": N_("the article on the limit"),
    "longer": N_("the longer term, by another reading of the law"),
    "months": N_("a number of months that the law lays down"),
    "more": N_("a longer term of the same kind"),
    "norm": N_("the article of the law, with its mark while it is unchecked"),
    "norms": N_("the articles of the law, with their marks while unchecked"),
    "number": N_("a number: of the letter, the case or the paper"),
    "numbers": N_("telephone numbers, one after the other"),
    "on": N_("the day of registration or counting"),
    "papers": N_("the papers, item by item"),
    "pay": N_("the article on the pay"),
    "penalty": N_("the penalty for delay, in tenge"),
    "place": _A_NORM,
    "postponed": _A_NORM,
    "powers": N_("the article on the powers of the body"),
    "receipt": N_("the article on the receipt of an appeal"),
    "relatives": N_("the relatives, as they were named"),
    "rules": N_("the rules or the order, with their number"),
    "ruling": N_("the ruling of the Supreme Court"),
    "stay": _A_NORM,
    "sum": N_("a sum, in tenge"),
    "term": N_("the article on the term"),
    "third": _A_NORM,
    "today": N_("the day of the letter"),
    "until": N_("the last day on which it is in force"),
    "what": N_("what it is"),
    "without": _A_NORM,
    "words": N_("the same sum in words"),
    "worker": N_("the worker, with year of birth or IIN where they may be told"),
    "years": N_("a number of years that the law lays down"),
}
"""By the name in braces; English msgids."""

OTHER: Final = N_("a fact of the case or of the law")
"""For a name that has no words of its own yet."""


def name_of(placeholder: str) -> str:
    """What a placeholder stands for, as a msgid."""
    return PLACEHOLDER_NAMES.get(placeholder, OTHER)
