"""Commands that keep a file safe: backup, restore, verify."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from desktop_app.cli.opening import file_path, opened, password, user
from desktop_app.cli.output import Output
from desktop_app.domain.backup_contents import Inside
from desktop_app.domain.backups import Occasion
from desktop_app.domain.verification import Part, Verification
from desktop_app.errors import DamagedFile
from desktop_app.i18n import N_, Translator
from desktop_app.services import backups
from desktop_app.services import restore as restoring
from desktop_app.services import salvage as salvaging
from desktop_app.services import verify as checking

_FOUND: Final = N_(
    "The check has found damage: %(count)s places. Nothing was changed. Keep all backups, and restore the newest good "
    "one with “tirek restore”."
)

_FORMER: Final = N_("The former file is now %(path)s.")


def backup(arguments: Namespace, output: Output, _screens: object) -> None:
    """Make a backup in a folder and prove it by opening it again."""
    with opened(arguments, output) as file:
        done = backups.make(file, arguments.to, Occasion.BY_HAND)
    told = done.backup.manifest
    if told is None:
        raise TypeError
    document = {
        "file": str(file.path),
        "backup": str(backups.path_of(done.backup)),
        "made_at": told.made_at.isoformat(timespec="seconds"),
        "size": told.size,
        "sha256": told.sha256,
        "schema": told.schema,
        "log_seq": told.log_seq,
        "log_chain": told.log_chain,
        "rows": dict(told.rows),
        "read_back_from_disk": done.from_disk,
    }
    output.answer(document, [str(backups.path_of(done.backup)), backups.removal(done).text(output.tr)])


def restore(arguments: Namespace, output: Output, _screens: object) -> None:
    """Look inside a backup, and put it where a file is or shall be."""
    if arguments.salvage:
        _salvage(arguments, output)
        return
    source, target = arguments.source.expanduser(), arguments.to.expanduser()
    login, secret = user(arguments), password(arguments, output)
    inside = restoring.look_inside(source, login, secret, target)
    set_aside: Path | None = None
    if not arguments.dry_run:
        set_aside = restoring.restore(source, target, login, secret, replace=arguments.replace)
    document = {
        "from": str(source),
        "to": str(target),
        "restored": not arguments.dry_run,
        "set_aside": str(set_aside) if set_aside else None,
        "in_use": inside.in_use.value,
        "contents": _contents(inside),
        "loss": asdict(inside.loss) if inside.loss else None,
    }
    lines = [*_inside_lines(inside, output.tr)]
    if set_aside is not None:
        lines.append(output.tr(_FORMER, path=set_aside))
    if not arguments.dry_run:
        lines.append(output.tr(N_("Restored: %(path)s"), path=target))
    output.answer(document, lines)


def _salvage(arguments: Namespace, output: Output) -> None:
    """Make a sound file out of what is readable of a damaged one, and say what was lost."""
    source, target = arguments.source.expanduser(), arguments.to.expanduser()
    told, set_aside = salvaging.rebuild(
        source,
        target,
        user(arguments),
        password(arguments, output),
        replace=arguments.replace,
        keys_from=arguments.keys_from,
    )
    document = {
        "from": str(source),
        "to": str(target),
        "set_aside": str(set_aside) if set_aside else None,
        "pages": told.pages,
        "damaged_pages": told.broken,
        "kept": dict(told.kept),
        "lost": [asdict(each) for each in told.lost],
        "stand_ins": dict(told.stand_ins),
        "unplaced_pages": told.unplaced,
        "made_administrator": told.made_owner,
    }
    lines = [*salvaging.sentences(told, output.tr)]
    if set_aside is not None:
        lines.append(output.tr(_FORMER, path=set_aside))
    output.answer(document, lines)


def verify(arguments: Namespace, output: Output, _screens: object) -> None:
    """Check the pages, the log, and with --full everything else. DamagedFile, after the answer, when it is damaged."""
    try:
        with opened(arguments, output) as file:
            found = checking.run(file, full=arguments.full)
    except DamagedFile:  # too damaged to sign in or to close: its pages can still be told
        found = checking.run_at_rest(file_path(arguments), user(arguments), password(arguments, output))
        if found.ok:
            raise
    output.answer(_verified(found, output.tr), _verified_lines(found, output.tr))
    if not found.ok:
        raise DamagedFile(_FOUND, count=len(found.troubles))


def _verified(found: Verification, tr: Translator) -> dict[str, object]:
    return {
        "ok": found.ok,
        "full": found.full,
        "database": _word(found, Part.DATABASE),
        "audit_rows": found.log_lines,
        "audit_checked_from": found.log_from,
        "audit_chain": _word(found, Part.LOG),
        "letters": found.letters,
        "attachments": found.attachments,
        "sealed_not_read": found.unread,
        "rules": _word(found, Part.RULES),
        "anchors": found.anchors,
        "law_checked_until": found.law_until,
        "problems": [
            {"part": each.part.value, "id": each.id, "sentence": each.message.text(tr)} for each in found.troubles
        ],
    }


def _word(found: Verification, part: Part) -> str:
    return "ok" if found.is_sound(part) else "damaged"


def _verified_lines(found: Verification, tr: Translator) -> Iterator[str]:
    yield from (each.message.text(tr) for each in found.troubles)
    if found.ok and found.full:
        yield tr(N_("Everything was checked and is as it was kept."))
    elif found.ok:
        yield tr(N_("The pages and the last lines of the log are as they were kept. Add --full to check everything."))
    if found.unread:
        yield tr(N_("Of sealed cases, %(count)s letters and attachments were not read."), count=found.unread)


def _contents(inside: Inside) -> dict[str, object]:
    held = inside.contents
    return {
        "centre": asdict(held.centre),
        "schema": held.schema,
        "cases": held.cases,
        "people": held.people,
        "letters": held.letters,
        "newest_case": held.newest_case,
        "log_seq": held.log_seq,
        "last_at": held.last_at.isoformat(timespec="seconds") if held.last_at else None,
    }


def _inside_lines(inside: Inside, tr: Translator) -> Iterator[str]:
    yield from (message.text(tr) for message in restoring.sentences(inside, tr.code))
