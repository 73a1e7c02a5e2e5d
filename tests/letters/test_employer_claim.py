from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.centre import Centre, Role, Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, Norm
from desktop_app.errors import AppError
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Signature, Words
from desktop_app.letters.stories import employer_claim
from tests.letters import bodies, claims
from tests.letters.reading import letter, pages_of

KK, RU, EN, KK_RU = LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.EN, LetterLanguage.KK_RU

ENGLISH = (
    "Tirek Migrant Support Centre",
    "050000, Almaty, Abay Avenue 10 BIN 941240000193 Tel. +7 727 000 00 00 Email: tirek@example.kz",
    "Ref. No. 2026/17 of 21 November 2026",
    "To the head of the organisation ТОО «Самал Құрылыс Сервис»",
    "Address: город Алматы, проспект Райымбека, дом 200 BIN 940140000385",
    "PRE-TRIAL CLAIM for payment of wage arrears and the penalty for late payment",
    "The following worker has applied to our centre for legal assistance: Юсупов Равшан Каримович, born in 1984.",
    "Pay as agreed: 10,000.00 ₸ for a day or shift.",
    "Wages claimed for: March 2025 – May 2025.",
    "the wage arrears on 21 November 2026 are 289,999.50 ₸ and the penalty for late payment is 120,919.71 ₸.",
    "(article 113(1) of the Labour Code of the Republic of Kazakhstan)",
    "1.25 times the base rate of the National Bank",
    "On these grounds we demand that not later than 1 December 2026 you:",
    "1. pay the worker the wage arrears: 289,999.50 ₸ (two hundred and eighty-nine thousand, nine hundred",
    "2. pay the penalty for late payment, which through 21 November 2026 is 120,919.71 ₸",
    "Total on 21 November 2026: 410,919.21 ₸ (four hundred and ten thousand, nine hundred and nineteen tenge twenty",
    "(article 113(2) of the Labour Code of the Republic of Kazakhstan);",
    "(article 87(1) of the Code of the Republic of Kazakhstan on Administrative Offences)",
    "Annex: calculation of the wage arrears and the penalty. Lawyer Дина Маратқызы Әбенова",
)
RUSSIAN = (
    "Исх. № 2026/17 от 21 ноября 2026 года",
    "10 000,00 ₸ за день (смену)",
    "март 2025 года – май 2025 года",
    "не позднее 1 декабря 2026 года",
    "289 999,50 ₸ (двести восемьдесят девять тысяч девятьсот девяносто девять тенге пятьдесят тиынов)",
    "410 919,21 ₸ (четыреста десять тысяч девятьсот девятнадцать тенге двадцать один тиын)",
    "исходя из 1,25-кратной базовой ставки Национального Банка Республики Казахстан",
    "(пункт 1 статьи 113 Трудового кодекса Республики Казахстан)",
    "(часть 1 статьи 87 Кодекса Республики Казахстан об административных правонарушениях)",
)
KAZAKH = (
    "Шығыс № 2026/17, 2026 жылғы 21 қараша",
    "2025 жылғы наурыз – 2025 жылғы мамыр",
    "2026 жылғы 1 желтоқсан күнінен кешіктірмей",
    "289 999,50 ₸ (екі жүз сексен тоғыз мың тоғыз жүз тоқсан тоғыз теңге елу тиын)",
    "1,25 еселенген",
    "(Қазақстан Республикасы Еңбек кодексінің 113-бабының 3-тармағы)",
)


def plain(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell.replace("\u00a0", " ") for cell in cells)


def one(language: LetterLanguage) -> LetterFacts:
    return claims.claim(language, (claims.worker(wages=claims.PAID_IN_PARTS),))


@pytest.mark.parametrize(
    ("language", "said"), [(EN, ENGLISH), (RU, RUSSIAN), (KK, KAZAKH), (KK_RU, ())], ids=["en", "ru", "kk", "kk+ru"]
)
def test_the_letter_says_who_what_when_and_on_what_grounds(language: LetterLanguage, said: tuple[str, ...]) -> None:
    text = letter(one(language))
    assert [each for each in said if each not in text] == []


