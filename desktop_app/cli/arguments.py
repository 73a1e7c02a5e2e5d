"""What may be typed after `tirek`, and what each command runs."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from desktop_app.errors import AppError
from desktop_app.i18n import LANGUAGES, N_, Translator, parse_amount


class UsageError(Exception):
    """The command as typed cannot be understood; `msgid` with `params` says which part."""

    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.params = params


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes become one sentence in the user's language."""

    def error(self, message: str) -> NoReturn:
        # argparse speaks English only; what it names (options, the word it did not know) needs no translation.
        named = re.findall(r"--[\w-]+", message) or re.findall(r"'([^']*)'", message) or [message.rpartition(": ")[2]]
        raise UsageError(
            N_("Something is missing or wrong here: %(where)s. Type “%(command)s --help” to see how it is written."),
            where=", ".join(dict.fromkeys(named)),
            command=self.prog,
        )


def parse(argv: Sequence[str], tr: Translator) -> argparse.Namespace:
    """The arguments; `run` names the command as module.function of this package. Raises UsageError.

    Named and not imported, so that a command without a file does not wait for the database to load.
    """
    parser = _Parser(prog="tirek", description=tr(N_("Case files of a migrant support centre")), allow_abbrev=False)
    # Without a command the window opens; the composition root takes these two before it comes here.
    parser.add_argument("--file", type=Path, help=tr(N_("the file of the centre")))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_without_file(commands, tr)
    _add_on_file(commands, tr)
    _add_backups(commands, tr)
    return parser.parse_args(argv)


def _add_without_file(commands: argparse._SubParsersAction[_Parser], tr: Translator) -> None:
    add = _adder(commands)
    demo = add("demo", "without_file.demo", tr(N_("build a demonstration file with its letters and summary")))
    demo.add_argument("--out", type=Path, required=True, help=tr(N_("an empty or new folder")))
    demo.add_argument("--lang", choices=LANGUAGES, default="ru", help=tr(N_("language of the notes and screens")))
    demo.add_argument("--screens", action="store_true", help=tr(N_("pictures of every screen too")))
    penalty = add("penalty", "without_file.penalty", tr(N_("the penalty for one debt that was paid late")))
    penalty.add_argument("--debt", type=_amount, required=True, help=tr(N_("the debt in tenge")))
    penalty.add_argument("--due", type=_day, required=True, help=tr(N_("the day the money was due, YYYY-MM-DD")))
    penalty.add_argument("--paid", type=_day, required=True, help=tr(N_("the day of payment or of counting")))
    check = add("check-id", "without_file.check_id", tr(N_("whether an IIN or BIN is well formed")))
    check.add_argument("number", help=tr(N_("the twelve digits")))
    names = add("names", "without_file.names", tr(N_("how alike two names are, across scripts")))
    names.add_argument("a", help=tr(N_("a name")))
    names.add_argument("b", help=tr(N_("another name")))
    law = add("law", "without_file.law", tr(N_("values and rules of law with source, edition and confidence")))
    law.add_argument("key", nargs="?", help=tr(N_("one value or rule, for example base_rate")))
    law.add_argument("--on", type=_day, help=tr(N_("as in force on this day")))
    add("letters", "without_file.letters", tr(N_("the letters that can be made")))
    _add_work_right(add("work-right", "work_right.work_right", tr(N_("may somebody work, and what they need"))), tr)


def _add_work_right(parser: _Parser, tr: Translator) -> None:
    """The questions of the navigator by name; the codes are those of the file."""
    parser.add_argument("--citizenship", default="", help=tr(N_("two-letter code of the country, for example UZ")))
    kinds = ("company", "sole_trader", "household", "foreman")
    parser.add_argument("--employer", dest="employer_kind", default="", choices=kinds, help=tr(N_("who employs")))
    states = ("temporary", "permanent", "kandas", "refugee", "family_of_citizen", "government_list")
    parser.add_argument("--status", default="", choices=states, help=tr(N_("what the person is in Kazakhstan")))
    forms = ("hired", "seasonal", "self_employed", "transfer", "own_company")
    parser.add_argument("--form", default="", choices=forms, help=tr(N_("what kind of work it is")))
    household = tr(N_("whether it is household work"))
    parser.add_argument("--household-work", default="", choices=("yes", "no"), help=household)
    term = tr(N_("whether the citizenship allows three months without a visa"))
    parser.add_argument("--three-months", default="", choices=("yes", "no"), help=term)
    parser.add_argument("--entered-on", type=_day, help=tr(N_("the day of the last entry, YYYY-MM-DD")))


