"""What each line of the quarterly check says, from the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain.quarterly import Encryption, Facts, Line, Part, State
from desktop_app.errors import Message
from desktop_app.i18n import N_

BACKUP: Final = timedelta(days=7)
REHEARSAL: Final = timedelta(days=183)
ABSENCE: Final = timedelta(days=90)
LAW: Final = timedelta(days=183)


def lines(facts: Facts) -> tuple[Line, ...]:
    """Every line of the check, in order."""
    return tuple(line for make in _LINES for line in make(facts))


def _backup(facts: Facts) -> Iterator[Line]:
    if facts.last_backup is None:
        yield Line(
            Part.BACKUP,
            State.ACT,
            Message(N_("No good backup of this file was found.")),
            Message(N_("Make one now under Settings, on a stick or another disk.")),
        )
        return
    told = Message(N_("The last good backup is of %(day)s."), {"day": _day(facts.last_backup)})
    if facts.now - facts.last_backup > BACKUP:
        yield Line(Part.BACKUP, State.ACT, told, Message(N_("Make a backup now, and see why none is made by itself.")))
    else:
        yield Line(Part.BACKUP, State.GOOD, told)


def _recovery(facts: Facts) -> Iterator[Line]:
    advice = Message(N_("Rehearse it under Settings: type the code or the sheets as if all passwords were lost."))
    if facts.last_rehearsal is None:
        yield Line(Part.RECOVERY, State.ACT, Message(N_("The recovery was never rehearsed.")), advice)
        return
    told = Message(N_("The recovery was last rehearsed on %(day)s."), {"day": _day(facts.last_rehearsal)})
    if facts.now - facts.last_rehearsal > REHEARSAL:
        yield Line(Part.RECOVERY, State.LOOK, told, advice)
    else:
        yield Line(Part.RECOVERY, State.GOOD, told)


def _leavers(facts: Facts) -> Iterator[Line]:
    left = [person.name for person in facts.people if person.left_on is not None and person.left_on <= facts.now.date()]
    if left:
        told = Message(N_("They left and can still sign in: %(names)s."), {"names": ", ".join(left)})
        yield Line(Part.LEAVERS, State.ACT, told, Message(N_("End their access under Settings, Staff.")))
    elif facts.keys_left_over:
        told = Message(
            N_("Passwords of people without access that still open the file: %(n)s."), {"n": facts.keys_left_over}
        )
        advice = Message(N_("Give the file a new key in the settings, under “Keys to the file”."))
        yield Line(Part.LEAVERS, State.ACT, told, advice)
    else:
        yield Line(Part.LEAVERS, State.GOOD, Message(N_("Nobody who left can still sign in.")))


def _absent(facts: Facts) -> Iterator[Line]:
    away = [
        person.name
        for person in facts.people
        if person.left_on is None and (person.last_here is None or facts.now - person.last_here > ABSENCE)
    ]
    if away:
        told = Message(N_("They were not here for ninety days: %(names)s."), {"names": ", ".join(away)})
        advice = Message(
            N_("Ask whether they still work at the centre; if not, end their access under Settings, Staff.")
        )
        yield Line(Part.ABSENT, State.LOOK, told, advice)
    else:
        yield Line(Part.ABSENT, State.GOOD, Message(N_("Everybody was here within the last ninety days.")))


_ENCRYPT: Final = N_(
    "Without it a thief can read what the system itself keeps on the disk, such as sleep and swap. The file of cases "
    "is encrypted all the same. Ask the administrator to switch on BitLocker (Windows) or LUKS (Linux)."
)
_ASK: Final = N_("Ask the administrator of the computer.")


def _disk(facts: Facts) -> Iterator[Line]:
    told = {
        Encryption.ON: (State.GOOD, N_("The disk is encrypted."), ""),
        Encryption.OFF: (State.LOOK, N_("The disk is not encrypted."), _ENCRYPT),
    }
    state, found, advice = told.get(
        facts.disk, (State.UNKNOWN, N_("The system does not say whether the disk is encrypted."), _ASK)
    )
    yield Line(Part.DISK, state, Message(found), Message(advice) if advice else None)


def _swap(facts: Facts) -> Iterator[Line]:
    told = {
        Encryption.ON: (State.GOOD, N_("What the system swaps out of memory is encrypted."), ""),
        Encryption.NONE: (State.GOOD, N_("The system swaps nothing out of memory to a disk."), ""),
        Encryption.OFF: (State.LOOK, N_("What the system swaps out of memory is not encrypted."), _ENCRYPT),
    }
    state, found, advice = told.get(
        facts.swap, (State.UNKNOWN, N_("The system does not say where it swaps memory to."), _ASK)
    )
    yield Line(Part.SWAP, state, Message(found), Message(advice) if advice else None)


def _place(facts: Facts) -> Iterator[Line]:
    if facts.place is not None:
        yield Line(Part.PLACE, State.ACT, facts.place)
    else:
        yield Line(Part.PLACE, State.GOOD, Message(N_("The file lies on a disk of this computer.")))


def _log(facts: Facts) -> Iterator[Line]:
    if facts.first_broken is None:
        advice = Message(N_("Print the report of each month under Log, Checks, and keep it outside the computer."))
        yield Line(Part.LOG, State.GOOD, Message(N_("All lines of the log fit.")), advice)
    else:
        told = Message(N_("Line %(line)s of the log does not fit."), {"line": facts.first_broken})
        advice = Message(N_("Tell the manager and the administrator, and keep the latest backups and printed reports."))
        yield Line(Part.LOG, State.ACT, told, advice)


def _version(facts: Facts) -> Iterator[Line]:
    yield Line(
        Part.VERSION,
        State.UNKNOWN,
        Message(N_("This is Tirek %(version)s."), {"version": facts.version}),
        Message(
            N_("The program asks nobody over the network. Ask those who look after it whether there is a newer one.")
        ),
    )


def _law(facts: Facts) -> Iterator[Line]:
    if facts.law_until is None:
        yield Line(
            Part.LAW, State.UNKNOWN, Message(N_("The law in the program has no day of checking.")), Message(_ASK)
        )
        return
    told = Message(N_("The values of law were checked up to %(day)s."), {"day": f"{facts.law_until:%d.%m.%Y}"})
    if facts.now.date() - facts.law_until > LAW:
        advice = Message(
            N_("Let the lawyer look at the page “Law” before the next letter, and ask for an update of the law.")
        )
        yield Line(Part.LAW, State.LOOK, told, advice)
    else:
        yield Line(Part.LAW, State.GOOD, told)


def _duties(facts: Facts) -> Iterator[Line]:
    advice = Message(N_("See Settings for each of them."))
    if facts.duties_late:
        told = Message(N_("Duties whose day has passed: %(n)s."), {"n": facts.duties_late})
        yield Line(Part.DUTIES, State.ACT, told, advice)
    elif facts.duties_open:
        told = Message(N_("Open duties: %(n)s."), {"n": facts.duties_open})
        yield Line(Part.DUTIES, State.LOOK, told, advice)
    else:
        yield Line(Part.DUTIES, State.GOOD, Message(N_("No duty is open.")))


def _notices(facts: Facts) -> Iterator[Line]:
    if facts.notices_late:
        told = Message(N_("Breaches whose notice is overdue: %(n)s."), {"n": facts.notices_late})
        yield Line(Part.NOTICES, State.ACT, told, Message(N_("Open Log, Breaches.")))
    else:
        yield Line(Part.NOTICES, State.GOOD, Message(N_("No notice of a breach is overdue.")))


_LINES: Final = (
    _backup,
    _recovery,
    _leavers,
    _absent,
    _disk,
    _swap,
    _place,
    _log,
    _version,
    _law,
    _duties,
    _notices,
)


def _day(at: datetime) -> str:
    return f"{at:%d.%m.%Y}"
