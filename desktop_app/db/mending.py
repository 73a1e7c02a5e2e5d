"""After a salvage: rows that refer to a lost one get a stand-in, so that the rest of a case stays where it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop_app import settings
from desktop_app.db import rows
from desktop_app.db.models import Case, CaseWorker, MoneyEntry
from desktop_app.db.queries import clocks, rules
from desktop_app.db.queries.rules import Rule
from desktop_app.db.vault import login_key
from desktop_app.domain.cases import Channel, MoneyKind, Sector, Status
from desktop_app.domain.centre import Role
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.domain.salvage import Lost, Salvaged

UNKNOWN: Final = "?"
"""The name of what was lost, when nothing else tells it."""

_MOST_ROUNDS: Final = 10
_EMPTY: Final[Mapping[str, object]] = {"DATE": "2000-01-01", "BLOB": b"", "VARCHAR": "", "TEXT": ""}

Values = dict[str, Any]
Make = Callable[[sa.Connection, int], Values]


def mended(connection: sa.Connection, told: Salvaged, login: str) -> Salvaged:
    """Put stand-ins where a lost row is referred to, take away what cannot stand alone, and let `login` sign in."""
    stand_ins: Counter[str] = Counter()
    lost = list(told.lost)
    if not connection.execute(sa.text("SELECT count(*) FROM centre")).scalar_one():
        _add(connection, "centre", 1, {})
        stand_ins["centre"] += 1
    made_owner = _make_owner(connection, login)
    for _ in range(_MOST_ROUNDS):
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if not broken:
            break
        for table, row_id, parent, number in dict.fromkeys(tuple(row) for row in broken):
            lost += _mend(connection, table, row_id, parent, number, stand_ins)
    return replace(told, lost=tuple(lost), stand_ins=dict(stand_ins), made_owner=made_owner)


def count_again(session: Session) -> None:
    """Bring what cases repeat of their rows in line with the rows that are left."""
    broken: dict[Rule, list[int]] = {}
    for rule, case_id in rules.broken(session):
        broken.setdefault(rule, []).append(case_id)
    for case_id in broken.get(Rule.WORKERS, ()):
        workers = sa.select(sa.func.count()).where(CaseWorker.case_id == case_id)
        session.get_one(Case, case_id).workers = session.scalar(workers) or 0
    for case_id in broken.get(Rule.RECEIVED, ()):
        of_case = sa.select(CaseWorker.id).where(CaseWorker.case_id == case_id)
        received = sa.select(sa.func.sum(MoneyEntry.amount_tiyn)).where(
            MoneyEntry.case_worker_id.in_(of_case), MoneyEntry.kind == MoneyKind.RECEIVED.value
        )
        session.get_one(Case, case_id).received_tiyn = session.scalar(received) or 0
    for case_id in broken.get(Rule.NEXT_DEADLINE, ()):
        clocks.refresh_next(session, case_id)


def _make_owner(connection: sa.Connection, login: str) -> bool:
    """Make whoever salvages the administrator when their row is lost; nobody could sign in else."""
    key = login_key(login)
    if connection.execute(sa.text("SELECT 1 FROM staff WHERE login_key = :key"), {"key": key}).first() is not None:
        return False
    known = (
        "SELECT staff_id FROM audit UNION SELECT id FROM staff "
        "UNION SELECT responsible_id FROM case_file UNION SELECT signer_id FROM letter"
    )
    ids = {each for each in connection.exec_driver_sql(known).scalars() if each is not None}
    # The only one there ever was is the one who salvages; of several nobody can say which.
    staff_id = max(ids, default=0) + (len(ids) != 1)
    told = {"login": login, "login_key": key, "full_name": login, "role": Role.ADMINISTRATOR.value, "active": 1}
    _add(connection, "staff", staff_id, told)
    return True


def _mend(
    connection: sa.Connection, table: str, row_id: int, parent: str, number: int, stand_ins: Counter[str]
) -> list[Lost]:
    column = connection.execute(
        sa.text('SELECT "from" FROM pragma_foreign_key_list(:name) WHERE id = :number'),
        {"name": table, "number": number},
    ).scalar_one()
    row = sa.table(table, sa.column(column), sa.column("rowid"))
    wanted = connection.execute(sa.select(row.c[column]).where(row.c.rowid == row_id)).scalar_one_or_none()
    if wanted is None:
        return []
    if not _is_needed(connection, table, column):
        connection.execute(sa.update(row).where(row.c.rowid == row_id).values({column: None}))
    elif parent in _STAND_INS:
        if not _is_there(connection, parent, wanted):
            _add(connection, parent, wanted, _STAND_INS[parent](connection, wanted))
            stand_ins[parent] += 1
    else:
        connection.execute(sa.delete(row).where(row.c.rowid == row_id))
        return [Lost(table, row_id, row_id)]
    return []


def _is_needed(connection: sa.Connection, table: str, column: str) -> bool:
    wanted = sa.text('SELECT "notnull" FROM pragma_table_info(:name) WHERE name = :column')
    return bool(connection.execute(wanted, {"name": table, "column": column}).scalar_one())


def _is_there(connection: sa.Connection, table: str, row_id: int) -> bool:
    row = sa.table(table, sa.column("id"))
    return connection.execute(sa.select(row.c.id).where(row.c.id == row_id)).first() is not None


def _add(connection: sa.Connection, table: str, row_id: int, told: Values) -> None:
    """Add a row; columns that must have a value and are not told get an empty one."""
    wanted = sa.text('SELECT name, type, "notnull" AS needed, dflt_value FROM pragma_table_info(:name)')
    values: Values = {}
    for column in connection.execute(wanted, {"name": table}).all():
        if column.name == "id":
            values["id"] = row_id
        elif column.name in told:
            values[column.name] = told[column.name]
        elif column.needed and column.dflt_value is None:
            values[column.name] = _EMPTY.get(column.type, 0)
    connection.execute(sa.insert(sa.table(table, *map(sa.column, values))), values)


def _employer(connection: sa.Connection, employer_id: int) -> Values:
    """An employer under the name that its cases repeat."""
    named = sa.text("SELECT employer_name FROM case_file WHERE employer_id = :id AND employer_name <> '' LIMIT 1")
    name = connection.execute(named, {"id": employer_id}).scalar_one_or_none()
    return rows.columns_of_employer(Employer(name or UNKNOWN, EmployerKind.COMPANY))


def _person(connection: sa.Connection, person_id: int) -> Values:
    """A person under the name that a case repeats of its first worker."""
    named = sa.text(
        "SELECT c.first_worker FROM case_file c JOIN case_worker w ON w.case_id = c.id "
        "WHERE w.person_id = :id AND w.position = 0 AND c.first_worker <> '' LIMIT 1"
    )
    name = connection.execute(named, {"id": person_id}).scalar_one_or_none()
    return rows.columns_of_person(Person(name or UNKNOWN))


def _staff(_connection: sa.Connection, staff_id: int) -> Values:
    login = f"lost-{staff_id}"
    return {"login": login, "login_key": login, "full_name": UNKNOWN, "role": Role.STAFF.value, "active": 0}


def _case(connection: sa.Connection, case_id: int) -> Values:
    """A case that holds what is left of it: letters, workers, attachments."""
    employers = "SELECT min(id) FROM employer WHERE name = '?' UNION ALL SELECT max(id) + 1 FROM employer"
    employer_id = next(each for each in (*connection.exec_driver_sql(employers).scalars(), 1) if each is not None)
    return {
        "number": f"lost-{case_id}",
        "sequence": case_id,
        "version": 1,
        "employer_id": employer_id,
        "sector": Sector.OTHER.value,
        "channel": Channel.VISIT.value,
        "status": Status.OPEN.value,
        "opened_on": settings.today().isoformat(),
        "employer_name": UNKNOWN,
        "employer_kind": EmployerKind.COMPANY.value,
        "first_worker": UNKNOWN,
        "access": "centre",
    }


_STAND_INS: Final[dict[str, Make]] = {
    "employer": _employer,
    "person": _person,
    "staff": _staff,
    "case_file": _case,
}
