"""Every kind of complaint with its clocks, papers, directory, and the law as the centre keeps it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "int": sa.Integer(),
    "big": sa.BigInteger(),
    "bool": sa.Boolean(),
    "date": sa.Date(),
    "blob": sa.LargeBinary(),
    "text": sa.String(),
}
# Name, type (? where it may be empty), and the table whose id it holds.
TABLES = {
    "complaint": (
        "id int",
        "case_id int case_file",
        "kind text",
        "since text?",
        "logged_on date",
        "logged_by int? staff",
        "settled_on date?",
        "answers text",
        "note text",
        "version int",
    ),
    "complaint_worker": (
        "complaint_id int complaint",
        "case_worker_id int case_worker",
    ),
    "held_document": (
        "id int",
        "case_worker_id int case_worker",
        "complaint_id int complaint",
        "kind text",
        "number text",
        "since text?",
        "held_by text",
        "place text",
        "word text",
        "returned_on date?",
    ),
    "contract_check": (
        "id int",
        "case_id int case_file",
        "case_worker_id int? case_worker",
        "checked_on date",
        "checked_by int? staff",
        "answers text",
        "note text",
    ),
    "readiness": (
        "case_id int case_file",
        "answers text",
        "changed_on date",
    ),
    "screening": (
        "id int",
        "case_worker_id int case_worker",
        "indicator text",
        "answer text",
        "note text",
        "on_day date",
        "staff_id int? staff",
    ),
    "hours_month": (
        "id int",
        "case_worker_id int case_worker",
        "month date",
        "worked text?",
        "overtime text?",
        "night text?",
        "day_off text?",
        "hour_tiyn big?",
        "paid_tiyn big?",
        "word text",
    ),
    "deduction": (
        "id int",
        "case_worker_id int case_worker",
        "month date",
        "amount_tiyn big",
        "ground text",
        "consent text",
        "reason text",
        "word text",
    ),
    "leave_claim": (
        "case_worker_id int case_worker",
        "from_day date",
        "to_day date",
        "days_a_year text?",
        "used_days text",
        "average_tiyn big?",
        "word text",
    ),
    "instalment": (
        "id int",
        "case_worker_id int case_worker",
        "promised_on date",
        "due_on date",
        "amount_tiyn big",
        "word text",
        "note text",
    ),
    "paper": (
        "id int",
        "person_id int person",
        "kind text",
        "number text",
        "issued_on date?",
        "expires_on date?",
        "region text",
        "employer text",
        "note text",
    ),
    "stay": (
        "id int",
        "person_id int person",
        "entered_on date",
        "left_on date?",
        "note text",
    ),
    "work_right": (
        "person_id int person",
        "status text",
        "purpose text",
        "answers text",
        "unpaid_fine text",
        "fine_on date?",
        "fine_note text",
    ),
    "deadline": (
        "id int",
        "case_id int case_file",
        "case_worker_id int? case_worker",
        "kind text",
        "rule text",
        "started_on date?",
        "due_on date",
        "latest_on date?",
        "letter_id int? letter",
        "instalment_id int? instalment",
        "after_id int? deadline",
        "note text",
        "done_on date?",
        "answer text",
        "answer_note text",
        "removed_on date?",
        "removed_why text",
        "made_by int? staff",
    ),
    "outcome": (
        "id int",
        "case_id int case_file",
        "case_worker_id int? case_worker",
        "code text",
        "on_day date",
        "amount_tiyn big?",
        "word text",
        "evidence text",
    ),
    "satisfaction": (
        "id int",
        "case_id int case_file",
        "on_day date",
        "language text",
        "help_mark int?",
        "respect_mark int?",
        "again text",
        "comment text",
    ),
    "enquiry": (
        "id int",
        "on_day date",
        "channel text",
        "language text",
        "topic text",
        "caller text",
        "phone text",
        "sex text",
        "citizenship text",
        "region text",
        "question text",
        "answer text",
        "staff_id int staff",
        "case_id int? case_file",
        "version int",
    ),
    "directory_entry": (
        "id int",
        "shipped_key text?",
        "kind text",
        "name_kk text",
        "name_ru text",
        "name_en text",
        "name_sort text",
        "region text",
        "country text",
        "address text",
        "phone text",
        "email text",
        "hours text",
        "languages text",
        "note text",
        "source text",
        "confidence text",
        "checked_on date?",
        "checked_by int? staff",
        "active bool",
    ),
    "referral": (
        "id int",
        "entry_id int directory_entry",
        "case_id int? case_file",
        "case_worker_id int? case_worker",
        "enquiry_id int? enquiry",
        "on_day date",
        "aim text",
        "consent text",
        "consent_on date?",
        "result text",
        "result_on date?",
        "note text",
        "staff_id int? staff",
    ),
    "case_party": (
        "id int",
        "case_id int case_file",
        "employer_id int employer",
        "part text",
        "note text",
    ),
    "law_row": (
        "id int",
        "key text",
        "effective_from date",
        "confirmed_until date?",
        "value text",
        "source text",
        "added_on date",
        "added_by int staff",
        "withdrawn_on date?",
        "withdrawn_by int? staff",
    ),
    "law_key": (
        "id int",
        "name text",
        "public_key blob",
        "trusted_on date",
        "trusted_by int staff",
        "removed_on date?",
    ),
    "law_update": (
        "id int",
        "number int",
        "key_id int law_key",
        "signed_on date",
        "installed_on date",
        "installed_by int staff",
        "content text",
        "signature blob",
    ),
}
KEYS = {
    "complaint_worker": (
        "complaint_id",
        "case_worker_id",
    ),
    "readiness": ("case_id",),
    "leave_claim": ("case_worker_id",),
    "work_right": ("person_id",),
}
UNIQUE = (
    (
        "screening",
        (
            "case_worker_id",
            "indicator",
        ),
    ),
    ("directory_entry", ("shipped_key",)),
    (
        "case_party",
        (
            "case_id",
            "employer_id",
            "part",
        ),
    ),
    ("law_key", ("public_key",)),
    ("law_update", ("number",)),
)
INDEXES = (
    ("complaint", "case_id"),
    ("complaint", "kind"),
    ("complaint_worker", "case_worker_id"),
    ("held_document", "case_worker_id"),
    ("held_document", "complaint_id"),
    ("contract_check", "case_id"),
    ("contract_check", "case_worker_id"),
    ("screening", "indicator"),
    ("hours_month", "case_worker_id"),
    ("deduction", "case_worker_id"),
    ("instalment", "case_worker_id"),
    ("instalment", "due_on"),
    ("paper", "expires_on"),
    ("paper", "person_id"),
    ("stay", "person_id"),
    ("deadline", "case_id"),
    ("deadline", "case_worker_id"),
    ("deadline", "instalment_id"),
    ("deadline", "letter_id"),
    ("outcome", "case_id"),
    ("outcome", "case_worker_id"),
    ("outcome", "code"),
    ("satisfaction", "case_id"),
    ("enquiry", "case_id"),
    ("enquiry", "on_day"),
    ("directory_entry", "kind"),
    ("directory_entry", "name_sort"),
    ("referral", "case_id"),
    ("referral", "case_worker_id"),
    ("referral", "enquiry_id"),
    ("referral", "entry_id"),
    ("referral", "on_day"),
    ("case_party", "employer_id"),
    ("law_row", "key"),
)
OPEN = "done_on IS NULL AND removed_on IS NULL"
# Table, column, type, and what rows of before have in it: None leaves them empty.
COLUMNS = (
    ("case_file", "next_deadline", sa.Date(), None),
    ("case_file", "closed_why", sa.String(), ""),
    ("case_worker", "lives_at_site", sa.String(), ""),
    ("money_entry", "evidence", sa.String(), ""),
    ("person", "phone_safe", sa.String(), ""),
    ("person", "safe_contact", sa.String(), ""),
    ("wage_terms", "currency", sa.String(), "KZT"),
    ("wage_terms", "exchange_rate", sa.String(), None),
    ("wage_terms", "exchange_on", sa.Date(), None),
    ("wage_terms", "exchange_source", sa.String(), ""),
    ("wage_terms", "week_hours", sa.String(), None),
)


def upgrade() -> None:
    """Add what the third step keeps; rows of before stay as they are."""
    for table, name, kind, before in COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=before is None, server_default=before))
    for table, columns in TABLES.items():
        _create(table, columns)
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("ix_deadline_open", "deadline", ["due_on", "case_id"], sqlite_where=sa.text(OPEN))
    op.execute("PRAGMA user_version = 3")


def downgrade() -> None:
    """Remove what was added."""
    for table in reversed(TABLES):
        op.drop_table(table)
    for table, name, _kind, _before in reversed(COLUMNS):
        op.drop_column(table, name)
    op.execute("PRAGMA user_version = 2")


def _create(table: str, columns: tuple[str, ...]) -> None:
    made: list[Any] = []
    for told in columns:
        name, kind, *other = told.split()
        made.append(sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")))
        made += [sa.ForeignKeyConstraint([name], [f"{each}.id"], name=f"fk_{table}_{name}") for each in other]
    made.append(sa.PrimaryKeyConstraint(*KEYS.get(table, ("id",)), name=f"pk_{table}"))
    for about, names in UNIQUE:
        if about == table:
            made.append(sa.UniqueConstraint(*names, name=f"uq_{table}_{'_'.join(names)}"))
    op.create_table(table, *made)
