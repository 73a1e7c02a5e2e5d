"""The file of an update of the law: whatever is not exactly one is refused before anything is read out of it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import law_updates
from desktop_app.domain.law_updates import LawUpdate
from desktop_app.errors import AppError
from desktop_app.law import Origin
from tests.law.signed import content, file_of, norm, trilingual, value


def known() -> tuple[dict[str, law.Fact], dict[str, law.Fact]]:
    tables = law.shipped_tables()
    return {key: rows[-1] for key, rows in tables.dated.items()}, dict(tables.norms)


def read(told: Any) -> LawUpdate:
    return law_updates.read_content(law_updates.canonical(told), *known())


def test_an_update_brings_its_values_and_norms() -> None:
    update = read(content(number=7))
    assert (update.number, update.made_on) == (7, date(2026, 11, 20))
    rate, rule = update.facts
    assert (rate.id, rate.value, rate.confirmed_until) == ("base_rate@2026-10-27", "16.00", date(2026, 12, 4))
    assert rate.title == law.rows("base_rate")[-1].title
    assert rate.source_in("kk") == "Decision of the National Bank of 23.10.2026 (қаз)"
    assert (rule.key, rule.effective_from, rule.title.ru) == (
        "lc.113.3",
        None,
        "article 113(3) of the Labour Code (рус)",
    )
    assert {fact.origin for fact in update.facts} == {Origin.UPDATE}


def test_a_norm_that_carries_a_number_may_get_another() -> None:
    assert read(content(norms=[norm(key="gk.178.1", value="5")])).facts[-1].value == "5"
    for days in ("90/", "30/90", "/", "visa", "60/180"):
        assert read(content(norms=[norm(key="stay.TM", value=days)])).facts[-1].value == days
    assert read(content(norms=[norm(key="gk.178.1")])).facts[-1].value == law.fact("gk.178.1").value


def test_what_is_written_is_read_again() -> None:
    told = content()
    text = law_updates.read_file(file_of(told))
    assert text.content == law_updates.canonical(told)
    assert text.signed_bytes == law_updates.PURPOSE + text.content.encode()
    assert json.loads(text.content) == told


# What is wrong with the content -> the place that the refusal names.
WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    (content(number=0), "number"),
    (content(number=-1), "number"),
    (content(number=1_000_001), "number"),
    (content(number="1"), "number"),
    (content(number=True), "number"),
    (content(made_on="21.11.2026"), "made_on"),
    (content(made_on="2026-11-31"), "made_on"),
    (content(made_on=None), "made_on"),
    (content(made_on="20261120"), "made_on"),
    (content(values=[], norms=[]), "values"),
    (content(values={}), "values"),
    (content(norms=None), "norms"),
    (content(more=1), "content"),
    (content(values=[value(more=1)]), "values[0]"),
    (content(values=["base_rate"]), "values[0]"),
    (content(values=[value(confidence="M")]), "values[0].confidence"),
    (content(norms=[norm(confidence="M")]), "norms[0].confidence"),
    (content(values=[value(confidence="")]), "values[0].confidence"),
    (content(values=[value(value="16,00")]), "values[0].value"),
    (content(values=[value(value="sixteen")]), "values[0].value"),
    (content(values=[value(value="-16")]), "values[0].value"),
    (content(values=[value(value="0")]), "values[0].value"),
    (content(values=[value(value=16)]), "values[0].value"),
    (content(values=[value(value="")]), "values[0].value"),
    (content(values=[value(key="fine.wages", value="30/60")]), "values[0].value"),
    (content(values=[value(key="penalty.rate", value="16")]), "values[0].value"),
    (content(values=[value(effective_from=None)]), "values[0].effective_from"),
    (content(values=[value(effective_from="2026")]), "values[0].effective_from"),
    (content(values=[value(confirmed_until="2026-10-26")]), "values[0].confirmed_until"),
    (content(values=[value(confirmed_until="")]), "values[0].confirmed_until"),
    (content(values=[value(edition="2026-11-21")]), "values[0].edition"),
    (content(values=[value(edition="autumn")]), "values[0].edition"),
    (content(values=[value(source=trilingual("x") | {"kk": ""})]), "values[0].source.kk"),
    (content(values=[value(source={"ru": "x", "en": "x"})]), "values[0].source"),
    (content(values=[value(source="x")]), "values[0].source"),
    (content(values=[value(source=trilingual("x") | {"en": "x" * 501})]), "values[0].source.en"),
    (content(values=[value(source=trilingual("x") | {"ru": "a\nb"})]), "values[0].source.ru"),
    (content(values=[value(source=trilingual("x") | {"ru": " a"})]), "values[0].source.ru"),
    (content(norms=[norm(title=trilingual("x") | {"kk": " "})]), "norms[0].title.kk"),
    (content(norms=[norm(title={"kk": "x", "ru": "x"})]), "norms[0].title"),
    (content(norms=[norm(title=trilingual("x") | {"de": "x"})]), "norms[0].title"),
    (content(norms=[norm(value="3")]), "norms[0].value"),
    (content(norms=[norm(key="gk.178.1", value="three")]), "norms[0].value"),
    (content(norms=[norm(key="stay.TM", value="many")]), "norms[0].value"),
    (content(norms=[norm(key="stay.TM", value="30/90/180")]), "norms[0].value"),
    (content(norms=[norm(key="gk.178.1", value=3)]), "norms[0].value"),
    (content(norms=[norm(key="gk.178.1", value="")]), "norms[0].value"),
    (content(values=[value(), value()]), "base_rate@2026-10-27"),
    (content(norms=[norm(), norm()]), "lc.113.3"),
)


@pytest.mark.parametrize(("told", "place"), WRONG, ids=range(len(WRONG)))
def test_a_mistake_is_named_by_its_place(told: dict[str, Any], place: str) -> None:
    with pytest.raises(AppError) as refused:
        read(told)
    assert refused.value.message.params.get("place") == place


@pytest.mark.parametrize("row", [value(key="speed_of_light"), value(key="lc.113.3"), value(key=None), value(key=["x"])])
def test_a_key_the_program_does_not_know_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(AppError, match="does not know"):
        read(content(values=[row]))
    with pytest.raises(AppError, match="does not know"):
        read(content(norms=[norm(key="base_rate")]))


def changed(**parts: Any) -> bytes:
    told = json.loads(file_of(content())) | parts
    return json.dumps({name: part for name, part in told.items() if part is not ...}).encode()


NO_FILES = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"format": "tirek-law-update-1"}',
    b"[" * 100_000,
    changed(format="tirek-law-update-2"),
    changed(format=...),
    changed(key="AAAA"),
    changed(key="not base64!"),
    changed(signature="AAAA"),
    changed(signature=5),
    changed(more="x"),
    changed(content=1.5),
    changed(content={"number": float("inf")}),
    changed(content={"a": "\ud800"}),
    file_of(content()).replace(b'"number": 1', b'"number": 1, "number": 2'),
)


@pytest.mark.parametrize("data", NO_FILES, ids=range(len(NO_FILES)))
def test_what_is_no_update_is_refused(data: bytes) -> None:
    with pytest.raises(AppError, match="no update of the law"):
        law_updates.read_file(data)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    padded = file_of(content()) + b" " * law_updates.LARGEST
    with pytest.raises(AppError, match="too large"):
        law_updates.read_file(padded)
    law_updates.read_file(padded[: law_updates.LARGEST])


@given(st.binary(max_size=300))
def test_bytes_at_random_are_refused_calmly(data: bytes) -> None:
    with pytest.raises(AppError):
        law_updates.read_file(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["number", "made_on", "values", "norms"]), JSON)
def test_any_other_thing_in_a_field_is_refused_or_read_never_a_fault(name: str, told: Any) -> None:
    with suppress(AppError):
        read(content(**{name: told}))


@given(st.sampled_from(sorted(value())), JSON)
def test_any_other_thing_in_a_row_is_refused_or_read_never_a_fault(name: str, told: Any) -> None:
    with suppress(AppError):
        read(content(values=[value(**{name: told})]))


@given(JSON)
def test_the_canonical_way_of_writing_does_not_depend_on_the_order_of_names(told: Any) -> None:
    once = law_updates.canonical(told)
    assert law_updates.canonical(json.loads(once)) == once
    if isinstance(told, dict):
        assert law_updates.canonical(dict(reversed(told.items()))) == once
