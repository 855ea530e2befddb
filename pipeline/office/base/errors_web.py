"""What can go wrong with the web door and its certificate, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class AddressTaken(RangkapError):
    """Another program listens where the pages should be, or the address is not this machine's."""

    code = "office.web_address_taken"
    said = Text(
        "Halaman web tidak dapat dibuka di {address}:{port}: alamat itu dipakai program lain atau bukan milik komputer ini. "
        "Hentikan program itu, atau pilih web.alamat atau web.porta yang lain di office.toml, lalu jalankan lagi.",
        "The pages cannot be opened at {address}:{port}: another program uses that address, or it is not this "
        "machine's. Stop that program, or choose another web.alamat or web.porta in office.toml, then start again.",
    )
    status = Exit.USAGE


class NeedsCertificate(RangkapError):
    """The pages would travel through the office's network unencrypted."""

    code = "office.web_needs_certificate"
    said = Text(
        "Halaman web tidak dibuka di {address}: isinya akan lewat jaringan tanpa sandi. Buat sertifikat dahulu: rangkap cert. "
        "Tanpa sertifikat halaman hanya di komputer ini: web.alamat = 127.0.0.1.",
        "The pages are not opened at {address}: they would cross the network unencrypted. Make a certificate first: "
        "rangkap cert. Without one they are for this machine alone: web.alamat = 127.0.0.1.",
    )
    status = Exit.USAGE


class NoPages(RangkapError):
    """The office has chosen to have no pages."""

    code = "office.web_off"
    said = Text(
        "Kantor ini tanpa halaman web: web.porta = 0 di office.toml. Beri porta lain, misalnya 8000, lalu jalankan lagi.",
        "This office has no pages: web.porta = 0 in office.toml. Give another port, such as 8000, then start again.",
    )
    status = Exit.USAGE


class NoCertificate(RangkapError):
    """A certificate is asked for where there is none, or what lies there cannot be used."""

    code = "office.no_certificate"
    said = Text(
        "Tidak ada sertifikat web yang dapat dipakai di var/keys ({reason}). Buat yang baru: rangkap cert --new-key",
        "There is no usable web certificate in var/keys ({reason}). Make a new one: rangkap cert --new-key",
    )
    status = Exit.NOT_FOUND
