"""Messages about the file, its keys, its disk and damage, sentence by sentence (see domain/environment)."""

from __future__ import annotations

from typing import Final

from desktop_app.domain import environment_words as words
from desktop_app.domain.environment_words import Message
from desktop_app.i18n import N_

OPENING: Final = (
    Message(
        N_("The login or the password is wrong. Check the keyboard layout and Caps Lock."), "HD", words.IS_UNTOUCHED
    ),
    Message(
        N_("The file is already open in another window or command. Close it there and try again."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(N_("%(path)s does not exist. Choose another file."), "HD", words.IS_UNCHANGED),
    Message(N_("%(path)s is not a file of Tirek. Choose the file of your centre."), "HD", words.IS_UNTOUCHED),
    Message(
        N_("This file was made by a newer version of Tirek. Install the newer version; the file was not changed."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(
        N_(
            "The keys of %(path)s are missing: the file was copied while it was open. Copy %(keys)s too, or use a "
            "copy made after signing out."
        ),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(
        N_(
            "There is not enough free memory to check the password: it takes %(memory)d MB. Close other programs and "
            "try again."
        ),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(N_("The file is locked. Type your password to go on."), "HD", words.IS_SAVED),
    Message(
        N_("Nobody signs in to this file with this login. Ask the administrator how it is written."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(N_("Your access to this file has ended. Ask the administrator."), "HD", words.IS_SAVED),
    Message(N_("%(path)s is already there. Choose another name."), "HD", N_("What is there was not touched.")),
)

KEYS: Final = (
    Message(
        N_(
            "There were too many wrong tries. Nothing is lost. The next try is possible in %(minutes)d min "
            "%(seconds)d s."
        ),
        "HSD",
    ),
    Message(N_("There were too many wrong tries. Nothing is lost. The next try is possible in %(seconds)d s."), "HSD"),
    Message(
        N_("The recovery code has a slip or is not complete. Compare it with the paper sign by sign."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(
        N_("This is not the recovery code of this file. Compare it with the paper sign by sign."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(
        N_("This is not the recovery code of this file. Look for the paper with the newest date."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_("These two sheets do not open this file. Look for the sheets with the newest date."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "These two sheets do not open this file. Sheets no longer count once new ones were made or they were "
            "given up."
        ),
        "HH",
        words.IS_UNTOUCHED,
        N_("Look for the sheets with the newest date, or come back with the recovery code."),
    ),
    Message(
        N_("This sheet has a slip or is not complete. Compare it with the paper sign by sign."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_("This is the same sheet twice. Two different sheets of the three are needed."), "HD", words.IS_UNCHANGED
    ),
    Message(
        N_(
            "These two sheets were not made together. Sheets made earlier no longer count once new ones were made: "
            "look for the other sheet of the same day."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(N_("These three sheets were not made together. Make new ones."), "HD", words.IS_UNCHANGED),
    Message(N_("The file kept its key. Nothing is lost; try again."), "HD", words.IS_SAVED),
    Message(
        N_(
            "A new key for the file needs %(needed)s MB free in the folder %(folder)s while it is made. The file kept "
            "its key. Free some space there and try again."
        ),
        "HSD",
    ),
)

DISK: Final = (
    Message(
        N_(
            "The disk is full: %(free)s MB are free in the folder %(folder)s. Nothing that was saved is lost. Free "
            "some space there and try again."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The disk is full. Nothing that was saved is lost. The program has given up a part of its reserve: try "
            "again now, then free some space. %(free)s MB are free in the folder %(folder)s."
        ),
        "HSDH",
    ),
    Message(
        N_(
            "The disk is full or cannot be written: %(free)s MB are free in the folder %(folder)s. Nothing that was "
            "saved is lost. Free some space there or check the cable or the stick, and try again."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The disk is full. Everything is saved, but the keys of the file stay beside it in %(keys)s. Free some "
            "space, then open and close the file once more."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The disk of the file is nearly full: %(free)s MB are free in the folder %(folder)s. Free some space "
            "there soon, so that you can go on saving."
        ),
        "HD",
        words.IS_SAVED,
    ),
    Message(N_("Another program is using the file. Close it there and try again."), "HD", words.IS_SAVED),
    Message(
        N_("The file may not be written here. Ask the administrator for the right to write."), "HD", words.IS_SAVED
    ),
    Message(N_("The folder of the file does not exist. Choose another place."), "HD", words.IS_UNCHANGED),
    Message(N_("The name of the file or of its folder is too long. Choose a shorter one."), "HD", words.IS_UNCHANGED),
    Message(
        N_("The disk with the file does not answer. Check the cable or the stick, then open the file again."),
        "HD",
        words.IS_SAVED,
    ),
    Message(
        N_(
            "The folder %(folder)s is copied by %(service)s while the program writes in it, which can damage the "
            "file. Choose a folder of this computer that is not copied, such as %(example)s."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "The folder %(folder)s is on a network drive, where a short break of the network can damage the file. "
            "Choose a folder of this computer, such as %(example)s."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "This file is in a folder that %(service)s copies while the program writes in it, which can damage the "
            "file. Make a backup, sign out, move the file to a folder of this computer such as %(example)s, and open "
            "it there."
        ),
        "HD",
        words.IS_SAVED,
    ),
    Message(
        N_(
            "This file is on a network drive, where a short break of the network can damage it. Make a backup, sign "
            "out, move the file to a folder of this computer such as %(example)s, and open it there."
        ),
        "HD",
        words.IS_SAVED,
    ),
)

DAMAGE: Final = (
    Message(
        N_(
            "Nothing in this file can be read: it is damaged from end to end, or it has another key. Nothing was "
            "changed. Keep the file, and restore a backup."
        ),
        "HSD",
    ),
    Message(
        N_("The login or the password does not open this file. Check the keyboard layout and Caps Lock."),
        "HD",
        words.IS_UNTOUCHED,
    ),
    Message(
        N_(
            "The file is damaged and cannot be read. Do not delete anything. Open your latest copy of the file instead."
        ),
        "HDD",
        words.IS_BACKUPS,
    ),
    Message(
        N_("The end of %(path)s is missing. Do not delete anything. Open your latest copy of the file instead."),
        "HDD",
        words.IS_BACKUPS,
    ),
    Message(N_("The keys of the file are damaged. Open your latest copy of the file instead."), "HD", words.IS_BACKUPS),
    Message(N_("The stored letter is damaged. Make it again, or open a copy of the file."), "HD", words.IS_REST),
    Message(
        N_(
            "This attachment is damaged, so it is not shown. The rest of the case is safe. Add the paper again, or "
            "look for it in a backup."
        ),
        "HSD",
    ),
    Message(
        N_(
            "This attachment is damaged, so only removing it is possible. The rest of the case is safe. Look for the "
            "paper in a backup first."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The sealed part of this case is damaged and cannot be read. The rest of the file is safe. Do not change "
            "the case; look for it in your latest backup."
        ),
        "HSD",
    ),
)
