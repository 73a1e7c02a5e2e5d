"""How complaints, their answers, the norms and the findings are written in the interface's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app import law
from desktop_app.domain.answers import Answer, FieldKind, FieldSpec, in_words
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaint_bodies import BODIES, BODY_NORMS, Body
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.held_documents import DOCUMENT_KINDS, HeldDocument
from desktop_app.domain.held_findings import DocumentFinding
from desktop_app.domain.law_norms import STANDINGS, Norm, Standing
from desktop_app.i18n import N_, _, interface, language, ngettext
from desktop_app.ui.common import blur
from desktop_app.ui.common.wording import day, partial_day

Norms = Mapping[str, Norm]
_SOME: Final = 3
_TO_CHECK: Final = N_("%(name)s (to be checked by the lawyer)")


def kind_text(complaint: ComplaintCard) -> str:
    """What the complaint is about; one without a kind of its own says it in its own words."""
    title = complaint.answers.get("title") if complaint.kind is ComplaintKind.OTHER else None
    return _(COMPLAINT_KINDS[complaint.kind]) if title is None else blur.name(title.text)


def workers_text(complaint: ComplaintCard, card: CaseCard) -> str:
    """Whom it is about: all the crew, or the first three by name and how many more."""
    if not complaint.worker_ids:
        return ngettext("The whole crew (%(n)s)", "The whole crew (%(n)s)", len(card.workers))
    names = [worker.person.full_name for worker in card.workers if worker.id in complaint.worker_ids]
    shown = ", ".join(blur.name(name) for name in names[:_SOME])
    more = len(names) - _SOME
    return shown if more <= 0 else ngettext("%(names)s and %(n)s more", "%(names)s and %(n)s more", more, names=shown)


def state_text(complaint: ComplaintCard) -> str:
    """Whether it is open or settled."""
    return _("Open") if complaint.settled_on is None else _("Settled")


def answer_text(spec: FieldSpec, answer: Answer) -> str:
    """The answer alone; what people typed is hidden with names."""
    text = in_words(spec, answer, interface(), language())
    return blur.name(text) if spec.kind in (FieldKind.TEXT, FieldKind.NOTE) else text


def answer_lines(complaint: ComplaintCard) -> list[str]:
    """Each answer under its question, with on whose word it stands."""
    lines = []
    for spec in form_of(complaint.kind).fields:
        answer = complaint.answers.get(spec.name)
        text = answer_text(spec, answer) if answer is not None else ""
        if answer is None or not text:
            continue
        said = {"title": _(spec.title), "answer": text}
        if answer.word in tuple(Evidence):
            lines.append(_("%(title)s: %(answer)s (%(word)s)", **said, word=_(EVIDENCE[Evidence(answer.word)])))
        else:
            lines.append(_("%(title)s: %(answer)s", **said))
    return lines


def document_lines(complaint: ComplaintCard, card: CaseCard) -> list[str]:
    """Each document with its owner, its number, since when it is kept, and whether it is back."""
    names = {worker.id: worker.person.full_name for worker in card.workers}
    return [_document_line(document, names.get(document.worker_id, "")) for document in complaint.documents]


def finding_text(finding: DocumentFinding, norms: Norms) -> str:
    """What follows, what is not settled, and the norms."""
    parts = [_(finding.text), _(finding.open_question) if finding.open_question else ""]
    return "\n".join([*filter(None, parts), "; ".join(norm_texts(finding.norms, norms))])


def norm_texts(keys: Iterable[str], norms: Norms) -> list[str]:
    """Norms by their titles; how far one may be relied on is said unless it was read in the law."""
    return [_norm_text(norms.get(key) or Norm(law.fact(key))) for key in keys]


def norm_sources(keys: Iterable[str], norms: Norms) -> list[str]:
    """Norms with their source and edition."""
    return [_sourced(norms.get(key) or Norm(law.fact(key))) for key in keys]


def body_texts(bodies: Iterable[Body]) -> list[str]:
    """Where one goes; what the lawyer has to confirm says so."""
    return [_(BODIES[body]) if BODY_NORMS[body] is not None else _(_TO_CHECK, name=_(BODIES[body])) for body in bodies]


def _norm_text(norm: Norm) -> str:
    title = str(getattr(norm.fact.title, language()))
    if norm.settled:
        return title
    if norm.standing is Standing.TO_CHECK:
        return _(_TO_CHECK, name=title)
    return _("%(norm)s (%(standing)s)", norm=title, standing=_(STANDINGS[norm.standing]))


def _sourced(norm: Norm) -> str:
    lang = language()
    source = ", ".join(filter(None, (norm.fact.source_in(lang), norm.fact.edition_in(lang))))
    return _("%(norm)s. Source: %(source)s", norm=_norm_text(norm), source=source)


def _document_line(document: HeldDocument, name: str) -> str:
    parts = [
        blur.name(name),
        _(DOCUMENT_KINDS[document.kind]),
        blur.name(document.number),
        _("since %(day)s", day=partial_day(document.since)) if document.since is not None else "",
        blur.name(document.held_by),
        blur.name(document.place),
        _("returned on %(day)s", day=day(document.returned_on)) if document.returned_on is not None else "",
    ]
    return ", ".join(filter(None, parts))
