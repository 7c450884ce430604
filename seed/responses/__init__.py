"""Letters into Drafts: what is restated, what is answered, what is promised, what is missing."""

from seed.responses.pairing import Candidate, candidates_known, candidates_of, pair
from seed.responses.reading import read_letter

__all__ = ["Candidate", "candidates_known", "candidates_of", "pair", "read_letter"]
