"""Words that the letter rules look for."""

import re


def _any(words: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", flags)


def set_of(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


# Hal: no word of violence, of a kind of complaint, or of a party (rule 6).
TELLING = _any(
    r"(?:ke)?keras(?:an)? KDRT TPKS TPPO KtP KtA (?:peng)?aduan melapor(?:kan)? laporan (?:pe)?lapor(?:an)? terlapor "
    r"korban pelaku saksi seks\w* seksual pelecehan melecehkan (?:pem)?perkosa\w* pemerkosaan cabul pencabulan zina "
    r"aniaya penganiayaan pemukulan penelantaran eksploitasi traf\w+king perdagangan perundungan bull?y\w* "
    r"perceraian cerai nafkah psikis fisik ancaman pengancaman penyiksaan kejahatan pidana kasus visum rumah.tangga "
    r"suami istri anak perlindungan rujukan penyekapan penculikan persetubuhan inses pornografi"
)
# Words of which a neutral Hal is made; whatever else stands there must be the sender's own name or number.
NEUTRAL = set_of(
    "tanggapan jawaban balasan atas surat saudara saudari bapak ibu nomor no tanggal tgl penyampaian pemberitahuan "
    "undangan pertemuan jadwal penjadwalan kunjungan permohonan permintaan penjelasan keterangan tambahan klarifikasi "
    "informasi layanan konfirmasi kesediaan kehadiran tindak lanjut penerimaan bukti tanda terima pengantar ralat "
    "perbaikan susulan kedua ulang dan serta mengenai perihal tentang untuk dari kepada di pada yang koordinasi rapat "
    "kerja sama kerjasama janji temu hasil kelengkapan data berkas dokumen pengiriman"
)
UNFILLED = re.compile(
    r"\{\{|\}\}|\{%|%\}|\[[^\]\n]{0,40}\]|[«»]|_{3,}|\.{4,}|(?:^|\s)\.{3}(?=\s|$)|…|\?{2,}|\b(?:X{3,}|None|nan|null|undefined|"
    r"lorem ipsum)\b|\b(?:ialah|adalah|kepada|tanggal|nomor register)\s*[.,;]|coret (?:yang|salah)|tidak perlu dicoret|"
    r"(?:ketuk|klik) (?:atau (?:ketuk|klik) )?di sini|click (?:or tap )?here|<[^<>\n]{2,30}>|"
    r"\((?:isi|diisi|tulis|sebutkan)\b[^)\n]{0,30}\)|"
    r"\((?:nama|tanggal|tgl|hari|jam|alamat|nomor|jabatan|tempat)(?: (?!kerja\b)[a-z]{3,12})?\)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:Sdr|Sdri|Bpk|Saudara|Saudari|Bapak|Ibu|Nona|Tuan|Nyonya|Ny|Tn)\b|\bS\.\s?(?:H|Sos|Pd|Psi|Kep|E|IP)\b|"
    r"\bM\.\s?(?:Si|H|Pd|Kes|Psi)\b|\b(?:Drs|Dra|dr|Hj?)\.",
)
INSTITUTION = _any(
    r"Kepala Dinas Badan Kapolres Kapolsek Polres Polsek Kepolisian Kecamatan Camat Puskesmas RSUD Rumah.Sakit Sekolah SD SMP SMA "
    r"SMK MTs MI MA SDN Bupati Wali.Kota Gubernur Kantor UPTD UPT Kementerian Direktur Direktorat Ketua Kejaksaan Kajari Pengadilan "
    r"Lurah Kelurahan Desa Sekretari\w+ Inspektorat Inspektur Komnas Komisi Lembaga Yayasan Unit Bagian Bidang Panti Balai Arsip "
    r"Universitas Klinik LPSK KPAID? Forum"
)
# Mediation, which must not be offered after sexual violence (UU 12/2022 art. 23), and the ways of saying that there is none.
MEDIATES = _any(
    r"mediasi\w* (?:di|me)mediasi\w* mediator damai (?:per|ber|men)damai\w* didamaikan kekeluargaan musyawarah islah "
    r"restorative restoratif"
)
NOT_MEDIATES = re.compile(
    r"\b(?:tidak|tanpa|bukan|tak)\b(?:\s+\w+){0,3}?\s+(?:melalui |dengan |secara |ada )?"
    r"(?:mediasi|perdamaian|kekeluargaan)(?:(?:,| atau| maupun| dan)\s+(?:mediasi|perdamaian|kekeluargaan))*\b",
    re.IGNORECASE,
)
# How an opening cites what came in (rule 5).
CITED_NUMBER = re.compile(r"\b(?:nomor|nomer|no\.?)\s*:?\s*(?!register\b)(?=\S*\d)", re.IGNORECASE)
AS_LETTER = re.compile(
    r"\bsurat (?:pengaduan |laporan |permohonan )?(?:saudar[ai]|bapak|ibu|tersebut|yang)\b|\batas surat\b|\bsurat pengaduan\b",
    re.IGNORECASE,
)
AS_CALL = re.compile(
    r"\b(?:sampaikan|pengaduan\b[^.;]{0,30}?|laporan\b[^.;]{0,30}?) (?:melalui|lewat|via|per|dengan) (?:sambungan )?tele?pon\b",
    re.IGNORECASE,
)
WRITTEN = re.compile(r"\bsurat\b|\bformulir\b", re.IGNORECASE)
CALLED = re.compile(r"\btele?pon\b|\bmenelepon\b", re.IGNORECASE)
