"""What can go wrong with requests for erasure."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class RequestOpen(RangkapError):
    """A request about the case waits for its answer already."""

    code = "office.request_open"
    said = Text(
        "Permintaan tentang kasus {case} sudah dicatat dan belum dijawab. Jawab dahulu (ketua): rangkap erasure grant "
        "{case}, atau rangkap erasure refuse {case} --ground DASAR",
        "A request about case {case} is recorded already and not answered. Answer it first (chair): rangkap erasure grant "
        "{case}, or rangkap erasure refuse {case} --ground GROUND",
    )


class NoRequest(RangkapError):
    """No request about the case waits for an answer."""

    code = "office.no_request"
    said = Text(
        "Tidak ada permintaan yang menunggu jawaban untuk kasus {case}. Catat dahulu: rangkap erasure record {case}",
        "No request about case {case} waits for an answer. Record it first: rangkap erasure record {case}",
    )


class NoGround(RangkapError):
    """A refusal names its ground in law."""

    code = "office.no_ground"
    said = Text(
        "Penolakan harus menyebut dasar hukumnya. Ulangi dengan --ground dan satu dari: {known}",
        "A refusal names its ground in law. Repeat with --ground and one of: {known}",
    )
    status = Exit.USAGE


class NotReceivedYet(RangkapError):
    """A request cannot have been received in the future."""

    code = "office.not_received_yet"
    said = Text(
        "Saat permintaan diterima ({given}) belum tiba. Periksa tanggal dan jamnya, lalu ulangi: rangkap erasure record {case}",
        "The moment the request was received ({given}) is still to come. Check day and time, then repeat: "
        "rangkap erasure record {case}",
    )
    status = Exit.USAGE


class NotRestricted(RangkapError):
    """There is no restriction to lift."""

    code = "office.not_restricted"
    said = Text(
        "Akses kasus {case} tidak dibatasi, jadi tidak ada yang dicabut. Lihat: rangkap show {case}",
        "Access to case {case} is not restricted, so there is nothing to lift. See: rangkap show {case}",
    )


class NotAnswered(RangkapError):
    """There is no answer yet of which a letter could tell."""

    code = "office.not_answered"
    said = Text(
        "Permintaan tentang kasus {case} belum ada atau belum dijawab, jadi belum ada kalimat untuk suratnya. Lihat: "
        "rangkap erasure list",
        "There is no request about case {case}, or it is not answered, so there are no words for a letter yet. See: "
        "rangkap erasure list",
    )
