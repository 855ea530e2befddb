"""pyHanko on PDFs signed by a PKI of our own: each verdict, the comparison with the export, and the walls."""

import io
from collections.abc import Sequence
from datetime import timedelta

import pikepdf
import pypdf
import pytest

from pipeline.kernel.sandbox_command import Limits
from pipeline.signing import electronic_check, inside_electronic
from pipeline.signing.electronic import Content, Report, Revocation, Verdict
from pipeline.signing.electronic_check import examine
from tests.signing import pki
from tests.signing.doctored import changed_later, hybrid, loop, resaved
from tests.signing.pki import NOW, Holder, page, revocation_list, signed, usual

EXPORT = page("ekspor")
GOOD = signed(EXPORT, usual().chair)


def chain(*lists: bytes) -> list[bytes]:
    """Return the root and the issuer, with revocation ``lists``."""
    return [usual().root.der, usual().issuer.der, *lists]


def lists(*revoked: Holder) -> list[bytes]:
    """Return the lists of both issuers, with ``revoked`` on the issuer's."""
    return [revocation_list(usual().root), revocation_list(usual().issuer, revoked)]


def check(document: bytes, trust: Sequence[bytes], *, original: bytes = b"", prefix: int = 0) -> Report:
    """Check in this process what the tests have made themselves."""
    request = {"moment": NOW.isoformat(), "prefix": prefix}
    return inside_electronic.check(request, document, original, trust)


def test_a_good_signature_is_valid_and_its_revocation_checked() -> None:
    report = check(GOOD, chain(*lists()), prefix=len(EXPORT))
    (signature,) = report.signatures
    assert (report.verdict, signature.revocation, report.content) == (
        Verdict.VALID,
        Revocation.CHECKED,
        Content.SAME,
    )
    assert signature.until == "2026-11-30T01:00:00Z"
    assert signature.name == pki.CHAIR
    assert signature.fingerprint == usual().chair.fingerprint
    assert signature.covers_all
    assert report.is_prefix
    assert report.checked == "2026-11-24T01:00:00Z"


def test_without_a_list_revocation_is_not_checked_and_that_is_said() -> None:
    report = check(GOOD, chain())
    assert report.verdict is Verdict.VALID
    assert report.signatures[0].revocation is Revocation.NOT_CHECKED


def test_an_unknown_root_is_told_as_intact_but_not_trusted() -> None:
    assert check(GOOD, []).verdict is Verdict.UNKNOWN
    other = pki.holder("Akar Lain", is_ca=True)
    assert check(GOOD, [other.der]).verdict is Verdict.UNKNOWN


def test_the_root_alone_is_enough_where_the_file_carries_its_issuer() -> None:
    assert check(GOOD, [usual().root.der]).verdict is Verdict.VALID


