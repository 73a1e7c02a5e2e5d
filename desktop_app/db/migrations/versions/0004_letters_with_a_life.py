"""Letters with a life: drafts, sending, incoming papers, standing texts, the logo and the mark of the centre."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "int": sa.Integer(),
    "date": sa.Date(),
    "text": sa.String(),
}
# Name, type (? where it may be empty), and the table whose id it holds.
TABLES = {
    "letter_draft": (
        "id int",
        "case_id int case_file",
        "kind text",
        "language text",
        "workers int",
        "changed_on date",
        "changed_by int staff",
        "version int",
        "request text",
    ),
    "letter_sending": (
        "id int",
        "letter_id int letter",
        "case_id int case_file",
        "on_day date",
        "way text",
        "proof text",
        "their_number text",
        "noted_by int staff",
    ),
    "incoming_paper": (
        "id int",
        "case_id int case_file",
        "letter_id int? letter",
        "attachment_id int? attachment",
        "number text",
        "year int",
        "sequence int",
        "received_on date",
        "sender text",
        "their_number text",
        "their_date date?",
        "about text",
        "answer text",
        "noted_by int staff",
    ),
    "standing_text": (
        "id int",
        "key text",
        "language text",
        "version int",
        "text text",
        "shipped text",
        "written_on date",
        "written_by int staff",
    ),
}
UNIQUE = (
    ("incoming_paper", ("number",)),
    ("incoming_paper", ("year", "sequence")),
    ("standing_text", ("key", "language", "version")),
)
INDEXES = (
    ("letter_draft", "case_id"),
    ("letter_sending", "letter_id"),
    ("letter_sending", "case_id"),
    ("incoming_paper", "case_id"),
    ("incoming_paper", "letter_id"),
    ("incoming_paper", "received_on"),
)
# Table, column, type, and what rows of before have in it: None leaves them empty.
COLUMNS: tuple[tuple[str, str, sa.types.TypeEngine[Any], str | None], ...] = (
    ("centre", "code", sa.String(), ""),
    ("centre", "logo", sa.LargeBinary(), None),
    ("letter", "addressee_kind", sa.String(), "employer"),
    ("letter", "addressee", sa.String(), ""),
    ("letter", "code", sa.String(), ""),
    ("letter", "copy_of", sa.Integer(), None),
    ("letter", "sent_on", sa.Date(), None),
    ("letter", "answered_on", sa.Date(), None),
    ("letter", "worker_ids", sa.String(), ""),
)
# As the first release and the second made them. Behind the PDF nothing may stand: it would be read through all of it.
OLD_COLUMNS = (
    *("id int", "case_id int", "number text", "year int", "sequence int", "kind text", "language text", "on_day date"),
    *("pay_by date", "signer_id int", "workers int", "sha256 text"),
)
FOR_THE_FILE = ("contract_memo", "readiness_list")


def upgrade() -> None:
    """Add what the fourth step keeps; letters of before stay as they are."""
    for column in _added("centre"):
        op.add_column("centre", column)
    _move_pdf_behind()
    for kind in FOR_THE_FILE:
        moved = sa.text("UPDATE letter SET addressee_kind = 'file' WHERE kind = :kind")
        op.execute(moved.bindparams(kind=kind))
    for table, columns in TABLES.items():
        _create(table, columns)
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    unsent = sa.text("sent_on IS NULL AND answered_on IS NULL AND copy_of IS NULL AND code <> ''")
    op.create_index("ix_letter_unsent", "letter", ["on_day", "addressee_kind", "case_id"], sqlite_where=unsent)
    op.create_index("ix_letter_code", "letter", ["code"])
    op.execute("PRAGMA user_version = 4")


def downgrade() -> None:
    """Remove what was added."""
    for name in ("ix_letter_code", "ix_letter_unsent"):
        op.drop_index(name, "letter")
    for table in reversed(TABLES):
        op.drop_table(table)
    for table, name, _kind, _before in reversed(COLUMNS):
        op.drop_column(table, name)
    op.execute("PRAGMA user_version = 3")


def _added(table: str) -> list[Any]:
    return [
        sa.Column(name, type_, nullable=before is None, server_default=before)
        for owner, name, type_, before in COLUMNS
        if owner == table
    ]


def _move_pdf_behind() -> None:
    """Copy the letters into a table with the columns of this step, and the PDF as the last one."""
    told = [each.split() for each in OLD_COLUMNS]
    op.create_table(
        "letter_copied",
        *(sa.Column(name, TYPES[kind], nullable=False) for name, kind in told),
        sa.Column("sealed", sa.Boolean(), nullable=False, server_default=sa.text("0")),
        *_added("letter"),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_letter_case_id"),
        sa.ForeignKeyConstraint(["signer_id"], ["staff.id"], name="fk_letter_signer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("number", name="uq_letter_number"),
        sa.UniqueConstraint("year", "sequence", name="uq_letter_year_sequence"),
    )
    names = [*(name for name, _kind in told), "sealed", "pdf"]
    before, after = (sa.table(table, *map(sa.column, names)) for table in ("letter", "letter_copied"))
    op.execute(sa.insert(after).from_select(names, sa.select(before).order_by(before.c.id)))
    op.drop_table("letter")
    op.rename_table("letter_copied", "letter")
    op.create_index("ix_letter_case_id", "letter", ["case_id"])


def _create(table: str, columns: tuple[str, ...]) -> None:
    made: list[Any] = []
    for told in columns:
        name, kind, *other = told.split()
        made.append(sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?")))
        made += [sa.ForeignKeyConstraint([name], [f"{each}.id"], name=f"fk_{table}_{name}") for each in other]
    made.append(sa.PrimaryKeyConstraint("id", name=f"pk_{table}"))
    for about, names in UNIQUE:
        if about == table:
            made.append(sa.UniqueConstraint(*names, name=f"uq_{table}_{'_'.join(names)}"))
    op.create_table(table, *made)
