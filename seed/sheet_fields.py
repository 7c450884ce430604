"""The columns of a tracker: what offices call them, and which field each heading means."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from store.errors import BadInput


class Field(StrEnum):
    """What a column of an office's own tracker can hold."""

    REF = "ref"
    TITLE = "title"
    TEXT = "text"
    KIND = "kind"
    INSPECTION = "inspection"
    SECTION = "section"
    THEME = "theme"
    ADDRESSEE = "addressee"
    OWNER = "owner"
    ACTION_OWNER = "action owner"
    STATUS = "status"
    RAG = "rag"
    DUE = "due"
    TIMESCALE = "timescale"
    UPDATE = "update"
    RESPONSE = "response"
    ACTION = "action"
    EVIDENCE = "evidence"
    NOTES = "notes"


MANY_COLUMNS = frozenset({Field.UPDATE, Field.EVIDENCE, Field.NOTES})
_NAMES: dict[Field, str] = {
    Field.REF: "ref|reference|ref no|no|number|id|urn|unique id|item|item no|rec no|rec ref|rec id"
    "|recommendation no|recommendation number|recommendation ref|recommendation reference"
    "|action ref|serial",
    Field.TITLE: "title|short title|summary|headline|subject|recommendation title",
    Field.TEXT: "recommendation|recommendations|recommendation text|recommendation detail|finding"
    "|findings|area for improvement|afi|cause of concern|wording|full text|full wording"
    "|description|detail|details|recommendation afi|recommendation or afi|rec|recs|issue",
    Field.KIND: "type|kind|category|finding type|recommendation type|rec type|type of finding",
    Field.INSPECTION: "inspection|inspection report|inspection title|inspection name|report"
    "|report title|report name|source|hmicfrs report|hmicfrs inspection|publication|thematic",
    Field.SECTION: "section|chapter|report section|page|page no|paragraph",
    Field.THEME: "theme|strand|topic|pillar|thematic area|peel question|area of policing"
    "|business area|workstream",
    Field.ADDRESSEE: "addressee|addressed to|directed at|directed to|recommended to|applies to"
    "|recommendation for|recipient|force|police force|force name|name of force",
    Field.OWNER: "owner|lead|lead officer|force lead|business lead|strategic lead"
    "|chief officer lead|responsible|responsible officer|responsible person|sro|assigned to"
    "|allocated to|accountable|named lead|lead name|tactical lead|by whom|who|action by|officer",
    Field.ACTION_OWNER: "action owner|action owners|owner of action|action lead|action assigned to"
    "|responsible for action|person responsible for action",
    Field.STATUS: "status|current status|state|open closed|stage|progress status|overall status"
    "|completion status|complete|completed",
    Field.RAG: "rag|rag status|rag rating|brag|brag rating|brag status|colour|rating",
    Field.DUE: "due|due date|date due|deadline|target|target date|completion date|by when"
    "|target completion date|expected completion date|estimated completion date"
    "|implementation date|date for completion|delivery date|due by|complete by",
    Field.TIMESCALE: "timescale|timescales|time scale|timeframe|time frame|hmicfrs timescale",
    Field.UPDATE: "update|updates|latest update|progress|progress update|progress to date"
    "|force update|current position"
    "|force position|force position statement|position statement|latest position|commentary"
    "|narrative|monthly update",
    Field.RESPONSE: "response|force response|pcc response|opcc response|formal response"
    "|response to recommendation|chief constable response|management response",
    Field.ACTION: "action|actions|action taken|actions taken|agreed action|agreed actions"
    "|planned action|planned actions|action plan|action required|proposed action",
    Field.EVIDENCE: "evidence|evidence of completion|supporting evidence|evidence link|assurance"
    "|evidence of impact|documents",
    Field.NOTES: "notes|note|comment|comments|remarks|opcc comments|pcc comments|other"
    "|additional information",
}
_OTHER_MEANINGS = (
    "date raised|date received|date added|date opened|date closed|closed date|date completed"
    "|date of update|date updated|last updated|update date|date published|publication date"
    "|date of report|inspection date|date of inspection|priority|review date|next review|month"
)
_ALONE = frozenset({"force", "police force"})  # of these, more words make another meaning
_LATER = 0.001  # how much less a name counts than the one before it
_SURE = 0.8  # likeness from which a heading is taken to mean a field


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A heading as it stands in the sheet and the field it means, with the likeness (0 to 1)."""

    header: str
    field: Field | None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which heading means which field; by heading, so that it serves next month's file too."""

    columns: tuple[ColumnChoice, ...]

    def positions(self, headers: Sequence[str]) -> dict[Field, tuple[int, ...]]:
        """The columns of each field, counted from 0, in a sheet with these headings."""
        meant = {folded(choice.header): choice.field for choice in self.columns}
        result: dict[Field, tuple[int, ...]] = {}
        for position, header in enumerate(headers):
            field = meant.get(folded(header))
            if field and (field in MANY_COLUMNS or field not in result):
                result[field] = (*result.get(field, ()), position)
        return result

    def fits(self, headers: Sequence[str]) -> bool:
        """True where every heading that the mapping uses is there again."""
        present = {folded(header) for header in headers}
        return all(folded(choice.header) in present for choice in self.columns if choice.field)

    def with_choice(self, header: str, field: Field | None) -> "Mapping":
        """The mapping with one heading given another meaning, or none."""
        kept = tuple(
            ColumnChoice(choice.header, None)
            if choice.field is field and field not in MANY_COLUMNS
            else choice
            for choice in self.columns
            if choice.header != header
        )
        return Mapping((*kept, ColumnChoice(header, field)))

    def as_text(self) -> str:
        """The mapping as text to be kept; `mapping_from_text` reads it back."""
        return json.dumps([[c.header, c.field, c.score] for c in self.columns])


