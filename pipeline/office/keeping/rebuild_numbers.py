"""After a rebuild no number is given again; a tombstone's case stays destroyed."""

from collections.abc import Collection, Iterable, Sequence

from pipeline.archive.archive import Archive
from pipeline.archive.layout import case_of, successor_of
from pipeline.cases.plain import from_plain
from pipeline.kernel.errors import suppressed
from pipeline.kernel.ids import is_book
from pipeline.office.keeping.import_register import IMPORTED
from pipeline.records import arrivals, cases, history, numbers
from pipeline.records.disposals import Tombstone
from pipeline.register.journal import read_entries
from pipeline.register.payload import Payload, read_payload
from pipeline.register.tombstone import lists_of, told_in
from pipeline.settings import Settings


def mail() -> None:
    """Set the mail log's counters by the arrivals."""
    _count(agenda.split("-")[1:] for agenda in arrivals.agendas())


def cases_and_register() -> None:
    """Set the counters of cases and register numbers."""
    _count((number.split("-") for number in cases.numbers()), "kasus")
    acts = (act for verb in ("register", IMPORTED) for act in history.of_verb(verb))
    _count(((act.case[:4], act.detail["seq"]) for act in acts if "seq" in act.detail), "register")


def count_as_given(settings: Settings, case: str) -> None:
    """Reserves numbers of a case that never reached the archive."""
    year, seq = case.split("-")
    first = numbers.first_in(int(year), settings["nomor.register_awal"])
    for _ in range(numbers.peek(f"kasus/{year}"), int(seq) + 1):
        numbers.next_of(f"kasus/{year}")
        numbers.next_of(f"register/{year}", first)


def _count(given: Iterable[Sequence[str]], series: str = "agenda") -> None:
    highest: dict[str, int] = {}
    for year, seq in given:
        highest[year] = max(int(seq), highest.get(year, 0))
    for year, most in highest.items():
        numbers.at_least(f"{series}/{year}", most)


def stones_of(archive: Archive) -> list[Tombstone]:
    """Tombstones in the archive's lists."""
    lists = (told_in(archive.read_case(name).kasus) for name in lists_of(archive))
    return [from_plain(Tombstone, plain) for rows in lists for plain in rows]


def names_of(archive: Archive, gone: Collection[str]) -> list[str]:
    """The objects to restore, without cases that are ``gone``."""
    names = archive.objects()
    succeeded = any("." in name for name in names)
    left = superseded(names, {entry.case for entry in read_entries(archive)}) if succeeded else set()
    return [name for name in names if case_of(name) not in gone and name not in left]


def superseded(names: Iterable[str], entered: Iterable[str]) -> set[str]:
    """Left out where a case has two objects; a successor counts once ``entered``."""
    there, known = set(names), set(entered)
    left = set()
    for name in sorted(there):
        if name in known or "." not in name:
            following = successor_of(name) if not is_book(name) else ""
            if following in there and following in known:
                left.add(name)
        else:
            left.add(name)
    return left


def payloads_of(stones: Iterable[Tombstone]) -> dict[str, Payload]:
    """Payloads of the tombstones' entries, by digest."""
    return {payload.sha256: payload for payload in (read_payload(stone.payload) for stone in stones)}


def restore_numbers(stones: Iterable[Tombstone], lists: Iterable[str]) -> None:
    """Reserve every number of destroyed cases and of lists."""
    for stone in stones:
        for letter in stone.letters:
            if numbers.find(letter["number"]) is None:
                _restore(letter["number"], letter["series"], letter["seq"], letter["letter"], letter["state"])
        year, seq = stone.case.split("-")
        numbers.at_least(f"kasus/{year}", int(seq))
        if stone.register_seq:
            numbers.at_least(f"register/{year}", stone.register_seq)
        for agenda, _ in stone.agenda:
            _, year, seq = agenda.split("-")
            numbers.at_least(f"agenda/{year}", int(seq))
    for name in lists:
        _, year, seq = name.split("-")
        numbers.at_least(f"musnah/{year}", int(seq))


def _restore(text: str, series: str, seq: int, letter: str, state: str) -> None:
    with suppressed("records.number_taken"):  # its place was taken by a number that was typed in
        numbers.reserve(text, series, seq, letter)
        numbers.at_least(series, seq)
        if state == numbers.NumberState.COMMITTED:
            numbers.commit(text)
        elif state == numbers.NumberState.VOID:
            numbers.void(text, "alasannya dimusnahkan bersama kasusnya")
