"""A day at the desk in which every field holds words that no file may hold; it ends in a crash.

Run as `python -m tests.harness.canary_work FOLDER crash|go_on|leak`, with folders of its own for everything.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop_app import log, settings
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewCase, NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.domain.reports import SummaryRequest
from desktop_app.services import (
    attachments,
    backups,
    calendar_export,
    cases,
    consents,
    drafts,
    employers,
    files,
    letters,
    logbook,
    money,
    people,
    person_export,
    sealed,
    search,
    staff,
    summaries,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness import canary_kinds
from tests.harness.canaries import CYRILLIC, KAZAKH, LATIN, text
from tests.harness.desk_work import complain, note, write_letter
from tests.services.situations import TODAY

MANAGERS_PASSWORD: Final = "тау өзен бұлт жел"


def first_part(folder: Path) -> None:
    """Work that is ended in the middle, with a journal and a draft that nobody has saved."""
    file = files.create_file(folder / "centre.tirek", factories.NEW, factories.CODE, factories.CHEAP)
    staff.add(file, NewStaffMember("mara", text("manager"), Role.MANAGER, MANAGERS_PASSWORD))
    case = _open_case(file)
    complain(file, case)
    worker = cases.card(file, case).workers[0]
    money.record(file, case, (MoneyEntry(worker.id, MoneyKind.RECEIVED, Decimal(1000), TODAY, text("money")),))
    note(file, case, text("note"))
    canary_kinds.fill(file, case)
    _keep_papers(file, folder, case, worker.person_id)
    drafts.keep(file, {"new_case:0": {"note": text("draft"), "rows": [[text("cell")]]}})
    letters.save_copy(file, write_letter(file, case), folder / "asked" / "letter.pdf")
    try:
        _bug(text("a bug"))
    except KeyError:  # the log of the program keeps where it was, without its words
        log.logger().exception("a bug")
    os.kill(os.getpid(), signal.SIGKILL)


def second_part(folder: Path) -> None:
    """The next start: what was typed is found again, everything is looked at, searched, copied, and locked."""
    file = factories.sign_in(folder / "centre.tirek")
    assert text("draft") in str(drafts.left_behind(file)[0].content)
    files.close(file)
    file = factories.sign_in(folder / "centre.tirek", "mara", MANAGERS_PASSWORD)
    for word in (CYRILLIC, KAZAKH, LATIN, CYRILLIC.casefold()):
        assert search.everything(file, word, 10).people, word
    person = cases.card(file, 1).workers[0].person_id
    people.save(file, person, replace(people.card(file, person).person, full_name=text("corrected name")))
    employers.card(file, 1)
    asked = folder / "asked"
    summaries.export(file, SummaryRequest(TODAY, TODAY, "kk"), asked / "summary.xlsx")
    person_export.export(file, person, "ru", asked / "person.xlsx")
    attachments.save_copy(file, 1, asked / "paper copy.txt")
    logbook.save_month(file, TODAY.replace(day=1), "en", asked / "log.pdf")
    dates = asked / "dates.ics"
    calendar_export.export(file, dates, "kk")
    assert not any(word in dates.read_text("utf-8") for word in (CYRILLIC, KAZAKH, LATIN))
    sealed.seal_case(file, 1)
    (folder / "Backups").mkdir()
    backups.make(file, folder / "Backups")
    files.rest(file)
    files.wake(file, MANAGERS_PASSWORD)
    settings.Preferences(language="kk", last_file=str(file.path)).write()
    files.close(file)


def leak() -> None:
    """What a careless program would do."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-16-le") as left:
        left.write(text("leak"))


def _bug(word: str) -> None:
    raise KeyError(word)


def _open_case(file: OpenFile) -> int:
    employer = Employer(text("employer"), EmployerKind.COMPANY, "940140000385", text("address"), head_name=text("head"))
    crew = tuple(NewWorker(Person(text(f"worker {each}")), occupation=text("occupation")) for each in "ab")
    new = NewCase(
        employer,
        crew,
        site=text("site"),
        opened_on=TODAY,
        next_date=TODAY + timedelta(days=3),
        next_step=text("step"),
        note=text("first note"),
    )
    return cases.open_case(file, new).id


def _keep_papers(file: OpenFile, folder: Path, case: int, person: int) -> None:
    paper = folder / "asked" / f"{CYRILLIC} {LATIN}.txt"
    paper.write_text(text("paper") * 1_000, "utf-8")
    added = attachments.add(file, case, paper, NewAttachment(text("about the paper"))).id
    attachments.look(file, added)
    given = Consent(How.PAPER, TODAY, None, "ru", note=text("consent"), third_parties=True, recipients=text("court"))
    consents.record(file, person, given)


if __name__ == "__main__":
    log.start()
    place = Path(sys.argv[1])
    if sys.argv[2] == "crash":
        first_part(place)
    elif sys.argv[2] == "go_on":
        second_part(place)
    else:
        leak()
