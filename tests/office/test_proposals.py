"""A scan without a readable code that looks like a letter of ours waits with the likely copy beside it."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from demo import signer
from pipeline.intake.reading import Page, Reading, Row, Word
from pipeline.office.arrivals.proposals import propose, queue
from pipeline.office.overview.find import todo
from pipeline.records import arrivals, history, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from tests.office import damage
from tests.office.bureau import CLERK, OFFICER, Bureau, pdf_of, scanned, unsigned_pages
from tests.office.matched import match, put_aside
from tests.office.reading import read_arrival
from tests.office.stages import FIRST
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
KEY = bytes(range(32))
"""The key of the codes, so that the check at the foot is the same in every run: of a chance one OCR may misread a letter."""


def reading(text: str) -> Reading:
    rows = tuple(
        Row(tuple(Word(part, (0, 0, 10, 10), 0.9) for part in line.split())) for line in text.splitlines()
    )
    return Reading((Page(1, 100, 100, rows, "ocr", 0.9, 0, ()),), {})


def without_code(page: Image.Image) -> Image.Image:
    x, y = page.width - 430, page.height - 330
    ImageDraw.Draw(page).rectangle((x, y, x + 380, y + 300), fill="white")
    return page


def read_scan(bureau: Bureau, *pages: Image.Image) -> Arrival:
    arrival = bureau.arrive(pdf_of([scanned(page) for page in pages]))
    return read_arrival(bureau.session(), bureau.reader, arrival.id)


def test_a_signed_copy_without_its_code_is_proposed_and_assigned_by_nobody(
    at_stage: Callable[[str], Bureau],
) -> None:
    approved = at_stage("drafted")
    (approved.settings.var / "keys" / "kode-1.key").write_bytes(KEY)
    approved.approve(FIRST)
    (page,) = signer.signed_pages(approved.printed(FIRST)[1], 2)
    scan = read_scan(approved, without_code(page))
    assert scan.state == ArrivalState.READ
    assert f"salinan ke-2 surat {LETTER}" in scan.note
    assert not letters.copies(LETTER)[1].arrival
    ((waiting, likely),) = queue(approved.session(CLERK))
    assert likely is not None
    assert (waiting.id, likely.copy, likely.case) == (scan.id, 2, FIRST)
    assert likely.confidence >= 0.9
    assert likely.message() in todo(approved.session(CLERK))["arrivals"][0]["note"]
    after = match(approved.session(CLERK), scan.id, likely.words)
    assert (after.state, letters.copies(LETTER)[1].arrival) == (ArrivalState.COPY, scan.id)


def test_the_check_at_the_foot_the_letters_id_and_its_text_point_to_it_with_falling_confidence(
    approved: Bureau,
) -> None:
    approved.session()
    copy = letters.copies(LETTER)[0]
    words = f"{LETTER} · {copy.code[-10:-6]}-{copy.code[-6:-2]}-{copy.code[-2:]}"
    whole = propose(approved.settings, reading(f"Salinan ke-1 dari 2\n{words}"))
    wrong = propose(approved.settings, reading(words[:-2] + "??" if words[-2:] != "??" else words))
    named = propose(approved.settings, reading(f"Salinan ke-1 dari 2\n{LETTER}"))
    assert whole is not None
    assert (whole.letter, whole.copy, whole.confidence) == (LETTER, 1, 0.98)
    assert wrong is None or wrong.confidence < whole.confidence
    assert named is not None
    assert (named.copy, named.confidence < whole.confidence) == (1, True)
    assert named.words.startswith(LETTER)


def test_the_text_of_a_waiting_letter_is_known_again_and_a_letter_that_cites_its_number_is_not(
    approved: Bureau,
) -> None:
    from pipeline.letters.text import EDGE, frozen_text
    from pipeline.office.letters import letter_files

    approved.session()
    letter = letters.get(LETTER)
    text = frozen_text(letter_files.draft_of(approved.settings, letter)).partition(EDGE)[0]
    proposal = propose(approved.settings, reading(text))
    assert proposal is not None
    assert (proposal.letter, proposal.copy) == (LETTER, None)
    numbered = propose(
        approved.settings, reading(text.replace("400.2/___/P2TP2A/XI/2026", str(letter.number)))
    )
    assert numbered is not None
    assert numbered.confidence > proposal.confidence
    assert (
        propose(approved.settings, reading(f"Membalas surat Saudara nomor {letter.number} kami hadir."))
        is None
    )


def test_what_is_far_longer_than_a_letter_is_not_compared_with_it(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    monkeypatch.setattr(
        "pipeline.office.arrivals.proposals.fuzz.token_sort_ratio",
        lambda text, draft: compared.append(len(text)) or 0.0,
    )
    approved.session()
    assert propose(approved.settings, reading("surat " * 100_000)) is None
    assert compared == []
    assert propose(approved.settings, reading("surat " * 100)) is None
    assert set(compared) == {599}


def test_unsigned_paper_is_confirmed_by_a_person_with_a_reason_or_put_aside(approved: Bureau) -> None:
    first, second = (approved.receive(pdf_of(unsigned_pages(path)))[0] for path in approved.printed(FIRST))
    code = arrivals.get(first.arrival).code
    with refused_with("office.copy_in_doubt") as doubt:
        match(approved.session(CLERK), first.arrival, code)
    assert "belum tampak tanda tangan" in str(doubt.value.fields["reason"])
    after = match(approved.session(OFFICER), first.arrival, code, "tinta pudar, saya lihat sendiri")
    assert (after.state, letters.copies(LETTER)[0].arrival) == (ArrivalState.COPY, first.arrival)
    acts = [act for act in history.of_case(FIRST) if act.verb == "match"]
    assert (acts[-1].detail["by"], acts[-1].detail["reason"]) == ("hand", "tinta pudar, saya lihat sendiri")
    gone = put_aside(approved.session(CLERK), second.arrival, "lembar rusak")
    assert gone.state == ArrivalState.ASIDE
    assert [arrival["id"] for arrival in todo(approved.session(CLERK))["arrivals"]] == [first.arrival]
    with refused_with("office.not_a_copy"):
        put_aside(approved.session(CLERK), second.arrival, "lagi")
    assert letters.get(LETTER).state == LetterState.APPROVED
    assert approved.verify() == []


def test_what_was_put_aside_stays_so_after_a_rebuild(approved: Bureau) -> None:
    (bare,) = approved.receive(pdf_of(unsigned_pages(approved.printed(FIRST)[0])))
    approved.receive(*approved.signed(FIRST))
    before = arrivals.get(bare.arrival)
    assert before.state == ArrivalState.ASIDE
    damage.rebuilt(approved)
    after = arrivals.get(bare.arrival)
    assert (after.state, after.note) == (before.state, before.note)
