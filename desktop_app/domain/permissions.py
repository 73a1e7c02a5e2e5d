"""Who may do what: one table of role, action and relation. What it does not name is refused.

The relation is that of a member of staff to the case (or to the person, employer, letter, attachment of a case):
responsible for it, given it by name, open to the whole centre, or none of these. Actions that are about no case at all
are the same under every relation.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop_app.domain.centre import Role


class Relation(StrEnum):
    """What a case is to a member of staff."""

    OWN = "own"
    ASSIGNED = "assigned"
    CENTRE = "centre"
    NONE = "none"


class Action(StrEnum):
    """Everything a member of staff does with the file; the word stands in the log."""

    # the lists
    LIST_CASES = "list_cases"
    LIST_PEOPLE = "list_people"
    LIST_EMPLOYERS = "list_employers"
    LIST_LETTERS = "list_letters"
    SEARCH = "search"
    VIEW_TODAY = "view_today"
    # a case
    OPEN_CASE = "open_case"
    VIEW_CASE = "view_case"
    CHANGE_CASE = "change_case"
    DELETE_CASE = "delete_case"
    ADD_WORKERS = "add_workers"
    LOG_WAGE_COMPLAINT = "log_wage_complaint"
    RECORD_MONEY = "record_money"
    COUNT_WAGES = "count_wages"
    WHO_SAW_CASE = "who_saw_case"
    # complaints of every kind
    LIST_COMPLAINTS = "list_complaints"
    LOG_COMPLAINT = "log_complaint"
    REMOVE_COMPLAINT = "remove_complaint"
    RECORD_PAY = "record_pay"
    CHECK_CONTRACT = "check_contract"
    VIEW_CONTRACT_CHECK = "view_contract_check"
    SCREEN_WORKER = "screen_worker"
    VIEW_SCREENING = "view_screening"
    VIEW_WARNINGS = "view_warnings"
    VIEW_READINESS = "view_readiness"
    RECORD_READINESS = "record_readiness"
    # clocks and the end of a case
    VIEW_CLOCKS = "view_clocks"
    SET_CLOCK = "set_clock"
    REMOVE_CLOCK = "remove_clock"
    EXPORT_DATES = "export_dates"
    RECORD_OUTCOME = "record_outcome"
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    # employers of a case, referrals
    VIEW_PARTIES = "view_parties"
    SET_PARTIES = "set_parties"
    VIEW_REFERRALS = "view_referrals"
    RECORD_REFERRAL = "record_referral"
    # who may see a case
    SET_ACCESS = "set_access"
    ASSIGN_CASE = "assign_case"
    SEAL_CASE = "seal_case"
    UNSEAL_CASE = "unseal_case"
    GRANT_SEAL = "grant_seal"
    # letters
    DRAFT_LETTER = "draft_letter"
    CREATE_LETTER = "create_letter"
    VIEW_LETTER = "view_letter"
    EXPORT_LETTER = "export_letter"
    PRINT_LETTER = "print_letter"
    SAVE_LETTER_DRAFT = "save_letter_draft"
    REMOVE_LETTER_DRAFT = "remove_letter_draft"
    SEND_LETTER = "send_letter"
    REGISTER_INCOMING = "register_incoming"
    EXPORT_JOURNAL = "export_journal"
    VIEW_TEXTS = "view_texts"
    CHANGE_TEXTS = "change_texts"
    # attachments
    LIST_ATTACHMENTS = "list_attachments"
    ADD_ATTACHMENT = "add_attachment"
    VIEW_ATTACHMENT = "view_attachment"
    EXPORT_ATTACHMENT = "export_attachment"
    CHANGE_ATTACHMENT = "change_attachment"
    REMOVE_ATTACHMENT = "remove_attachment"
    # people and employers
    VIEW_PERSON = "view_person"
    CHANGE_PERSON = "change_person"
    VIEW_EMPLOYER = "view_employer"
    CHANGE_EMPLOYER = "change_employer"
    VIEW_PAPERS = "view_papers"
    RECORD_PAPERS = "record_papers"
    # enquiries and the directory
    LIST_ENQUIRIES = "list_enquiries"
    VIEW_ENQUIRY = "view_enquiry"
    LOG_ENQUIRY = "log_enquiry"
    LIST_DIRECTORY = "list_directory"
    CHANGE_DIRECTORY = "change_directory"
    # personal data
    VIEW_CONSENTS = "view_consents"
    RECORD_CONSENT = "record_consent"
    PRINT_CONSENT = "print_consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    VIEW_TRANSFERS = "view_transfers"
    RECORD_TRANSFER = "record_transfer"
    LIST_DUTIES = "list_duties"
    EXPORT_TRANSFERS = "export_transfers"
    EXPORT_PERSON = "export_person"
    SET_HOLD = "set_hold"
    MARK_FOR_ERASURE = "mark_for_erasure"
    ERASE_PERSON = "erase_person"
    PRINT_CERTIFICATE = "print_certificate"
    VIEW_RETENTION = "view_retention"
    RUN_RETENTION = "run_retention"
    APPROVE = "approve"
    # summaries
    VIEW_SUMMARY = "view_summary"
    EXPORT_SUMMARY = "export_summary"
    # the centre and its staff
    VIEW_CENTRE = "view_centre"
    CHANGE_CENTRE = "change_centre"
    VIEW_SETTINGS = "view_settings"
    CHANGE_SETTINGS = "change_settings"
    LIST_STAFF = "list_staff"
    ADD_STAFF = "add_staff"
    CHANGE_ROLE = "change_role"
    END_ACCESS = "end_access"
    REINSTATE = "reinstate"
    RESET_PASSWORD = "reset_password"  # noqa: S105  the name of an action
    CHANGE_PASSWORD = "change_password"  # noqa: S105  the name of an action
    # keys and the file
    REKEY = "rekey"
    MAKE_RECOVERY = "make_recovery"
    REHEARSE_RECOVERY = "rehearse_recovery"
    BACK_UP = "back_up"
    CHECK_BACKUP = "check_backup"
    VERIFY_FILE = "verify_file"
    KEEP_DRAFT = "keep_draft"
    # the law
    VIEW_LAW = "view_law"
    CONFIRM_LAW = "confirm_law"
    ADD_LAW_VALUE = "add_law_value"
    TRUST_LAW_KEY = "trust_law_key"
    INSTALL_LAW = "install_law"
    # the log
    VIEW_OWN_LOG = "view_own_log"
    VIEW_LOG = "view_log"
    CHECK_LOG = "check_log"
    EXPORT_LOG = "export_log"
    RECORD_BREACH = "record_breach"
    EXPORT_BREACH = "export_breach"
    VIEW_CHECK = "view_check"
    FINISH_CHECK = "finish_check"


_LETTERS: Final = {
    "o": Relation.OWN,
    "a": Relation.ASSIGNED,
    "c": Relation.CENTRE,
    "n": Relation.NONE,
}
_ALL: Final = "oacn"
_SEEN: Final = "oac"
_GIVEN: Final = "oa"
_NO: Final = ""

_ROLES: Final = (Role.STAFF, Role.LAWYER, Role.MANAGER, Role.ADMINISTRATOR)
_EVERYBODY: Final = (_ALL, _ALL, _ALL, _ALL)
_AT_THE_CASE: Final = (_SEEN, _SEEN, _SEEN, _GIVEN)
_HOLDERS: Final = (_NO, _SEEN, _SEEN, _NO)
_HEADS: Final = (_NO, _NO, _ALL, _ALL)
_ADMINISTRATOR: Final = (_NO, _NO, _NO, _ALL)
_NOT_STAFF: Final = (_NO, _ALL, _ALL, _ALL)

_TABLE: Final[dict[Action, tuple[str, str, str, str]]] = {
    # action: staff, lawyer, manager, administrator; o own, a assigned, c centre, n none
    Action.LIST_CASES: _EVERYBODY,
    Action.LIST_PEOPLE: _EVERYBODY,
    Action.LIST_EMPLOYERS: _EVERYBODY,
    Action.LIST_LETTERS: _EVERYBODY,
    Action.SEARCH: _EVERYBODY,
    Action.VIEW_TODAY: _EVERYBODY,
    Action.OPEN_CASE: _EVERYBODY,
    Action.VIEW_CASE: _AT_THE_CASE,
    Action.CHANGE_CASE: _AT_THE_CASE,
    Action.DELETE_CASE: _HOLDERS,
    Action.ADD_WORKERS: _AT_THE_CASE,
    Action.LOG_WAGE_COMPLAINT: _AT_THE_CASE,
    Action.RECORD_MONEY: _AT_THE_CASE,
    Action.COUNT_WAGES: _AT_THE_CASE,
    Action.LIST_COMPLAINTS: _AT_THE_CASE,
    Action.LOG_COMPLAINT: _AT_THE_CASE,
    Action.REMOVE_COMPLAINT: _AT_THE_CASE,
    Action.RECORD_PAY: _AT_THE_CASE,
    Action.CHECK_CONTRACT: _AT_THE_CASE,
    Action.VIEW_CONTRACT_CHECK: _AT_THE_CASE,
    Action.SCREEN_WORKER: _AT_THE_CASE,
    Action.VIEW_SCREENING: _AT_THE_CASE,
    Action.VIEW_WARNINGS: _AT_THE_CASE,
    Action.VIEW_READINESS: _AT_THE_CASE,
    Action.RECORD_READINESS: _AT_THE_CASE,
    Action.VIEW_CLOCKS: _AT_THE_CASE,
    Action.SET_CLOCK: _AT_THE_CASE,
    Action.REMOVE_CLOCK: _AT_THE_CASE,
    Action.EXPORT_DATES: _EVERYBODY,
    Action.RECORD_OUTCOME: _AT_THE_CASE,
    Action.CLOSE_CASE: _AT_THE_CASE,
    Action.REOPEN_CASE: _AT_THE_CASE,
    Action.VIEW_PARTIES: _AT_THE_CASE,
    Action.SET_PARTIES: _AT_THE_CASE,
    Action.VIEW_REFERRALS: _AT_THE_CASE,
    Action.RECORD_REFERRAL: _AT_THE_CASE,
    Action.WHO_SAW_CASE: (_GIVEN, _SEEN, _SEEN, _ALL),
    Action.SET_ACCESS: ("o", _SEEN, _SEEN, "o"),
    Action.ASSIGN_CASE: ("o", _SEEN, _SEEN, "o"),
    Action.SEAL_CASE: _HOLDERS,
    Action.UNSEAL_CASE: _HOLDERS,
    Action.GRANT_SEAL: (_NO, _ALL, _ALL, _NO),
    Action.DRAFT_LETTER: _AT_THE_CASE,
    Action.CREATE_LETTER: _AT_THE_CASE,
    Action.VIEW_LETTER: _AT_THE_CASE,
    Action.EXPORT_LETTER: _AT_THE_CASE,
    Action.PRINT_LETTER: _AT_THE_CASE,
    Action.SAVE_LETTER_DRAFT: _AT_THE_CASE,
    Action.REMOVE_LETTER_DRAFT: _AT_THE_CASE,
    Action.SEND_LETTER: _AT_THE_CASE,
    Action.REGISTER_INCOMING: _AT_THE_CASE,
    Action.EXPORT_JOURNAL: _EVERYBODY,
    Action.VIEW_TEXTS: _EVERYBODY,
    Action.CHANGE_TEXTS: (_NO, _ALL, _NO, _NO),
    Action.LIST_ATTACHMENTS: _AT_THE_CASE,
    Action.ADD_ATTACHMENT: _AT_THE_CASE,
    Action.VIEW_ATTACHMENT: _AT_THE_CASE,
    Action.EXPORT_ATTACHMENT: (_GIVEN, _SEEN, _SEEN, _GIVEN),
    Action.CHANGE_ATTACHMENT: _AT_THE_CASE,
    Action.REMOVE_ATTACHMENT: (_GIVEN, _SEEN, _SEEN, _GIVEN),
    Action.VIEW_PERSON: _AT_THE_CASE,
    Action.CHANGE_PERSON: _AT_THE_CASE,
    Action.VIEW_EMPLOYER: _AT_THE_CASE,
    Action.CHANGE_EMPLOYER: _AT_THE_CASE,
    Action.VIEW_PAPERS: _AT_THE_CASE,
    Action.RECORD_PAPERS: _AT_THE_CASE,
    Action.LIST_ENQUIRIES: _EVERYBODY,
    Action.VIEW_ENQUIRY: _EVERYBODY,
    Action.LOG_ENQUIRY: _EVERYBODY,
    Action.LIST_DIRECTORY: _EVERYBODY,
    Action.CHANGE_DIRECTORY: _EVERYBODY,
    Action.VIEW_CONSENTS: _AT_THE_CASE,
    Action.RECORD_CONSENT: _AT_THE_CASE,
    Action.PRINT_CONSENT: _AT_THE_CASE,
    Action.WITHDRAW_CONSENT: _AT_THE_CASE,
    Action.VIEW_TRANSFERS: _AT_THE_CASE,
    Action.RECORD_TRANSFER: _AT_THE_CASE,
    Action.LIST_DUTIES: _EVERYBODY,
    Action.EXPORT_TRANSFERS: (_NO, _NO, _ALL, _NO),
    Action.EXPORT_PERSON: (_GIVEN, _SEEN, _SEEN, _GIVEN),
    Action.SET_HOLD: (_NO, _SEEN, _SEEN, _NO),
    Action.MARK_FOR_ERASURE: _AT_THE_CASE,
    Action.ERASE_PERSON: (_NO, _SEEN, _SEEN, _NO),
    Action.PRINT_CERTIFICATE: (_NO, _ALL, _ALL, _NO),
    Action.VIEW_RETENTION: (_NO, _ALL, _ALL, _NO),
    Action.RUN_RETENTION: (_NO, _NO, _ALL, _NO),
    Action.APPROVE: _NOT_STAFF,
    Action.VIEW_SUMMARY: _NOT_STAFF,
    Action.EXPORT_SUMMARY: _NOT_STAFF,
    Action.VIEW_CENTRE: _EVERYBODY,
    Action.CHANGE_CENTRE: _HEADS,
    Action.VIEW_SETTINGS: _EVERYBODY,
    Action.CHANGE_SETTINGS: _HEADS,
    Action.LIST_STAFF: _EVERYBODY,
    Action.ADD_STAFF: _ADMINISTRATOR,
    Action.CHANGE_ROLE: _ADMINISTRATOR,
    Action.END_ACCESS: _ADMINISTRATOR,
    Action.REINSTATE: _ADMINISTRATOR,
    Action.RESET_PASSWORD: _ADMINISTRATOR,
    Action.CHANGE_PASSWORD: _EVERYBODY,
    Action.REKEY: _ADMINISTRATOR,
    Action.MAKE_RECOVERY: _HEADS,
    Action.REHEARSE_RECOVERY: _HEADS,
    Action.BACK_UP: _EVERYBODY,
    Action.CHECK_BACKUP: _EVERYBODY,
    Action.VERIFY_FILE: _EVERYBODY,
    Action.KEEP_DRAFT: _EVERYBODY,
    Action.VIEW_LAW: _EVERYBODY,
    Action.CONFIRM_LAW: (_NO, _ALL, _NO, _ALL),
    Action.ADD_LAW_VALUE: (_NO, _ALL, _NO, _ALL),
    Action.TRUST_LAW_KEY: _HEADS,
    Action.INSTALL_LAW: (_NO, _ALL, _ALL, _ALL),
    Action.VIEW_OWN_LOG: _EVERYBODY,
    Action.VIEW_LOG: _HEADS,
    Action.CHECK_LOG: _EVERYBODY,
    Action.EXPORT_LOG: _HEADS,
    Action.RECORD_BREACH: _HEADS,
    Action.EXPORT_BREACH: _HEADS,
    Action.VIEW_CHECK: _EVERYBODY,
    Action.FINISH_CHECK: _HEADS,
}

MAY: Final = frozenset(
    (role, action, _LETTERS[letter])
    for action, by_role in _TABLE.items()
    for role, letters in zip(_ROLES, by_role, strict=True)
    for letter in letters
)
"""Everything that is allowed, as (role, action, relation)."""


def may(role: Role, action: Action, relation: Relation) -> bool:
    """Whether this role may do this to a case (or what belongs to one) it stands in this relation to."""
    return (role, action, relation) in MAY


def is_about_a_case(action: Action) -> bool:
    """Whether the answer depends on the relation for any role."""
    return any(letters not in (_ALL, _NO) for letters in _TABLE[action])
