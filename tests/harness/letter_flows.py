"""The life of a letter: made for each of a crew at once, sent with its proof, answered by a paper with its scan."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.services import attachments, files, incoming, letter_sending, letters
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness.desk_work import complain, open_a_case
from tests.harness.flow import NAME, Flow, Say
from tests.harness.trust_flows import PAPER, WORDS
from tests.services.situations import TODAY

HANDED: Final = Sent(TODAY, Way.IN_PERSON, "Кеңсе, А. Серікова", "ЗТ-118")


def prepare(folder: Path) -> None:
    """A file with the complaint of a crew, at rest, and a scan beside it."""
    file = factories.open_file(folder)
    complain(file, open_a_case(file))
    files.close(file)
    (folder / PAPER).write_text(WORDS, "utf-8")


def claim(file: OpenFile) -> LetterRequest:
    """What is asked for a claim to the employer."""
    return LetterRequest(1, "employer_claim", LetterLanguage.RU, TODAY, TODAY + timedelta(days=10), file.staff.id)


def make_apart(file: OpenFile) -> tuple[int, ...]:
    """A claim for each worker of the crew, all of them in one go."""
    return letters.create_all(file, (claim(file),), apart=True)


def scan(file: OpenFile, folder: Path) -> int:
    """The scan as an attachment of the case."""
    return attachments.add(file, 1, folder / PAPER, NewAttachment("жауап")).id


def register(file: OpenFile, letter: int, attachment: int) -> int:
    """The answer to a letter, with its scan."""
    paper = NewIncoming(1, TODAY, "ТОО", "17-04/221", TODAY, "Жауап", letter, "refused", attachment)
    return incoming.register(file, paper).id


def _posted(folder: Path, say: Say) -> None:
    say("case 1")
    file = factories.sign_in(folder / NAME)
    made = make_apart(file)
    for letter in made:
        say(f"letter {letter}")
    letter_sending.note(file, made[0], HANDED)
    say(f"sent {made[0]}")
    attachment = scan(file, folder)
    say(f"attachment {attachment}")
    say(f"incoming {register(file, made[0], attachment)}")
    files.close(file)
    say("closed")


FLOWS: Final = {"posted": Flow(prepare, _posted)}
