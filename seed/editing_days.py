"""Days in proposals: from the words of a timescale to a clock, and from another publication day."""

from dataclasses import replace

from seed.draft import Draft, Finding, ProposedDeadline
from seed.editing import Item, Proposals, settle
from seed.reports.checks import no_day
from seed.reports.reading import LETTERS
from seed.reports.timing import timescale
from store.clocks import Due, Rule, RuleKind, due
from store.dates import When, read_when
from store.rules import SET_DATES

_TYPED = "typed when it was imported"


def when_of(words: str) -> When:
    """What can be known of a day as an editor typed it."""
    return read_when(words, _TYPED) if words.strip() else When()


def due_of(words: str, published: When) -> Due | None:
    """What a timescale makes due; words that name no clock and no day are kept without one."""
    if not words.strip():
        return None
    timed = timescale(words, published)
    if timed:
        return timed[1]
    when = when_of(words)
    if when.earliest is None:
        return due(Rule(RuleKind.NONE), when, words)
    return due(Rule(RuleKind.FIXED if when.exact else RuleKind.PERIOD), when, words)


def publish(proposals: Proposals, document: int, when: When) -> Proposals:
    """The same with another day of publication, or another day of a letter; its clocks follow."""
    draft = proposals.drafts[document]
    if draft.document.kind in LETTERS:
        dated = replace(draft, document=replace(draft.document, dated=when))
        return replace(proposals, drafts=_in_place(proposals, document, dated))
    if when.exact:
        proposals = settle(proposals, document, no_day(draft.document.published).sentence)
    published = replace(draft, document=replace(draft.document, published=when))
    moved = replace(proposals, drafts=_in_place(proposals, document, published))
    return moved.put(
        *(
            replace(entry, item=_counted_from(entry.item, when))
            for entry in proposals.of_document(document)
        )
    )


def _in_place(proposals: Proposals, document: int, draft: Draft) -> tuple[Draft, ...]:
    return (*proposals.drafts[:document], draft, *proposals.drafts[document + 1 :])


def _counted_from(item: Item, published: When) -> Item:
    if not isinstance(item, Finding | ProposedDeadline) or item.due is None:
        return item
    rule = item.due.rule
    if rule.kind in SET_DATES or rule.kind is RuleKind.NONE:
        return item
    return replace(item, due=due(rule, published, item.due.words))
