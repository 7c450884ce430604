"""What is measured at the terminal: starting, keys, searching, resting, leaving."""

from collections.abc import Iterator
from statistics import median

from programs import END, HOME, NEXT, PAGE, Bench
from ratios import Line, Pairs, at_most, in_turn, ms, p50, p95
from terminal import Painted

WORD = b"custody"
MOVES = {"down": NEXT, "page": PAGE, "home": HOME, "end": END}
HELD, BURST, MANY = 60, 200, 500
MOST_BYTES = 16 * 1024


def starting(bench: Bench) -> Iterator[Line]:
    """The first screen against other programs, and against itself on a small file."""
    asked = (
        ("usable screen, 10,000 open, against bare", "open-10000", "bare", 1.25),
        ("usable screen, 100,000 open, against bare", "open-100000", "bare", 1.25),
        ("usable screen, national file, against bare", "national", "bare", 1.25),
        ("usable screen, 100,000 against 100", "open-100000", "open-100", 1.10),
        ("usable screen, 10,000, against hello", "open-10000", "hello", 1.5),
        (
            "usable screen, 10,000, against the same panes in standard widgets",
            "open-10000",
            "table",
            0.8,
        ),
    )
    for what, ours, theirs, most in asked:
        if bench.quick and ours in ("open-100000", "national"):
            yield Line(what, f"≤ {most:g}", "left out")
            continue
        yield at_most(what, most, _starts(bench, ours, theirs))


def _starts(bench: Bench, ours: str, theirs: str) -> Pairs:
    return in_turn(lambda: bench.start(ours), lambda: bench.start(theirs), 2 * bench.rounds)


def keys(bench: Bench) -> Iterator[Line]:
    """The next row with its detail: how long, how many frames, how many bytes."""
    with bench.running("open-10000") as ours, bench.running("hello") as hello:
        ours.press(NEXT), hello.press(NEXT)
        pairs = [(ours.press(NEXT), hello.press(NEXT)) for _ in range(6 * bench.rounds)]
    own, other = [own.milliseconds for own, _ in pairs], [key.milliseconds for _, key in pairs]
    for name, of, most in (("p50", p50, 3), ("p95", p95, 5)):
        ratio = of(own) / of(other)
        told = f"{ratio:.2f} ({of(own):.1f} to {of(other):.1f} ms)"
        yield Line(f"next row, {name}, against hello's key", f"≤ {most}", told, ratio <= most)
    yield from _frames([own for own, _ in pairs])


def _frames(painted: list[Painted]) -> Iterator[Line]:
    counts = sorted({key.frames for key in painted})
    yield Line("frames for one key", "1", ", ".join(map(str, counts)), counts == [1])
    most = max(key.size for key in painted)
    yield Line("bytes for one key, most", "≤ 16 KB", f"{most / 1024:.1f} KB", most <= MOST_BYTES)


def flat(bench: Bench) -> Iterator[Line]:
    """The same keys in the largest list and at 1,000."""
    with bench.running(bench.large) as many, bench.running("open-1000") as few:
        for name, key in MOVES.items():
            many.press(key), few.press(key)
            found = Pairs([], [])
            for number in range(3 * bench.rounds):
                if name in ("home", "end"):
                    opposite = HOME if name == "end" else END
                    many.press(opposite), few.press(opposite)
                elif number % 20 == 0:
                    many.press(HOME), few.press(HOME)
                found.ours.append(many.press(key).milliseconds)
                found.theirs.append(few.press(key).milliseconds)
            ratio = p50(found.ours) / p50(found.theirs)
            told = f"{ratio:.2f} ({p50(found.ours):.1f} to {p50(found.theirs):.1f} ms)"
            yield Line(f"{name}, {bench.many} against 1,000", "≤ 1.2", told, ratio <= 1.2)


