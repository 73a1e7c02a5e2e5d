"""What may follow from documents that somebody keeps: each finding with its norms and what is not settled about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.i18n import N_


@dataclass(frozen=True)
class DocumentFinding:
    """What follows: a sentence, the norms it rests on, how grave it is, and what is not settled about it.

    `tone` is info, warn or danger; `open_question` is empty where nothing beside the marks of the norms is open.
    """

    code: str
    text: str
    norms: tuple[str, ...]
    tone: str = "warn"
    open_question: str = ""


_CITIZENS: Final = N_(
    "The text speaks of documents taken “from citizens”. Whether foreigners’ documents are meant is not settled: the "
    "lawyer has to confirm it."
)
NO_CONSENT: Final = DocumentFinding(
    "no_consent",
    N_("The worker did not agree freely. An employer may keep originals only with the worker’s consent."),
    ("lc.32.7",),
    "danger",
)
NO_UNDERTAKING: Final = DocumentFinding(
    "no_undertaking",
    N_("There is no written undertaking to return the originals, so keeping them is unlawful even with consent."),
    ("lc.32.7",),
    "danger",
)
ASK_UNDERTAKING: Final = DocumentFinding(
    "ask_undertaking",
    N_("Ask whether the employer gave a written undertaking to return the originals. Without it keeping is unlawful."),
    ("lc.32.7",),
)
LAWFUL_SO_FAR: Final = DocumentFinding(
    "undertaking_given",
    N_(
        "Consent and a written undertaking are there. The worker may ask for the originals back by it; copies are "
        "enough for the employer."
    ),
    ("lc.32.7", "lc.23.1.14"),
    "info",
)
NOT_EMPLOYER: Final = DocumentFinding(
    "not_employer",
    N_("Only an employer may ever keep originals, and by consent. Nobody else has such a right in the Labour Code."),
    ("lc.32.7",),
    "danger",
)
PLEDGE: Final = DocumentFinding(
    "pledge",
    N_("The documents are given back only on a condition: that is a pledge, and a passport may not be taken as one."),
    ("koap.494",),
    "danger",
    _CITIZENS,
)
FINE: Final = DocumentFinding(
    "fine",
    N_("Unlawful taking of a passport or identity card is an administrative offence. The police decide such cases."),
    ("koap.494", "koap.685", "koap.62.3"),
    "warn",
    _CITIZENS,
)
CRIME: Final = DocumentFinding(
    "crime",
    N_(
        "Unlawful taking of a passport, an identity card or another personal document is a criminal offence. Tell the "
        "police."
    ),
    ("uk.384.1",),
    "warn",
    _CITIZENS,
)
CONVENTION: Final = DocumentFinding(
    "convention",
    N_(
        "By the CIS convention nobody but a competent authority may take a migrant worker’s documents for identity, "
        "stay or work. It covers only those who stay and work lawfully."
    ),
    ("cis08.12.2", "cis08.2"),
    "info",
    N_("Whether the convention is in force between Kazakhstan and the worker’s country was not established."),
)
LIBERTY: Final = DocumentFinding(
    "liberty",
    N_(
        "Together with restricted movement it may be unlawful deprivation of liberty. Ask gently, open the screening, "
        "think of safety first."
    ),
    ("uk.126",),
    "danger",
)
LIBERTY_GONE: Final = DocumentFinding(
    "liberty_documents",
    N_(
        "Together with restricted movement it may be unlawful deprivation of liberty; hiding or destroying the "
        "documents makes it graver. Open the screening, think of safety first."
    ),
    ("uk.126", "uk.126.2.11"),
    "danger",
)
TRAFFICKING: Final = DocumentFinding(
    "exploitation",
    N_(
        "Documents that are kept together with debt, threats, unpaid work or restricted movement may be a sign of "
        "exploitation. Open the screening: it asks and explains, it does not label anybody."
    ),
    ("uk.128", "uk.128.2.12", "uk.3.1"),
    "danger",
)
LOSS: Final = DocumentFinding(
    "loss",
    N_("For those who stay for a time the law names no fine for a late notice of loss. Tell the police all the same."),
    ("koap.492.4",),
    "info",
)
LOSS_PERMANENT: Final = DocumentFinding(
    "loss_permanent",
    N_("Whoever lives here permanently must tell the police of a lost passport in time: lateness is an offence."),
    ("koap.492.4",),
    "warn",
)
LOSS_ASK: Final = DocumentFinding(
    "loss_ask",
    N_("Ask whether the worker lives here permanently: then a late notice of a lost passport is an offence."),
    ("koap.492.4",),
    "warn",
)
CONSULATE: Final = DocumentFinding(
    "consulate",
    N_(
        "Ask the worker’s consulate for its own list of papers for a new passport. A certificate of return is only for "
        "the way home: with it the worker cannot keep working here."
    ),
    ("kztj.3.4", "kzby.3"),
    "info",
)
STAY: Final = DocumentFinding(
    "stay",
    N_("The lawful stay runs while the passport is away. Look at its dates under Papers and work of the worker."),
    ("koap.517.3",),
    "warn",
)
