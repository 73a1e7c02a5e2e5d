"""Access to cases, a second key, attachments, consents, drafts and settings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "case_access",
    "key_holder",
    "seal_holder",
    "attachment_piece",
    "attachment",
    "transfer",
    "consent",
    "erasure",
    "breach",
    "draft",
    "setting",
)
# What the log is asked for.
LOG = ("staff_id", "action", "at")
# Words of a removed name leave the index at once.
THOROUGH = (
    "INSERT INTO person_names(person_names, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO employer_names(employer_names, rank) VALUES ('secure-delete', 1)",
)


def upgrade() -> None:
    """Add what the second step keeps; rows of the first stay as they are."""
    _columns()
    _access()
    _attachments()
    _consents()
    _transfers()
    _erasures()
    _desk()
    for statement in THOROUGH:
        op.execute(statement)
    op.execute(CLOSED)
    op.execute("PRAGMA user_version = 2")


def downgrade() -> None:
    """Remove what was added."""
    for statement in THOROUGH:
        op.execute(statement.replace("1)", "0)"))
    for table in TABLES:
        op.drop_table(table)
    for column in LOG:
        op.drop_index(f"ix_audit_{column}", "audit")
    op.drop_index("ix_case_file_restricted", "case_file")
    op.drop_index("ix_case_file_responsible_id_id", "case_file")
    for column in ("access", "closed_on", "hold_until", "hold_reason", "sealed", "anonymised_on"):
        op.drop_column("case_file", column)
    op.drop_column("letter", "sealed")
    for column in ("anonymised_on", "erase_from", "erase_reason"):
        op.drop_column("person", column)
    op.drop_column("staff", "left_on")
    op.drop_column("staff", "public_key")
    op.execute("PRAGMA user_version = 1")


def _columns() -> None:
    op.add_column("staff", sa.Column("public_key", sa.LargeBinary(), nullable=True))
    op.add_column("staff", sa.Column("left_on", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("anonymised_on", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("erase_from", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("erase_reason", sa.String(), nullable=False, server_default=""))
    op.add_column("letter", sa.Column("sealed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("case_file", sa.Column("access", sa.String(), nullable=False, server_default="centre"))
    op.add_column("case_file", sa.Column("closed_on", sa.Date(), nullable=True))
    op.add_column("case_file", sa.Column("hold_until", sa.Date(), nullable=True))
    op.add_column("case_file", sa.Column("hold_reason", sa.String(), nullable=False, server_default=""))
    op.add_column("case_file", sa.Column("sealed", sa.LargeBinary(), nullable=True))
    op.add_column("case_file", sa.Column("anonymised_on", sa.Date(), nullable=True))
    op.create_index("ix_case_file_responsible_id_id", "case_file", ["responsible_id", "id"])
    op.create_index("ix_case_file_restricted", "case_file", ["id"], sqlite_where=sa.text("access <> 'centre'"))
    for column in LOG:
        op.create_index(f"ix_audit_{column}", "audit", [column])


# A case that was closed before this release: the last day anybody changed it, by the log.
CLOSED = """
UPDATE case_file SET closed_on = coalesce(
  (SELECT substr(max(audit.at), 1, 10) FROM audit
    WHERE audit.entity = 'case' AND audit.entity_id = case_file.id AND audit.action = 'change_case'),
  opened_on)
WHERE status = 'closed'
"""


def _access() -> None:
    op.create_table(
        "case_access",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_case_access_case_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_case_access_staff_id"),
        sa.ForeignKeyConstraint(["given_by"], ["staff.id"], name="fk_case_access_given_by"),
        sa.PrimaryKeyConstraint("case_id", "staff_id", name="pk_case_access"),
    )
    op.create_index("ix_case_access_staff_id", "case_access", ["staff_id"])
    for table, column in (("key_holder", "public_key"), ("seal_holder", "sealed_key")):
        op.create_table(
            table,
            sa.Column("owner", sa.String(), nullable=False),
            sa.Column(column, sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint("owner", name=f"pk_{table}"),
        )


def _attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("file_key", sa.LargeBinary(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_attachment_case_id"),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name="fk_attachment_added_by"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_case_id", "attachment", ["case_id"])
    op.create_table(
        "attachment_piece",
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name="fk_attachment_piece_attachment_id"),
        sa.PrimaryKeyConstraint("attachment_id", "number", name="pk_attachment_piece"),
    )


def _consents() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("data", sa.String(), nullable=False),
        sa.Column("aims", sa.String(), nullable=False),
        sa.Column("third_parties", sa.Boolean(), nullable=False),
        sa.Column("recipients", sa.String(), nullable=False),
        sa.Column("cross_border", sa.Boolean(), nullable=False),
        sa.Column("countries", sa.String(), nullable=False),
        sa.Column("open_sources", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal", sa.String(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("refused_on", sa.Date(), nullable=True),
        sa.Column("refusal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id"),
        sa.ForeignKeyConstraint(["recorded_by"], ["staff.id"], name="fk_consent_recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])


def _transfers() -> None:
    op.create_table(
        "transfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("aim", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("consent_id", sa.Integer(), nullable=True),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_transfer_person_id"),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_transfer_case_id"),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name="fk_transfer_consent_id"),
        sa.ForeignKeyConstraint(["recorded_by"], ["staff.id"], name="fk_transfer_recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_transfer"),
    )
    op.create_index("ix_transfer_person_id", "transfer", ["person_id"])
    op.create_index("ix_transfer_on_day", "transfer", ["on_day"])


def _erasures() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("attachments", sa.Integer(), nullable=False),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["staff.id"], name="fk_erasure_done_by"),
        sa.ForeignKeyConstraint(["approved_by"], ["staff.id"], name="fk_erasure_approved_by"),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
        sa.UniqueConstraint("code", name="uq_erasure_code"),
    )
    op.create_table(
        "breach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("found_at", sa.String(), nullable=False),
        sa.Column("described", sa.String(), nullable=False),
        sa.Column("notified_at", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["recorded_by"], ["staff.id"], name="fk_breach_recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_breach"),
    )


def _desk() -> None:
    op.create_table(
        "draft",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_draft_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", "form", name="pk_draft"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