def searching(bench: Bench) -> Iterator[Line]:
    """A word of the worst vocabulary, letter by letter; then how long until all of it is found."""
    for name, most in (("open-1000", 16), ("open-10000", 33), ("open-100000", 80)):
        if bench.quick and name == "open-100000":
            continue
        with bench.running(name) as program:
            took: list[float] = []
            for _ in range(max(2, bench.rounds // 2)):
                program.press(b"/")
                for letter in WORD:
                    took.append(program.press(bytes((letter,))).milliseconds)
                program.press(b"\x1b", quiet=0.4)
            program.press(b"/")
            whole = program.press(WORD, quiet=1.5).milliseconds
            program.press(b"\x1b", quiet=0.4)
        label = f"search key to results, p95, {name.removeprefix('open-')} open"
        yield Line(label, f"guide {most} ms", ms(p95(took)), p95(took) <= most)
        yield Line(f"   all texts of {name.removeprefix('open-')} read, whole word", "", ms(whole))


def narrowing(bench: Bench) -> Iterator[Line]:
    """Another filter and another order of the largest list, each read afresh."""
    times = 3 * bench.rounds
    with bench.running(bench.large) as ours, bench.running("hello") as hello:
        key = [hello.press(NEXT).milliseconds for _ in range(times)]
        narrowed = [ours.press(b"x").milliseconds for _ in range(times)]
        sorted_: list[float] = []
        for number in range(times):
            ours.press(b"x"), ours.press(b"x")  # what was kept of the other orders is forgotten
            ours.press(b"s", quiet=0.3)
            ours.press((b"title", b"owner", b"board order")[number % 3], quiet=0.3)
            sorted_.append(ours.press(b"\r", quiet=0.3).milliseconds)
    for what, took in (("filter", narrowed), ("order", sorted_)):
        ratio = p95(took) / p50(key)
        told = f"{ratio:.0f} ({p95(took):.0f} to {p50(key):.1f} ms)"
        yield Line(
            f"change of {what}, {bench.many}, p95, against hello's key", "≤ 50", told, ratio <= 50
        )


def held(bench: Bench) -> Iterator[Line]:
    """A key held down, and many keys at once."""
    with bench.running("open-10000") as program:
        lags = [program.hold(NEXT, HELD, 60) for _ in range(max(2, bench.rounds // 2))]
        bursts = []
        for _ in range(max(2, bench.rounds // 2)):
            program.press(HOME)
            bursts.append(program.press(NEXT * BURST).milliseconds)
    yield Line("held key, 60 a second: last frame", "≤ 33 ms", ms(median(lags)), median(lags) <= 33)
    drained = median(bursts)
    yield Line("200 keys at once, drained", "≤ 100 ms", ms(drained), drained <= 100)


def memory(bench: Bench) -> Iterator[Line]:
    """Held at rest against bare, and what moving about adds."""
    with bench.running(bench.large) as ours, bench.running("bare") as bare:
        settled, empty = ours.memory(), bare.memory()
        for number in range(MANY):
            ours.press((NEXT, PAGE, END, HOME)[number % 4], quiet=0.005)
        grown = ours.memory() - settled
    ratio = settled / empty
    told = f"{ratio:.2f} ({settled:.1f} to {empty:.1f} MB)"
    yield Line(f"memory at rest, {bench.many}, against bare", "≤ 1.25", told, ratio <= 1.25)
    yield Line("memory after 500 keys more", "≤ 15 MB", f"{grown:.1f} MB", grown <= 15)


def idle(bench: Bench) -> Iterator[Line]:
    """Nothing happens: what is written and what it costs."""
    seconds = 10 if bench.quick else 60
    with bench.running("open-10000") as program:
        before = program.processor()
        written = program.watch(seconds)
        share = 100 * (program.processor() - before) / seconds
    yield Line(f"idle for {seconds} s, bytes", "0", str(written), written == 0)
    yield Line("idle, share of a core", "≤ 0.5 %", f"{share:.2f} %", share <= 0.5)


def leaving(bench: Bench) -> Iterator[Line]:
    """Leaving against hello's leaving, and the terminal as it was."""
    behind: set[str] = set()

    def leave(name: str) -> float:
        with bench.running(name) as program:
            took = program.leave(b"q")
            behind.update(program.left_behind())
        return took

    pairs = in_turn(lambda: leave("open-10000"), lambda: leave("hello"), bench.rounds)
    yield at_most("leaving, against hello's leaving", 1.15, pairs)
    yield Line("terminal modes restored", "all", ", ".join(sorted(behind)) or "all", not behind)
