import logging

import pytest

from desktop_app import log

SECRET = "Юсупов Ғұлом 870520300017"


@pytest.fixture
def folder(tmp_path):
    log.start(tmp_path)
    yield tmp_path
    log.stop()


def fail() -> None:
    try:
        {}[SECRET]
    except KeyError as error:
        raise RuntimeError(SECRET) from error


def test_an_exception_is_logged_by_its_type_and_place_alone(folder):
    try:
        fail()
    except RuntimeError:
        log.logger().exception("saving a case failed")
    written = (folder / "tirek.log").read_text("utf-8")
    assert "saving a case failed" in written
    assert "RuntimeError" in written
    assert "KeyError" in written
    assert "test_log.py" in written
    assert "Юсупов" not in written
    assert "870520300017" not in written


def test_a_report_holds_no_message_of_an_exception(folder):
    try:
        fail()
    except RuntimeError as error:
        report = log.write_report(error, folder=folder / "reports").read_text("utf-8")
    assert "RuntimeError" in report
    assert "fail" in report
    assert "Юсупов" not in report


def test_a_report_takes_the_places_as_text_and_goes_to_the_users_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "default_folder", lambda: tmp_path / "logs")
    path = log.write_report(ValueError(SECRET), "  File here, line 3\n")
    assert path.parent == tmp_path / "logs"
    written = path.read_text("utf-8")
    assert "File here, line 3" in written
    assert "ValueError" in written
    assert "Юсупов" not in written


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    log.start(blocked / "folder")
    log.logger().info("nowhere")
    assert not [handler for handler in log.logger().handlers if isinstance(handler, logging.FileHandler)]
