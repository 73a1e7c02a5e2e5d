"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, index and trigger."""
    _centre()
    _staff()
    _law_confirmation()
    _person()
    _employer()
    _case_file()
    _case_worker()
    _money_entry()
    _wage_terms()
    _wage_period()
    _wage_payment()
    _letter()
    _audit()
    _names("person")
    _names("employer")
    op.execute("PRAGMA user_version = 1")


def downgrade() -> None:
    """Remove everything."""
    op.execute("DROP TABLE person_names")
    op.execute("DROP TABLE employer_names")
    op.execute("DROP TRIGGER audit_stays")
    op.execute("DROP TRIGGER audit_is_not_changed")
    op.drop_table("audit")
    op.drop_table("audit_key")
    op.drop_table("letter")
    op.drop_table("wage_payment")
    op.drop_table("wage_period")
    op.drop_table("wage_terms")
    op.drop_table("money_entry")
    op.drop_table("case_worker")
    op.drop_table("case_file")
    op.drop_table("employer")
    op.drop_table("person")
    op.drop_table("law_confirmation")
    op.drop_table("staff")
    op.drop_table("centre")
    op.execute("PRAGMA user_version = 0")


def _centre() -> None:
    op.create_table(
        "centre",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_kk", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("address_kk", sa.String(), nullable=False),
        sa.Column("address_ru", sa.String(), nullable=False),
        sa.Column("address_en", sa.String(), nullable=False),
        sa.Column("letterhead_kk", sa.String(), nullable=False),
        sa.Column("letterhead_ru", sa.String(), nullable=False),
        sa.Column("letterhead_en", sa.String(), nullable=False),
        sa.Column("bin", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_centre"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("login_key", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("login_key", name="uq_staff_login_key"),
    )


def _law_confirmation() -> None:
    op.create_table(
        "law_confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_law_confirmation_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_law_confirmation"),
    )
    op.create_index("ix_law_confirmation_fact_id", "law_confirmation", ["fact_id"], unique=False)


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("name_fold", sa.String(), nullable=False),
        sa.Column("name_skel", sa.String(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("birth", sa.String(), nullable=True),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("citizenship", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_tail", sa.String(), nullable=False),
        sa.Column("iin", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_iin", "person", ["iin"], unique=False)
    op.create_index("ix_person_name_skel", "person", ["name_skel"], unique=False)
    op.create_index("ix_person_name_sort", "person", ["name_sort"], unique=False)
    op.create_index("ix_person_phone_tail", "person", ["phone_tail"], unique=False)


def _employer() -> None:
    op.create_table(
        "employer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_fold", sa.String(), nullable=False),
        sa.Column("name_skel", sa.String(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("bin_iin", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_tail", sa.String(), nullable=False),
        sa.Column("head_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_employer"),
    )
    op.create_index("ix_employer_bin_iin", "employer", ["bin_iin"], unique=False)
    op.create_index("ix_employer_name_skel", "employer", ["name_skel"], unique=False)
    op.create_index("ix_employer_name_sort", "employer", ["name_sort"], unique=False)
    op.create_index("ix_employer_phone_tail", "employer", ["phone_tail"], unique=False)


def _case_file() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("employer_name", sa.String(), nullable=False),
        sa.Column("employer_kind", sa.String(), nullable=False),
        sa.Column("first_worker", sa.String(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.Column("owed_tiyn", sa.BigInteger(), nullable=False),
        sa.Column("received_tiyn", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["employer_id"], ["employer.id"], name="fk_case_file_employer_id"),
        sa.ForeignKeyConstraint(["responsible_id"], ["staff.id"], name="fk_case_file_responsible_id"),
        sa.PrimaryKeyConstraint("id", name="pk_case_file"),
        sa.UniqueConstraint("number", name="uq_case_file_number"),
        sa.UniqueConstraint("year", "sequence", name="uq_case_file_year_sequence"),
    )
    op.create_index("ix_case_file_employer_id_id", "case_file", ["employer_id", "id"], unique=False)
    op.create_index("ix_case_file_status_next_date_id", "case_file", ["status", "next_date", "id"], unique=False)
    op.create_index("ix_case_file_status_owed_tiyn", "case_file", ["status", "owed_tiyn"], unique=False)
    op.create_index("ix_case_file_opened_on", "case_file", ["opened_on"], unique=False)
    op.create_index("ix_case_file_status_id", "case_file", ["status", "id"], unique=False)


def _case_worker() -> None:
    op.create_table(
        "case_worker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("citizenship", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_case_worker_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_case_worker_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_case_worker"),
        sa.UniqueConstraint("case_id", "person_id", name="uq_case_worker_case_id_person_id"),
    )
    op.create_index("ix_case_worker_case_id_position", "case_worker", ["case_id", "position"], unique=False)
    op.create_index(
        "ix_case_worker_case_id_sex_birth_year_citizenship",
        "case_worker",
        ["case_id", "sex", "birth_year", "citizenship"],
        unique=False,
    )
    op.create_index("ix_case_worker_person_id", "case_worker", ["person_id"], unique=False)


def _money_entry() -> None:
    op.create_table(
        "money_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_worker_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount_tiyn", sa.BigInteger(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_worker_id"], ["case_worker.id"], name="fk_money_entry_case_worker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_money_entry"),
    )
    op.create_index("ix_money_entry_case_worker_id", "money_entry", ["case_worker_id"], unique=False)
    op.create_index(
        "ix_money_entry_kind_on_day_amount_tiyn", "money_entry", ["kind", "on_day", "amount_tiyn"], unique=False
    )


def _wage_terms() -> None:
    op.create_table(
        "wage_terms",
        sa.Column("case_worker_id", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("rate_tiyn", sa.BigInteger(), nullable=False),
        sa.Column("pay_day", sa.Integer(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_worker_id"], ["case_worker.id"], name="fk_wage_terms_case_worker_id"),
        sa.PrimaryKeyConstraint("case_worker_id", name="pk_wage_terms"),
    )


def _wage_period() -> None:
    op.create_table(
        "wage_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_worker_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("quantity", sa.String(), nullable=True),
        sa.Column("says_tiyn", sa.BigInteger(), nullable=True),
        sa.Column("paper_tiyn", sa.BigInteger(), nullable=True),
        sa.Column("admits_tiyn", sa.BigInteger(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_worker_id"], ["case_worker.id"], name="fk_wage_period_case_worker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wage_period"),
    )
    op.create_index("ix_wage_period_case_worker_id", "wage_period", ["case_worker_id"], unique=False)


def _wage_payment() -> None:
    op.create_table(
        "wage_payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_worker_id", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("amount_tiyn", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_worker_id"], ["case_worker.id"], name="fk_wage_payment_case_worker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wage_payment"),
    )
    op.create_index("ix_wage_payment_case_worker_id", "wage_payment", ["case_worker_id"], unique=False)


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("pay_by", sa.Date(), nullable=False),
        sa.Column("signer_id", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name="fk_letter_case_id"),
        sa.ForeignKeyConstraint(["signer_id"], ["staff.id"], name="fk_letter_signer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("number", name="uq_letter_number"),
        sa.UniqueConstraint("year", "sequence", name="uq_letter_year_sequence"),
    )
    op.create_index("ix_letter_case_id", "letter", ["case_id"], unique=False)


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=True),
        sa.Column("computer", sa.String(), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_index("ix_audit_entity_entity_id", "audit", ["entity", "entity_id"], unique=False)
    op.create_table(
        "audit_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_key"),
    )
    op.execute(STAYS)
    op.execute(IS_NOT_CHANGED)


def _names(table: str) -> None:
    """The words of folded names, with the beginnings of words, kept by triggers."""
    for statement in (WORDS, ADDED, REMOVED, CHANGED):
        op.execute(statement.replace("TABLE_", table))


WORDS = """
CREATE VIRTUAL TABLE TABLE__names USING fts5(
  name_fold, content='TABLE_', content_rowid='id', tokenize='unicode61', prefix='2 3')
"""
ADDED = """
CREATE TRIGGER TABLE__names_added AFTER INSERT ON TABLE_ BEGIN
  INSERT INTO TABLE__names(rowid, name_fold) VALUES (new.id, new.name_fold);
END
"""
REMOVED = """
CREATE TRIGGER TABLE__names_removed AFTER DELETE ON TABLE_ BEGIN
  INSERT INTO TABLE__names(TABLE__names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
END
"""
CHANGED = """
CREATE TRIGGER TABLE__names_changed AFTER UPDATE OF name_fold ON TABLE_ BEGIN
  INSERT INTO TABLE__names(TABLE__names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
  INSERT INTO TABLE__names(rowid, name_fold) VALUES (new.id, new.name_fold);
END
"""
STAYS = """
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'lines of the log stay');
END
"""
IS_NOT_CHANGED = """
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'lines of the log are not changed');
END
"""
