"""Services are free of charge (letter rule 2): whether a sentence asks money for them all the same."""

import re

from pipeline.letters.sentences import NOT

_MONEY = r"(?:biaya|bayaran|ongkos|tarif|pungutan)"
_GRATIS = rf"(?:gratis|cuma-cuma|bebas {_MONEY})"
_HER = r"(?:ibu|bapak|saudar[ai]|anda|korban|pelapor|pemohon|keluarga|sendiri|masing-masing|yang bersangkutan|penerima layanan)"
_PAID = (
    rf"(?:{_MONEY}(?:nya)?|iuran|sumbangan|dana|partisipasi|tanda terima kasih|retribusi|infak|donasi|uang|honor\w*|kontribusi|pembayaran|jasa|m[ae]terai|"
    r"Rp\s?\.?\s?\d[\d.]*|rupiah)(?!\w)"
)
_ASKED = (
    r"(?:(?:mem|di)bayar(?:kan)?|bayar(?:lah)?|(?:di|meng)?kena(?:i|kan)|(?:dip|mem)ungut|sebesar|senilai|Rp\s?\.?\s?\d|seikhlasnya|sukarela|"
    r"(?:di|men)?transfer|(?:di|meng)ganti|siapkan|menyiapkan|sediakan|menyediakan|(?:meny|s)etor\w*|melunasi|dilunasi|menyerahkan|"
    rf"memberi(?:kan)?|sepantasnya|mengikuti|kami hargai|sekadarnya|(?:di)?mohon|(?:di|me)?minta|(?:di|meng)?harap(?:kan)?|(?:di)?tanggung(?:an)? (?:bersama|(?:oleh )?{_HER})|"
    rf"{_HER}(?: \w+)? (?:men)?t?anggung|"
    rf"(?:di)?bebankan (?:ke)?pada {_HER}|beban {_HER})\b"
)
_FEE = re.compile(
    rf"\b{_PAID}[^.;]{{0,80}}\b{_ASKED}|\b{_ASKED}\s+(?:\w+\s+){{0,5}}?{_PAID}|\b(?:bayar|tanggung|biayai) sendiri\b|\buang muka\b|\b(?:dihargai|bertarif)\b",
    re.IGNORECASE,
)
_NOT_HERS = re.compile(
    r"\b(?:apabila|bila|jika|kalau|jangan|waspada\w*|laporkan|tolak\w*|abaikan)\b[^.;,]*\b(?:pihak|oknum|orang|petugas|seseorang|siapa)\b[^.;]*"
    r"|\bkami (?:dapat |akan |juga |pula )*(?:ganti|bayar|tanggung|sediakan|siapkan|berikan|bantu|memberi\w*|mengganti|menyediakan|menanggung)\b[^.;]*"
    r"|\b(?:di)?(?:tanggung|bayar|bebankan|ganti|biayai)(?:kan)?\s+(?:\w+\s+)?(?:oleh |(?:ke)?pada )?(?:pemerintah|negara|daerah|kantor|kami|APBD|"
    r"anggaran|dinas|P2TP2A|BPJS)\b",
    re.IGNORECASE,
)
"""Money that others ask, or office and state pay."""
_PARTS = re.compile(
    r"[,;()]|\b(?:kecuali|selain|di luar|hanya|namun|tetapi|tapi|sedangkan|sementara|adapun|melainkan)\b",
    re.IGNORECASE,
)
_NOT = re.compile(rf"{NOT}\b", re.IGNORECASE)
FREE = re.compile(
    rf"\btanpa (?:\w*pungut(?:an)? |membayar |dikena(?:i|kan) |ada )?{_MONEY}\b"
    rf"|{NOT}(?:\s+(?:akan|perlu|dapat|kami|pernah))*\s+(?:(?:dip|mem)ungut|dikena(?:i|kan)|dibebani|menarik|membayar|ada) {_MONEY}(?:nya)?\b|\b{_GRATIS}\b",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(
    rf"{NOT}(?:\s+(?:lagi|sepenuhnya|selalu|semua\w*|seluruh\w*|dapat|bisa|akan|kami|(?:di)?berikan|diselenggarakan|tersedia|secara|dengan|bersifat))*"
    rf"\s+(?:{_GRATIS}|tanpa \w*pungut\w*)\b|{NOT} (?:\w+ )?(?:menjamin|memastikan|menjanjikan)\b[^.;,]*\b(?:{_GRATIS}|tanpa \w*pungut\w*)|(?<!tidak )(?<!tak )\bberbayar\b|\b(?:{_GRATIS}|{_MONEY})(?: (?:ini|itu|tersebut))? hanya\b",
    re.IGNORECASE,
)


def charges(sentence: str) -> bool:
    """Asks money of her, or takes back that services are free; to deny a fee does neither."""
    parts = _PARTS.split(_NOT_HERS.sub(" ", sentence))
    return _NOT_FREE.search(sentence) is not None or any(
        _FEE.search(part) and not _NOT.search(part) for part in parts
    )
