"""Whom a letter to a body goes to: an entry of the directory, with words that can be changed for this letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import law
from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import EntryCard, EntryKind
from desktop_app.domain.letters import LetterLanguage
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.forms import Form

_CODES: Final = ("kk", "ru", "en")
_NAMES: Final = {
    "kk": N_("Name of the body in Kazakh"),
    "ru": N_("Name of the body in Russian"),
    "en": N_("Name of the body in English"),
}
_ROOM: Final = 400
_NOT_CHOSEN: Final = N_("Not chosen: write it below")


class AddresseeField(Form):
    """Fields as in domain Addressee. What fits alone is proposed, and every word can be changed for this letter."""

    def __init__(
        self,
        entries: Sequence[EntryCard],
        region: str,
        countries: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, columns=2)
        self._region, self._countries = region, frozenset(countries)
        self._entries = {card.id: card for card in entries}
        self._filling = False
        self.add_heading(N_("Addressee"))
        self.choice = ChoiceBox(self._offered, self)
        self.add("entry_id", N_("From the directory"), self.choice, span=2)
        for code in _CODES:
            self.add(f"name.{code}", _NAMES[code], TextField(self), span=2)
        self.add("address", N_("Address"), TextField(self), span=2)
        person = N_("Only when the letter is to name the head or an official: in the nominative case, with the office.")
        self.add("person", N_("To whom by name"), TextField(self, personal=True), hint=person, span=2)
        self.choice.changed.connect(self._on_chosen)
        self._propose()
        self._proposed = self.draft()

    @property
    def is_touched(self) -> bool:
        """Whether anything but what was proposed stands here."""
        return bool(self.draft() != self._proposed)

    def set_language(self, chosen: LetterLanguage, *, with_copy: bool) -> None:
        """Ask for the name in the languages of the letter."""
        codes = {*chosen.value.split("+"), *(("en",) if with_copy else ())}
        for code in _CODES:
            self.field(f"name.{code}").setVisible(code in codes)

    def addressee(self) -> Addressee | None:
        """Whom the letter goes to, None while nothing is written."""
        values = self.values()
        name = Trilingual(*(values[f"name.{code}"] for code in _CODES))
        found = Addressee(name, values["address"], values["person"], int(values["entry_id"] or 0) or None)
        return found if found != Addressee() else None

    def show_addressee(self, addressee: Addressee | None) -> None:
        """Show what was kept; an entry that is no longer in use leaves its words behind."""
        told = addressee or Addressee()
        self._filling = True
        self.set_values(entry_id=str(told.entry_id or ""), address=told.address, person=told.person)
        if self.choice.currentIndex() < 0:
            self.choice.setCurrentIndex(0)
        for code in _CODES:
            self.set_values(**{f"name.{code}": getattr(told.name, code)})
        self._filling = False

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave: the words as they stood, not those of the entry."""
        self._filling = True
        super().take_draft(content)
        self._filling = False

    def _on_chosen(self) -> None:
        card = self._entries.get(int(self.choice.value() or 0))
        if card is None or self._filling:
            return
        for code in _CODES:
            self.set_values(**{f"name.{code}": getattr(card.entry.name, code)})
        self.set_values(address=card.entry.address)

    def _propose(self) -> None:
        """The one entry of the region, or of the country: the centre's own before what the program brings."""
        near = [card for card in self._entries.values() if self._is_near(card)]
        near = [card for card in near if not card.shipped] or near
        if len(near) == 1:
            self.choice.set_value(near[0].id)

    def _offered(self) -> list[tuple[str, str]]:
        metrics = self.fontMetrics()
        told = ((card.id, _words(card)) for card in self._entries.values())
        # The whole name stands in the fields below.
        right = Qt.TextElideMode.ElideRight
        return [("", _(_NOT_CHOSEN)), *((str(at), metrics.elidedText(words, right, _ROOM)) for at, words in told)]

    def _is_near(self, card: EntryCard) -> bool:
        if card.entry.kind is EntryKind.CONSULATE:
            return card.entry.country in self._countries
        return bool(self._region) and card.entry.region == self._region


def _words(card: EntryCard) -> str:
    entry, lang = card.entry, language()
    place = country_name(entry.country, lang) if entry.country else ""
    place = law.region_name(entry.region, lang) if entry.region else place
    return " · ".join(filter(None, (place, entry.name.within(lang))))
