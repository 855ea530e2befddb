"""Values and words of a check, and what the bytes of a PDF tell without opening it."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.signing.electronic import (
    ACCEPTED,
    Content,
    Report,
    Revocation,
    Signature,
    Verdict,
    is_of,
    report_from_json,
)
from pipeline.signing.electronic_check import bears_signature, prefixes
from pipeline.signing.electronic_summary import words

NOW = "2026-11-24T01:00:00Z"
GOOD = Signature(
    Verdict.VALID,
    subject="CN=WAHDANIAH SULING",
    name="WAHDANIAH SULING",
    covers_all=True,
    revocation=Revocation.CHECKED,
    until="2026-11-30T01:00:00Z",
)


def of(*signatures: Signature, problem: str = "", content: Content = Content.SAME) -> Report:
    return Report(NOW, signatures, problem, content)


def said(verdict: Verdict, lang: str = "id", **columns: object) -> str:
    return words(of(Signature(**{"verdict": verdict, "covers_all": True, **columns})), lang)


def test_a_file_is_worth_what_its_weakest_signature_is() -> None:
    assert of().verdict is Verdict.NONE
    assert of(GOOD).verdict is Verdict.VALID
    for worse in set(Verdict) - {Verdict.NONE, Verdict.VALID}:
        assert of(GOOD, Signature(worse), GOOD).verdict is worse
    assert of(GOOD, problem="PdfReadError").verdict is Verdict.UNCHECKED


def test_an_unknown_issuer_is_no_reason_to_refuse_but_a_changed_file_is() -> None:
    assert Verdict.UNKNOWN in ACCEPTED
    assert not ACCEPTED & {Verdict.CHANGED, Verdict.REVOKED, Verdict.EXPIRED, Verdict.UNCHECKED, Verdict.NONE}


def test_the_words_are_those_that_the_office_reads() -> None:
    assert words(of(GOOD)) == "TTE: sah, sertifikat dikenal; pencabutan dicek s.d. 30 November 2026"
    assert (
        words(of(GOOD), "en") == "E-signature: valid, certificate known; revocation checked up to 2026-11-30"
    )
    assert said(Verdict.VALID) == "TTE: sah, sertifikat dikenal; pencabutan tidak dicek"
    assert "tidak dapat dicek" in said(Verdict.UNREVIEWED, revocation=Revocation.NOT_POSSIBLE)
    assert said(Verdict.UNKNOWN) == "TTE: utuh, tetapi penerbit belum dipercaya"
    assert said(Verdict.CHANGED) == "TTE: berubah setelah ditandatangani"
    assert said(Verdict.REVOKED, revoked="2026-11-21T01:00:00Z").endswith("sejak 21 November 2026")
    assert "penerbitnya" in said(Verdict.REVOKED, of_issuer=True)
    assert said(Verdict.EXPIRED, valid_from=NOW, valid_to=NOW).endswith(
        "24 November 2026 s.d. 24 November 2026"
    )
    assert words(of(problem="PdfReadError")) == "TTE: tidak dapat diperiksa"
    assert words(of()) == "TTE: tidak bertanda tangan elektronik"


def test_the_words_tell_of_several_signatures_of_additions_and_of_who_confirmed() -> None:
    assert words(of(GOOD, GOOD)).startswith("TTE: 2 tanda tangan, yang terlemah: sah")
    later = Signature(Verdict.VALID, covers_all=False)
    assert words(of(later)).endswith("ada tambahan setelahnya yang tidak mengubah isi")
    assert "tambahan" not in words(of(later, GOOD)), "the second signature is what came later"
    assert words(of(GOOD, content=Content.DIFFERENT)).endswith("tidak persis sama dengan yang disetujui")
    assert words(replace(of(GOOD), confirmed_by="ketua")).endswith("dipastikan oleh akun ketua")


@given(st.sampled_from(sorted(Verdict)), st.text(max_size=30), st.booleans())
def test_a_report_comes_back_as_it_was_written(verdict: Verdict, text: str, whole: bool) -> None:
    signature = Signature(verdict, subject=text, name=text, covers_all=whole)
    report = replace(
        of(signature, GOOD, problem=text, content=Content.DIFFERENT), code="P2:2026-0001-1:1:ABCDEFGHIJ"
    )
    assert report_from_json(report.to_json()) == report
    assert report_from_json(report.to_json()).to_json() == report.to_json()


@given(st.sampled_from(sorted(Verdict)), st.text(alphabet="XYZ", min_size=5, max_size=9))
def test_no_name_stands_in_the_words(verdict: Verdict, name: str) -> None:
    signature = Signature(verdict, subject=name, name=name, issuer=name, valid_from=NOW, valid_to=NOW)
    assert name not in words(of(signature)) + words(of(signature), "en")


@pytest.mark.parametrize(
    ("certificate", "signatory", "same"),
    [
        ("WAHDANIAH SULING", "Dra. Hj. Wahdaniah Suling, M.Si.", True),
        ("Dra. Hj. WAHDANIAH SULING, M.SI", "Wahdaniah Suling", True),
        ("WAHDANIAH", "Dra. Hj. Wahdaniah Suling, M.Si.", False),
        ("SITI WAKIL KETUA", "Dra. Hj. Wahdaniah Suling, M.Si.", False),
        ("WAHDANIAH LAIN", "Dra. Hj. Wahdaniah Suling, M.Si.", False),
        ("", "Dra. Hj. Wahdaniah Suling, M.Si.", False),
        ("Dra. M.Si.", "Dra. Hj. Wahdaniah Suling, M.Si.", False),
    ],
)
def test_a_certificate_names_the_signatory_whatever_the_titles(
    certificate: str, signatory: str, same: bool
) -> None:
    report = of(Signature(Verdict.VALID, name=certificate))
    assert is_of(report, ["Orang Lain Sama Sekali", signatory]) is same
    assert is_of(report, []) is False


def test_a_signature_is_seen_by_its_bytes() -> None:
    assert bears_signature(b"%PDF-1.7 ... /ByteRange [0 1 2 3]")
    assert bears_signature(b"/ByteRange\n\t[0")
    assert not bears_signature(b"%PDF-1.7 ByteRange [0] /ByteRange(")


def test_every_part_up_to_an_end_of_file_mark_is_told_by_its_digest() -> None:
    first, second = b"%PDF-1.7 satu\n%%EOF\n", b"tambahan\n%%EOF\r\n"
    whole = first + second + b"lagi %%EOF"
    digests = {length: digest for digest, length in prefixes(whole)}
    assert set(digests) == {len(first) - 1, len(first), len(first + second) - 2, len(first + second)}
    for length, digest in digests.items():
        assert digest == hashlib.sha256(whole[:length]).hexdigest()
    assert list(prefixes(first)) == [(hashlib.sha256(first[:-1]).hexdigest(), len(first) - 1)]
    assert list(prefixes(b"")) == []


def test_a_file_of_nothing_but_ends_is_looked_at_only_so_far() -> None:
    assert len(list(prefixes(b"%%EOF\n" * 100_000))) <= 80
