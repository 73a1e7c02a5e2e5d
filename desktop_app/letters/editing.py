"""The lawyer's own words in a letter: paragraphs by key, changed, left out, added, before anything is drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.letter_edits import Added, Edits, Paragraph
from desktop_app.letters.blocks import Block, Grid, Signature, Story, Style, Words

EDITABLE: Final[frozenset[Style]] = frozenset(
    {"title", "subtitle", "body", "lead_in", "item", "ground", "section", "fact", "total", "closing"}
)
"""Paragraphs that may be changed; letterhead, number, addressee, tables and signatures come from the facts alone."""

_TWO_STOPS: Final = re.compile(r"(?<![.?!…])([.?!…])\.(?=\s|$)")
"""A value that ends in a stop (a name with initials) before the stop of its sentence; never three dots."""

_NUMBERED: Final = re.compile(r"[0-9]+\.")
_ADDED: Final = "added"


def keyed(story: Story) -> Story:
    """The story with a key for every paragraph that may be changed, the same in each language.

    A sentence that ends in a value with a full stop of its own ends in one stop.
    """
    seen: Counter[str] = Counter()
    blocks: list[Block] = []
    for block in story:
        if isinstance(block, Words) and block.style in EDITABLE:
            name = block.key or block.style
            seen[name] += 1
            key = name if block.key and seen[name] == 1 else f"{name}#{seen[name]}"
            blocks.append(replace(block, key=key, text=_TWO_STOPS.sub(r"\1", block.text)))
        else:
            blocks.append(block)
    return tuple(blocks)


def edited(story: Story, edits: Edits, language: str) -> Story:
    """A keyed story as the lawyer wants it, its items numbered anew."""
    if not edits:
        return story
    changed = {each.key: each.text for each in edits.changed if each.language == language and each.is_changed}
    blocks: list[Block] = []
    top = [_own(each, language, at) for at, each in _behind(edits, "")]
    for block in story:
        key = block.key if isinstance(block, Words) else ""
        if key and top:
            blocks, top = [*blocks, *top], []
        if not (key and key in edits.left_out):
            blocks.append(replace(block, text=changed[key]) if key in changed and isinstance(block, Words) else block)
        if key:
            blocks += (_own(each, language, at) for at, each in _behind(edits, key))
    return tuple(_numbered(blocks))


def differs(edits: Edits, language: str) -> bool:
    """Whether words were changed or added by hand in other languages that this one does not have."""
    own = {each.key for each in edits.changed if each.language == language}
    return any(each.is_changed and each.key not in own for each in edits.changed) or any(
        language not in dict(each.texts) for each in edits.added
    )


def text_of(story: Story) -> str:
    """Everything a story says, line by line: paragraphs, cells, signatures."""
    lines: list[str] = []
    for block in story:
        match block:
            case Words():
                lines.append(f"{block.mark} {block.text}".strip())
            case Grid():
                lines.append("\t".join(column.head for column in block.columns))
                lines += ("\t".join(row) for row in block.rows)
            case Signature():
                lines.append(f"{block.position}\t{block.name}")
            case _:
                pass
    return "\n".join(lines)


def paragraphs(stories: Sequence[tuple[str, Story]], edits: Edits) -> tuple[Paragraph, ...]:
    """Every paragraph that may be changed, in order, the languages of one place after each other.

    `stories` are keyed and not edited, by their language. Those left out stand in their place and say so.
    """
    return tuple(_paragraphs(stories, edits))


def _paragraphs(stories: Sequence[tuple[str, Story]], edits: Edits) -> Iterator[Paragraph]:
    changed = {(each.key, each.language): each for each in edits.changed}
    yield from _added_paragraphs(stories, edits, "")
    for blocks in zip(*(story for _language, story in stories), strict=True):
        key = blocks[0].key if isinstance(blocks[0], Words) else ""
        if not key:
            continue
        for (language, _story), block in zip(stories, blocks, strict=True):
            if isinstance(block, Words):
                edit = changed.get((key, language))
                yield Paragraph(
                    key,
                    language,
                    block.style,
                    block.mark,
                    block.text if edit is None else edit.text,
                    block.text,
                    is_left_out=key in edits.left_out,
                    is_stale=edit is not None and edit.made != block.text,
                )
        yield from _added_paragraphs(stories, edits, key)


def _added_paragraphs(stories: Sequence[tuple[str, Story]], edits: Edits, after: str) -> Iterator[Paragraph]:
    for at, each in _behind(edits, after):
        for language, _story in stories:
            yield Paragraph(f"{_ADDED}:{at}", language, "body", "", each.within(language), "", is_added=True)


def _behind(edits: Edits, key: str) -> list[tuple[int, Added]]:
    return [(at, each) for at, each in enumerate(edits.added) if each.after == key]


def _own(added: Added, language: str, at: int) -> Words:
    return Words(added.within(language), key=f"{_ADDED}:{at}")


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """Items that follow each other are numbered from 1 again: one of them may have been left out."""
    number = 0
    for block in blocks:
        if isinstance(block, Words) and block.style == "item" and _NUMBERED.fullmatch(block.mark):
            number += 1
            yield replace(block, mark=f"{number}.")
        else:
            if isinstance(block, Words) and block.style in ("lead_in", "section"):
                number = 0
            yield block
