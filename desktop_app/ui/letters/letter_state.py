"""How screens say how far a letter has come: in a word, a shape and a colour."""

from __future__ import annotations

from datetime import timedelta

from desktop_app import settings
from desktop_app.domain import steps
from desktop_app.domain.addressees import ADDRESSEE_KINDS, AT_EMPLOYER, INSIDE, AddresseeKind
from desktop_app.domain.letter_json import DraftRow
from desktop_app.domain.letters import LetterRow, State
from desktop_app.domain.posting import WAYS, IncomingRow, Posted, Sent, Shown, days_to_send, state_of
from desktop_app.i18n import _, language, ngettext
from desktop_app.ui.common import blur
from desktop_app.ui.common.wording import day


def text(row: LetterRow) -> str:
    """How far a letter has come, in a few words."""
    if row.copy_of is not None:
        return _("Reading copy")
    if row.addressee_kind is AddresseeKind.FILE:
        return _("Kept in the case")
    state = state_of(row, settings.today())
    if state is Shown.OVERDUE:
        return _("Answer overdue")
    if state is Shown.ANSWERED:
        return _("Answered")
    given = row.addressee_kind is AddresseeKind.WORKER
    if row.state is State.SENT:
        return _("Given to the worker") if given else _("Sent")
    return _("To be given") if given else _("Ready to be sent")


def mark(row: LetterRow) -> tuple[str, str] | None:
    """The shape and colour of it."""
    if row.copy_of is not None or row.addressee_kind is AddresseeKind.FILE:
        return "folder", "muted"
    state = state_of(row, settings.today())
    if state is Shown.OVERDUE:
        return "triangle-alert", "danger"
    if state is Shown.ANSWERED:
        return "circle-check", "good"
    if row.state is State.SENT:
        return "mail", "accent"
    late = row.on + timedelta(days=days_to_send()) < settings.today() and row.addressee_kind not in INSIDE
    return ("circle-alert", "warn") if late else ("circle", "muted")


def due(row: LetterRow) -> str:
    """The day an answer is due by, while one is waited for."""
    return "" if row.state is State.ANSWERED else day(row.due_on)


def workers(row: LetterRow | DraftRow) -> str:
    """Whom a letter speaks for: the worker, the first and how many more, or how many of the crew."""
    if row.workers == 0:
        return ""
    if not row.first_worker:
        return ngettext("%(some)s of %(n)s worker", "%(some)s of %(n)s workers", row.crew, some=row.workers)
    more = row.workers - 1
    if more == 0:
        return row.first_worker
    return ngettext("%(names)s and %(n)s more", "%(names)s and %(n)s more", more, names=row.first_worker)


def addressee(row: LetterRow) -> str:
    """Whom a letter goes to: the body's name, the employer, or the kind of addressee."""
    if row.addressee:
        return row.addressee
    return row.employer if row.addressee_kind in AT_EMPLOYER else _(ADDRESSEE_KINDS[row.addressee_kind])


def told(row: LetterRow, posted: Posted) -> tuple[str, str]:
    """What became of a letter in sentences, and the tone of the note that says them."""
    lines = [_left(sent) for sent in posted.sent] + [_came(paper) for paper in reversed(posted.came)]
    state = state_of(row, settings.today())
    if row.copy_of is not None:
        return _("A reading copy: it helps to read the letter and is not sent."), "info"
    if row.addressee_kind is AddresseeKind.FILE:
        return _("A paper for the file: it is not sent to anybody."), "info"
    if row.state is State.FINAL:
        lines.append(
            _("Not given to the worker yet.")
            if row.addressee_kind is AddresseeKind.WORKER
            else _("Ready to be sent. Note here how it left: terms are counted from that day.")
        )
    if posted.due_on is not None:
        step = steps.title(posted.rule, language())
        lines.append(_("Answer due by %(day)s: %(step)s.", day=day(posted.due_on), step=step))
    if state is Shown.OVERDUE:
        lines.append(_("The day is past. Register the answer, or note under the steps of the case that none came."))
    tones = {Shown.OVERDUE: "warn", Shown.ANSWERED: "good"}
    return "\n".join(lines), tones.get(state, "info")


def answer_names(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Answers by name, and that none is chosen yet."""
    return [("", _("Choose …")), *((code, steps.answer_name(code, language())) for code in codes)]


def _left(sent: Sent) -> str:
    told = {"day": day(sent.on), "way": _(WAYS[sent.way]), "proof": blur.name(sent.proof)}
    line = _("%(day)s: %(way)s. %(proof)s", **told).strip()
    if not sent.their_number:
        return line
    return _("%(line)s, their number %(number)s", line=line, number=sent.their_number)


def _came(paper: IncomingRow) -> str:
    told = {"day": day(paper.received_on), "number": paper.number, "sender": blur.name(paper.sender)}
    line = _("%(day)s: answer registered under %(number)s, from %(sender)s", **told)
    if not paper.answer:
        return f"{line}."
    return _("%(line)s: %(answer)s.", line=line, answer=steps.answer_name(paper.answer, language()).lower())
