"""The edits of an import as a list that can be kept, read back, and made again one by one.

What is kept while somebody edits is this list and not the result: read the documents again, make
the edits again, and everything is as it was left. Taking back an edit is making all but the last.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from seed.draft import FindingKind
from seed.editing import Proposals, leave_out, take, take_all
from seed.editing_days import publish, when_of
from seed.editing_fields import change_fields, change_kind
from seed.editing_pairs import pair
from seed.editing_shape import merge, split
from store.errors import BadInput

Way = Callable[[Proposals, int, Mapping[str, str]], Proposals]


class EditKind(StrEnum):
    """What can be done to proposals."""

    TAKE = "take"
    TAKE_ALL = "take all"
    LEAVE_OUT = "leave out"
    MERGE = "make one"
    SPLIT = "cut in two"
    KIND = "change kind"
    FIELDS = "change fields"
    PAIR = "pair"
    PUBLISHED = "correct day"
    INSPECTION = "choose inspection"
    KEEP = "keep files"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: what, of which proposal (or document, for days and for taking all), and how."""

    kind: EditKind
    key: int = 0
    words: Mapping[str, str] = field(default_factory=dict)


_WAYS: dict[EditKind, Way] = {
    EditKind.TAKE: lambda before, key, _: take(before, key),
    EditKind.TAKE_ALL: lambda before, document, _: take_all(before, document),
    EditKind.LEAVE_OUT: lambda before, key, words: leave_out(before, key, words.get("why", "")),
    EditKind.MERGE: lambda before, key, words: merge(before, key, int(words["other"])),
    EditKind.SPLIT: lambda before, key, words: split(
        before, key, int(words["piece"]), int(words["at"])
    ),
    EditKind.KIND: lambda before, key, words: change_kind(before, key, FindingKind(words["kind"])),
    EditKind.FIELDS: lambda before, key, words: change_fields(before, key, words),
    EditKind.PAIR: lambda before, key, words: pair(before, key, words["ref"], words["document"]),
    EditKind.PUBLISHED: lambda before, document, words: publish(
        before, document, when_of(words["day"])
    ),
    EditKind.INSPECTION: lambda before, _, words: replace(before, inspection=words["ref"]),
    EditKind.KEEP: lambda before, _, words: replace(before, keep_files=words["keep"] == "yes"),
}


def edited(proposals: Proposals, edit: Edit) -> Proposals:
    """The proposals after an edit; BadInput, with a sentence, where it cannot be made."""
    try:
        return _WAYS[edit.kind](proposals, edit.key, edit.words)
    except (KeyError, ValueError) as error:
        raise BadInput(f"This cannot be done here ({error}). Nothing was changed.") from error


def all_edited(proposals: Proposals, edits: Sequence[Edit]) -> Proposals:
    """The proposals after all edits, one after the other."""
    for edit in edits:
        proposals = edited(proposals, edit)
    return proposals


def as_text(paths: Sequence[str], prints: Sequence[str], edits: Sequence[Edit]) -> str:
    """The files by path and fingerprint, and what was done so far, as one text to be kept."""
    done = [[edit.kind.value, edit.key, dict(edit.words)] for edit in edits]
    return json.dumps({"paths": list(paths), "prints": list(prints), "edits": done})


def from_text(text: str) -> tuple[list[str], list[str], list[Edit]]:
    """Paths, fingerprints and edits kept as text; BadInput where it is none of ours."""
    try:
        kept = json.loads(text)
        edits = [
            Edit(EditKind(kind), int(key), {str(name): str(said) for name, said in words.items()})
            for kind, key, words in kept["edits"]
        ]
        return [str(path) for path in kept["paths"]], [str(one) for one in kept["prints"]], edits
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(
            "What was kept of the last import cannot be read. Nothing was changed: begin it again."
        ) from error
