"""Why a file cannot be read, each as what happened, what is safe and what to do."""

from store.errors import BadInput

UNTOUCHED = "the file is unchanged and nothing was saved"


class UnreadableFile(BadInput):
    """The file cannot be read; it has not been touched."""


def refusal(name: str, happened: str, advice: str) -> UnreadableFile:
    """The error for `name`, as one sentence."""
    return UnreadableFile(f"{name} {happened}; {UNTOUCHED}; {advice}.")
