"""Matters after the six sample letters, and an office to answer them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.letters.matter import LETTER, PHONE, REFERRAL, Addressee, Incoming, Matter
from pipeline.settings import Settings
from pipeline.settings.options import OPTIONS
from pipeline.settings.signatories import Signatory

DAY = date(2026, 11, 24)
CHAIR = Signatory("ketua", "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.")
RANKED = Signatory(
    "ketua", "Ketua P2TP2A\nKabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.", "197001011995032001",
    "Pembina Tingkat I, IV/b", date(2024, 1, 1), date(2026, 12, 31),
)  # fmt: skip

VICTIM = Matter(
    "2026-0001",
    "0112/TL/XI/2026",
    Incoming(LETTER, None, date(2026, 11, 19), date(2026, 11, 20), "Rusmini Talahu", False),
    Addressee(
        "Rusmini Talahu", "Saudari", "Saudari Yuniarti Talahu", "Gang Kenanga 2 No. 0", "Kelurahan Muara Lanting",
        False, True, True,
    ),
    "pertemuan konsultasi dan penilaian kebutuhan Saudari dan anak-anak",
    (),
    "",
    None,
    "Saudari",
    ("Rusmini Talahu", "Darsono Peliwang"),
    "Rusmini Talahu",
    0,
    (),
)  # fmt: skip
NEIGHBOUR = replace(
    VICTIM,
    case="2026-0002",
    register_number="0113/TL/XI/2026",
    incoming=Incoming(LETTER, None, None, date(2026, 11, 20), "Tum", False),
    addressee=Addressee("Tum", "Ibu", "", "", "Bukit Sahaja", False, True, True),
    follow_up="penjangkauan oleh petugas kami",
    clarified=date(2026, 11, 23),
    comes="Ibu",
    names_barred=("Ipit",),
    reporter_name="Tum",
)
POLICE = replace(
    VICTIM,
    case="2026-0003",
    register_number="0114/TL/XI/2026",
    incoming=Incoming(
        REFERRAL, "B/118/XI/RES.1.24./2026/Satreskrim", date(2026, 11, 20), date(2026, 11, 21),
        "Kepolisian Resor Batang Asri", True,
    ),
    addressee=Addressee(
        "Kepala Kepolisian Resor Batang Asri", "Bapak/Ibu", "", "Jalan Bhayangkara No. 0", "Muara Lanting",
        True, True, True,
    ),
    follow_up="penugasan pendamping dan pendampingan psikologis",
    referral="Dinas Sosial Kabupaten Batang Asri",
    comes="orang tua/wali bersama yang bersangkutan",
    names_barred=("Anindya Purnamaring", "Lestari Purnamaring"),
    reporter_name="Gunadi Rantau",
    attachments=1,
    cc=("Kepala Dinas PPKB dan P3A Kabupaten Batang Asri", "Kepala Dinas Sosial Kabupaten Batang Asri"),
)  # fmt: skip
SCHOOL = replace(
    POLICE,
    case="2026-0005",
    register_number="0111/TL/XI/2026",
    incoming=Incoming(
        LETTER,
        "400.3.5/087/SMPN3-HA/XI/2026",
        date(2026, 11, 18),
        date(2026, 11, 19),
        "SMP Negeri 3 Hulu Asri",
        True,
    ),
    addressee=Addressee("Kepala SMP Negeri 3 Hulu Asri", "Saudara", "", "", "Hulu Asri", True, True, True),
    names_barred=(),
    reporter_name="",
    attachments=0,
    cc=(),
    extra=("Mohon bantuan Saudara untuk memastikan rekaman tidak disebarkan.",),
)
CALLER = replace(
    VICTIM,
    case="2026-0006",
    register_number="0115/TL/XI/2026",
    incoming=Incoming(PHONE, None, date(2026, 11, 23), date(2026, 11, 23), "Sukirno", False),
    addressee=Addressee("Sukirno", "Saudara", "", "", "Desa Hulu Bakung", False, True, True),
    follow_up="penjangkauan dan penilaian kebutuhan",
    comes="Saudara bersama yang bersangkutan",
    names_barred=("Jumi", "Anto"),
    reporter_name="Sukirno",
)
NURSE = replace(
    POLICE,
    case="2026-0004",
    incoming=Incoming(
        REFERRAL,
        "440/0213/PKM-SB/XI/2026",
        date(2026, 11, 21),
        date(2026, 11, 21),
        "Puskesmas Sungai Bakung",
        True,
    ),
    addressee=Addressee("Kepala Puskesmas Sungai Bakung", "Ibu", "", "", "Sungai Bakung", True, True, True),
    names_barred=("Selviana Batuah", "Hendri"),
    reporter_name="Nurjanah Batuah",
    attachments=0,
    cc=(),
)
ALL = {
    "victim": VICTIM, "neighbour": NEIGHBOUR, "police": POLICE, "school": SCHOOL, "caller": CALLER, "nurse": NURSE,
}  # fmt: skip


def office(home: Path, *signatories: Signatory, **values: Any) -> Settings:
    """Return settings with the defaults; ``values`` are keys with "__" for the dot."""
    chosen = {option.key: option.default for option in OPTIONS}
    chosen |= {key.replace("__", "."): value for key, value in values.items()}
    return Settings(home, chosen, signatories or (CHAIR,), ())
