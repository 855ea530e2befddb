"""What the administrator's files hold: certificates and lists, whose they are, and who proves them."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from pipeline.kernel.sandbox import Crashed
from pipeline.signing.electronic_check import read_trust
from pipeline.signing.electronic_trust import Found, Kind, Trusted, found_from, request_of, trusted_from
from pipeline.signing.inside_trust import found, things
from tests.signing import pki
from tests.signing.pki import NOW, revocation_list, usual


def told(data: bytes, *known: pki.Holder) -> list[Found]:
    """Return what is told of a file."""
    return [found(one, [each.certificate for each in known], NOW) for one in things(data)]


def test_a_root_proves_itself_and_an_issuer_is_proven_by_its_root() -> None:
    (root,) = told(usual().root.der)
    assert (root.kind, root.fingerprint, root.proven_by) == (
        Kind.ROOT,
        usual().root.fingerprint,
        usual().root.fingerprint,
    )
    assert base64.b64decode(root.der) == usual().root.der
    assert root.subject == "CN=Akar Uji,O=Uji Coba,C=ID"
    (issuer,) = told(usual().issuer.pem, usual().root)
    assert (issuer.kind, issuer.proven_by) == (Kind.ISSUER, usual().root.fingerprint)
    (orphan,) = told(usual().issuer.pem)
    assert orphan.proven_by == ""


def test_a_certificate_of_the_same_name_with_another_key_proves_nothing() -> None:
    twin = pki.holder("Akar Uji", is_ca=True)
    assert told(usual().issuer.der, twin)[0].proven_by == ""
    assert told(revocation_list(usual().root), twin)[0].proven_by == ""


def test_a_list_is_proven_by_the_key_of_its_issuer() -> None:
    (one,) = told(revocation_list(usual().issuer), usual().root, usual().issuer)
    assert (one.kind, one.proven_by, one.key) == (
        Kind.LIST,
        usual().issuer.fingerprint,
        usual().issuer.fingerprint,
    )
    assert (one.since, one.until) == ("2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z")
    assert one.fault == ""


def test_a_list_for_a_part_of_the_certificates_replaces_no_whole_one() -> None:
    (part,) = told(revocation_list(usual().issuer, part="http://contoh.invalid/1.crl"), usual().issuer)
    assert part.key.startswith(usual().issuer.fingerprint)
    assert part.key != usual().issuer.fingerprint
    assert part.fault == ""


def test_a_person_is_no_issuer() -> None:
    assert told(usual().chair.der, usual().root, usual().issuer)[0].kind is Kind.PERSON


def test_what_is_out_of_its_days_or_only_a_part_is_of_no_use() -> None:
    late = pki.holder("Akar Lama", is_ca=True, until=NOW - timedelta(days=1))
    early = pki.holder("Akar Baru", is_ca=True, since=NOW + timedelta(days=1))
    assert told(late.der)[0].fault == "late"
    assert told(early.der)[0].fault == "early"
    assert told(revocation_list(usual().issuer, is_delta=True))[0].fault == "partial"


def test_pem_der_and_bundles_are_read_and_other_files_hold_nothing() -> None:
    both = b"teks di depan\n" + usual().root.pem + b"\n" + usual().issuer.pem
    assert [one.kind for one in told(both, usual().root)] == [Kind.ROOT, Kind.ISSUER]
    certificates = [usual().root.certificate, usual().issuer.certificate]
    for encoding in (Encoding.DER, Encoding.PEM):
        assert len(told(pkcs7.serialize_certificates(certificates, encoding))) == 2
    listed = base64.encodebytes(revocation_list(usual().root))
    pem = b"-----BEGIN X509 CRL-----\n" + listed + b"-----END X509 CRL-----\n"
    assert told(pem, usual().root)[0].kind is Kind.LIST
    broken = usual().root.pem.replace(b"M", b"Q", 3)
    for data in (
        b"",
        b"halo",
        b"\x30\x82\xff\xff",
        broken,
        b"-----BEGIN RSA KEY-----\nAA==\n-----END RSA KEY-----",
    ):
        assert told(data) == []


@pytest.mark.parametrize("one", [usual().root, usual().issuer])
def test_what_was_trusted_comes_back_as_it_was_written(one: pki.Holder) -> None:
    (read,) = told(one.der)
    kept = Trusted(
        read.kind, read.fingerprint, read.subject, read.since, read.until, read.der, read.key, "teknis", ""
    )
    assert trusted_from(kept.to_json()) == kept
    place = "anchors" if one is usual().root else "others"
    assert request_of([kept])[place] == [read.der]


def test_within_the_walls_the_same_is_read() -> None:
    given = [usual().root.pem, b"bukan", revocation_list(usual().issuer)]
    first, second, third = read_trust(given, [], NOW)
    assert first == told(usual().root.pem)
    assert second == []
    assert third[0].proven_by == ""
    kept = [
        Trusted(one.kind, one.fingerprint, "", "", "", one.der, "", "", "")
        for one in told(usual().issuer.der)
    ]
    assert read_trust(given[2:], kept, NOW)[0][0].proven_by == usual().issuer.fingerprint
    assert found_from({**vars(first[0]), "kind": "root"}) == first[0]


def test_a_store_that_was_tampered_with_is_not_read_as_empty() -> None:
    bad = Trusted(Kind.ROOT, "", "", "", "", base64.b64encode(b"rusak").decode(), "", "", "")
    with pytest.raises(Crashed):
        read_trust([usual().root.pem], [bad], NOW)
