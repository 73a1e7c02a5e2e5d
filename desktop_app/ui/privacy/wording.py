"""How screens write what there is of consents and transfers."""

from __future__ import annotations

from desktop_app.domain import privacy_names
from desktop_app.domain.consents import Standing, State, StoredConsent
from desktop_app.domain.transfers import TransferRow
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.ui.common.wording import day

_TONES = {
    State.NONE: "warn",
    State.VALID: "good",
    State.EXPIRED: "warn",
    State.WITHDRAWN: "danger",
    State.STOPPED: "info",
    State.REFUSED: "info",
    State.BY_LAW: "info",
}
_MARKS = {"good": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}


def tone_of(standing: Standing) -> str:
    """The tone of a note about the state of a person's consents."""
    return _TONES[standing.state]


def standing_words(standing: Standing) -> str:
    """The state of a person's consents in a sentence."""
    if standing.state is State.VALID:
        if standing.day is None:
            return _("Consent valid until its aims are reached.")
        return _("Consent valid until %(day)s.", day=day(standing.day))
    if standing.state is State.EXPIRED:
        return _("The consent ended on %(day)s. Ask for a new one while it is needed.", day=day(standing.day))
    if standing.state is State.WITHDRAWN:
        return _(
            "The consent was withdrawn: processing stops, or is refused with reasons, by %(day)s.",
            day=day(standing.day),
        )
    if standing.state is State.NONE:
        return _("No consent on file. Work may go on when a right must be protected; note the ground then.")
    if standing.state is State.BY_LAW:
        return _("No consent could be obtained; the ground is the protection of rights.")
    if standing.state is State.STOPPED:
        return _("The consent was withdrawn and processing stopped on %(day)s.", day=day(standing.day))
    return _("The consent was withdrawn; stopping was refused with reasons on %(day)s.", day=day(standing.day))


def how(stored: StoredConsent) -> str:
    """How a consent was given."""
    return _(privacy_names.HOW[stored.consent.how])


def given_to(stored: StoredConsent) -> str:
    """To whom data may be given by a consent."""
    given = stored.consent
    return given.recipients if given.third_parties else _("no one")


def abroad(stored: StoredConsent) -> str:
    """To which countries data may be given by a consent."""
    codes = stored.consent.countries
    return ", ".join(country_name(code, language()) for code in codes) if codes else _("nowhere")


def fate(stored: StoredConsent) -> str:
    """What became of a consent."""
    if stored.stopped_on is not None:
        return _("withdrawn, stopped on %(day)s", day=day(stored.stopped_on))
    if stored.refused_on is not None:
        return _("withdrawn, refused: %(reason)s", reason=stored.refusal)
    if stored.withdrawn is not None:
        return _("withdrawn on %(day)s, to be decided", day=day(stored.withdrawn.on))
    return ""


def fate_mark(stored: StoredConsent) -> tuple[str, str] | None:
    """The mark of a consent that was withdrawn and not decided on."""
    return ("circle-alert", "danger") if stored.is_open else None


def recipient(row: TransferRow) -> str:
    """To whom data were given."""
    return _(N_("published")) if row.published else row.recipient


def basis(row: TransferRow) -> str:
    """On which ground data were given."""
    return _(privacy_names.BASES[row.basis])


def data(row: TransferRow) -> str:
    """What was given."""
    told = [_(name) for code, name in privacy_names.DATA.items() if code in row.what]
    return "; ".join(filter(None, (*told, row.other_what)))


def country(row: TransferRow) -> str:
    """Where to."""
    return country_name(row.country, language())


def reading_languages() -> list[tuple[str, str]]:
    """The languages people read, and none chosen."""
    return [("", ""), *((code, _(name)) for code, name in privacy_names.READING.items())]
