"""Changing what is ours of a proposal, and, marked as such, the document's own wording."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from seed.draft import (
    Addressee,
    Answer,
    Cause,
    Finding,
    FindingKind,
    Part,
    ProposedAction,
    ProposedDeadline,
    Undertaking,
)
from seed.editing import Item, Proposal, Proposals
from seed.editing_days import due_of, when_of
from store.dates import When
from store.errors import BadInput
from store.vocabulary import ActionKind, Applies, Progress

Fields = Mapping[str, str]

_Word = TypeVar("_Word", Applies, ActionKind, Progress)

_LABELLED = re.compile(r"(?P<label>\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).])\s+(?P<text>\S.*)")


def change_kind(proposals: Proposals, key: int, kind: FindingKind) -> Proposals:
    """Call a finding or cause of concern by another kind; its words stay as they are."""
    entry = proposals.get(key)
    item = entry.item
    if isinstance(item, Cause):
        item = Finding(
            kind,
            proposals.next_order(entry.document),
            item.text,
            item.place,
            number=item.number,
            section=item.section,
        )
    elif not isinstance(item, Finding):
        raise BadInput("Only findings have a kind of their own. Nothing was changed.")
    return proposals.put(replace(entry, item=replace(item, kind=kind)))


def fields_of(item: Item) -> dict[str, str]:
    """What can be changed of a proposal, by name; nothing where nothing can."""
    match item:
        case Finding():
            return {
                "title": item.title,
                "number": item.number,
                "section": item.section,
                "theme": item.theme,
                "addressee": item.addressee.words,
                "applies": item.addressee.applies.value,
                "timescale": item.timescale,
                "wording": wording_of(item),
            }
        case Cause():
            return {"number": item.number, "section": item.section}
        case Answer():
            return {"number": item.number, "wording": item.text}
        case ProposedAction():
            return {
                "owner": item.owner,
                "forum": item.forum,
                "project": item.project,
                "when": item.when.words,
                "cadence": item.cadence,
                "kind": item.kind.value,
                "progress": item.progress.value,
            }
        case Undertaking():
            return {"when": item.when.words, "progress": item.progress.value}
        case ProposedDeadline():
            return {"owner": item.owner, "timescale": item.words}
    return {}


def change_fields(proposals: Proposals, key: int, fields: Fields) -> Proposals:
    """Change the fields named. Another wording is marked, and what was printed is kept beside it.

    Raises BadInput where nothing of this kind can be changed or a word is not one of the fixed.
    """
    entry = proposals.get(key)
    known = fields_of(entry.item)
    changed = {name: text for name, text in fields.items() if known.get(name) != text}
    if set(changed) - set(known):
        raise BadInput("This has no such field. Nothing was changed.")
    published = proposals.drafts[entry.document].document.published
    return proposals.put(_changed(entry, changed, published)) if changed else proposals


def _changed(entry: Proposal, fields: Fields, published: When) -> Proposal:
    item = entry.item
    if isinstance(item, Finding):
        return _changed_finding(entry, item, fields, published)
    if isinstance(item, Answer):
        return _changed_answer(entry, item, fields)
    if isinstance(item, ProposedDeadline):
        timed = due_of(fields.get("timescale", item.words), published)
        due = item.due if timed is None or "timescale" not in fields else timed
        words = fields.get("timescale", item.words)
        return replace(
            entry, item=replace(item, owner=fields.get("owner", item.owner), words=words, due=due)
        )
    values: dict[str, object] = {
        name: text for name, text in fields.items() if name not in {"when", "kind", "progress"}
    }
    if "when" in fields:
        values["when"] = when_of(fields["when"])
    if "kind" in fields:
        values["kind"] = _fixed(ActionKind, fields["kind"])
    if "progress" in fields:
        values["progress"] = _fixed(Progress, fields["progress"])
    return replace(entry, item=replace(item, **values))  # type: ignore[arg-type]


def _changed_finding(
    entry: Proposal, finding: Finding, fields: Fields, published: When
) -> Proposal:
    printed, changed = (
        entry.printed,
        replace(
            finding,
            title=fields.get("title", finding.title).strip(),
            number=fields.get("number", finding.number).strip(),
            section=fields.get("section", finding.section).strip(),
            theme=fields.get("theme", finding.theme).strip(),
            addressee=_addressee(finding.addressee, fields),
        ),
    )
    if "timescale" in fields:
        words = fields["timescale"].strip()
        changed = replace(changed, timescale=words, due=due_of(words, published))
    if "wording" in fields:
        text, parts = read_wording(fields["wording"], finding)
        changed = replace(changed, text=text, parts=parts, by_hand=True)
        printed = printed or finding.whole
    return replace(entry, item=changed, printed=printed)


def _changed_answer(entry: Proposal, answer: Answer, fields: Fields) -> Proposal:
    changed = replace(answer, number=fields.get("number", answer.number).strip())
    if "wording" not in fields:
        return replace(entry, item=changed)
    lines = tuple(line for line in fields["wording"].strip().split("\n") if line.strip())
    if not lines:
        raise BadInput("An answer needs its words. Nothing was changed: x leaves it out.")
    changed = replace(changed, paragraphs=lines, by_hand=True)
    return replace(entry, item=changed, printed=entry.printed or answer.text)


def _addressee(addressee: Addressee, fields: Fields) -> Addressee:
    words = fields.get("addressee", addressee.words).strip()
    applies = _fixed(Applies, fields.get("applies", addressee.applies.value))
    because = addressee.because if applies is addressee.applies else "chosen on import"
    return replace(addressee, words=words, applies=applies, because=because)


def _fixed(words: type[_Word], chosen: str) -> _Word:
    try:
        return words(chosen)
    except ValueError:
        raise BadInput(f"“{chosen[:40]}” is not one of the choices. Nothing was changed.") from None


def wording_of(finding: Finding) -> str:
    """The wording as it is edited: the text, then each part on a line with its label."""
    return "\n".join((finding.text, *(f"{part.label} {part.text}" for part in finding.parts)))


def read_wording(typed: str, before: Finding) -> tuple[str, tuple[Part, ...]]:
    """The text and parts that were typed; BadInput where no text is left before the parts."""
    text: list[str] = []
    parts: list[Part] = []
    for line in typed.strip().split("\n"):
        found = _LABELLED.fullmatch(line.strip())
        if found:
            parts.append(Part(found["label"], found["text"], before.place, before.timescale))
        elif parts:
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text}\n{line}")
        else:
            text.append(line)
    whole = "\n".join(text).strip()
    if not whole:
        raise BadInput("A finding needs its wording before its parts. Nothing was changed.")
    return whole, tuple(parts)