def test_both_languages_stand_side_by_side_level_with_each_other() -> None:
    kazakh, russian = (employer_claim.story(one(KK_RU), for_language(code)) for code in ("kk", "ru"))
    assert [type(block) for block in kazakh] == [type(block) for block in russian]
    for left, right in zip(kazakh, russian, strict=True):
        if isinstance(left, Words) and isinstance(right, Words):
            assert (left.style, left.mark) == (right.style, right.mark)
            assert re.findall(r"\d+,\d\d ₸", left.text) == re.findall(r"\d+,\d\d ₸", right.text)
    text = letter(one(KK_RU))
    for half in ("Шығыс № 2026/17 / Исх. № 2026/17", "Заңгер / Юрист", "289 999,50 ₸ (екі жүз"):
        assert half in text


@pytest.mark.parametrize("code", ["kk", "ru"])
@pytest.mark.parametrize("crew", [1, 3])
def test_nothing_is_left_in_english(code: str, crew: int) -> None:
    workers = tuple(claims.worker("Юсупов Равшан", claims.PAID_IN_PARTS) for _ in range(crew))
    facts = claims.claim(LetterLanguage(code), workers, confirmed=False)
    facts = replace(facts, centre=replace(claims.CENTRE, letterhead=Trilingual()))
    left = set(re.findall(r"\b[A-Za-z]{3,}\b", letter(replace(facts, number="")))) - {"www", "nationalbank"}
    assert not left


def test_a_crew_has_a_table_with_totals_and_an_annex_for_each_worker() -> None:
    facts = claims.claim(RU, claims.crew(12))
    story = employer_claim.story(facts, for_language("ru"))
    table = next(block for block in story if isinstance(block, Grid))
    assert [row[1] for row in table.rows[:-1]] == list(claims.NAMES)
    assert plain(table.rows[0][2:]) == ("1984", "03–05.2025", "720 000,00", "225 196,06", "945 196,06")
    assert plain(table.rows[-1][-3:]) == ("8 640 000,00", "2 702 352,72", "11 342 352,72")
    assert table.total
    pages = pages_of(catalogue.render(facts))
    assert len(pages) == 2 + 12
    assert all(name in page for name, page in zip(claims.NAMES, pages[2:], strict=True))
    assert sum(claims.NAMES[0] in page for page in pages) == 2


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (2, "обратились 2 работника, указанные"),
        (5, "обратились 5 работников, указанных"),
        (21, "обратился 21 работник, указанный"),
    ],
)
def test_russian_counts_the_crew_in_the_right_form(size: int, sentence: str) -> None:
    assert sentence in letter(claims.claim(RU, claims.crew(size)))


@pytest.mark.parametrize("language", LetterLanguage)
def test_an_employer_learns_no_phone_number_and_no_iin_of_a_worker(language: LetterLanguage) -> None:
    for workers in ((claims.worker(),), claims.crew(3)):
        pdf = catalogue.render(claims.claim(language, workers, confirmed=False))
        text = re.sub(r"\s", "", "".join(pages_of(pdf)))
        assert claims.IIN not in text
        assert re.sub(r"\s", "", claims.PHONE) not in text
        assert "UZ" not in text


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (EmployerKind.COMPANY, "To the head of the organisation"),
        (EmployerKind.SOLE_TRADER, "To the employer (sole trader)"),
        (EmployerKind.HOUSEHOLD, "To the employer (individual)"),
        (EmployerKind.FOREMAN, "To the person who engaged the workers"),
    ],
)
def test_the_letter_is_addressed_as_the_kind_of_employer_asks(kind: EmployerKind, sentence: str) -> None:
    employer = replace(claims.COMPANY, kind=kind, bin_iin="", address="")
    text = letter(claims.claim(EN, employer=employer))
    assert f"{sentence} {employer.name}" in text
    assert "Address:" not in text


def test_an_individual_is_named_with_the_iin_and_a_head_with_the_name() -> None:
    employer = replace(claims.COMPANY, bin_iin="880520300123", head_name="Ахметов Б. С.")
    text = letter(claims.claim(EN, employer=employer))
    assert "IIN 880520300123" in text
    assert "Head: Ахметов Б. С." in text


def test_wages_paid_late_leave_only_the_penalty_to_claim() -> None:
    payments = (WagePayment(date(2025, 5, 10), Decimal(260000), date(2025, 3, 1)),)
    text = letter(claims.claim(EN, (claims.worker(wages=claims.shifts("26", payments=payments)),)))
    assert "for payment of the penalty for wages paid late" in text
    assert "These wages were paid later than they were due." in text
    assert "1. pay the penalty for late payment: 4,407.53 ₸" in text
    assert "further calendar day" not in text
    assert "wage arrears: 0" not in text.partition("Annex")[0]


