"""Areas of a review linked to the earlier findings they seem to continue: proposals, never more."""

from collections import Counter
from collections.abc import Sequence

from seed.draft import Finding, ProposedLink
from seed.responses.field_words import rarity, shared
from seed.responses.pairing import Candidate

ENOUGH = 0.2  # share of the area's telling words, rare ones counting more
MOST = 3


def review_links(areas: Sequence[Finding], earlier: Sequence[Candidate]) -> list[ProposedLink]:
    """For each area at most three earlier findings that share its telling words, best first."""
    common = rarity(one.text for one in earlier)
    return [link for area in areas for link in _links(area, earlier, common)]


def _links(area: Finding, earlier: Sequence[Candidate], common: Counter[str]) -> list[ProposedLink]:
    scored = sorted(
        ((shared(area.whole, one.text, common), one) for one in earlier),
        key=lambda pair: (-pair[0], pair[1].order),
    )
    best = scored[0][0] if scored else 0.0
    return [
        ProposedLink(area.order, one.ref, one.text, round(score, 3), one.uid, one.document)
        for score, one in scored[:MOST]
        if score >= max(ENOUGH, best / 4)
    ]
