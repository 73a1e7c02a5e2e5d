"""The certificate that personal data were destroyed: a code and counts, nobody's name but those who sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.erasure import CertificateFacts, ErasureKind
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Rule, Signature, Words
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw

_GROUNDS: Final = {
    ErasureKind.PERSON: N_("Ground: the relations with the subject of personal data have ended, or the subject asked."),
    ErasureKind.TERM: N_("Ground: the term of storage of the personal data has ended."),
    ErasureKind.CASE: N_("Ground: the case was recorded by mistake."),
}


def render(facts: CertificateFacts, language: str) -> bytes:
    """The certificate as PDF bytes. AppError for a character that the fonts cannot show."""
    tr = for_language(language)
    title = tr(N_("RECORD OF THE DESTRUCTION OF PERSONAL DATA"))
    story = (*_opening(facts, title, tr), *_done(facts, tr), *_closing(facts, tr))

    def page(at: int, of: int) -> str:
        return tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of)

    return draw((story,), title=title, language=language, footer=Footer(facts.erased.code, page))


def _opening(facts: CertificateFacts, title: str, tr: Translator) -> Iterator[Block]:
    centre = facts.centre
    yield Words(centre.name.within(tr.code), "centre_name")
    lines = [centre.address.within(tr.code)]
    lines += [tr(N_("BIN %(number)s"), number=centre.bin)] if centre.bin else []
    if text := "\n".join(line for line in lines if line):
        yield Words(text, "letterhead")
    yield Rule()
    yield Words(title, "title")
    told = {"code": facts.erased.code, "day": sums.day(facts.erased.on, tr)}
    yield Words(tr(N_("No. %(code)s of %(day)s"), **told), "subtitle")


def _done(facts: CertificateFacts, tr: Translator) -> Iterator[Block]:
    done = facts.erased
    norm = getattr(law.fact("pd.18").title, tr.code)
    msgid = N_(
        "The operator has destroyed personal data in its database on the day named above, in accordance with the law "
        "(%(norm)s). The data cannot be restored from the database."
    )
    yield Words(tr(msgid, norm=norm))
    yield Words(tr(_GROUNDS[done.kind]))
    if done.reason:
        yield Words(tr(N_("Reason: %(reason)s"), reason=done.reason))
    yield Words(tr(N_("Destroyed or made anonymous:")), "lead_in")
    for label, count in (
        (N_("subjects of personal data: %(count)s"), done.people),
        (N_("cases they took part in: %(count)s"), done.cases),
        (N_("files attached to the cases: %(count)s"), done.attachments),
        (N_("letters whose text named them: %(count)s"), done.letters),
    ):
        yield Words(tr(label, count=count), "item", "–")
    yield Words(
        tr(
            N_(
                "Sex, year of birth, citizenship and sums remain for statistics without any sign by which the subject "
                "could be identified."
            )
        )
    )
    yield Words(_backups(facts, tr))


def _backups(facts: CertificateFacts, tr: Translator) -> str:
    msgid = N_(
        "Backups made before this day still hold the data in encrypted form. The program removes its own backups in "
        "their turn, the last of them when %(months)s later monthly backups exist; copies on other media are "
        "destroyed by the operator separately."
    )
    return tr(msgid, months=facts.months)


def _closing(facts: CertificateFacts, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("Signed by:")), "closing")
    for position, name in (
        (N_("Destroyed by"), facts.erased.done_by),
        (N_("Approved by"), facts.erased.approved_by),
    ):
        yield Signature(tr(position), name)
