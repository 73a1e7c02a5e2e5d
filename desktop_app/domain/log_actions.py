"""What the actions of the log are called, and in which groups a reader looks for them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop_app.domain.permissions import Action
from desktop_app.i18n import N_

REFUSED: Final = "refused:"
"""Stands in the log before an action that was refused."""

CLOCK_TURNED_BACK: Final = "clock_turned_back"
"""Stands in the log before the line of a sign-in whose clock cannot be right."""

WARNINGS_TALKED_OVER: Final = "warnings_talked_over"
"""Stands in the log in the transaction of a letter that was made although a warning asked to stop."""

UNKNOWN: Final = N_("Another action")
"""For an action that this program does not know: a newer one wrote it, or somebody changed the line."""


class Group(StrEnum):
    """What a reader of the log looks for."""

    LOOKED = "looked"
    CHANGED = "changed"
    LEFT = "left"
    ACCESS = "access"
    PERSONAL = "personal"
    STAFF = "staff"
    KEPT = "kept"
    CENTRE = "centre"
    LOG = "log"
    REFUSED = "refused"


GROUPS: Final = {
    Group.LOOKED: N_("Looking"),
    Group.CHANGED: N_("Changes of cases"),
    Group.LEFT: N_("What left the file"),
    Group.ACCESS: N_("Who may see a case"),
    Group.PERSONAL: N_("Personal data"),
    Group.STAFF: N_("Signing in and staff"),
    Group.KEPT: N_("Backups and recovery"),
    Group.CENTRE: N_("Centre, settings and law"),
    Group.LOG: N_("The log and checks"),
    Group.REFUSED: N_("Refused attempts"),
}

_WORDS: Final[dict[Group, dict[str, str]]] = {
    Group.LOOKED: {
        Action.LIST_CASES: N_("Looked at the list of cases"),
        Action.LIST_PEOPLE: N_("Looked at the list of people"),
        Action.LIST_EMPLOYERS: N_("Looked at the list of employers"),
        Action.LIST_LETTERS: N_("Looked at the list of letters"),
        Action.LIST_ATTACHMENTS: N_("Looked at the list of attachments"),
        Action.LIST_STAFF: N_("Looked at the list of staff"),
        Action.SEARCH: N_("Searched"),
        Action.VIEW_TODAY: N_("Looked at the start page"),
        Action.VIEW_CASE: N_("Looked at a case"),
        Action.VIEW_PERSON: N_("Looked at a person"),
        Action.VIEW_EMPLOYER: N_("Looked at an employer"),
        Action.VIEW_LETTER: N_("Looked at a letter"),
        Action.VIEW_ATTACHMENT: N_("Looked at an attachment"),
        Action.VIEW_SUMMARY: N_("Looked at a summary"),
        Action.LIST_COMPLAINTS: N_("Looked at the complaints of a case"),
        Action.VIEW_CONTRACT_CHECK: N_("Looked at a contract check"),
        Action.VIEW_SCREENING: N_("Looked at the screening of a worker"),
        Action.VIEW_WARNINGS: N_("Looked at the warnings of a case"),
        Action.VIEW_READINESS: N_("Looked at the readiness of a court claim"),
        Action.VIEW_CLOCKS: N_("Looked at the dates of a case"),
        Action.VIEW_PARTIES: N_("Looked at the chain of employers"),
        Action.VIEW_REFERRALS: N_("Looked at referrals"),
        Action.VIEW_PAPERS: N_("Looked at the papers of a person"),
        Action.LIST_ENQUIRIES: N_("Looked at the list of enquiries"),
        Action.VIEW_ENQUIRY: N_("Looked at an enquiry"),
        Action.LIST_DIRECTORY: N_("Looked at the directory"),
        Action.COUNT_WAGES: N_("Had wages counted"),
        Action.DRAFT_LETTER: N_("Looked at the draft of a letter"),
    },
    Group.CHANGED: {
        Action.OPEN_CASE: N_("Opened a new case"),
        Action.CHANGE_CASE: N_("Changed a case"),
        Action.DELETE_CASE: N_("Deleted a case"),
        Action.ADD_WORKERS: N_("Added workers to a case"),
        Action.LOG_WAGE_COMPLAINT: N_("Wrote down a wage complaint"),
        Action.LOG_COMPLAINT: N_("Wrote down a complaint"),
        Action.REMOVE_COMPLAINT: N_("Removed a complaint"),
        Action.RECORD_PAY: N_("Wrote down hours, deductions, leave or promises"),
        Action.CHECK_CONTRACT: N_("Checked a contract"),
        Action.SCREEN_WORKER: N_("Wrote down a screening"),
        Action.RECORD_READINESS: N_("Wrote down the readiness of a court claim"),
        Action.SET_CLOCK: N_("Set a date of a case"),
        Action.REMOVE_CLOCK: N_("Removed a date of a case"),
        Action.RECORD_OUTCOME: N_("Wrote down a result"),
        Action.CLOSE_CASE: N_("Closed a case"),
        Action.REOPEN_CASE: N_("Opened a closed case again"),
        Action.SET_PARTIES: N_("Changed the chain of employers"),
        Action.RECORD_REFERRAL: N_("Wrote down a referral"),
        Action.RECORD_PAPERS: N_("Wrote down papers and stays of a person"),
        Action.LOG_ENQUIRY: N_("Wrote down an enquiry"),
        Action.RECORD_MONEY: N_("Wrote down money"),
        Action.CREATE_LETTER: N_("Made a letter"),
        Action.SAVE_LETTER_DRAFT: N_("Kept a draft of a letter"),
        Action.REMOVE_LETTER_DRAFT: N_("Removed a draft of a letter"),
        Action.SEND_LETTER: N_("Noted that a letter left"),
        Action.REGISTER_INCOMING: N_("Registered an incoming paper"),
        Action.CHANGE_TEXTS: N_("Changed a standing text of letters"),
        WARNINGS_TALKED_OVER: N_("Confirmed that the warnings were talked over with the worker"),
        Action.ADD_ATTACHMENT: N_("Added an attachment"),
        Action.CHANGE_ATTACHMENT: N_("Changed the note of an attachment"),
        Action.REMOVE_ATTACHMENT: N_("Removed an attachment"),
        Action.CHANGE_PERSON: N_("Corrected a person"),
        Action.CHANGE_EMPLOYER: N_("Corrected an employer"),
        Action.KEEP_DRAFT: N_("Kept what was being typed"),
    },
    Group.LEFT: {
        Action.EXPORT_LETTER: N_("Saved a copy of a letter outside the file"),
        Action.PRINT_LETTER: N_("Printed a letter"),
        Action.EXPORT_JOURNAL: N_("Printed or saved the journal of papers"),
        Action.EXPORT_ATTACHMENT: N_("Saved a copy of an attachment outside the file"),
        Action.EXPORT_DATES: N_("Exported one’s own dates"),
        Action.EXPORT_SUMMARY: N_("Exported a summary"),
        Action.EXPORT_PERSON: N_("Exported all data about a person"),
        Action.EXPORT_TRANSFERS: N_("Exported the register of transfers"),
        Action.EXPORT_LOG: N_("Exported the log or its report"),
        Action.EXPORT_BREACH: N_("Made the papers about a breach"),
    },
    Group.ACCESS: {
        Action.SET_ACCESS: N_("Changed who may see a case"),
        Action.ASSIGN_CASE: N_("Gave a case to a colleague or took it back"),
        Action.SEAL_CASE: N_("Sealed a case"),
        Action.UNSEAL_CASE: N_("Unsealed a case"),
        Action.GRANT_SEAL: N_("Gave a colleague the key of sealed cases"),
        Action.WHO_SAW_CASE: N_("Asked who saw a case"),
        Action.APPROVE: N_("Approved as the second person"),
    },
    Group.PERSONAL: {
        Action.VIEW_CONSENTS: N_("Looked at consents"),
        Action.RECORD_CONSENT: N_("Wrote down a consent"),
        Action.PRINT_CONSENT: N_("Printed a consent form"),
        Action.WITHDRAW_CONSENT: N_("Wrote down that a consent was withdrawn"),
        Action.VIEW_TRANSFERS: N_("Looked at transfers of data"),
        Action.RECORD_TRANSFER: N_("Wrote down a transfer of data"),
        Action.LIST_DUTIES: N_("Looked at the duties of personal data"),
        Action.SET_HOLD: N_("Set or lifted a legal hold"),
        Action.MARK_FOR_ERASURE: N_("Marked a person for erasure"),
        Action.ERASE_PERSON: N_("Erased a person"),
        Action.PRINT_CERTIFICATE: N_("Printed a certificate of erasure"),
        Action.VIEW_RETENTION: N_("Looked at what is kept too long"),
        Action.RUN_RETENTION: N_("Removed names from what was kept long enough"),
    },
    Group.STAFF: {
        "sign_in": N_("Signed in"),
        CLOCK_TURNED_BACK: N_("Signed in while the clock was behind the log"),
        "unlock": N_("Unlocked the screen"),
        "lock": N_("Locked the screen"),
        "recover_access": N_("Came back with the recovery code"),
        Action.ADD_STAFF: N_("Added a colleague"),
        Action.CHANGE_ROLE: N_("Changed the role of a colleague"),
        Action.END_ACCESS: N_("Ended the access of a colleague"),
        Action.REINSTATE: N_("Gave a colleague access again"),
        Action.RESET_PASSWORD: N_("Gave a colleague a new first password"),
        Action.CHANGE_PASSWORD: N_("Changed the own password"),
    },
    Group.KEPT: {
        "create_file": N_("Made the file"),
        "upgrade_file": N_("Brought the file to a newer version"),
        "restore_backup": N_("Put a backup in place of the file"),
        "salvage_file": N_("Saved what was readable of a damaged file"),
        Action.BACK_UP: N_("Made a backup"),
        Action.CHECK_BACKUP: N_("Checked a backup"),
        Action.VERIFY_FILE: N_("Checked the file"),
        Action.REKEY: N_("Gave the file a new key"),
        Action.MAKE_RECOVERY: N_("Made a new recovery code or sheets"),
        Action.REHEARSE_RECOVERY: N_("Rehearsed the recovery"),
    },
    Group.CENTRE: {
        Action.VIEW_CENTRE: N_("Looked at the data of the centre"),
        Action.CHANGE_CENTRE: N_("Changed the data of the centre"),
        Action.VIEW_SETTINGS: N_("Looked at the settings of the file"),
        Action.CHANGE_SETTINGS: N_("Changed the settings of the file"),
        Action.VIEW_LAW: N_("Looked at the law"),
        Action.VIEW_TEXTS: N_("Looked at the standing texts of letters"),
        Action.CONFIRM_LAW: N_("Confirmed a value of law"),
        Action.ADD_LAW_VALUE: N_("Added a value of law by hand"),
        Action.TRUST_LAW_KEY: N_("Changed which keys of law updates are trusted"),
        Action.INSTALL_LAW: N_("Installed an update of the law"),
        Action.CHANGE_DIRECTORY: N_("Changed the directory"),
    },
    Group.LOG: {
        Action.VIEW_LOG: N_("Looked at the log"),
        Action.VIEW_OWN_LOG: N_("Looked at the own lines of the log"),
        Action.CHECK_LOG: N_("Checked the log"),
        Action.RECORD_BREACH: N_("Wrote down a breach"),
        Action.VIEW_CHECK: N_("Looked at the quarterly check"),
        Action.FINISH_CHECK: N_("Finished the quarterly check"),
    },
}

ACTIONS: Final = {code: words for group in _WORDS.values() for code, words in group.items()}
"""The English words of every action that stands in a log."""


def words(action: str) -> str:
    """The msgid of an action, also of a refused one."""
    return ACTIONS.get(action.removeprefix(REFUSED), UNKNOWN)


def is_refused(action: str) -> bool:
    """Whether this line tells of an attempt that was refused."""
    return action.startswith(REFUSED)


def actions_of(group: Group) -> tuple[str, ...]:
    """The actions of a group; none for the refused ones, which are known by their beginning."""
    return tuple(_WORDS.get(group, ()))


VIEWS: Final = frozenset(
    {
        Action.VIEW_CASE,
        Action.VIEW_PERSON,
        Action.VIEW_LETTER,
        Action.VIEW_ATTACHMENT,
        Action.DRAFT_LETTER,
        Action.COUNT_WAGES,
        Action.LIST_ATTACHMENTS,
        Action.VIEW_CONSENTS,
        Action.VIEW_TRANSFERS,
        Action.LIST_COMPLAINTS,
        Action.VIEW_CONTRACT_CHECK,
        Action.VIEW_SCREENING,
        Action.VIEW_WARNINGS,
        Action.VIEW_READINESS,
        Action.VIEW_CLOCKS,
        Action.VIEW_PARTIES,
        Action.VIEW_REFERRALS,
        Action.VIEW_PAPERS,
    }
)
"""The actions that show somebody what a case holds."""

LEAVING: Final = frozenset(actions_of(Group.LEFT)) - {Action.EXPORT_LOG, Action.EXPORT_BREACH}
"""The actions that put what a case holds outside the file."""

ASKING: Final = frozenset({Action.WHO_SAW_CASE})
"""What is asked about a case without seeing into it."""
