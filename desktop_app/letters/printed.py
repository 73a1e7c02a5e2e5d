"""What a letter may print beside its own fields: the words of the case, each with the part it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.letters import LetterFacts


def told(facts: LetterFacts) -> Iterator[tuple[str, str]]:
    """Words of complaints, documents, the chain, earlier letters, exhibits and promises, part by part."""
    case = facts.told
    if case is None:
        return
    for complaint in case.complaints:
        for answer in complaint.answers.values():
            yield "complaints", answer.text
        for document in complaint.documents:
            yield from (("documents", text) for text in (document.number, document.held_by, document.place))
    for party in case.chain:
        yield from (("chain", text) for text in (party.employer.name, party.employer.address))
    for letter in case.earlier:
        yield from (("earlier", text) for text in (letter.addressee, letter.their_number))
    for exhibit in case.exhibits:
        yield from (("exhibits", text) for text in (exhibit.name, exhibit.note))
    for promises in case.promises.values():
        yield from (("promises", promise.note) for promise in promises)
