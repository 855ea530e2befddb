"""What can go wrong with electronic signatures and with whom the office trusts, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NotATrustFile(RangkapError):
    """A file holds no certificate and no revocation list."""

    code = "office.not_a_trust_file"
    said = Text(
        "Berkas ke-{number} tidak memuat sertifikat atau daftar pencabutan (PEM, DER, atau P7B). Unduh lagi dari "
        "situs penerbit; tidak ada yang disimpan.",
        "File {number} holds no certificate and no revocation list (PEM, DER or P7B). Fetch it again from the "
        "issuer's site; nothing was saved.",
    )


class NotTrusted(RangkapError):
    """A certificate or list cannot be taken into the store; ``reason`` is a sentence in Indonesian."""

    code = "office.not_trusted"
    said = Text(
        "{what} {fingerprint} tidak disimpan: {reason}. Tidak ada yang diubah.",
        "{what} {fingerprint} was not saved: {reason}. Nothing was changed.",
    )


class FingerprintDiffers(RangkapError):
    """What was typed is not the beginning of the root's fingerprint."""

    code = "office.fingerprint_differs"
    said = Text(
        "Sidik jari yang diketik tidak sama dengan {fingerprint}. Bandingkan dengan yang diumumkan penerbit (bukan "
        "dengan layar ini), ketik paling sedikit 16 angka pertamanya; tidak ada yang disimpan.",
        "What was typed is not the fingerprint {fingerprint}. Compare it with the one the issuer publishes (not with "
        "this screen) and type at least its first 16 digits; nothing was saved.",
    )


class TrustUnreadable(RangkapError):
    """The reader of certificates ended abruptly."""

    code = "office.trust_unreadable"
    said = Text(
        "Berkas itu tidak dapat dibaca. Unduh lagi dari situs penerbit; tidak ada yang disimpan.",
        "The file could not be read. Fetch it again from the issuer's site; nothing was saved.",
    )


class NothingTrusted(RangkapError):
    """No certificate or list in the store begins with what was typed, or several do."""

    code = "office.nothing_trusted"
    said = Text(
        "Ada {count} sertifikat atau daftar dengan sidik jari “{given}”. Ketik lebih lengkap; lihat: rangkap trust list",
        "{count} certificates or lists have the fingerprint “{given}”. Type more of it; see: rangkap trust list",
    )
    status = Exit.NOT_FOUND


class NotElectronic(RangkapError):
    """The document bears no electronic signature that was checked."""

    code = "office.not_electronic"
    said = Text(
        "{item} tidak mempunyai laporan tanda tangan elektronik. Lihat keadaannya dengan: rangkap todo",
        "{item} has no report of an electronic signature. See how it stands with: rangkap todo",
    )
    status = Exit.NOT_FOUND


class NotConfirmable(RangkapError):
    """A signed file cannot be confirmed as a copy."""

    code = "office.not_confirmable"
    said = Text(
        "{item} tidak dapat dipastikan sebagai salinan: {reason}.",
        "{item} cannot be confirmed as a copy: {reason}.",
    )
