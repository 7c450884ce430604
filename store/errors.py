"""What can go wrong, each as a sentence for the person at the screen."""


class TrackerError(Exception):
    """Anything we can tell the user about: what happened, what is safe, what to do."""


class NotATracker(TrackerError):
    """The file is missing, empty, foreign or damaged; it has not been touched."""


class ReadOnly(TrackerError):
    """The file or its folder cannot be written, or was opened for reading only."""


class Conflict(TrackerError):
    """Somebody else changed the same record first; nothing of theirs was overwritten."""


class NotFound(TrackerError):
    """No record has that reference."""


class BadInput(TrackerError):
    """What was typed cannot be taken; nothing was saved."""
