"""What the codes of the domain are called: English msgids for screens, letters and summaries.

Each table is its own because equal codes mean different things: "other" is a sector and a channel.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.cases import Channel, MoneyKind, Sector, Status
from desktop_app.domain.centre import Role
from desktop_app.domain.complaints import Evidence, PayBasis
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.people import Sex
from desktop_app.i18n import N_

SECTORS: Final = {
    Sector.CONSTRUCTION: N_("Construction"),
    Sector.AGRICULTURE: N_("Agriculture"),
    Sector.DOMESTIC: N_("Domestic work"),
    Sector.TRADE: N_("Trade"),
    Sector.CATERING: N_("Catering"),
    Sector.HOTELS: N_("Hotels and accommodation"),
    Sector.TRANSPORT: N_("Transport"),
    Sector.DELIVERY: N_("Delivery and couriers"),
    Sector.MANUFACTURING: N_("Manufacturing"),
    Sector.MINING: N_("Mining"),
    Sector.SERVICES: N_("Household services"),
    Sector.CLEANING: N_("Cleaning"),
    Sector.WAREHOUSE: N_("Loading and warehouse work"),
    Sector.OTHER: N_("Another sector"),
}

CHANNELS: Final = {
    Channel.VISIT: N_("Visit to the centre"),
    Channel.PHONE: N_("Phone call"),
    Channel.MESSENGER: N_("Messenger"),
    Channel.OUTREACH: N_("Outreach"),
    Channel.PARTNER: N_("Partner organisation"),
    Channel.OTHER: N_("Another way"),
}

STATUSES: Final = {Status.OPEN: N_("Open"), Status.CLOSED: N_("Closed")}

EMPLOYER_KINDS: Final = {
    EmployerKind.COMPANY: N_("Company"),
    EmployerKind.SOLE_TRADER: N_("Sole trader"),
    EmployerKind.HOUSEHOLD: N_("Individual household"),
    EmployerKind.FOREMAN: N_("Foreman without papers"),
}

PAY_BASES: Final = {
    PayBasis.MONTHLY: N_("By the month"),
    PayBasis.DAILY: N_("By the day or shift"),
    PayBasis.HOURLY: N_("By the hour"),
    PayBasis.PIECE: N_("By the piece"),
    PayBasis.LUMP_SUM: N_("A lump sum for the whole work"),
}

EVIDENCE: Final = {
    Evidence.SAYS: N_("The worker says"),
    Evidence.PAPER: N_("Paper shows"),
    Evidence.ADMITS: N_("The employer admits"),
}

MONEY_KINDS: Final = {
    MoneyKind.CLAIMED: N_("Claimed"),
    MoneyKind.AWARDED: N_("Awarded"),
    MoneyKind.RECEIVED: N_("Received"),
}

SEXES: Final = {
    Sex.FEMALE: N_("Female"),
    Sex.MALE: N_("Male"),
    Sex.UNKNOWN: N_("Not known"),
}

ROLES: Final = {
    Role.STAFF: N_("Staff member"),
    Role.LAWYER: N_("Lawyer"),
    Role.MANAGER: N_("Manager"),
    Role.ADMINISTRATOR: N_("Administrator"),
}