def test_arrears_that_are_due_today_carry_no_penalty_yet() -> None:
    wages = WorkerWages(
        WageTerms(PayBasis.MONTHLY, Decimal(200000)), (WagePeriod(date(2026, 10, 1), due_on=claims.ON),)
    )
    text = letter(claims.claim(EN, (claims.worker(wages=wages),))).partition("Annex:")[0]
    assert "for payment of wage arrears The following" in text
    assert "penalty" not in text.partition("entails administrative")[0].partition("recovery of")[0]


def test_nothing_owed_is_no_letter() -> None:
    payments = (WagePayment(date(2025, 4, 1), Decimal(260000), date(2025, 3, 1)),)
    with pytest.raises(AppError, match="nothing to claim"):
        catalogue.render(claims.claim(EN, (claims.worker(wages=claims.shifts("26", payments=payments)),)))


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (PayBasis.MONTHLY, "in month"),
        (PayBasis.DAILY, "for a day or shift"),
        (PayBasis.HOURLY, "an hour"),
        (PayBasis.PIECE, "for a unit of work"),
        (PayBasis.LUMP_SUM, "for the whole work"),
    ],
)
def test_the_agreed_pay_is_told_by_its_basis(basis: PayBasis, words: str) -> None:
    period = WagePeriod(date(2025, 3, 1), Decimal(20), says=Decimal(100000))
    wages = WorkerWages(WageTerms(basis, Decimal(5000)), (period,))
    text = letter(claims.claim(EN, (claims.worker(wages=wages),)))
    assert f"5,000.00 ₸ {'a month' if basis is PayBasis.MONTHLY else words}." in text


def test_crews_with_different_terms_or_trades_are_not_told_as_one() -> None:
    first, second = claims.worker(), claims.worker("Каримов", claims.shifts("10", rate="12000"))
    text = letter(claims.claim(EN, (first, replace(second, occupation="сварщик")))).partition("Annexes")[0]
    assert "Pay as agreed" not in text
    assert "Occupation" not in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"says": Decimal(5)}, "according to the worker."),
        ({"paper": Decimal(5)}, "according to documents on working time and pay."),
        ({"admits": Decimal(5)}, "are those that you have admitted."),
    ],
)
def test_the_letter_says_on_whose_word_the_sums_stand(words: dict[str, Decimal], sentence: str) -> None:
    period = WagePeriod(date(2025, 3, 1), **words)
    wages = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(100000)), (period,))
    assert sentence in letter(claims.claim(EN, (claims.worker(wages=wages),)))


def test_final_pay_is_named_only_when_work_has_ended() -> None:
    ended = WorkerWages(replace(claims.shifts("26").terms, ended_on=date(2025, 3, 20)), claims.shifts("26").periods)
    text = letter(claims.claim(EN, (claims.worker(wages=ended),)))
    assert "not later than 3 working days after its end (article 113(4)" in text
    assert "article 113(4)" not in letter(claims.claim(EN))


def test_what_the_lawyer_has_not_checked_is_marked_on_every_page() -> None:
    facts = claims.claim(EN, confirmed=False)
    pages = pages_of(catalogue.render(facts))
    assert "DRAFT" in pages[0]
    assert not any("DRAFT" in page for page in pages[1:])
    assert all("* To be checked" in page for page in pages)
    assert "07.09.2026*" in pages[-1]
    assert "365*" in pages[-1]


def test_nothing_is_marked_when_the_lawyer_has_checked_everything() -> None:
    text = letter(claims.claim(EN))
    assert "*" not in text
    assert "DRAFT" not in text


def test_a_norm_that_is_not_settled_is_left_out_where_the_letter_stands_without_it() -> None:
    facts = claims.claim(EN)
    old = replace(facts.norms["koap.87.1"].fact, confidence="S")
    text = letter(replace(facts, norms={**facts.norms, "koap.87.1": Norm(old)}))
    assert "Administrative Offences" not in text
    assert "*" not in text


