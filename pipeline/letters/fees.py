"""Services are free of charge (letter rule 2): whether a sentence asks money for them all the same."""

import re

from pipeline.letters.sentences import NOT

_MONEY = r"(?:biaya|bayaran|ongkos|tarif|pungutan)"
_GRATIS = rf"(?:gratis|cuma-cuma|bebas (?:dari )?{_MONEY})"
_HER = r"(?:ibu|bapak|saudar[ai]|anda|korban|pelapor|pemohon|keluarga|sendiri|masing-masing|yang bersangkutan|penerima layanan)"
_PAID = (
    rf"(?:{_MONEY}(?:nya)?|iuran|sumbangan|dana|bensin|pulsa|(?:partisipasi|kontribusi)(?= (?:dana|uang|sukarela|biaya|seikhlas|sebesar))|tanda terima kasih|retribusi|infak|donasi|uang|honor\w*|pembayaran|jasa|m[ae]terai|"
    r"Rp\s?\.?\s?\d[\d.]*|rupiah)(?!\w)"
)
_ASKED = (
    r"(?:(?:mem|di)bayar(?:kan)?|bayar(?:lah)?|(?:di|meng)?kena(?:i|kan)|(?:dip|mem)ungut|sebesar|senilai|Rp\s?\.?\s?\d|seikhlasnya|sukarela|"
    r"(?:di|men)?transfer|mengganti|siapkan|menyiapkan|sediakan|menyediakan|(?:meny|s)etor\w*|melunasi|dilunasi|menyerahkan|"
    rf"memberi(?:kan)?(?! jasa)|sepantasnya|mengikuti|kami hargai|di(?:siapkan|sediakan|ganti) (?:oleh )?{_HER}|sekadarnya|(?:di)?mohon|(?:di|me)?minta|(?:di|meng)?harap(?:kan)?|(?:di)?tanggung(?:an)? (?:bersama|(?:oleh )?{_HER})|"
    rf"{_HER}(?: \w+)? (?:men)?t?anggung|"
    rf"(?:di)?bebankan (?:ke)?pada {_HER}|beban {_HER})\b"
)
_FEE = re.compile(
    rf"\b{_PAID}[^.;]{{0,80}}\b{_ASKED}|\b{_ASKED}\s+(?:\w+\s+){{0,5}}?{_PAID}|\b(?:bayar|tanggung|biayai) sendiri\b|\buang muka\b|\b(?:bertarif|menyumbang|seikhlasnya)\b|\bmembayar(?: sebagian| separuh)?\s*\.?$",
    re.IGNORECASE,
)
_NOT_HERS = re.compile(
    r"\b(?:apabila|bila|jika|kalau|jangan|waspada\w*|laporkan|tolak\w*|abaikan)\b[^.;,]*\b(?:pihak|oknum|orang|petugas|seseorang|siapa)\b[^.;]*"
    r"|\b(?:diminta|dipungut|ditarik) (?:oleh )?(?:pihak|oknum|orang|siapa ?pun)\b[^.;]*"
    r"|\b(?:pihak|oknum|orang|petugas|siapa ?pun) (?:\w+ ){0,2}?yang (?:\w+ )?(?:meminta|menarik|memungut|menawarkan)\b[^.;]*"
    r"|\b(?:korban|ibu|saudar[ai]|bapak|anda) (?:\w+ ){0,2}?(?:memperoleh|menerima|mendapat(?:kan)?|diberi(?:kan)?) (?:\w+ )?(?:bantuan|santunan|dana|uang)\b[^.;]*"
    r"|\b(?:bantuan|santunan|penggantian) (?!ibu|saudar[ai]|sukarela|seikhlas)[^.;,]{0,30}?sebesar\b[^.;,]*"
    r"|\b(?:kami|kantor|pemerintah|dinas) (?:kami |dapat |akan |juga |pula )*(?:ganti|bayar|tanggung|sediakan|siapkan|berikan|bantu|memberi\w*|mengganti|menyediakan|menanggung)\b[^.;]*"
    r"|\b(?:di)?(?:tanggung|bayar|bebankan|ganti|biayai)(?:kan)?\s+(?:\w+\s+)?(?:oleh |(?:ke)?pada )?(?:pemerintah|negara|daerah|kantor|kami|APBD|"
    r"anggaran|dinas|P2TP2A|BPJS)\b(?:\s+sebesar\s+Rp\s?[\d.]+)?",
    re.IGNORECASE,
)
"""Money that others ask, or office and state pay."""
_PARTS = re.compile(
    r"[,;()]|\b(?:kecuali|selain|di luar|hanya|namun|tetapi|tapi|sedangkan|sementara|adapun|melainkan)\b",
    re.IGNORECASE,
)
_NOT = re.compile(rf"{NOT}\b", re.IGNORECASE)
_FREE = re.compile(
    rf"\btanpa (?:\w*pungut(?:an)? |membayar |dikena(?:i|kan) |ada )?{_MONEY}\b|\b{_GRATIS}\b"
    rf"|\b{_MONEY}\b[^.;]{{0,80}}\b(?:tidak|tak) (?:ada|dipungut|dikenakan|diminta)\b"
    rf"|{NOT}(?:\s+(?:akan|perlu|usah|harus|dapat|kami|pernah))*\s+(?:(?:(?:dip|mem)ungut|mengenakan|dikena(?:i|kan)|dibebani|menarik|"
    rf"mengeluarkan|memerlukan|ada) {_MONEY}(?:nya)?|(?:mem|di|ber)bayar(?:kan)?)\b(?! (?:di muka|dahulu|dulu|sekaligus|penuh))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:apakah|semoga|(?:meng)?(?:upayakan|usahakan|usulkan)|mengharapkan|berharap)\b[^.;]*$"
    r"|\b(?:apabila|bila|jika|kalau|andai\w*|seandainya)\b[^.,;]*$",
    re.IGNORECASE,
)
"""Before a word of what is asked, wished or supposed."""
_NOT_FREE = re.compile(
    rf"{NOT}(?:\s+(?:lagi|sepenuhnya|selalu|semua\w*|seluruh\w*|dapat|bisa|akan|kami|(?:di)?berikan|diselenggarakan|tersedia|secara|dengan|bersifat))*"
    rf"\s+(?:{_GRATIS}|tanpa \w*pungut\w*)\b|{NOT} (?:\w+ )?(?:menjamin|memastikan|menjanjikan)\b[^.;,]*\b(?:{_GRATIS}|tanpa \w*pungut\w*)|(?<!tidak )(?<!tak )\bberbayar\b|\b(?:{_GRATIS}|{_MONEY})(?: (?:ini|itu|tersebut))? hanya\b"
    rf"|\b(?:{_GRATIS}|(?:(?:di)?pungut(?:an)?|memungut) {_MONEY}),? (?:(?:kecuali|selain|di luar)\b(?! (?:itu|jam|hari|apabila|bila))|"
    rf"bagi (?:mereka )?(?:yang|pemegang)\b(?! (?:memerlukan|membutuhkan|menghendaki)))|\b(?:hampir|sebagian)(?: \w+){{0,3}} (?:{_GRATIS}|(?:tanpa|tidak) \w*pungut\w*)\b",
    re.IGNORECASE,
)


def is_free(text: str) -> bool:
    """``text`` says that services are free of charge, neither asked, wished nor supposed."""
    return any(
        not _UNSURE.search(text[max(0, found.start() - 200) : found.start()])
        for found in _FREE.finditer(text)
    )


def charges(sentence: str) -> bool:
    """Asks money of her, or takes back that services are free; to deny a fee does neither."""
    parts = _PARTS.split(_NOT_HERS.sub(" ", sentence))
    return _NOT_FREE.search(sentence) is not None or any(
        _FEE.search(part) and not _NOT.search(part) for part in parts
    )
