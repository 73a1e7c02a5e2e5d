"""The eleven indicators of forced labour of the International Labour Organization, by name and never by number.

English titles are those of the ILO booklet of 2012; other languages give working translations, which screens say. What
each means, what to ask gently and what to leave unasked is the centre's practice and no text of law.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.i18n import N_


class Indicator(StrEnum):
    """An indicator; the value is what the file stores."""

    VULNERABILITY = "abuse_of_vulnerability"
    DECEPTION = "deception"
    MOVEMENT = "restriction_of_movement"
    ISOLATION = "isolation"
    VIOLENCE = "physical_and_sexual_violence"
    THREATS = "intimidation_and_threats"
    DOCUMENTS = "retention_of_identity_documents"
    WAGES = "withholding_of_wages"
    DEBT = "debt_bondage"
    CONDITIONS = "abusive_working_and_living_conditions"
    OVERTIME = "excessive_overtime"


class Found(StrEnum):
    """What a conversation found about an indicator; UNKNOWN also when it could not be asked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class About:
    """The words about an indicator, as msgids: title, meaning, what to ask gently, what not to ask."""

    title: str
    meaning: str
    ask: str
    avoid: str


FOUND: Final = {Found.UNKNOWN: N_("Not known"), Found.YES: N_("Yes"), Found.NO: N_("No")}

INDICATORS: Final = {
    Indicator.VULNERABILITY: About(
        N_("Abuse of vulnerability"),
        N_("The employer uses that somebody has no papers, no language, no money or nobody to turn to."),
        N_("“Is there anything the employer says you cannot do because of your papers or your situation?”"),
        N_("Do not ask why they came without papers. It sounds like blame."),
    ),
    Indicator.DECEPTION: About(
        N_("Deception"),
        N_("The work, the pay, the place or the papers are not what was promised."),
        N_("“What were you told about the work before you came? What is different?”"),
        N_("Do not ask how they could believe it."),
    ),
    Indicator.MOVEMENT: About(
        N_("Restriction of movement"),
        N_("Somebody cannot leave the place of work or housing, or only with permission or a guard."),
        N_("“If you wanted to go to the shop or home tomorrow, what would happen?”"),
        N_("Do not ask why they did not run away."),
    ),
    Indicator.ISOLATION: About(
        N_("Isolation"),
        N_("Contact with family, friends or the outside is cut off, or nobody knows where the person is."),
        N_("“Whom can you call or write to? Does your family know where you work?”"),
        N_("Do not ask for the phone to look through it."),
    ),
    Indicator.VIOLENCE: About(
        N_("Physical and sexual violence"),
        N_("Somebody was beaten, hurt or touched against their will, or saw it done to others."),
        N_("“Do you feel safe there? Has anybody hurt you or others?” Stop when the person does not want to talk."),
        N_("Do not ask for details of violence. The lawyer or a psychologist does it once, not everybody again."),
    ),
    Indicator.THREATS: About(
        N_("Intimidation and threats"),
        N_("Threats of violence, of the police, of expulsion, of harm to the family, of losing the pay."),
        N_("“What do they say will happen if you leave or complain?”"),
        N_("Do not promise that nothing will happen. Say what the centre can do."),
    ),
    Indicator.DOCUMENTS: About(
        N_("Retention of identity documents"),
        N_("Passport or other papers are kept by somebody else and cannot be had back when asked for."),
        N_("“Where is your passport now? Could you take it today if you asked?”"),
        N_("Do not send the person alone to fetch it."),
    ),
    Indicator.WAGES: About(
        N_("Withholding of wages"),
        N_("Pay is held back so that the person stays, month after month."),
        N_("“What do they say about the pay: when, and what must you do to get it?”"),
        N_("Do not ask why they went on working without pay."),
    ),
    Indicator.DEBT: About(
        N_("Debt bondage"),
        N_("Somebody works off a debt for travel, papers, food or an advance that never gets smaller."),
        N_("“Do you owe anybody anything for coming here? Who counts it, and how much is left?”"),
        N_("Do not say whether the debt must be paid. The lawyer looks at it first."),
    ),
    Indicator.CONDITIONS: About(
        N_("Abusive working and living conditions"),
        N_("Work or housing is dangerous, humiliating or unhealthy beyond what anybody would accept freely."),
        N_("“Where do you sleep, what do you eat, what happens when somebody is ill?”"),
        N_("Do not compare with the conditions at home."),
    ),
    Indicator.OVERTIME: About(
        N_("Excessive overtime"),
        N_("Hours or days far beyond what the law allows, and no way to refuse."),
        N_("“When does the day begin and end? What happens if you say no to more hours?”"),
        N_("Do not ask whether they agreed at first. It matters whether they can refuse now."),
    ),
}
"""Every indicator in the order of the booklet."""
