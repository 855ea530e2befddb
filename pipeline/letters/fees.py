"""Services are free of charge (letter rule 2): whether a text says so, and whether a sentence asks money all the same."""

import re

from pipeline.letters.sentences import HER, NOT, is_denied, phrases

_MONEY = r"(?:\w*(?:biaya|bayar|p?ungut|tarif|ongkos|imbalan|retribusi|iuran|[tn]agih|peser|rupiah)\w*|uang|duit|upah|bea|kocek)"
_NONE = rf"(?:{NOT}|\b(?:\w*bebas\w*|nol|nihil|sonder|non)\b)"
_STATE = r"(?:pemerintah|negara|daerah|kantor|kami|APB[DN]|anggaran|dinas|P2TP2A|BPJS|bendahara)"
_PAID_BY = rf"\w*(?:tanggung|bayar|ganti|biayai|talang)\w* (?:(?!(?:ke|di|pada|kepada)\b)\w+ ){{0,3}}?{_STATE}|{_STATE}(?: daerah| yang| akan| sudah)* (?:me)?n?t?anggung|\w*biaya\w* (?:sudah |telah )?dari {_STATE}|\w*(?:beban|tanggung)\w* (?:(?:ke|dari )?pada )?{_STATE}|(?:atas|dengan) biaya {_STATE}"
_GRATIS = r"\b(?:gratis|cuma-cuma|prodeo|(?:secara|dengan|berikan|alias|semua\w*) percuma)\b"
_FREE = phrases(
    rf"{_GRATIS}|\b(?P<paid>(?!\w*(?:ganti|talang)){_PAID_BY})\b"
    rf"|{_NONE}(?:\s+(?!\w*(?:lupa|ganti|tanggung|termasuk|tolak|bantu|jamin|pasti|tahu|lambat|cukup|hanya)\w*|lagi)\w+){{0,6}}?\s+(?:{_MONEY}|dana)\b"
    r"(?! (?:di muka|dahulu|dulu|sekaligus|penuh|tambahan|tunai|yang (?:besar|mahal|tinggi)))"
    rf"|\b{_MONEY}\b[^.;\n]{{0,80}}?(?:{NOT}(?: \w+){{0,2}}? (?:ada|terdapat|\w*(?:pungut|minta|kena|tagih|tarik|beban|pikir|risau|keluar)\w*)|\b(?:nihil|nol|\w*bebas\w*))\b(?! kembali)|\bRp\s?0\b(?![.,]?\d)|{NOT} \w*(?:minta|untut|ungut|agih|arik|ambil)\w* apa(?:-apa|pun| pun)"
)
_UNSURE = phrases(
    r"\b(?:apakah|semoga|\w*(?:upaya|usaha|usul)kan(?= (?:agar|supaya|kelak|ke))|\w*harap\w*)\b[^.;:?\n]*$"
    r"|\b(?:apabila|bila|jika|kalau|andai\w*|seandainya)\b[^.,;:?\n]*$"
)
"""Before a word of what is asked, wished or supposed."""
_NOT_FREE = phrases(
    rf"{NOT}(?:\s+(?:(?:lagi|sepenuhnya|selalu|semua\w*|seluruh\w*)(?: \w+)??|dapat|bisa|akan|kami|\w*beri\w*|\w*jamin|\w*pasti\w*|\w*janji\w*|tersedia|secara|dengan|bersifat|bahwa|diselenggarakan))*"
    rf"\s+(?:{_GRATIS}|bebas|tanpa \w*pungut\w*)\b|{_GRATIS}(?: (?:ini|itu|tersebut))? hanya\b|\bhanya (?:\w+ ){{1,3}}?(?:yang )?{_GRATIS}"
    rf"|(?:{_GRATIS}|{_NONE} (?:\w+ )?{_MONEY}(?: {_MONEY})?),? (?:(?:kecuali|selain|di luar)\b(?! (?:itu|jam|hari|apabila|bila))|"
    rf"(?:sepanjang|asal(?:kan)?|dengan syarat|khusus)\b|(?:apabila|bila|jika|kalau|selama) (?:{HER} )?(?:(?:mem)?bawa|memiliki|mempunyai|terdaftar|tergolong|tidak mampu|me(?:nyerah|lampir|nunjuk)kan)\b|(?:bagi|untuk) (?:(?:mereka )?yang|pemegang|\w+ kali|(?:\w+ )?pertama)\b(?! (?:\w*(?:perlu|butuh|hendak)\w*)))"
    rf"|\b(?:hampir|sebagian)(?: \w+){{0,3}} (?:{_GRATIS}|(?:tanpa|tidak) \w*pungut\w*)\b"
)
_PAYS = r"(?:keluarga|pasien|klien|pelapor|pemohon|korban|sendiri|masing-masing|bersama|yang bersangkutan|penerima layanan)"
_AMOUNT = r"(?:Rp\s?\.?\s?[1-9][\d.]*|\w+ (?:ribu|juta)\b)"
_FEE = phrases(
    rf"\b(?:(?:beli|tanggung) sendiri|mohon keikhlasan|(?:{HER}|{_PAYS}) (?:\w+ )?menanggung|(?:mem|di|ter|ber)?bayar(?:kan|lah|an(?:nya)?)?\b(?!\?)|(?<!bukti )pembayaran\w*|\w*(?:(?:s|ny)(?:etor|umbang)|[tn]alang|cicil|angsur|donasi|infak|lunas|transfer)(?:kan|i|an)?|seikhlasnya|sekadarnya|iuran|retribusi|bertarif|uang (?:kopi|rokok|lelah|muka|jasa|administrasi|pendaftaran)|(?:ditanggung|tanggungan|beban) (?:oleh )?(?:{HER}|{_PAYS})|kemampuan (?:{HER}|{_PAYS}|ekonomi)|menurut (?:tarif|kemampuan)|ada (?:sedikit )?(?:uang|biaya|tarif|ongkos)|{_MONEY} (?:\w+ )?(?:ringan|murah|terjangkau))\b"
    rf"|\b(?:{_MONEY}|bensin|pulsa|m[ae]terai|honor\w*|dana|jasa|administrasi|fotokopi|tanda terima kasih)\b[^.;]{{0,80}}(?:{_AMOUNT}|\b(?:\w*(?:kena|pungut|beban)\w*|\w*(?:siapkan|sediakan|mohon|minta|harap)|\w*tanggung\w* (?:oleh )?(?:{HER}|{_PAYS})|sesuai|mengikuti)\b)"
    r"|\bRp\s?\.?\s?[1-9]|\b(?:ribu|juta) rupiah|\b(?:biaya|tarif|honor|ongkos|bayaran)\w*\b[^.;]{0,60}\b\w*(?:runding|bicara|hitung|tentu|sepakat)\w*"
    rf"|\b\w*(?:kena|pungut|beban|siap|sedia|ganti|[tn]ambah|bawa|minta|mohon|harap|serah)(?:kan|i|nya)? (?:\w+ ){{0,5}}?(?:{_MONEY}|dana|bensin|pulsa|m[ae]terai|honor\w*|{_AMOUNT})\b|\bbawa {_AMOUNT}"
)
_NOT_HERS = phrases(
    rf"\b(?:(?:dengan )?\w*biaya\w* )?(?:{_PAID_BY})\b(?: sebesar Rp\s?[\d.]+)?|\b{_STATE}(?: (?:akan|dapat|juga|pula|yang|daerah|telah|sudah))* (?!minta|mohon)\w*(?:ganti|bayar|tanggung|sedia|siap|beri|bantu|kembali|salur)\w*[^.;,]*"
    rf"|\b(?:bantuan|santunan|penggantian|keringanan|restitusi|ganti (?:rugi|biaya))\b(?! (?:{HER}|sukarela|seikhlas))[^.;,]*"
    rf"|\b(?:apabila|bila|jika|kalau) (?:{HER} )?(?:di)?minta\w*[^.;]*"
    r"|\b(?:pihak|oknum|orang|petugas|seseorang|siapa ?pun|ada)\b[^.;,]{0,40}?\b(?:me|di)?(?:minta|pungut|mungut|tarik|narik|tawar|nawar)\w*[^.;]*"
    r"|\b(?:diminta|dipungut|ditarik) (?:oleh )?(?:pihak|oknum|orang|siapa ?pun)\b[^.;]*"
)
"""Money that others ask or she receives, or office and state pay."""
_PARTS = phrases(
    r"[,;()]|\b(?:kecuali|selain|di luar|hanya|namun|tetapi|tapi|sedangkan|sementara|adapun|melainkan|dan(?= tidak))\b"
)


def is_free(text: str) -> bool:
    """``text`` says that services are free of charge, neither asked, wished nor supposed."""
    return any(
        not _UNSURE.search(text[max(0, at - 200) : at]) and not (word["paid"] and is_denied(text, at))
        for word in _FREE.finditer(text)
        for at in (word.start(),)
    )


def charges(sentence: str) -> bool:
    """Asks money of her, or takes back that services are free; to deny a fee does neither."""
    return _NOT_FREE.search(sentence) is not None or any(
        _FEE.search(part)
        and not re.search(
            rf"{NOT}(?! lupa)|\bdibebaskan\b|\b(?:bebas|nol)(?: dari)? (?!me){_MONEY}", part, re.IGNORECASE
        )
        for part in _PARTS.split(_NOT_HERS.sub(" ", sentence))
    )
