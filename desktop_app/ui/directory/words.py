"""How screens write entries of the directory and referrals to them."""

from __future__ import annotations

from desktop_app import law
from desktop_app.domain.directory import ENTRY_KINDS, EntryCard, not_verified
from desktop_app.domain.referrals import RESULTS, Ground, ReferralCard
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.services.directory import source_in
from desktop_app.ui.common import blur
from desktop_app.ui.common.wording import day

_SHORT = {Ground.CONSENT: N_("with consent"), Ground.TOLD: N_("told where to go"), Ground.RIGHTS: N_("without consent")}


def kind(card: EntryCard) -> str:
    """What an entry is."""
    return _(ENTRY_KINDS[card.entry.kind])


def name(card: EntryCard) -> str:
    """The name of an entry in the interface's language."""
    return card.entry.name.within(language())


def place(card: EntryCard) -> str:
    """The region of an entry, the country of a consulate, or that it is there for the whole country."""
    entry = card.entry
    if entry.country:
        return country_name(entry.country, language())
    return law.region_name(entry.region, language()) if entry.region else _("Whole country")


def phone(card: EntryCard) -> str:
    """The phone as far as there is one."""
    return card.entry.phone


def checked_mark(card: EntryCard) -> tuple[str, str] | None:
    """The mark of an entry that cannot be reached yet."""
    return ("triangle-alert", "warn") if not_verified(card) else None


def checked(card: EntryCard) -> str:
    """When somebody at the centre found it right, or that nobody did."""
    if not card.active:
        return _("out of use")
    if card.checked_on is not None:
        return day(card.checked_on)
    return _("not verified: fill in") if not_verified(card) else _("not checked")


def vouched(card: EntryCard) -> str:
    """On whose word an entry stands, in sentences."""
    told = []
    if card.source:
        told.append(
            _("The name comes with the program. Source: %(source)s.", source=source_in(card.source, language()))
        )
        if card.confidence != "V":
            told.append(_("It was read in a secondary source: check it."))
    if card.checked_on is not None:
        told.append(_("Found right on %(day)s by %(name)s.", day=day(card.checked_on), name=card.checked_by))
    else:
        told.append(_("Nobody at the centre has checked address and phone yet: call before you send anybody."))
    return " ".join(told)


def ground(card: ReferralCard) -> str:
    """What a referral rests on, in short."""
    return _(_SHORT[card.ground])


def result(card: ReferralCard) -> str:
    """What came of a referral and when, or that nothing is known yet."""
    if card.result is None:
        return _("not known yet")
    return f"{_(RESULTS[card.result])}, {day(card.result_on)}"


def referral_line(card: ReferralCard) -> str:
    """A referral on one line."""
    return " · ".join((card.entry.within(language()), blur.name(card.aim), ground(card), result(card)))
