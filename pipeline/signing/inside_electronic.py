"""In the sandbox: pyHanko checks the signatures of one PDF.

Input: a parcel of a request (JSON: ``moment``, ``prefix`` length), the PDF, the export or nothing, the
trusted files; output: a :class:`Report`. No text and no name leaves but in the report.
"""

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import CertificateRevocationList
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from pipeline.kernel.clock import stamp
from pipeline.kernel.sandbox import answer_by
from pipeline.rendering.framing import unpack
from pipeline.signing.electronic import Content, Report, Revocation, Signature, Verdict
from pipeline.signing.inside_content import compare
from pipeline.signing.inside_trust import kept

_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
_LONGEST = 200
_MOST_SIGNATURES = 20
_PATH = (AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND, AdESIndeterminate.CERTIFICATE_CHAIN_GENERAL_FAILURE)


@dataclass(frozen=True)
class Trust:
    """What the office trusts at ``moment``."""

    moment: datetime
    anchors: Sequence[x509.Certificate]
    others: Sequence[x509.Certificate]
    crls: Sequence[bytes]
    lists: Sequence[CertificateRevocationList]

    def context(self, mode: str) -> ValidationContext:
        """For pyHanko; ``mode`` is ``none`` or ``require``."""
        return ValidationContext(
            trust_roots=list(self.anchors),
            other_certs=list(self.others),
            crls=list(self.crls),
            moment=self.moment,
            allow_fetching=False,
            revocation_mode=mode,
        )


def trust_from(files: Sequence[bytes], moment: datetime) -> Trust:
    """The trust that lies in ``files``."""
    roots, issuers, lists = kept(files)
    anchors, others = (
        [x509.Certificate.load(certificate.public_bytes(Encoding.DER)) for certificate in certificates]
        for certificates in (roots, issuers)
    )
    return Trust(
        moment,
        anchors,
        others,
        [revocation_list.public_bytes(Encoding.DER) for revocation_list in lists],
        lists,
    )


def check(
    request: Mapping[str, Any], document: bytes, original: bytes, files: Sequence[bytes] = ()
) -> Report:
    """Check all signatures, and compare with the claimed export."""
    trust = trust_from(files, datetime.fromisoformat(request["moment"]))
    report = Report(stamp(trust.moment))
    try:
        reader = PdfFileReader(io.BytesIO(document), strict=True)
        if reader.xrefs.hybrid_xrefs_present:
            return replace(report, problem="HybridReferences")
        filled = len(list(enumerate_sig_fields(reader, filled_status=True)))
        embedded = reader.embedded_signatures
        if not filled or filled > _MOST_SIGNATURES:
            return replace(report, problem="TooManySignatures" if filled else "")
        signatures = [
            _signature(signature, trust)
            for signature in embedded
            if signature.sig_object_type != "/DocTimeStamp"
        ]
        signatures += [Signature(Verdict.UNCHECKED, cause="SubFilter")] * (filled - len(embedded))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - any kind of error leaves a parser of foreign bytes
        return replace(report, problem=type(error).__name__)
    length = int(request["prefix"])
    original = document[:length] if length else original
    content = compare(document, original) if original else Content.NOT_COMPARED
    return replace(report, signatures=tuple(signatures), content=content, is_prefix=length > 0)


def _signature(pdf_signature: EmbeddedPdfSignature, trust: Trust) -> Signature:
    try:
        status = asyncio.run(
            async_validate_pdf_signature(pdf_signature, trust.context("none"), key_usage_settings=_USAGE)
        )
        return _judged(pdf_signature, status, trust)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return Signature(Verdict.UNCHECKED, cause=type(error).__name__)


def _judged(pdf_signature: EmbeddedPdfSignature, status: PdfSignatureStatus, trust: Trust) -> Signature:
    signature = _described(pdf_signature, status)
    is_whole = status.coverage is not None and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    if not (status.intact and status.valid and is_whole and status.docmdp_ok and status.seed_value_ok):
        return replace(signature, verdict=Verdict.CHANGED)
    verdict = _chain(status.trust_problem_indic, status.signing_cert, trust.moment)
    signature = replace(signature, verdict=verdict, cause=_cause(status.trust_problem_indic))
    if verdict is not Verdict.VALID or not trust.crls:
        return signature
    return _with_revocation(pdf_signature, status, signature, trust)