def mapping_from_text(text: str) -> Mapping:
    """The mapping that was kept as text; raises BadInput where it is none."""
    try:
        return Mapping(
            tuple(
                ColumnChoice(str(header), Field(field) if field else None, float(score))
                for header, field, score in json.loads(text)
            )
        )
    except (ValueError, TypeError) as error:
        raise BadInput(
            "The remembered columns cannot be read; nothing was changed; choose them again."
        ) from error


def propose_mapping(headers: Sequence[str]) -> Mapping:
    """The most likely meaning of each heading; the most alike choose first."""
    scored = sorted(
        (
            (score, -position, field)
            for position, header in enumerate(headers)
            for field, score in _likely(header)
        ),
        reverse=True,
    )
    chosen: dict[int, tuple[Field, float]] = {}
    taken: set[Field] = set()
    for score, negative, field in scored:
        if -negative in chosen or (field in taken and field not in MANY_COLUMNS):
            continue
        chosen[-negative] = (field, score)
        taken.add(field)
    return Mapping(
        tuple(
            ColumnChoice(header, *chosen.get(position, (None, 0.0)))
            for position, header in enumerate(headers)
            if header.strip()
        )
    )


def header_likeness(header: str) -> float:
    """How much a cell looks like a heading of any field, from 0 to 1."""
    return max((score for _, score in _likely(header)), default=0.0)


def folded(header: str) -> str:
    """A heading in small letters, less signs and surplus blanks: "Rec. No" is "rec no"."""
    return " ".join(re.findall(r"[a-z0-9]+|#", header.casefold().replace("#", " number ")))


def _likely(header: str) -> list[tuple[Field, float]]:
    """The fields that the heading may mean, unless it more likely means something else."""
    words = folded(header)
    if not words or len(words) > 60:
        return []
    other = max(_likeness(words, name) for name in _OTHER_MEANINGS.split("|"))
    result = []
    for field, names in _NAMES.items():
        score = max(
            _likeness(words, name) - _LATER * place for place, name in enumerate(names.split("|"))
        )
        if score >= _SURE and score > other:
            result.append((field, score))
    return result


def _likeness(words: str, name: str) -> float:
    """1 for the same words, less for a name among other words or with a slip of the keys."""
    if words == name:
        return 1.0
    tokens, wanted = words.split(), name.split()
    if name in _ALONE:
        return 0.0
    if set(wanted) <= set(tokens) and len(tokens) <= 6:
        return 0.75 + 0.2 * len(wanted) / len(tokens)
    if len(tokens) != len(wanted) or min(len(words), len(name)) < 4:
        return 0.0
    alike = _ratio()(" ".join(sorted(tokens)), " ".join(sorted(wanted)))
    return 0.95 * alike if alike >= 0.85 else 0.0


@cache
def _ratio() -> Callable[[str, str], float]:
    """How alike two texts are, from 0 to 1: by rapidfuzz where it is installed."""
    try:
        from rapidfuzz.distance import Indel
    except ImportError:
        from difflib import SequenceMatcher

        return lambda first, second: SequenceMatcher(None, first, second, autojunk=False).ratio()
    return lambda first, second: float(Indel.normalized_similarity(first, second))