def _add_on_file(commands: argparse._SubParsersAction[_Parser], tr: Translator) -> None:
    opener = _file_options(tr)
    add = _adder(commands, opener)
    init = add("init", "on_file.init", tr(N_("make a new file; prints the recovery code once")))
    init.add_argument("--centre", required=True, help=tr(N_("name of the centre")))
    init.add_argument("--lang", choices=LANGUAGES, default="kk", help=tr(N_("language of the centre")))
    init.add_argument("--sheets", action="store_true", help=tr(N_("print three recovery sheets too")))
    cases = add("cases", "on_file.cases", tr(N_("the list of cases, newest first")))
    cases.add_argument("--text", default="", help=tr(N_("part of a name or number")))
    cases.add_argument("--status", choices=("open", "closed"), help=tr(N_("only cases with this status")))
    cases.add_argument("--limit", type=_count, default=50, help=tr(N_("how many at the most")))
    case = add("case", "on_file.case", tr(N_("one case with its workers and sums")))
    case.add_argument("number", help=tr(N_("number of the case")))
    search = add("search", "on_file.search", tr(N_("search people, employers and cases")))
    search.add_argument("text", help=tr(N_("a name, a number or a part of it")))
    search.add_argument("--limit", type=_count, default=20, help=tr(N_("how many at the most")))
    letter = add("letter", "on_file.letter", tr(N_("make a letter of a case and write it as PDF")))
    letter.add_argument("number", help=tr(N_("number of the case")))
    letter.add_argument("--kind", default="employer_claim", help=tr(N_("which letter, see “tirek letters”")))
    letter.add_argument("--lang", choices=(*LANGUAGES, "kk+ru"), default="ru", help=tr(N_("language of the letter")))
    letter.add_argument("--on", type=_day, help=tr(N_("date of the letter")))
    letter.add_argument("--pay-by", type=_day, help=tr(N_("the date demanded for payment")))
    letter.add_argument("--to", default="", help=tr(N_("name of the body; left out: the one of the directory")))
    letter.add_argument("--to-address", default="", help=tr(N_("postal address of the body")))
    told = tr(N_("an answer to what the letter asks, see “tirek letters”; may be given several times"))
    letter.add_argument("--answer", action="append", default=[], metavar="NAME=VALUE", help=told)
    letter.add_argument("--copy", action="store_true", help=tr(N_("keep an English reading copy beside it")))
    letter.add_argument("--out", type=Path, required=True, help=tr(N_("the PDF to write")))
    told = tr(N_("the warnings that ask to stop were talked over with the worker"))
    letter.add_argument("--talked-over", action="store_true", help=told)
    update = add("law-update", "law_update.law_update", tr(N_("what an update of the law would change")))
    update.add_argument("update", type=Path, help=tr(N_("the file of the update")))
    update.add_argument("--install", action="store_true", help=tr(N_("install it")))
    summary = add("summary", "on_file.summary", tr(N_("an Excel summary of a period, without names")))
    summary.add_argument("--from", dest="first", type=_day, required=True, help=tr(N_("first day of the period")))
    summary.add_argument("--to", dest="last", type=_day, required=True, help=tr(N_("last day of the period")))
    summary.add_argument("--lang", choices=LANGUAGES, default="ru", help=tr(N_("language of the summary")))
    summary.add_argument("--out", type=Path, required=True, help=tr(N_("the Excel file to write")))


def _add_backups(commands: argparse._SubParsersAction[_Parser], tr: Translator) -> None:
    add = _adder(commands, _file_options(tr))
    backup = add("backup", "backup_commands.backup", tr(N_("make a backup and prove it by opening it again")))
    backup.add_argument("--to", type=Path, required=True, help=tr(N_("the folder that takes the backup")))
    restore = add("restore", "backup_commands.restore", tr(N_("put a backup where a file is or shall be")))
    restore.add_argument("--from", dest="source", type=Path, required=True, help=tr(N_("the backup")))
    restore.add_argument("--to", type=Path, required=True, help=tr(N_("the file to be made; it must not exist yet")))
    restore.add_argument(
        "--replace", action="store_true", help=tr(N_("a file that is there is set aside, not removed"))
    )
    restore.add_argument("--dry-run", action="store_true", help=tr(N_("only look inside; nothing is changed")))
    restore.add_argument(
        "--salvage", action="store_true", help=tr(N_("--from is a damaged file: save what is readable of it"))
    )
    restore.add_argument(
        "--keys-from", type=Path, help=tr(N_("with --salvage: a backup whose keys serve when those of the file do not"))
    )
    verify = add("verify", "backup_commands.verify", tr(N_("check the file; exit code 4 when it is damaged")))
    verify.add_argument("--full", action="store_true", help=tr(N_("every line of the log, letter and attachment too")))


def _adder(commands: argparse._SubParsersAction[_Parser], *parents: _Parser) -> Callable[[str, str, str], _Parser]:
    def add(name: str, run: str, summary: str) -> _Parser:
        parser = commands.add_parser(name, help=summary, description=summary, parents=list(parents), allow_abbrev=False)
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(run=run)
        return parser

    return add


def _file_options(tr: Translator) -> _Parser:
    options = _Parser(add_help=False)
    # SUPPRESS keeps a --file that stands before the command.
    options.add_argument("--file", type=Path, default=argparse.SUPPRESS, help=tr(N_("the file of the centre")))
    options.add_argument("--user", help=tr(N_("the login of the user")))
    options.add_argument("--password-file", type=Path, help=tr(N_("a text file whose first line is the password")))
    return options


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(N_("“%(text)s” is not a date. Write it as year-month-day: 2026-11-21."), text=text) from None


def _amount(text: str) -> Decimal:
    try:
        return parse_amount(text)
    except AppError as error:
        raise UsageError(error.message.msgid, **error.message.params) from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 10_000:
        raise UsageError(N_("“%(text)s” is not a whole number from 1 to 10,000."), text=text)
    return int(text)
