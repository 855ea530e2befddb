"""The index of words finds documents by stems, the newest first, on both databases; what is moved, left or erased follows."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.archive.read import Document
from pipeline.cases.search_stems import stems_of
from pipeline.cases.states import State
from pipeline.records import arrivals, boot, cases, erase, texts
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import TextRow
from pipeline.records.texts import Among, TextKind, Words
from tests.office.bureau import Bureau
from tests.records.examples import arrival, case

pytestmark = pytest.mark.backend

DAY = date(2026, 11, 24)
ALL = Among()


@pytest.fixture
def office(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def words(text: str) -> Words:
    return Words(tuple(stems_of(text)))


def found(text: str, among: Among = ALL, most: int = 50, before: int = 0) -> list[str]:
    return [hit.thing for hit in texts.search(words(text), among, most, before)]


def read(number: int, text: str, **more: object) -> str:
    """Take a letter in that says ``text``, and return its id."""
    record = arrival(number, **more)
    arrivals.add(record)
    page = {"rows": [[[word, [0, 0, 1, 1], 0.9] for word in text.split()]]}
    arrivals.change(record, reading=json.dumps({"pages": [page]}), state=ArrivalState.READ)
    return record.id


def test_a_word_is_found_in_any_of_its_forms_the_newest_first(office: Bureau) -> None:
    old, new = read(1, "Ia dipukul oleh suaminya"), read(2, "Pemukulan itu berulang")
    read(3, "Tidak ada apa-apa")
    assert found("memukul") == [new, old]
    assert found("memukul suami") == [old]
    assert found("memukul", most=1) == [new]
    (first,) = texts.search(words("memukul"), ALL, 1)
    assert found("memukul", before=first.place) == [old]
    assert first.day == date(2026, 11, 24)


def test_before_seven_in_the_morning_it_is_the_day_of_the_office_too(office: Bureau) -> None:
    night = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)
    letter = read(1, "laporan warga", taken_at=night)
    for _ in range(2):
        (hit,) = texts.search(words("lapor"), Among(year=2027), 9)
        assert (hit.thing, hit.day) == (letter, date(2027, 1, 1))
        assert found("lapor", Among(year=2026)) == []
        TextRow.objects.all().delete()
        texts.fill()


def test_words_one_behind_the_other_are_not_words_apart(office: Bureau) -> None:
    near, far = read(1, "nomor 400.2/031 kami"), read(2, "400 orang, 031 rumah, 2 desa")
    asked = Words((), (tuple(stems_of("400.2/031")),))
    assert [hit.thing for hit in texts.search(asked, ALL, 9)] == [near]
    assert set(found("400 031")) == {near, far}


def test_what_is_typed_is_never_taken_for_a_question_of_the_database(office: Bureau) -> None:
    read(1, "Surat biasa")
    for text in ("AND", "a OR b", 'x" OR "y', "NEAR(a b)", "it's", "a & !b", "stems:*", ":*"):
        assert found(text) == [], text


def test_filters_what_may_not_be_seen_and_scans_whose_pages_stand_elsewhere(office: Bureau) -> None:
    first = read(1, "laporan warga", case="2026-0001")
    second = read(2, "laporan warga", case="2026-0002", taken_at=arrival(2).taken_at.replace(year=2025))
    cases.add(replace(case(1), values={"channel": "letter"}))
    cases.add(replace(case(2), state=State.CLOSED, values={"channel": "phone"}))
    third = read(3, "laporan warga")
    assert found("lapor") == [third, first, second]
    assert found("lapor", Among(year=2025)) == [second]
    assert found("lapor", Among(states=("selesai",))) == [second]
    assert found("lapor", Among(channel="letter")) == [first]
    assert found("lapor", Among(unseen=frozenset({"2026-0001"}))) == [third, second]
    arrivals.change(arrivals.get(third), state=ArrivalState.SPLIT)
    assert found("lapor") == [first, second]


def test_a_transcript_goes_along_to_where_it_is_filed(office: Bureau) -> None:
    digest, name = f"{7:0128x}", "turunan/surat-masuk-1-salinan-ketikan.txt"
    with boot.transact():
        for number in (1, 2):
            cases.add(case(number))
        texts.put(TextKind.TRANSCRIPT, digest, DAY, "tulisan tangan", "2026-0001", name)
    assert found("tangan") == [], "not filed yet"
    there = Document(name, f"2026/2026-0001/v2/content/{name}", digest, 10, 2)
    cases.filed("2026-0001", 2, [there])
    assert [hit.case for hit in texts.search(words("tangan"), ALL, 9)] == ["2026-0001"]
    cases.filed("2026-0002", 2, [there])
    cases.filed("2026-0001", 3, [])
    assert [hit.case for hit in texts.search(words("tangan"), ALL, 9)] == ["2026-0002"]


def test_what_is_read_anew_takes_the_place_of_what_was_read(office: Bureau) -> None:
    with boot.transact():
        texts.put(TextKind.INCOMING, read(1, "kucing"), DAY, "anjing")
    assert found("kucing") == []
    assert len(found("anjing")) == 1
    TextRow.objects.all().delete()
    texts.fill()
    assert len(found("kucing")) == 1


def test_a_word_that_was_erased_is_not_in_the_file(on_file: None, bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    kept, gone = read(1, "biasa saja"), read(2, "zamrudqoriah")
    assert found("zamrudqoriah") == [gone]
    with boot.transact():
        texts.erase("2026-0001", [gone])
        arrivals.change(arrivals.get(gone), reading="")
    erase.rewrite_freed_pages()
    assert found("zamrudqoriah") == []
    assert found("biasa") == [kept]
    boot.close()
    for path in bureau.settings.var.glob("rangkap.db*"):
        assert b"zamrudqoriah" not in path.read_bytes(), path.name
    with sqlite3.connect(bureau.settings.var / "rangkap.db") as held:
        held.execute("INSERT INTO records_textindex (records_textindex) VALUES ('integrity-check')")


def test_far_back_is_found_too_however_few_are_looked_through_at_a_time(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [read(number, "pemukulan" if number % 3 else "ancaman") for number in range(1, 25)]
    hits, threats = (
        [text for n, text in enumerate(ids, 1) if bool(n % 3) is not other][::-1] for other in (False, True)
    )
    for nearest, nearer in ((1000, 20_000), (4, 6), (1, 1)):
        monkeypatch.setattr(texts, "_NEAREST", nearest)
        monkeypatch.setattr(texts, "_NEARER", nearer)
        assert found("memukul") == hits
        assert found("mengancam") == threats
        assert found("mengancam", most=5) == threats[:5]
        (*_, fifth) = texts.search(words("memukul"), ALL, 5)
        assert found("memukul", before=fifth.place) == hits[5:]
        assert found("memukul", Among(year=2026), most=20) == hits
        assert found("memukul", Among(year=2025)) == found("memukul", Among(channel="surat")) == []
