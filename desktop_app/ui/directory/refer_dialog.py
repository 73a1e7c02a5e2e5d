"""Sending a worker on, or telling somebody who asked where to go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain import privacy_names
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.consents import Data
from desktop_app.domain.directory import ENTRY_KINDS, DirectoryFilter, EntryCard, EntryKind
from desktop_app.domain.referrals import BASIS_OF, GROUNDS, Ground, NewReferral
from desktop_app.domain.transfers import ABROAD, HOME, NORMS
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import directory, law, referrals
from desktop_app.ui.common import blur
from desktop_app.ui.common.check_list import CheckList, listed
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.wording import named, region_choices
from desktop_app.ui.context import Context
from desktop_app.ui.directory import words
from desktop_app.ui.privacy.form_dialog import FormDialog
from desktop_app.ui.privacy.grounds import Norms
from desktop_app.ui.privacy.grounds import ground as ground_of_law

_USUAL: Final = (Data.NAME, Data.CONTACTS)
_GIVEN: Final = ("what", "reason")
_ABOUT_TOLD: Final = N_("No data leave the centre, so no consent is needed.")


class ReferDialog(FormDialog):
    """Fields named as in domain NewReferral. Of a case with its crew, or of an enquiry (`enquiry_id`)."""

    def __init__(
        self, context: Context, card: CaseCard | None, parent: QWidget | None = None, *, enquiry_id: int = 0
    ) -> None:
        super().__init__(context, parent, N_("Refer"), size=(860, 660))
        self._card, self._enquiry_id = card, enquiry_id
        self._entries: tuple[EntryCard, ...] = ()
        self._norms: Norms = {}
        self.kind = ChoiceBox(named(ENTRY_KINDS, empty=N_("All kinds")), self)
        self.region = ChoiceBox(_regions, self)
        self.entry = ChoiceBox(self._entry_choices, self)
        self._build_form()
        self.add_save(N_("Write down"))
        self.form.focus_first()
        for box in (self.kind, self.region):
            box.changed.connect(self._read_entries)
        self.form.changed.connect(self._on_changed)
        context.background.run(law.norms, context.file, owner=self, on_done=self._on_norms)
        self._read_entries()
        self._on_changed()
        about = f"case:{card.id}:referral" if card is not None else f"enquiry:{enquiry_id}:referral"
        announce(context.bus, Drafted(self, about, form=self.form))

    def referral(self) -> NewReferral:
        """What is typed. Raises InvalidInput."""
        values = self.form.values()
        if values["on"] is None:
            raise InvalidInput((Problem("on", Message(N_("Type the day."))),))
        if not values["entry_id"]:
            raise InvalidInput((Problem("entry_id", Message(N_("Choose where to."))),))
        ground = Ground(values["ground"]) if self._card is not None else Ground.TOLD
        given = ground is not Ground.TOLD
        worker = values.get("case_worker_id")
        return NewReferral(
            int(values["entry_id"]),
            values["on"],
            values["aim"],
            ground,
            case_worker_id=int(worker) if worker else None,
            what=values["what"] if given else (),
            reason=values["reason"] if ground is Ground.RIGHTS else "",
            note=values["note"],
        )

    def save(self) -> None:
        """Record the referral, or say beside the fields what is missing."""
        self.form.clear_problems()
        try:
            referral = self.referral()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        said = Message(N_("The referral is recorded. Note its result when you know it."))
        if self._card is not None:
            self.run(referrals.refer, self._card.id, referral, said=said)
        else:
            self.run(referrals.refer_caller, self._enquiry_id, referral, said=said)

    def _build_form(self) -> None:
        form = self.form
        form.add("kind", N_("Kind"), self.kind)
        form.add("region", N_("Region"), self.region)
        form.add("entry_id", N_("Where to"), self.entry, span=2)
        if self._card is not None:
            form.add("case_worker_id", N_("Who"), ChoiceBox(self._workers, self))
        form.add("on", N_("Day"), DateField(self))
        form.add("aim", N_("What help is asked for"), TextField(self, personal=True), span=2)
        form.add("ground", N_("Consent"), ChoiceBox(named(GROUNDS), self), span=2)
        form.add("what", N_("What was given (Space chooses)"), CheckList(listed(privacy_names.DATA), self, lines=4))
        form.add("reason", N_("Why the consent cannot be obtained"), TextField(self, personal=True))
        form.add("note", N_("Note"), NoteField(self, lines=2, personal=True), span=2)
        ground = Ground.CONSENT if self._card is not None else Ground.TOLD
        form.set_values(on=settings.today(), ground=ground, what=_USUAL)
        if self._card is not None:
            form.set_values(region=self._card.region)
            if len(self._card.workers) == 1:
                form.set_values(case_worker_id=str(self._card.workers[0].id))
        form.field("ground").setVisible(self._card is not None)

    def _workers(self) -> list[tuple[str, str]]:
        workers = self._card.workers if self._card is not None else ()
        return [("", _("The whole crew")), *((str(each.id), blur.name(each.person.full_name)) for each in workers)]

    def _entry_choices(self) -> list[tuple[str, str]]:
        shown = ((str(card.id), f"{words.name(card)} · {words.place(card)}") for card in self._entries)
        return [("", _("Choose")), *shown]

    def _read_entries(self) -> None:
        kind = self.kind.value()
        wanted = DirectoryFilter("", EntryKind(kind) if kind else None, self.region.value())
        self._context.background.run(
            directory.page, self._context.file, wanted, language(), owner=self, on_done=self._on_entries
        )

    def _on_entries(self, entries: Sequence[EntryCard]) -> None:
        self._entries = tuple(entries)
        self.entry.renew()

    def _on_norms(self, norms: Norms) -> None:
        self._norms = norms
        self._on_changed()

    def _on_changed(self) -> None:
        """Ask only for what the chosen ground needs, and name the law it stands on."""
        ground = Ground(self.form.value("ground"))
        given = ground is not Ground.TOLD and self._card is not None
        self.form.field("what").setVisible(given)
        self.form.field("reason").setVisible(given and ground is Ground.RIGHTS)
        self.form.field("ground").set_hint(self._about(ground))
        self.form.field("entry_id").set_hint(self._how_to_reach())

    def _about(self, ground: Ground) -> Message:
        if ground is Ground.TOLD:
            return Message(_ABOUT_TOLD)
        keys = [key for key in NORMS[BASIS_OF[ground]] if self._is_abroad() or key != ABROAD]
        return ground_of_law(self._norms, keys)

    def _is_abroad(self) -> bool:
        chosen = self._chosen()
        return chosen is not None and (chosen.entry.country or HOME) != HOME

    def _how_to_reach(self) -> Message | None:
        chosen = self._chosen()
        if chosen is None:
            return None
        reach = " · ".join(filter(None, (chosen.entry.phone, chosen.entry.address, chosen.entry.hours)))
        if not reach:
            return Message(N_("Address and phone are not verified: fill them in in the directory."))
        return Message(N_("Phone and address: %(reach)s"), {"reach": reach})

    def _chosen(self) -> EntryCard | None:
        wanted: Any = self.entry.value()
        return next((card for card in self._entries if str(card.id) == wanted), None)


def _regions() -> list[tuple[str, str]]:
    return [("", _("All regions")), *region_choices()[1:]]
