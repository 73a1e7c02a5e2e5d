"""What this program cannot protect you from: the eighteen situations it was built for, and where its help ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.i18n import N_


@dataclass(frozen=True)
class Limit:
    """A situation by its number in docs/security.md (T1 …): what the program does, and what it cannot do."""

    number: str
    situation: str
    does: str
    cannot: str


INTRODUCTION: Final = N_(
    "Tirek makes it hard to read or lose a case. It does not make it impossible. This page says where its help ends, "
    "so that people can decide what to write down, what to keep elsewhere, and what to do by themselves."
)

LIMITS: Final = (
    Limit(
        "T1",
        N_("The computer is stolen or seized while it is switched off"),
        N_("The file is encrypted whole, and each guess at a password costs time and memory."),
        N_(
            "A short or known password falls all the same. What the system itself keeps on the disk, such as sleep "
            "and swap, is protected only by BitLocker or LUKS: see the quarterly check."
        ),
    ),
    Limit(
        "T2",
        N_("Somebody makes a colleague open the file"),
        N_("F12 locks at once. A colleague opens only the cases they may see; sealed cases need a second key."),
        N_(
            "What this colleague may see can be seen by whoever stands behind them. There is no hidden second file, "
            "and none would stay hidden: disks and backups give it away."
        ),
    ),
    Limit(
        "T3",
        N_("A curious colleague"),
        N_("Cases can be closed to all but a few, each look at a case is logged, and its owner can see who looked."),
        N_(
            "The roles are kept by the program. Whoever has a valid password and other tools can decrypt the file "
            "past the program, except for sealed cases."
        ),
    ),
    Limit(
        "T4",
        N_("A colleague leaves"),
        N_("Their access ends in one step, and the file can get a new key."),
        N_("A copy or a backup they took before stays readable with what they knew then."),
    ),
    Limit(
        "T5",
        N_("An Excel file or a letter goes out by e-mail"),
        N_("Summaries hold no names, and every export is logged before the file appears."),
        N_("What is out is out: nobody can call it back, and a letter names its people."),
    ),
    Limit(
        "T6",
        N_("A stick with a backup is lost or goes bad"),
        N_("A backup is encrypted like the file, and it is opened again before the program says that it is good."),
        N_("Sticks may lie about what they have stored. Keep backups in two places, on different sticks."),
    ),
    Limit(
        "T7",
        N_("The power fails while something is being saved"),
        N_("What the program called saved is on the disk; what was being typed comes back as a draft."),
        N_("A disk that claims to have stored what it has not can lose it. Cheap sticks do this."),
    ),
    Limit(
        "T8",
        N_("The disk is full"),
        N_("Nothing that was saved is lost, the file opens and can be read, and the program says where to free space."),
        N_("Until space is free, nothing new can be saved and no backup can be made."),
    ),
    Limit(
        "T9",
        N_("A password is forgotten"),
        N_("Another administrator, the printed recovery code, or two of the three sheets bring you back."),
        N_("When all of them are lost, the data are lost. Nobody can open the file then, the makers neither."),
    ),
    Limit(
        "T10",
        N_("The computer carries a harmful program"),
        N_("The screen locks by itself, and the program keeps nothing unencrypted on the disk but what people export."),
        N_(
            "A program that records keys and screens sees what you see and type. Keep the system up to date, and "
            "install nothing on this computer that the work does not need."
        ),
    ),
    Limit(
        "T11",
        N_("A file from outside is harmful"),
        N_("Files are checked before they are read, and read in a separate process with little memory and time."),
        N_("A fault that nobody knows yet can slip through. Add no file whose sender you do not know."),
    ),
    Limit(
        "T12",
        N_("Two colleagues change the same case"),
        N_("The second one is told, and nothing is overwritten in silence."),
        N_("The program cannot decide who is right: the second one types the change again."),
    ),
    Limit(
        "T13",
        N_("The clock of the computer is wrong"),
        N_("The log keeps its order by number, marks lines after a clock that went back, and warns."),
        N_("Deadlines and the dates of letters follow the clock of the computer until it is set right."),
    ),
    Limit(
        "T14",
        N_("A newer version of the program has changed the file"),
        N_("An older version refuses the file and leaves it untouched."),
        N_("The file cannot be opened with the older version any more: install the newer one on every computer."),
    ),
    Limit(
        "T15",
        N_("An update of the file is interrupted"),
        N_("The file is copied first, and it is either old or new, never between."),
        N_("The copy needs as much room as the file: without room there is no update."),
    ),
    Limit(
        "T16",
        N_("Another program holds or copies the file"),
        N_(
            "The program tries again, makes no file where a cloud or a network holds it, and warns about one that is "
            "there."
        ),
        N_("A program that copies the file by itself can damage it or carry it abroad. Keep it out of such folders."),
    ),
    Limit(
        "T17",
        N_("Somebody edits the log to hide a look"),
        N_("The lines are chained with a key: what was changed, added or removed is found, and by which line."),
        N_(
            "Whoever has the key of the file, good knowledge and every paper and backup can make a new log. A printed "
            "report in another person’s safe ends that."
        ),
    ),
    Limit(
        "T18",
        N_("Data got into wrong hands and it must be reported"),
        N_("The log says who could see and who saw which case, and the papers for the notice are made in minutes."),
        N_(
            "Who looked over a shoulder, copied the file or photographed the screen is not in the log. The addressee "
            "and the form of the notice are for the lawyer to check."
        ),
    ),
)
