"""How the lawyer's own words in a letter change: saying otherwise, leaving out, adding, going back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.letter_edits import Added, Edit, Edits, Paragraph

_ADDED: Final = "added:"


@dataclass(frozen=True)
class Place:
    """One place of a letter with its paragraph in each language; the program says nothing in one that was added."""

    key: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_added(self) -> bool:
        """Whether the lawyer added it."""
        return self.paragraphs[0].is_added

    @property
    def is_left_out(self) -> bool:
        """Whether it is not printed."""
        return self.paragraphs[0].is_left_out

    @property
    def is_changed(self) -> bool:
        """Whether the words are not those of the program in some language."""
        return any(each.is_changed for each in self.paragraphs)

    @property
    def is_stale(self) -> bool:
        """Whether the facts under changed words changed since."""
        return any(each.is_stale for each in self.paragraphs)


def places(told: Sequence[Paragraph], edits: Edits) -> tuple[Place, ...]:
    """The places of a letter in their order as they stand under `edits`.

    `told` is what the letter said when it was read last; its own marks of changes are not looked at.
    """
    return tuple(_places(told, edits)) if told else ()


def said(edits: Edits, paragraph: Paragraph, text: str) -> Edits:
    """Other words for a paragraph; the program's own words take the change away."""
    if paragraph.is_added:
        at = number_of(paragraph.key)
        texts = dict(edits.added[at].texts) | {paragraph.language: text}
        return _with_added(edits, at, replace(edits.added[at], texts=tuple(texts.items())))
    place = (paragraph.key, paragraph.language)
    changed = [each for each in edits.changed if (each.key, each.language) != place]
    if text != paragraph.made:
        changed.append(Edit(*place, text, paragraph.made))
    return replace(edits, changed=tuple(changed))


def put_back(edits: Edits, key: str) -> Edits:
    """The program's words again, in every language; a paragraph that was left out stands again."""
    changed = tuple(each for each in edits.changed if each.key != key)
    return replace(edits, changed=changed, left_out=edits.left_out - {key})


def kept(edits: Edits, place: Place) -> Edits:
    """The lawyer's words stay, or the paragraph stays out, though the facts changed: it is no longer stale."""
    made = {(each.key, each.language): each.made for each in place.paragraphs}
    changed = (each.over(made.get((each.key, each.language), each.made)) for each in edits.changed)
    return replace(edits, changed=tuple(changed))


def left_out(edits: Edits, place: Place, *, out: bool) -> Edits:
    """Leave a paragraph out of the letter, or take it in again.

    What it said is kept beside: other facts may bring other words to its place, which nobody left out.
    """
    if not out:
        own = tuple(each for each in edits.changed if each.key != place.key or each.is_changed)
        return replace(edits, changed=own, left_out=edits.left_out - {place.key})
    told = {(each.key, each.language) for each in edits.changed}
    seen = (
        Edit(each.key, each.language, each.made, each.made)
        for each in place.paragraphs
        if (each.key, each.language) not in told
    )
    return replace(edits, changed=(*edits.changed, *seen), left_out=edits.left_out | {place.key})


def added_behind(edits: Edits, place: Place | None, languages: Sequence[str]) -> tuple[Edits, str]:
    """A new empty paragraph behind a place (None: at the top), and its key."""
    fresh = Added(place.key if place is not None else "", tuple((code, "") for code in languages))
    at = len(edits.added)
    if place is not None and place.is_added:
        before = number_of(place.key)
        fresh, at = replace(fresh, after=edits.added[before].after), before + 1
    elif place is not None:
        at = next((number for number, each in enumerate(edits.added) if each.after == place.key), at)
    return replace(edits, added=(*edits.added[:at], fresh, *edits.added[at:])), f"{_ADDED}{at}"


def removed(edits: Edits, key: str) -> Edits:
    """Without a paragraph that the lawyer added."""
    at = number_of(key)
    return replace(edits, added=edits.added[:at] + edits.added[at + 1 :])


def without_empty(edits: Edits) -> Edits:
    """Without added paragraphs in which nothing was written yet."""
    return replace(edits, added=tuple(each for each in edits.added if any(text.strip() for _code, text in each.texts)))


def number_of(key: str) -> int:
    """Which of the added paragraphs a key names."""
    return int(key.removeprefix(_ADDED))


def _places(told: Sequence[Paragraph], edits: Edits) -> Iterator[Place]:
    made: dict[str, list[Paragraph]] = {}
    for each in told:
        if not each.is_added:
            made.setdefault(each.key, []).append(each)
    languages = tuple(dict.fromkeys(each.language for each in told))
    changed = {(each.key, each.language): each for each in edits.changed}
    yield from _added_places(edits, "", languages)
    for key, paragraphs in made.items():
        yield Place(key, tuple(_now(each, changed.get((key, each.language)), edits) for each in paragraphs))
        yield from _added_places(edits, key, languages)


def _now(paragraph: Paragraph, edit: Edit | None, edits: Edits) -> Paragraph:
    return replace(
        paragraph,
        text=paragraph.made if edit is None else edit.text,
        is_left_out=paragraph.key in edits.left_out,
        is_stale=edit is not None and edit.made != paragraph.made,
    )


def _added_places(edits: Edits, after: str, languages: Sequence[str]) -> Iterator[Place]:
    for at, each in enumerate(edits.added):
        if each.after == after:
            texts = dict(each.texts)
            key = f"{_ADDED}{at}"
            yield Place(
                key,
                tuple(Paragraph(key, code, "body", "", texts.get(code, ""), "", is_added=True) for code in languages),
            )


def _with_added(edits: Edits, at: int, added: Added) -> Edits:
    return replace(edits, added=(*edits.added[:at], added, *edits.added[at + 1 :]))
