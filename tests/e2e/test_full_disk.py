"""On a full disk the form stays filled, its note says what to do, and the same button saves once there is room (C4)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from desktop_app.services import cases
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.new_case import NewCasePage
from tests.db.test_full_disk import no_file_larger_than
from tests.e2e.desk import Desk


def test_what_was_typed_stays_on_a_full_disk_and_is_saved_later(desk: Desk, file: OpenFile) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.employer.set_values(name="ТОО «Құрылыс Сервис»", bin_iin="940140000385")
    new.crew.pay.set_values(first=date(2026, 6, 1), last=date(2026, 8, 1))
    new.crew.pay.rate.setText("300000")
    new.crew.paste("Full name\tBorn\nЮсупов Алишер\t1987").take.click()
    with no_file_larger_than(1000):
        new.save()
        assert new.isVisible()
        assert "disk is full" in new.note.label.text()
        assert str(file.path.parent) in new.note.label.text()
    assert new.employer.name.text() == "ТОО «Құрылыс Сервис»"
    assert new.employer.number.text() == "940140000385"
    new.save()
    assert cases.card(file, 1).employer.name == "ТОО «Құрылыс Сервис»"
    assert [worker.person.full_name for worker in cases.card(file, 1).workers] == ["Юсупов Алишер"]
