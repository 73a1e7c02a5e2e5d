"""Names of the acts the norms stand in, and of the parts of the program that rest on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app import law
from desktop_app.i18n import N_

ACTS: Final[Mapping[str, str]] = {
    "values": N_("Values with a date"),
    "lc": N_("Labour Code"),
    "koap": N_("Code on Administrative Offences"),
    "uk": N_("Criminal Code"),
    "mig": N_("Law on Migration"),
    "eaeu": N_("Treaty on the EAEU"),
    "agreements": N_("Agreements between states"),
    "appc": N_("Administrative Procedural Code"),
    "gpk": N_("Civil Procedure Code"),
    "gk": N_("Civil Code"),
    "tax": N_("Tax Code"),
    "courts": N_("Rulings of the highest courts"),
    "social": N_("Social, health and education law"),
    "aid": N_("Law on legal aid"),
    "tip": N_("Countering trafficking in persons"),
    "pd": N_("Law on personal data"),
    "other": N_("Other"),
}
"""Groups of keys by name, as the law screen filters them."""

_GROUPS: Final[Mapping[str, str]] = {
    "kzru": "agreements",
    "kzby": "agreements",
    "kzkg": "agreements",
    "kztj": "agreements",
    "kzuz": "agreements",
    "stay": "agreements",
    "work": "agreements",
    "cis08": "agreements",
    "treaty": "agreements",
    "not_ratified": "agreements",
    "kc": "courts",
    "npvs": "courts",
    "sc": "social",
    "hc": "social",
    "edu": "social",
    "tipr": "tip",
}

PARTS: Final[Mapping[str, str]] = {
    "wages": N_("wages and the penalty"),
    "money": N_("money beyond wages"),
    "contract": N_("contract check"),
    "complaints": N_("complaints"),
    "documents": N_("withheld documents"),
    "protection": N_("screening and warnings"),
    "work_right": N_("papers and work"),
    "clocks": N_("terms and dates"),
    "readiness": N_("claim readiness"),
    "letters": N_("letters"),
    "directory": N_("directory and referrals"),
    "privacy": N_("personal data"),
    "other": N_("other parts of the program"),
}
"""Parts of the program by the codes of resources/law/used_by.json."""


def act_of(fact: law.Fact) -> str:
    """The group of a fact: a code of ACTS."""
    if fact.effective_from is not None:
        return "values"
    prefix = fact.key.partition(".")[0]
    group = _GROUPS.get(prefix, prefix)
    return group if group in ACTS else "other"
