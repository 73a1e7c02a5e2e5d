"""Messages about backups, about files that go out and come in, and about colleagues (see domain/environment)."""

from __future__ import annotations

from typing import Final

from desktop_app.domain import environment_words as words
from desktop_app.domain.environment_words import Message
from desktop_app.i18n import N_

BACKUPS: Final = (
    Message(
        N_(
            "There is no room for the backup in %(folder)s. Your file and the earlier backups are as they were. Free "
            "some space there, or choose another folder."
        ),
        "HSD",
    ),
    Message(
        N_(
            "There is no room for the backup in %(folder)s: it needs %(needed)s MB, and %(free)s MB are free. Your "
            "file and the earlier backups are as they were. Free some space there, or choose another folder."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The folder %(folder)s may not be written, so no backup was made there. Your file is as it was. Choose "
            "another folder, or take the write protection off the stick."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The folder %(folder)s is not there, so no backup was made. Your file is as it was. Plug the stick or "
            "disk in again, or choose another folder."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The disk with %(folder)s stopped answering while the backup was being written. Your file and the earlier "
            "backups are as they were. Plug the stick or disk in again and repeat."
        ),
        "HSD",
    ),
    Message(
        N_("The name of the folder %(folder)s is too long for a backup. Choose another folder."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "A part of your file is damaged, so no backup of it was made. The earlier backups are as they were; keep "
            "them. Sign out and choose “Restore from a backup” on the sign-in screen: it can also save what is "
            "readable."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The backup in %(folder)s does not read back as it was written, so it was removed. Your file and the "
            "earlier backups are as they were. Use another stick or disk: this one cannot be trusted."
        ),
        "HSD",
    ),
    Message(
        N_("The file is being written all the time, so no backup could be made. Try again in a moment."),
        "HD",
        words.IS_SAVED,
    ),
)

RESTORE: Final = (
    Message(
        N_("%(path)s is not there. Is the stick plugged in? Choose a backup from the list."), "HDD", words.IS_UNCHANGED
    ),
    Message(
        N_(
            "%(path)s was not closed when it was copied, so it is no backup. Choose another one, or open it as a file "
            "and sign out once; then it is whole."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "There is no room to restore in %(folder)s: it needs %(needed)s MB, and %(free)s MB are free. Nothing was "
            "changed. Free some space there and try again."
        ),
        "HSD",
    ),
    Message(
        N_(
            "The backup %(name)s is not as it was made: its disk or stick has damaged it. Nothing was changed. Choose "
            "an older backup."
        ),
        "HSD",
    ),
    Message(
        N_("The login or the password does not open this backup. It opens with the passwords of the day it was made."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_(
            "The file in use can be opened, so only a manager or the administrator may put a backup in its place. "
            "Nothing was changed."
        ),
        "HS",
        "",
        N_("Sign in to the file, or ask a manager or the administrator."),
    ),
    Message(N_("This is the file in use itself. Choose a backup of it."), "HD", words.IS_UNCHANGED),
)

OUTSIDE: Final = (
    Message(
        N_("There is no room on the disk for %(path)s. Free some space, or choose another disk."), "HD", words.IS_CENTRE
    ),
    Message(
        N_("%(path)s may not be written. Close it in other programs, or choose another folder."), "HD", words.IS_CENTRE
    ),
    Message(N_("The folder of %(path)s does not exist. Choose another folder."), "HD", words.IS_CENTRE),
    Message(N_("%(path)s cannot be written. Choose another name, folder or disk."), "HD", words.IS_CENTRE),
    Message(
        N_(
            "%(path)s is the file of a centre, or belongs to one, and must not be written over. It was not touched: "
            "choose another name."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_("A letter cannot show the character %(character)s (%(code)s). Replace it with letters."),
        "HD",
        words.IS_TYPED,
    ),
)

COMING_IN: Final = (
    Message(
        N_("This file cannot be read. Check the stick or the disk, and whether another program holds it."),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(N_("This is a folder or a device. Choose files."), "HD", words.IS_NOT_ADDED),
    Message(
        N_("This is the file of the centre itself, or belongs to it. Choose another file or another name."),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(
        N_(
            "This file cannot be read: it is damaged, or it needs more memory or time than a file may take. Nothing "
            "else was touched. Open it in another program and save it anew."
        ),
        "HSD",
    ),
    Message(
        N_(
            "This document is damaged, protected by a password, or built in an unusual way, so it cannot be checked. "
            "Save it as PDF and add that."
        ),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(
        N_("This document contains macros, which are programs. Save it without macros, or as PDF, and add that."),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(N_("This is an archive. Unpack it, and add the papers in it one by one."), "HD", words.IS_NOT_ADDED),
    Message(
        N_("This picture has more than %(most)s million pixels. Make it smaller and add it again."),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(N_("This scan has more than %(most)s pages. Save it as PDF, or in parts."), "HD", words.IS_NOT_ADDED),
    Message(
        N_("This picture would take more than %(most)s MB. Make it smaller and add it again."), "HD", words.IS_NOT_ADDED
    ),
    Message(
        N_("This file is a program or a script. Programs are not kept, because they could harm the computer."),
        "HH",
        words.IS_NOT_ADDED,
        N_("Leave it out, or ask the administrator to look at it."),
    ),
    Message(
        N_("This is a web page or a drawing for one, and it may hold programs. Save it as PDF and add that."),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(
        N_(
            "This document is of an old kind that may hold macros, or it is protected by a password. Save it as PDF, "
            ".docx or .xlsx without a password, and add that."
        ),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(
        N_(
            "Photos in the HEIC format of some phones cannot be shown on every computer. Save the photo as JPEG, or "
            "send it to yourself through a messenger, and add that."
        ),
        "HD",
        words.IS_NOT_ADDED,
    ),
    Message(
        N_("This PDF needs a password, so it is not shown here. Save a copy and open it with the password."),
        "HD",
        words.IS_REST,
    ),
)

OTHERS: Final = (
    Message(
        N_(
            "This case was changed by a colleague while you were typing. Nothing was overwritten: open the case again "
            "and repeat your change."
        ),
        "HD",
        words.IS_SAVED,
    ),
    Message(
        N_(
            "This attachment was changed by a colleague while you were typing. Nothing was overwritten: open it again "
            "and repeat your change."
        ),
        "HD",
        words.IS_SAVED,
    ),
    Message(
        N_("This case is open only to colleagues it was given to. Ask the colleague responsible for it, or a manager."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(
        N_("Your role does not include this. Ask a colleague whose role does, or the administrator."),
        "HD",
        words.IS_UNCHANGED,
    ),
    Message(N_("This case is sealed. Ask the lawyer or the manager who holds its key."), "HD", words.IS_UNCHANGED),
    Message(
        N_("This case is sealed: only a lawyer or a manager with the second key can do this."),
        "H",
        words.IS_UNCHANGED,
        N_("Ask one of them."),
    ),
    Message(
        N_(
            "You do not hold the second key yet. Ask a lawyer or a manager who does to sign in once; then sign in "
            "again."
        ),
        "HD",
        words.IS_UNCHANGED,
    ),
)
