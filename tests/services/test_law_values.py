"""Values of law that the centre adds by hand: stored, marked, in use while the file is open, withdrawn, never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app import law as tables
from desktop_app import settings
from desktop_app.domain.centre import Role
from desktop_app.domain.law_norms import Standing
from desktop_app.domain.law_values import NewLawValue
from desktop_app.domain.penalty import penalty
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.i18n import for_language
from desktop_app.services import files, law, letters
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import unpaid
from tests.services.test_letters import request
from tests.services.test_permissions import last_line

TODAY = date(2026, 11, 21)
RATE = NewLawValue("base_rate", "16,00", date(2026, 10, 27), date(2026, 12, 4), "Decision of 23.10.2026")


def said(file: OpenFile) -> list[str]:
    found = penalty(Decimal(100_000), date(2026, 11, 10), TODAY)
    return [message.text(for_language("en")) for message in found.warnings]


def test_an_added_rate_ends_the_warning_and_is_marked_in_every_calculation(file: OpenFile) -> None:
    assert any("confirmed only up to 26.10.2026" in text for text in said(file))
    before = penalty(Decimal(100_000), date(2026, 11, 10), TODAY).total
    law.add_value(file, RATE)
    (mark,) = (text for text in said(file) if "base_rate" in text)
    assert mark.startswith("The value 16.00 (base_rate) was added by the centre on 21.11.2026 by Айгүл Оспанова;")
    assert not any("confirmed only up to" in text for text in said(file))
    assert penalty(Decimal(100_000), date(2026, 11, 10), TODAY).total < before
    # Article 113(3) of the Labour Code: 100 000 x 16 % x 1.25 / 365 x 11 days.
    assert penalty(Decimal(100_000), date(2026, 11, 10), TODAY).total == Decimal("602.74")


def test_the_mark_stands_until_the_lawyer_has_read_the_source(file: OpenFile) -> None:
    law.add_value(file, RATE)
    norm = law.norms(file)["base_rate@2026-10-27"]
    assert (norm.standing, norm.settled) == (Standing.TO_CHECK, False)
    law.confirm(file, "base_rate@2026-10-27")
    norm = law.norms(file)["base_rate@2026-10-27"]
    assert (norm.standing, norm.settled, norm.confirmed_by) == (Standing.CONFIRMED, True, "Айгүл Оспанова")


def test_the_value_goes_with_the_file_and_comes_back_with_it(file: OpenFile) -> None:
    law.add_value(file, RATE)
    files.rest(file)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED
    files.wake(file, factories.PASSWORD)
    assert tables.value("base_rate", TODAY).fact.value == "16.00"
    files.close(file)
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED
    again = factories.sign_in(file.path)
    assert tables.value("base_rate", TODAY).fact.value == "16.00"
    files.close(again)


def test_a_wrong_password_at_the_lock_brings_no_law_back(file: OpenFile) -> None:
    law.add_value(file, RATE)
    files.rest(file)
    with pytest.raises(AppError):
        files.wake(file, "wrong")
    assert tables.value("base_rate", TODAY).fact.origin is tables.Origin.SHIPPED
    files.wake(file, factories.PASSWORD)


def test_a_withdrawn_value_counts_no_more_and_stays_in_the_history(file: OpenFile) -> None:
    row_id = law.add_value(file, RATE).id
    law.withdraw(file, row_id)
    assert tables.value("base_rate", TODAY).fact.value == "16.25"
    book = law.book(file)
    (value,) = book.values
    assert (value.value, value.withdrawn_on, value.withdrawn_by) == ("16.00", TODAY, "Айгүл Оспанова")
    told = [event.told.text(for_language("en")) for event in book.history(tables.rows("base_rate")[-1])]
    assert any("was withdrawn by Айгүл Оспанова" in text for text in told)
    with pytest.raises(AppError, match="withdrawn already"):
        law.withdraw(file, row_id)
    law.add_value(file, replace(RATE, value="15.50"))
    assert tables.value("base_rate", TODAY).fact.value == "15.50"


def test_a_second_value_of_the_same_days_is_refused(file: OpenFile) -> None:
    law.add_value(file, RATE)
    for first in (RATE.effective_from, date(2026, 11, 1)):
        with pytest.raises(InvalidInput):
            law.add_value(file, replace(RATE, effective_from=first), sure=True)
    assert len(law.book(file).values) == 1


def test_a_slip_of_the_comma_is_asked_about_and_not_stored(file: OpenFile) -> None:
    slip = replace(RATE, value="1625")
    (doubt,) = law.doubts(file, slip)
    assert "1625" in doubt.text(for_language("en"))
    with pytest.raises(InvalidInput):
        law.add_value(file, slip)
    assert law.book(file).values == ()
    law.add_value(file, slip, sure=True)
    assert tables.value("base_rate", TODAY).fact.value == "1625"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (replace(RATE, key="speed_of_light"), "No value or rule"),
        (replace(RATE, key="lc.113.3"), "No value or rule"),
        (NewLawValue("penalty.rate", "mrp", date(2027, 1, 1), None, "x"), "no number that can be added by hand"),
        (replace(RATE, source=""), "Say where the value stands"),
    ],
)
def test_what_cannot_be_added_is_refused(file: OpenFile, wrong: NewLawValue, error: str) -> None:
    for call in (law.add_value, law.doubts):
        if wrong.key == "penalty.rate" and call is law.doubts:
            continue
        with pytest.raises(AppError, match=error):
            call(file, wrong)
    assert law.book(file).values == ()


@pytest.mark.parametrize(
    ("role", "may"), [(Role.LAWYER, True), (Role.STAFF, False), (Role.MANAGER, False), (Role.ADMINISTRATOR, True)]
)
def test_only_a_lawyer_or_an_administrator_adds_and_withdraws(file: OpenFile, role: Role, may: bool) -> None:
    theirs = factories.colleague(file, role)
    if may:
        law.withdraw(theirs, law.add_value(theirs, RATE).id)
        return
    with pytest.raises(NotAllowed):
        law.add_value(theirs, RATE)
    row_id = law.add_value(file, RATE).id
    with pytest.raises(NotAllowed):
        law.withdraw(theirs, row_id)
    assert tables.value("base_rate", TODAY).fact.value == "16.00"


def test_each_change_has_its_line_in_the_log(file: OpenFile) -> None:
    row_id = law.add_value(file, RATE).id
    assert last_line(file) == ("add_law_value", file.staff.id, "law", row_id)
    law.withdraw(file, row_id)
    assert last_line(file) == ("add_law_value", file.staff.id, "law", row_id)


def test_a_rule_unconfirmed_for_a_year_warns_and_a_confirmation_ends_it(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2028-03-01")
    key = "penalty.days_in_year@2016-01-01"
    assert law.norms(file)[key].standing is Standing.STALE
    (told,) = (text for text in said(file) if "penalty.days_in_year" in text)
    assert "was last checked on 21.11.2026, more than 12 months ago" in told
    law.confirm(file, key)
    assert law.norms(file)[key].settled
    assert not [text for text in said(file) if "penalty.days_in_year" in text]
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2029-03-02")
    assert law.norms(file)[key].standing is Standing.STALE


def test_a_letter_marks_an_added_rate_and_an_old_rule_until_they_are_confirmed(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = request(file, unpaid(file).id)
    before = {norm.fact.id for norm in letters.look(file, wanted).examined.to_check}
    assert "lc.113.3" not in before
    law.add_value(file, RATE)
    added = [norm for norm in letters.look(file, wanted).examined.to_check if norm.fact.origin is tables.Origin.CENTRE]
    assert [norm.fact.id for norm in added] == ["base_rate@2026-10-27"]
    for norm in added:
        law.confirm(file, norm.fact.id)
    assert not [
        norm for norm in letters.look(file, wanted).examined.to_check if norm.fact.origin is tables.Origin.CENTRE
    ]
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2028-03-01")
    assert "lc.113.3" in {norm.fact.id for norm in letters.look(file, wanted).examined.to_check}
    law.confirm(file, "lc.113.3")
    assert "lc.113.3" not in {norm.fact.id for norm in letters.look(file, wanted).examined.to_check}