@pytest.mark.parametrize("place", [20, len(EXPORT) // 2, len(EXPORT) + 40])
def test_one_changed_byte_is_seen(place: int) -> None:
    broken = bytearray(GOOD)
    broken[place] ^= 1
    assert check(bytes(broken), chain(*lists())).verdict in (Verdict.CHANGED, Verdict.UNCHECKED, Verdict.NONE)
    swapped = GOOD.replace(b"595 842", b"595 843", 1)
    assert check(swapped, chain(*lists())).verdict is Verdict.CHANGED


def test_a_second_signature_leaves_the_first_valid() -> None:
    report = check(signed(GOOD, usual().deputy, "Kedua"), chain(*lists()), prefix=len(EXPORT))
    assert [signature.verdict for signature in report.signatures] == [Verdict.VALID, Verdict.VALID]
    assert [signature.covers_all for signature in report.signatures] == [False, True]
    assert report.content is Content.SAME


def test_an_expired_certificate_is_told_whoever_issued_it() -> None:
    late = signed(EXPORT, usual().expired)
    assert check(late, chain(*lists())).verdict is Verdict.EXPIRED
    assert check(late, []).verdict is Verdict.EXPIRED
    early = pki.holder(pki.CHAIR, usual().issuer, since=NOW + timedelta(days=2))
    assert check(signed(EXPORT, early), chain()).verdict is Verdict.EXPIRED


def test_a_revoked_certificate_is_told_with_its_day() -> None:
    report = check(GOOD, chain(*lists(usual().chair)))
    assert report.verdict is Verdict.REVOKED
    assert report.signatures[0].revoked == "2026-11-21T01:00:00Z"
    assert not report.signatures[0].of_issuer


def test_a_revoked_issuer_revokes_whom_it_issued() -> None:
    report = check(GOOD, chain(revocation_list(usual().root, [usual().issuer])))
    assert report.verdict is Verdict.REVOKED
    assert report.signatures[0].of_issuer


def test_a_revocation_is_seen_even_where_the_list_of_the_root_is_missing_or_all_are_old() -> None:
    old = {
        "since": NOW - timedelta(days=60),
        "until": NOW - timedelta(days=50),
        "at": NOW - timedelta(days=70),
    }
    for period in ({}, old):
        assert (
            check(GOOD, chain(revocation_list(usual().issuer, [usual().chair], **period))).verdict
            is Verdict.REVOKED
        )


def test_a_missing_or_old_list_is_never_taken_for_a_check() -> None:
    old = revocation_list(usual().issuer, since=NOW - timedelta(days=60), until=NOW - timedelta(days=50))
    for incomplete in ([lists()[0]], [lists()[1]], [lists()[0], old]):
        report = check(GOOD, chain(*incomplete))
        assert report.verdict is Verdict.UNREVIEWED
        assert report.signatures[0].revocation is Revocation.NOT_POSSIBLE


def test_a_certificate_for_something_else_does_not_sign() -> None:
    other = pki.holder(pki.CHAIR, usual().issuer, usages=("key_encipherment",))
    report = check(signed(EXPORT, other), chain())
    assert report.verdict is Verdict.UNFIT
    assert report.signatures[0].cause


def test_a_page_changed_after_signing_is_seen() -> None:
    assert check(changed_later(GOOD), chain(*lists())).verdict is Verdict.CHANGED


def test_metadata_added_after_signing_changes_no_content() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(GOOD), incremental=True)
    writer.add_metadata({"/Keywords": "arsip"})
    out = io.BytesIO()
    writer.write(out)
    report = check(out.getvalue(), chain(*lists()), prefix=len(EXPORT))
    assert report.verdict is Verdict.VALID
    assert not report.signatures[0].covers_all


def test_a_file_saved_anew_has_lost_its_signature() -> None:
    assert check(resaved(GOOD), chain(*lists())).verdict is Verdict.CHANGED


def test_words_about_a_signature_are_none() -> None:
    report = check(EXPORT + b"\n% /ByteRange [0 1 2 3]\n", chain())
    assert (report.verdict, report.signatures) == (Verdict.NONE, ())


def test_a_file_that_pyhanko_cannot_read_is_told_as_not_checked() -> None:
    broken = GOOD[: GOOD.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF\n"
    for data in (broken, b"", b"%PDF-1.7\n%%EOF\n"):
        report = check(data, chain())
        assert (report.verdict, bool(report.problem)) == (Verdict.UNCHECKED, True)


def test_hybrid_references_are_told_as_not_checked() -> None:
    assert check(hybrid(GOOD), chain()).problem


def test_more_signatures_than_anybody_makes_are_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside_electronic, "_MOST_SIGNATURES", 1)
    assert check(signed(GOOD, usual().deputy, "Kedua"), chain()).problem == "TooManySignatures"


def test_a_signature_of_an_unknown_form_is_not_checked() -> None:
    other = GOOD.replace(b"/ETSI.CAdES.detached", b"/ETSI.LAINNYA.detach")
    assert check(other, chain()).verdict is Verdict.UNCHECKED


def test_contents_that_are_no_signature_are_not_checked() -> None:
    start = GOOD.index(b"/Contents <") + 11
    other = GOOD[:start] + b"00" * 40 + GOOD[start + 80 :]
    assert check(other, chain()).verdict is Verdict.UNCHECKED


def test_within_the_walls_the_same_is_found() -> None:
    report = examine(GOOD, chain(*lists()), NOW, prefix=len(EXPORT))
    assert (report.verdict, report.content, report.is_prefix) == (Verdict.VALID, Content.SAME, True)
    assert report.signatures[0].until == "2026-11-30T01:00:00Z"


@pytest.mark.parametrize(
    ("limits", "problem"),
    [(Limits(wall=0.01), "kernel.sandbox_timed_out"), (Limits(memory=64 << 20), "kernel.sandbox_crashed")],
)
def test_a_check_that_uses_up_its_limits_is_a_report_too(
    limits: Limits, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(electronic_check, "_LIMITS", limits)
    report = examine(GOOD, [], NOW)
    assert report.verdict is Verdict.UNCHECKED
    assert report.problem == problem


@pytest.mark.parametrize("hostile", ["loop", "bomb", "large"])
def test_hostile_and_large_files_end_in_time_with_a_report(hostile: str) -> None:
    if hostile == "loop":
        data = loop()
    elif hostile == "bomb":
        with pikepdf.open(io.BytesIO(EXPORT)) as document:
            document.Root.Bom = document.make_stream(b"\0" * (300 << 20))
            out = io.BytesIO()
            document.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        data = out.getvalue() + b"% /ByteRange [0 1 2 3]\n"
    else:
        with pikepdf.open(io.BytesIO(EXPORT)) as document:
            document.Root.Isi = document.make_stream(bytes(range(256)) * (40 << 10))
            out = io.BytesIO()
            document.save(out, compress_streams=False)
        data = signed(out.getvalue(), usual().chair)
        assert len(data) > 10 << 20
    report = examine(data, chain(*lists()), NOW)
    expected = {"loop": Verdict.UNCHECKED, "bomb": Verdict.NONE, "large": Verdict.VALID}
    assert report.verdict is expected[hostile], report
