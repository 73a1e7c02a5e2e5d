"""The page that takes the place of a letter whose people were erased: that there was one, and nothing of what it said.

It is bilingual: whoever opens the letter later may read either language.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop_app.i18n import N_, for_language
from desktop_app.letters import sums
from desktop_app.letters.blocks import Story, Words
from desktop_app.letters.page import Footer
from desktop_app.letters.page import render as draw


def render(number: str, on: date, workers: int, code: str, erased_on: date) -> bytes:
    """The page as PDF bytes. `code` is that of the certificate of erasure."""
    spoken = [for_language(language) for language in ("kk", "ru")]
    stories = []
    for tr in spoken:
        told = {"number": number, "day": sums.short_day(on, tr)}
        story: Story = (
            Words(tr(N_("Letter No. %(number)s of %(day)s"), **told), "title"),
            Words(
                tr(
                    N_(
                        "The text of this letter was destroyed on %(day)s together with personal data it held. "
                        "The record of the destruction has the code %(code)s."
                    ),
                    day=sums.short_day(erased_on, tr),
                    code=code,
                )
            ),
            Words(tr(N_("Workers the letter spoke for: %(count)s."), count=workers)),
        )
        stories.append(story)
    title = _each(tr(N_("Ref. No. %(number)s"), number=number) for tr in spoken)

    def page(at: int, of: int) -> str:
        return _each(tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of) for tr in spoken)

    return draw(stories, title=title, language="kk+ru", footer=Footer(title, page))


def _each(texts: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(texts))