def _chain(indication: AdESSubIndic | None, certificate: x509.Certificate, moment: datetime) -> Verdict:
    # A certificate out of its days is so whoever issued it
    if indication is None:
        return Verdict.VALID
    in_days = certificate.not_valid_before <= moment <= certificate.not_valid_after
    if indication is AdESIndeterminate.OUT_OF_BOUNDS_NO_POE or (indication in _PATH and not in_days):
        return Verdict.EXPIRED
    is_unknown = indication is AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND
    return Verdict.UNKNOWN if is_unknown else Verdict.UNFIT


def _with_revocation(
    pdf_signature: EmbeddedPdfSignature, status: PdfSignatureStatus, signature: Signature, trust: Trust
) -> Signature:
    # A certificate that any list names is revoked, whatever else
    path = list(status.validation_path.iter_certs(include_root=False)) if status.validation_path else []
    for certificate in reversed(path):
        if (revoked := _listed(certificate, trust.lists)) is not None:
            return replace(
                signature,
                verdict=Verdict.REVOKED,
                revocation=Revocation.REVOKED,
                revoked=stamp(revoked),
                of_issuer=certificate.sha256 != status.signing_cert.sha256,
            )
    strict = asyncio.run(
        async_validate_pdf_signature(
            pdf_signature, trust.context("require"), key_usage_settings=_USAGE, skip_diff=True
        )
    )
    if strict.trust_problem_indic is None:
        until = min(
            (end for end in (_until(certificate, trust.lists) for certificate in path) if end), default=""
        )
        return replace(signature, revocation=Revocation.CHECKED, until=until)
    return replace(
        signature,
        verdict=Verdict.UNREVIEWED,
        revocation=Revocation.NOT_POSSIBLE,
        cause=_cause(strict.trust_problem_indic),
    )


def _lists_of(
    certificate: x509.Certificate, lists: Sequence[CertificateRevocationList]
) -> Iterator[CertificateRevocationList]:
    return (
        revocation_list
        for revocation_list in lists
        if x509.Name.load(revocation_list.issuer.public_bytes()) == certificate.issuer
    )


def _listed(certificate: x509.Certificate, lists: Sequence[CertificateRevocationList]) -> datetime | None:
    for revocation_list in _lists_of(certificate, lists):
        if (
            entry := revocation_list.get_revoked_certificate_by_serial_number(certificate.serial_number)
        ) is not None:
            return entry.revocation_date_utc
    return None


def _until(certificate: x509.Certificate, lists: Sequence[CertificateRevocationList]) -> str:
    days = [
        revocation_list.next_update_utc
        for revocation_list in _lists_of(certificate, lists)
        if revocation_list.next_update_utc
    ]
    return stamp(max(days)) if days else ""


def _described(pdf_signature: EmbeddedPdfSignature, status: PdfSignatureStatus) -> Signature:
    certificate = status.signing_cert
    names = certificate.subject.native
    stamped = status.timestamp_validity
    is_stamped = stamped is not None and stamped.valid and stamped.intact and stamped.trusted
    return Signature(
        Verdict.UNCHECKED,
        subject=_plain(certificate.subject.human_friendly),
        name=_plain(str(names.get("common_name", ""))),
        issuer=_plain(certificate.issuer.human_friendly),
        fingerprint=certificate.sha256.hex(),
        valid_from=stamp(certificate.not_valid_before),
        valid_to=stamp(certificate.not_valid_after),
        claimed=_time(status.signer_reported_dt),
        stamped=_time(stamped.timestamp) if stamped is not None and is_stamped else "",
        covers_all=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
    )


def _time(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _plain(text: str) -> str:
    # Without what could forge a line or turn it round, and bounded
    return "".join(character if character.isprintable() else "?" for character in text)[:_LONGEST]


def _cause(indication: AdESSubIndic | None) -> str:
    return "" if indication is None else str(indication.standard_name)


def main() -> int:
    """Answer standard input; returns the exit status."""
    logging.disable(logging.CRITICAL)  # its warnings name the signer
    return answer_by(_answer)


def _answer(parcel: bytes) -> bytes:
    request, document, original, *files = unpack(parcel)
    return check(json.loads(request), document, original, files).to_json().encode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())
