"""What the files of issuers hold: roots, issuers and lists in any encoding; the rest counts for nothing."""

import base64

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from pipeline.signing.inside_trust import kept, things
from tests.signing import pki
from tests.signing.pki import revocation_list, usual


def test_roots_issuers_and_lists_are_told_apart() -> None:
    twin = pki.holder("Akar Uji", is_ca=True)
    files = [usual().root.pem, usual().issuer.der, twin.der, revocation_list(usual().issuer)]
    roots, issuers, lists = kept(files)
    assert roots == [usual().root.certificate, twin.certificate]
    assert issuers == [usual().issuer.certificate]
    assert len(lists) == 1


def test_a_person_and_a_list_of_changes_alone_count_for_nothing() -> None:
    assert kept([usual().chair.der, revocation_list(usual().issuer, is_delta=True)]) == ([], [], [])


def test_pem_der_and_bundles_are_read() -> None:
    certificates = [usual().root.certificate, usual().issuer.certificate]
    assert things(b"teks di depan\n" + usual().root.pem + b"\n" + usual().issuer.pem) == certificates
    for encoding in (Encoding.DER, Encoding.PEM):
        bundle = pkcs7.serialize_certificates(certificates, encoding)
        assert sorted(map(hash, things(bundle))) == sorted(map(hash, certificates))
    listed = base64.encodebytes(revocation_list(usual().root))
    assert len(things(b"-----BEGIN X509 CRL-----\n" + listed + b"-----END X509 CRL-----\n")) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"halo",
        b"\x30\x82\xff\xff",
        usual().root.pem.replace(b"M", b"Q", 3),
        b"-----BEGIN RSA KEY-----\nAA==\n-----END RSA KEY-----",
    ],
)
def test_other_files_hold_nothing(data: bytes) -> None:
    assert things(data) == []
