"""Words as the letter rules know them: whole, and parted or joined as they should be."""

import re

_SHORT = {
    "yang": "yg", "untuk": "utk untk", "dengan": "dgn dg", "kepada": "kpd", "pada": "pd", "dalam": "dlm", "bahwa": "bhw",
    "tidak": "tdk gak ga gk nggak ngga enggak ndak", "belum": "blm blum", "jangan": "jgn", "sudah": "sdh udah udh", "telah": "tlh",
    "dapat": "dpt", "harus": "hrs", "karena": "krn karna", "kalau": "klo kalo", "seperti": "spt sprt", "tersebut": "tsb", "tentang": "ttg",
    "terhadap": "thd", "sebelum": "sblm", "setelah": "stlh", "kemudian": "kmdn", "sekarang": "skrg", "kemarin": "kmrn", "malam": "mlm",
    "hari": "hr", "pukul": "pkl pk", "tanggal": "tgl", "minggu": "mgg", "bulan": "bln", "tahun": "thn", "kelas": "kls", "surat": "srt",
    "datang": "dtg dtng", "mohon": "mhn", "langsung": "lsg lgsg lgs lansung", "orang": "org", "sebagai": "sbg", "yang bersangkutan": "ybs",
    "lebih": "lbh", "bayar": "byr", "kantor": "ktr",
}  # fmt: skip
_WHOLE = {
    cased(short): cased(whole)
    for whole, shortened in _SHORT.items()
    for short in shortened.split()
    for cased in (str.lower, str.capitalize)
}
_SHORTENED = re.compile(rf"(?<![\w.])({'|'.join(_WHOLE)})\b(?:\.(?=\s[a-z\d]))?")
_PARTED = re.compile(
    r"\b([Dd]i) (?=(?:pungut|kenakan|kenai|tanggung|bayar|beban|minta|mohon|harap|saran|anjur|undang|tunggu|perlu|butuh|layan|bantu|proses|"
    r"lanjut|tindak|tutup|henti|batal|cabut|tarik|tunda|tangguh|hukum|penjara|tangkap|tahan|tuntut|jamin|pasti|laku|alami|terima|larang|"
    r"sampaikan|rahasia|dampingi)\w*\b)"
)
_JOINED = re.compile(r"\b([DdKk][ie])(?=(?:kantor|unit|loket|rumah)\b)")


def written_out(text: str) -> str:
    """So "tdk di pungut" is "tidak dipungut", and "kekantor" is "ke kantor"."""
    whole = _SHORTENED.sub(lambda match: _WHOLE[match[1]], text)
    return _JOINED.sub(r"\1 ", _PARTED.sub(r"\1", whole))
