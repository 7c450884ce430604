"""Answers of a letter that the tracker has already, from an earlier version of the same letter."""

import sqlite3
from collections.abc import Mapping

from seed.draft import Answer, Draft
from seed.editing import Proposals, leave_out
from seed.editing_accepted import BY_HAND
from seed.likeness import folded
from store.rows import rows

WHY = "the same answer is in the tracker already, from {ref}"


def known_answers(db: sqlite3.Connection, draft: Draft) -> Mapping[int, str]:
    """By order, the reference of the document that has the same answer to the same finding."""
    found: dict[int, str] = {}
    for answer in draft.answers:
        match = answer.answers
        if match is not None and match.uid and answer.text.strip():
            ref = _document_with(db, match.uid, folded(answer.text))
            ref = ref or _put_in_other_words(db, match.uid, answer.text)
            if ref:
                found[answer.order] = ref
    return found


def _document_with(db: sqlite3.Connection, uid: str, text: str) -> str:
    """The document with this very answer to the recommendation, "" where there is none."""
    for row in rows(
        db,
        """SELECT DISTINCT d.ref, r.text FROM recommendations c
           JOIN answers a ON a.recommendation = c.id
           JOIN responses r ON r.id = a.response
           JOIN documents d ON d.id = r.document
           WHERE c.uid = ? AND r.of_record""",
        (uid,),
    ):
        if folded(row["text"]) == text:
            return str(row["ref"])
    return ""


def _put_in_other_words(db: sqlite3.Connection, uid: str, printed: str) -> str:
    """The document with this answer to the recommendation in words chosen on import; "" if none."""
    asked = folded(BY_HAND.format(printed=printed))
    for row in rows(
        db,
        """SELECT DISTINCT d.ref, q.text FROM recommendations c
           JOIN queries q ON q.subject_kind = 'recommendation' AND q.subject = c.id
           JOIN answers a ON a.recommendation = c.id
           JOIN responses r ON r.id = a.response
           JOIN documents d ON d.id = r.document
           WHERE c.uid = ? AND NOT r.of_record AND d.sha256 != ''""",
        (uid,),
    ):
        if folded(row["text"]) == asked:
            return str(row["ref"])
    return ""


def without_known(proposals: Proposals, document: int, known: Mapping[int, str]) -> Proposals:
    """The proposals with the answers that are known, and their actions, left out."""
    for entry in list(proposals.of_document(document)):
        if isinstance(entry.item, Answer) and entry.item.order in known:
            why = WHY.format(ref=known[entry.item.order])
            proposals = leave_out(proposals, entry.key, why)
    return proposals
