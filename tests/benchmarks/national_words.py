"""Words of inspection reports, drawn by chance: few of them, so that every search finds much."""

import random

COMMON = """
action adult agency appropriate arrangements arrest assess assurance board caller case chief child
children commissioner concern contact control custody data decision detention domestic evidence
exploitation family force governance guidance health harm improve incident information inspection
intelligence investigation joint judgement leaders listening local missing monitor multi neglect
officer oversight partners performance plan police practice prevent protection quality record
referral report response review risk role safeguard sample school senior service sharing staff
standard strategy supervision support system team training unit victim voice vulnerable welfare
witness workforce young
""".split()  # noqa: SIM905 - a list of words reads best as words
RARE = """
appraisal bail birdsong caution cellblock choreography dashcam diary footpath garage harbour
interpreter kiosk lighthouse marine naloxone orchard passport quarry rota safehouse signpost taser
translator vetting walkway xray yardstick zebra
""".split()  # noqa: SIM905 - a list of words reads best as words
THEMES = ("Child protection", "Custody", "Domestic abuse", "Leadership", "Missing people", "Online")
FIRST = ("Avery", "Blake", "Casey", "Drew", "Ellis", "Frances", "Gray", "Harper", "Indra", "Jules")
LAST = ("Ashdown", "Birch", "Carver", "Dale", "Elm", "Fenner", "Grove", "Hale", "Ivory", "Jessop")


class Words:
    """Titles, texts and names; the same for the same chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def title(self, words: int = 6) -> str:
        """A few words, the first with a capital."""
        return " ".join(self._chance.choices(COMMON, k=words)).capitalize()

    def text(self, words: int) -> str:
        """So many words in sentences of about fifteen; one word in fifty is a rare one."""
        drawn = self._chance.choices(COMMON, k=words)
        for place in range(0, words, 50):
            drawn[self._chance.randrange(place, min(words, place + 50))] = self._chance.choice(RARE)
        sentences = (drawn[at : at + 15] for at in range(0, words, 15))
        return ". ".join(" ".join(sentence).capitalize() for sentence in sentences) + "."

    def theme(self) -> str:
        """One of a few themes."""
        return self._chance.choice(THEMES)

    def name(self) -> str:
        """Somebody's name."""
        return f"{self._chance.choice(FIRST)} {self._chance.choice(LAST)}"
