"""Where a complaint goes, and the norm that makes it the right address."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop_app.i18n import N_


class Body(StrEnum):
    """Where a complaint goes."""

    EMPLOYER = "employer"
    COMMISSION = "commission"
    INSPECTION = "inspection"
    POLICE = "police"
    COURT = "court"
    PROSECUTOR = "prosecutor"
    CONSULATE = "consulate"
    AKIMAT = "akimat"
    HIGHER = "higher_body"
    OMBUDSMAN = "ombudsman"
    LEGAL_AID = "legal_aid"
    DOCTOR = "doctor"


BODIES: Final = {
    Body.EMPLOYER: N_("The employer, in writing"),
    Body.COMMISSION: N_("Conciliation commission"),
    Body.INSPECTION: N_("State labour inspection"),
    Body.POLICE: N_("Police"),
    Body.COURT: N_("Court"),
    Body.PROSECUTOR: N_("Prosecutor’s office"),
    Body.CONSULATE: N_("Consulate of the worker’s country"),
    Body.AKIMAT: N_("Local executive body (akimat)"),
    Body.HIGHER: N_("The body above the one complained of"),
    Body.OMBUDSMAN: N_("National Centre for Human Rights"),
    Body.LEGAL_AID: N_("Legal aid guaranteed by the state"),
    Body.DOCTOR: N_("Doctor or hospital"),
}

BODY_NORMS: Final = {
    Body.EMPLOYER: "",
    Body.COMMISSION: "lc.159.1",
    Body.INSPECTION: "lc.192",
    Body.POLICE: "koap.685",
    Body.COURT: "lc.160",
    Body.PROSECUTOR: None,
    Body.CONSULATE: "",
    Body.AKIMAT: "mig.15",
    Body.HIGHER: "appc.91",
    Body.OMBUDSMAN: None,
    Body.LEGAL_AID: "aid.26.2",
    Body.DOCTOR: "",
}
"""The norm that makes it the right address; empty where none is needed, None where the lawyer has to confirm it."""
