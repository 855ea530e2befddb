"""Signed files that are doubtful are set aside with the reason; what may then be done with them, and by whom."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from pipeline.kernel.text import Next
from pipeline.office.answer import electronic
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.models import HistoryRow
from pipeline.signing.electronic import report_from_json
from tests.office.bureau import (
    CHAIR,
    CLERK,
    Bureau,
)
from tests.office.electronic_copies import come, covered, exports, import_trust, merged, trusting
from tests.office.matched import checked, match
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with
from tests.signing.doctored import changed_later, resaved
from tests.signing.pki import NOW, holder, revocation_list, signed, usual

LETTER = f"{FIRST}-1"
SELDOM = ["expired", "resaved", "altered"]


@pytest.mark.parametrize("fault", ["changed", "revoked", "other", "broken", *SELDOM])
def test_what_is_doubtful_is_set_aside_with_its_reason(approved: Bureau, fault: str) -> None:
    cast, data = usual(), exports(approved)[0]
    lists = [
        revocation_list(cast.root),
        revocation_list(cast.issuer, [cast.chair] if fault == "revoked" else []),
    ]
    import_trust(approved, cast.root.pem, cast.issuer.der, *lists)
    good = signed(data, cast.chair)
    made: dict[str, Callable[[], bytes]] = {
        "changed": lambda: changed_later(good),
        "expired": lambda: signed(data, cast.expired),
        "revoked": lambda: good,
        "resaved": lambda: resaved(good),
        "other": lambda: signed(data, cast.deputy),
        "altered": lambda: signed(changed_later(data), cast.chair),
        "broken": lambda: good[: good.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF\n",
    }
    notes = {
        "changed": "berubah setelah ditandatangani",
        "expired": "di luar masa berlaku sertifikat",
        "revoked": "sertifikat dicabut; sejak 21 November 2026",
        "resaved": "berubah setelah ditandatangani",
        "other": "bukan nama penandatangan surat",
        "altered": "tidak persis sama dengan yang disetujui",
        "broken": "tidak dapat diperiksa",
    }
    kind, note = come(approved, made[fault]())
    assert kind == "unmatched"
    assert notes[fault] in note
    (held,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert electronic.mends(held) == (Next("confirm-signature", held.id),)
    assert letters.copies(LETTER)[0].arrival == ""
    assert (approved.settings.arrivals / held.id / "original").exists()


def test_one_signed_file_for_both_copies_is_never_split(approved: Bureau) -> None:
    data = signed(merged(*exports(approved)), usual().chair)
    kind, note = come(approved, data)
    assert (kind, note) == ("unmatched", electronic.ONE_FILE)
    (aside,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert (approved.settings.arrivals / aside.id / "original").read_bytes() == data
    assert arrivals.listed(ArrivalState.SPLIT) == []
    with refused_with("office.not_electronic"):
        perform(electronic.confirm_signature, approved.session(CHAIR), aside.id, {"reason": "alasan"})


def test_the_same_signed_copy_twice_counts_once(approved: Bureau) -> None:
    first = exports(approved)[0]
    approved.receive(signed(first, usual().chair))
    kind, note = come(approved, signed(first, usual().chair))
    assert (kind, note) == ("unmatched", "salinan ke-1 sudah diterima")


def test_without_the_export_in_the_archive_the_content_is_not_taken_on_trust(approved: Bureau) -> None:
    data = signed(resaved(exports(approved)[0]), usual().chair)
    for document in cases.documents(FIRST):
        if document.logical.endswith("salinan-1.pdf"):
            approved.held.remove(document.path)
    kind, note = come(approved, data)
    assert (kind, "tidak dapat dibandingkan" in note) == ("unmatched", True)


def test_a_signed_file_without_a_readable_code_is_checked_when_a_person_matches_it(approved: Bureau) -> None:
    (came,) = approved.receive(signed(covered(exports(approved)[0]), usual().chair))
    assert came.what == "agenda"
    arrival = match(approved.session(CLERK), came.agenda, letters.copies(LETTER)[0].code)
    assert (arrival.state, arrival.struck) == (ArrivalState.UNMATCHED, "salinan surat kantor sendiri")
    assert "tidak persis sama" in arrival.note
    perform(
        electronic.confirm_signature,
        approved.session(CHAIR),
        arrival.id,
        {"reason": "Kaki halaman tertutup cap, sudah saya baca."},
    )
    assert letters.copies(LETTER)[0].means == "electronic"


def test_a_doubtful_copy_cannot_be_taken_by_matching_it_by_hand(approved: Bureau) -> None:
    (came,) = approved.receive(signed(exports(approved)[0], usual().deputy))
    arrival = match(approved.session(CLERK), came.arrival, letters.copies(LETTER)[0].code)
    assert (arrival.state, letters.copies(LETTER)[0].arrival) == (ArrivalState.UNMATCHED, "")


def test_a_file_that_waits_is_checked_again_by_what_is_trusted_now(approved: Bureau) -> None:
    cast, old = usual(), {"since": NOW - timedelta(days=9), "until": NOW + timedelta(days=1)}
    import_trust(approved, cast.root.pem, cast.issuer.der, revocation_list(cast.root))
    import_trust(approved, revocation_list(cast.issuer, [cast.chair], **old))
    (came,) = approved.receive(signed(exports(approved)[0], cast.chair))
    assert came.what == "unmatched"
    import_trust(approved, revocation_list(cast.issuer))
    again = checked(approved.session(CLERK), came.arrival)
    assert (again.state, again.note.startswith("TTE: sah")) == (ArrivalState.COPY, True)
    assert report_from_json(letters.copies(LETTER)[0].report).is_prefix
    with refused_with("office.not_confirmable"):
        checked(approved.session(CLERK), came.arrival)
    (scan,) = approved.receive(*approved.signed(SECOND, 1))
    with refused_with("office.not_electronic"):
        checked(approved.session(CLERK), scan.arrival)


def test_the_chair_may_take_a_doubtful_file_as_signed_with_a_reason(approved: Bureau) -> None:
    first, second = exports(approved)
    approved.receive(signed(second, usual().chair))
    (came,) = approved.receive(signed(first, usual().deputy))
    perform(
        electronic.confirm_signature,
        approved.session(CHAIR),
        came.arrival,
        {"reason": "Ditandatangani wakil atas perintah saya."},
    )
    assert letters.get(LETTER).state == LetterState.SIGNED
    report = report_from_json(letters.copies(LETTER)[0].report)
    assert report.confirmed_by == "ketua"
    act = HistoryRow.objects.get(verb="confirm_signature")
    assert (act.account, act.case) == ("ketua", FIRST)
    assert json.loads(act.detail)["reason"] == "Ditandatangani wakil atas perintah saya."
    assert approved.verify() == []
    with refused_with("office.not_confirmable"):
        perform(
            electronic.confirm_signature, approved.session(CHAIR), came.arrival, {"reason": "sekali lagi"}
        )


@pytest.mark.parametrize(
    ("box", "is_taken"),
    [
        pytest.param((330, 150, 480, 195), True, id="in the signature block"),
        pytest.param((60, 660, 560, 700), False, id="over number and date"),
        pytest.param((60, 300, 560, 540), False, id="over the points"),
        pytest.param((480, 20, 560, 90), False, id="over the code"),
    ],
)
def test_the_mark_of_a_signature_covers_nothing_but_its_block(
    approved: Bureau, box: tuple[int, int, int, int], is_taken: bool
) -> None:
    trusting(approved)
    kind, note = come(approved, signed(exports(approved)[0], usual().chair, box=box))
    assert kind == ("copy" if is_taken else "unmatched"), note
    assert is_taken or "tidak persis sama dengan yang disetujui" in note


def test_an_unknown_issuer_waits_for_the_chair_once_the_office_trusts_a_root(approved: Bureau) -> None:
    first, second = exports(approved)
    kind, note = come(approved, signed(first, usual().chair))
    assert (kind, "penerbit belum dipercaya" in note) == ("copy", True), "nobody has said whom to trust"
    trusting(approved)
    unknown = holder("WAHDANIAH SULING", holder("Akar Lain", is_ca=True))
    kind, note = come(approved, signed(second, unknown))
    assert kind == "unmatched", note
    assert "penerbit belum dipercaya" in note
    (held,) = arrivals.listed(ArrivalState.UNMATCHED)
    assert electronic.mends(held) == (Next("confirm-signature", held.id),)
    assert letters.get(LETTER).state == LetterState.APPROVED
