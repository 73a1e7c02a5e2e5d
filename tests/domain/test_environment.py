"""Every message about the surroundings says what happened, what is safe and what to do, in three languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import environment
from desktop_app.domain.environment import Group
from desktop_app.i18n import LANGUAGES, for_language
from tests.architecture import sources

# Where the surroundings are met: each whole sentence there is in the catalogue, or stands below with its reason.
WHERE = (
    "desktop_app/db/",
    "desktop_app/errors.py",
    "desktop_app/exports/whole_file.py",
    "desktop_app/imports/child.py",
    "desktop_app/imports/office_files.py",
    "desktop_app/imports/pictures.py",
    "desktop_app/imports/sniff.py",
    "desktop_app/services/attachments.py",
    "desktop_app/services/backups.py",
    "desktop_app/services/files.py",
    "desktop_app/services/keys.py",
    "desktop_app/services/restore.py",
    "desktop_app/services/sealed.py",
    "desktop_app/services/surroundings.py",
)
NO_ERRORS = {
    "This kind of file is not kept.": "a list of what is kept, and what to do is to choose among it",
    "This attachment is not in the file.": "an attachment that a colleague removed meanwhile",
    "The backup was read back from its disk": "good news",
    "The backup was written and opens.": "good news",
    "Enter the name of the centre": "a field of a form",
    "Make a new recovery code or new sheets": "advice after coming back",
    "%(centre)s: cases": "what a backup holds",
    "The newest case is of": "what a backup holds",
    "The last thing noted in it": "what a backup holds",
    "Not in this backup:": "what a backup holds",
    "No case, person or letter of the file in use": "what a backup holds",
    "There is no file in that place now": "what a restore would do",
    "The file in use ": "what a restore would do, said before it is done",
}
SHORTEST = 25


def _said(path: Path) -> Iterator[tuple[int, str]]:
    for name, call in sources.calls(path):
        if name == "N_" and call.args:
            argument = call.args[0]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield call.lineno, argument.value


def test_there_are_enough_of_them() -> None:
    assert len(environment.MESSAGES) >= 60
    assert {entry.group for entry in environment.entries(for_language("en"))} == set(Group)


def test_every_message_of_the_surroundings_is_in_the_catalogue() -> None:
    found = [
        f"{sources.name(path)}:{line}: {text}"
        for path in sources.files()
        if sources.name(path).startswith(WHERE)
        for line, text in _said(path)
        if len(text) > SHORTEST
        and text.endswith(".")
        and text not in environment.MESSAGES
        and not text.startswith(tuple(NO_ERRORS))
    ]
    assert not found, "Say in domain/environment_messages.py or environment_files.py which sentence is what: " + (
        "\n".join(found)
    )


def test_the_catalogue_lists_only_what_the_program_says() -> None:
    said = {text for path in sources.files() if not path.stem.startswith("environment") for _line, text in _said(path)}
    gone = set(environment.MESSAGES) - said
    assert not gone, "These messages were reworded or dropped: " + "\n".join(sorted(gone))


@pytest.mark.parametrize("msgid", sorted(environment.MESSAGES), ids=lambda msgid: msgid[:40])
@pytest.mark.parametrize("code", LANGUAGES)
def test_each_has_three_parts_in_each_language(code: str, msgid: str) -> None:
    message, tr = environment.MESSAGES[msgid], for_language(code)
    assert len(environment.sentences(tr(msgid))) == len(message.parts), "A translation keeps its sentences apart."
    happened, safe, do = environment.three_parts(message, tr)
    assert happened
    assert safe
    assert do
    assert "%(" not in happened + safe + do


def test_what_is_shown_is_made_whole() -> None:
    text = "Another program is using the file. Close it there and try again."
    assert environment.missing(text) == ("Everything that was saved is safe.",)
    assert environment.missing("Fill this in.") == ()
