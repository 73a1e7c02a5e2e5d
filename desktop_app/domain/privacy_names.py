"""What the codes of personal data are called: English msgids for screens, forms and registers."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.consents import Aim, Data, How
from desktop_app.domain.transfers import Basis
from desktop_app.i18n import N_

HOW: Final = {
    How.PAPER: N_("Signed on paper"),
    How.ELECTRONIC: N_("Electronically"),
    How.RECORDED: N_("Recorded spoken word"),
    How.WITHOUT: N_("Could not be obtained: protection of rights"),
}

DATA: Final = {
    Data.NAME: N_("surname, name, patronymic"),
    Data.BIRTH: N_("date of birth"),
    Data.SEX: N_("sex"),
    Data.CITIZENSHIP: N_("citizenship and language"),
    Data.IIN: N_("individual identification number"),
    Data.CONTACTS: N_("contact details"),
    Data.DOCUMENTS: N_("data of identity documents"),
    Data.STAY: N_("entry, stay and permits in the Republic of Kazakhstan"),
    Data.WORK: N_("place, terms and time of work, employer"),
    Data.WAGES: N_("wages agreed, paid and owed"),
    Data.HEALTH: N_("health and injuries"),
    Data.PICTURES: N_("photographs and recordings"),
    Data.EVENTS: N_("circumstances of the violation of rights"),
}

AIMS: Final = {
    Aim.LEGAL_AID: N_("giving legal and social aid to the subject"),
    Aim.CLAIMS: N_("preparing claims, complaints and applications in defence of the subject’s rights"),
    Aim.CONTACT: N_("keeping in touch with the subject"),
    Aim.REFERRAL: N_("referring the subject to other organisations for help"),
    Aim.STATISTICS: N_("statistics in anonymised form"),
}

BASES: Final = {
    Basis.CONSENT: N_("Consent of the person"),
    Basis.STATE_BODY: N_("Court, law-enforcement or other state body in a case it conducts"),
    Basis.TREATY: N_("Ratified international treaty"),
    Basis.RIGHTS: N_("Protection of rights, consent cannot be obtained"),
}

READING: Final = {
    "uz": N_("Uzbek"),
    "ky": N_("Kyrgyz"),
    "tg": N_("Tajik"),
    "kk": N_("Kazakh"),
    "ru": N_("Russian"),
    "tk": N_("Turkmen"),
    "en": N_("English"),
}
"""Languages that workers read, for the papers they are given."""
