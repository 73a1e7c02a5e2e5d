"""The lawyer's own words: every change can be taken back, and nothing typed goes by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import letter_editing as editing
from desktop_app.domain.letter_editing import places, said
from desktop_app.domain.letter_edits import LONGEST_PARAGRAPH, NO_EDITS, Edits, Paragraph, problems_of_edits
from desktop_app.letters import editing as drawn
from desktop_app.letters.blocks import Words

KK = drawn.keyed((Words("Талап", "title"), Words("Бірінші"), Words("Екінші"), Words("біріншіден;", "item", "1.")))
RU = drawn.keyed((Words("Претензия", "title"), Words("Первое"), Words("Второе"), Words("во-первых;", "item", "1.")))
BOTH = (("kk", KK), ("ru", RU))


def told(edits: Edits = NO_EDITS, stories: tuple[tuple[str, tuple[object, ...]], ...] = BOTH) -> tuple[Paragraph, ...]:
    return drawn.paragraphs(stories, edits)  # type: ignore[arg-type]  # stories of words alone


def same_as_the_letter(edits: Edits) -> None:
    """What the editor shows without asking is what the letter will say."""
    now = [paragraph for place in places(told(), edits) for paragraph in place.paragraphs]
    then = told(edits)
    assert [(each.key, each.language, each.is_left_out, each.is_added) for each in now] == [
        (each.key, each.language, each.is_left_out, each.is_added) for each in then
    ]
    assert [each.text for each in now if not each.is_added] == [each.text for each in then if not each.is_added]


def test_both_languages_of_a_place_stand_together() -> None:
    found = places(told(), NO_EDITS)
    assert [[each.text for each in place.paragraphs] for place in found][1] == ["Бірінші", "Первое"]
    assert not any(place.is_changed or place.is_left_out or place.is_stale for place in found)
    assert places((), NO_EDITS) == ()


def test_other_words_are_a_change_and_the_same_words_are_none() -> None:
    first = places(told(), NO_EDITS)[1].paragraphs[1]
    edits = said(NO_EDITS, first, "Иначе")
    same_as_the_letter(edits)
    assert places(told(), edits)[1].is_changed
    assert said(edits, first, "Первое") == NO_EDITS
    assert editing.put_back(edits, first.key) == NO_EDITS


def test_a_paragraph_is_left_out_and_taken_in_again() -> None:
    item = places(told(), NO_EDITS)[3]
    edits = editing.left_out(NO_EDITS, item, out=True)
    same_as_the_letter(edits)
    assert [place.is_left_out for place in places(told(), edits)] == [False, False, False, True]
    assert editing.left_out(edits, item, out=False) == NO_EDITS


@pytest.mark.parametrize("at", [None, 0, 1, 3])
def test_a_paragraph_is_added_behind_any_place(at: int | None) -> None:
    place = None if at is None else places(told(), NO_EDITS)[at]
    edits, key = editing.added_behind(NO_EDITS, place, ("kk", "ru"))
    found = places(told(), edits)
    assert found[0 if at is None else at + 1].key == key
    edits = said(edits, next(each for each in found if each.key == key).paragraphs[0], "Қосымша")
    same_as_the_letter(edits)
    again, other = editing.added_behind(edits, next(each for each in places(told(), edits) if each.is_added), ("kk",))
    assert [each.key for each in places(told(), again) if each.is_added] == [key, other]
    assert editing.removed(again, other) == edits
    assert editing.without_empty(again) == edits
    assert editing.removed(edits, key) == NO_EDITS


def test_the_last_added_stands_nearest() -> None:
    place = places(told(), NO_EDITS)[1]
    edits, first = editing.added_behind(NO_EDITS, place, ("kk",))
    edits, second = editing.added_behind(edits, place, ("kk",))
    assert [each.key for each in places(told(), edits) if each.is_added] == ["added:0", "added:1"]
    assert (first, second) == ("added:0", "added:0")
    same_as_the_letter(edits)


def test_changed_facts_under_changed_words_are_marked_until_they_are_settled() -> None:
    first = places(told(), NO_EDITS)[1].paragraphs[1]
    edits = said(NO_EDITS, first, "Иначе")
    moved = (("kk", KK), ("ru", (RU[0], drawn.keyed((Words("Первое теперь"),))[0], *RU[2:])))
    (stale,) = [place for place in places(told(stories=moved), edits) if place.is_stale]
    assert stale.paragraphs[1].made == "Первое теперь"
    settled = editing.kept(edits, stale)
    assert not places(told(stories=moved), settled)[1].is_stale
    assert places(told(stories=moved), settled)[1].paragraphs[1].text == "Иначе"
    assert editing.put_back(edits, stale.key) == NO_EDITS


def test_other_words_in_the_place_of_a_left_out_paragraph_are_marked_until_they_are_settled() -> None:
    edits = editing.left_out(NO_EDITS, places(told(), NO_EDITS)[1], out=True)
    moved = (("kk", KK), ("ru", (RU[0], drawn.keyed((Words("Первое теперь"),))[0], *RU[2:])))
    (stale,) = [place for place in places(told(stories=moved), edits) if place.is_stale]
    assert stale.is_left_out
    assert [each.is_stale for each in drawn.paragraphs(moved, edits) if each.is_left_out] == [False, True]
    settled = editing.kept(edits, stale)
    assert editing.put_back(edits, stale.key) == NO_EDITS
    assert not places(told(stories=moved), settled)[1].is_stale
    again = editing.left_out(settled, stale, out=False)
    assert places(told(stories=moved), again)[1].paragraphs[1].text == "Первое теперь"
    assert again == NO_EDITS


def test_a_long_paragraph_of_the_program_may_be_left_out() -> None:
    long = (("ru", drawn.keyed((Words("ж" * (LONGEST_PARAGRAPH + 1)),))),)
    edits = editing.left_out(NO_EDITS, places(told(stories=long), NO_EDITS)[0], out=True)
    assert problems_of_edits(edits) == ()
    assert problems_of_edits(said(NO_EDITS, places(told(stories=long), NO_EDITS)[0].paragraphs[0], "")) != ()


ACTIONS = st.lists(st.tuples(st.sampled_from(["say", "out", "in", "add", "remove", "back"]), st.integers(0, 9)))


@given(ACTIONS)
def test_whatever_is_done_the_editor_shows_what_the_letter_says(actions: list[tuple[str, int]]) -> None:
    edits = NO_EDITS
    for name, number in actions:
        found = places(told(), edits)
        place = found[number % len(found)]
        if name == "say":
            edits = said(edits, place.paragraphs[number % 2], f"сөз {number}")
        elif name == "add":
            edits, _key = editing.added_behind(edits, place, ("kk", "ru"))
        elif name == "remove":
            edits = editing.removed(edits, place.key) if place.is_added else edits
        elif not place.is_added:
            edits = (
                editing.put_back(edits, place.key)
                if name == "back"
                else editing.left_out(edits, place, out=name == "out")
            )
        same_as_the_letter(edits)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("Руководитель: Петров П.П..", "Руководитель: Петров П.П."),
        ("Адрес: Абая 10, а/я 5 т.б.. Место работы: Абая.", "Адрес: Абая 10, а/я 5 т.б. Место работы: Абая."),
        ("Просьба: когда заплатят?.", "Просьба: когда заплатят?"),
        ("Сказали ждать....", "Сказали ждать...."),
        ("и так далее...", "и так далее..."),
    ],
    ids=["name", "within", "question", "four", "three"],
)
def test_a_value_with_a_stop_ends_its_sentence_once(made: str, said: str) -> None:
    (words,) = drawn.keyed((Words(made),))
    assert isinstance(words, Words)
    assert words.text == said