@pytest.mark.parametrize("kind", list(EmployerKind))
def test_a_fine_for_businesses_is_not_held_out_to_a_private_person(kind: EmployerKind) -> None:
    facts = claims.claim(EN)
    text = letter(replace(facts, employer=replace(facts.employer, kind=kind)))
    assert ("Administrative Offences" in text) is (kind in (EmployerKind.COMPANY, EmployerKind.SOLE_TRADER))


def test_a_norm_the_letter_rests_on_is_marked_while_it_is_not_settled() -> None:
    facts = claims.claim(EN)
    old = replace(facts.norms["lc.113.1"].fact, confidence="V-old")
    text = letter(replace(facts, norms={**facts.norms, "lc.113.1": Norm(old)}))
    assert "article 113(1) of the Labour Code of the Republic of Kazakhstan*)" in text
    assert "DRAFT" in text


def test_a_letter_without_a_number_is_a_draft() -> None:
    assert "Ref. No. draft of 21 November 2026" in letter(claims.claim(EN, number=""))


@pytest.mark.parametrize("role", Role)
def test_whoever_signs_signs_with_a_position(role: Role) -> None:
    facts = claims.claim(EN)
    story = employer_claim.story(replace(facts, signer=replace(facts.signer, role=role)), for_language("en"))
    signatures = [block for block in story if isinstance(block, Signature)]
    assert signatures
    assert all(each.position and each.name == facts.signer.full_name for each in signatures)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_centre_that_filled_in_only_its_name_still_has_a_letterhead(code: str) -> None:
    facts = replace(
        claims.claim(LetterLanguage(code)), centre=Centre(Trilingual(ru="Центр помощи")), site="", region=""
    )
    assert "Центр помощи" in letter(facts)


def test_a_claim_up_to_the_minimum_wage_says_why_more_than_agreed_is_asked() -> None:
    periods = (WagePeriod(date(2026, 5, 1), says=Decimal(85000)), WagePeriod(date(2026, 6, 1), says=Decimal(85000)))
    below = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(60000)), periods)
    facts = claims.claim(EN, (claims.worker(wages=below),))
    sentence = (
        "may not be lower than the minimum, which from 1 January 2026 is 85,000.00 ₸ "
        "(article 103(2) of the Labour Code of the Republic of Kazakhstan)."
    )
    demanded, _annex, counted = letter(facts).partition("Annex to the claim")
    assert demanded.count(sentence) == counted.count(sentence) == 1
    unchecked = claims.claim(EN, facts.workers, confirmed=False)
    assert "85,000.00 ₸* (article 103(2) of the Labour Code of the Republic of Kazakhstan*)" in letter(unchecked)
    assert {"lc.103.2", "minimum_wage"} <= {norm.fact.key for norm in catalogue.to_check(unchecked)}
    agreed = WorkerWages(replace(below.terms, rate=Decimal(85000)), periods)
    assert "lower than the minimum" not in letter(claims.claim(EN, (claims.worker(wages=agreed),)))


def test_what_is_to_be_checked_is_told_once_each() -> None:
    facts = claims.claim(EN, claims.crew(3), confirmed=False)
    told = [(norm.fact.key, norm.fact.effective_from) for norm in catalogue.to_check(facts)]
    assert ("base_rate", date(2026, 9, 7)) in told
    assert len(told) == len(set(told))
    assert catalogue.to_check(claims.claim(EN, claims.crew(3))) == ()


COMMISSION = "to the conciliation commission, the territorial division"
NO_CONTRACT = bodies.told((), bodies.complaint(ComplaintKind.NO_CONTRACT, (0,)))


@pytest.mark.parametrize(
    ("kind", "told", "named"),
    [
        (EmployerKind.COMPANY, None, True),
        (EmployerKind.SOLE_TRADER, None, True),
        (EmployerKind.HOUSEHOLD, None, False),
        (EmployerKind.FOREMAN, None, False),
        (EmployerKind.COMPANY, NO_CONTRACT, False),
    ],
    ids=["company", "trader", "household", "foreman", "no contract"],
)
def test_the_commission_is_named_where_the_dispute_goes_before_it(
    kind: EmployerKind, told: CaseTold | None, named: bool
) -> None:
    facts = one(EN)
    read = letter(replace(facts, employer=replace(facts.employer, kind=kind), told=told))
    assert (COMMISSION in read) is named
    assert "and to the court for recovery" in read or "and the court for recovery" in read
