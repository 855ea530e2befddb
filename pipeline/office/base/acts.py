"""What the history calls each act, in the office's words: for the screen and for the handling report.

The moves of the procedure have their words in :mod:`pipeline.cases.states`; here stand the acts beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cases.states import BY_VERB
from pipeline.office.base import late

_BESIDE = {
    "receive": "menerima berkas",
    "refuse": "menolak berkas",
    "register": "mendaftarkan pengaduan",
    "read_later": "menyimpan turunan surat yang terbaca setelah didaftarkan",
    "danger_later": "menemukan kata bahaya setelah surat didaftarkan",
    "heed": "menyatakan kata bahaya sudah ditangani",
    "compare": "memutuskan apakah orangnya sama dengan kasus lain",
    "import": "memasukkan register lama",
    "edited": "menyerahkan suntingan",
    "leave_edited": "tidak memakai suntingan",
    "vet_returned": "mengembalikan laporan",
    "sheet": "mencetak lembar keputusan",
    "sheet_back": "menerima lembar keputusan",
    "decide": "mencatat keputusan lembar",
    "sheet_late": "menyimpan lembar yang terlambat",
    "print": "mencetak salinan",
    "split": "memisah pindaian",
    "join_arrivals": "menggabung surat masuk",
    "split_arrival": "memisah surat masuk",
    "strike": "mencoret surat masuk",
    "unstrike": "mengembalikan surat yang dicoret",
    "match": "mencocokkan salinan",
    "set_aside": "menahan salinan untuk dilihat",
    "put_aside": "menyisihkan pindaian",
    "check_signature": "memeriksa tanda tangan elektronik",
    "confirm_signature": "memastikan tanda tangan elektronik",
    "attest": "menyatakan salinan ke-1 keluar tanpa dipindai",
    "attest_confirm": "menegaskan pernyataan salinan ke-1",
    "attest_refuse": "menolak pernyataan salinan ke-1",
    "set_back": "menarik surat karena kontak aman berubah",
    "withdraw": "menarik surat bertanda tangan karena kontak aman berubah",
    "void_number": "membatalkan nomor surat",
    "mandate": "mencatat mandat",
    "mandate_end": "mengakhiri mandat",
    "user_add": "menambah akun",
    "user_roles": "mengubah peran akun",
    "user_lock": "mengunci akun",
    "user_unlock": "membuka kunci akun",
    "user_reset": "memberi kata masuk baru",
    "user_console": "memberi kata masuk di konsol",
    "user_first": "memberi kata masuk pertama",
    "cert": "membuat sertifikat halaman web",
    "user_word": "mengganti kata masuk",
    "conflict": "mencatat benturan kepentingan",
    "conflict_lift": "mencabut halangan benturan kepentingan",
    "page": "membuat lembar pengesahan register",
    "page_print": "mencetak lembar pengesahan register",
    "page_back": "menerima lembar pengesahan register",
    "page_sign": "mengesahkan register",
    "victims_copy": "mengusulkan salinan untuk korban",
    "victims_copy_change": "mengubah usulan salinan untuk korban",
    "victims_copy_ready": "meneruskan salinan untuk korban kepada ketua",
    "victims_copy_approve": "menyetujui salinan untuk korban",
    "victims_copy_return": "mengembalikan salinan untuk korban",
    "victims_copy_print": "mencetak salinan untuk korban",
    "victims_copy_drop": "menghentikan salinan untuk korban",
    "victims_copy_hand": "menyerahkan salinan untuk korban",
    "victims_copy_withdraw": "menarik salinan untuk korban yang tidak diambil",
    "victims_copy_shred": "memusnahkan cetakan salinan yang tidak diambil",
    "victims_copy_receipt": "menerima tanda terima salinan",
    "close_year": "menutup tahun arsip",
    "hold": "menangguhkan pemusnahan",
    "hold_lift": "mencabut penangguhan pemusnahan",
    "dispose_propose": "mengusulkan pemusnahan arsip",
    "dispose_approve": "mencatat persetujuan pemusnahan",
    "dispose_withdraw": "mencabut daftar usul musnah",
    "dispose_destroy": "memusnahkan arsip",
    "merged_in": "menerima kasus yang digabung",
    "parted_in": "melepas kasus yang dipisah lagi",
    "divided_from": "mendaftarkan bagian dari kasus lain",
    "move_in": "menerima dokumen dari kasus lain",
    "move_out": "memindahkan dokumen ke kasus lain",
    "clock_start": "mencatat tenggat undang-undang",
    "clock_answer": "menjawab tenggat undang-undang",
    "holiday_add": "mencatat hari libur",
    "holiday_remove": "menghapus hari libur",
    "erasure": "mencatat permintaan penghapusan",
    "erasure_grant": "mengabulkan permintaan penghapusan, akses dibatasi",
    "erasure_refuse": "menolak permintaan penghapusan",
    "restrict_lift": "mencabut pembatasan akses",
    "open_restricted": "membuka kasus yang aksesnya dibatasi",
    "misfiled_destroy": "memusnahkan dokumen salah berkas",
    "delivery_receipt": "menerima tanda terima surat",
    "reveal": "membuka identitas",
    "export": "mengekspor",
    "recap": "membuat rekapitulasi",
    "hand_over": "menyerahkan arsip",
    "inform_attempt": "mencoba menghubungi korban",
    "transcribe": "mengetik salinan",
    "crisis": "menandai krisis: keluar dari SOP ini ke SOP krisis",
    "crisis_take": "mengambil alih menurut SOP krisis",
    "enquire": "menjawab pertanyaan lewat telepon",
    "enquire_refused": "tidak menjawab pertanyaan lewat telepon",
    "password": "menyepakati kata sandi telepon",
    "password_withdraw": "mencabut kata sandi telepon",
    "rebuild": "membangun kembali basis data",
    "backup": "membuat cadangan",
    "restore": "memulihkan cadangan",
    "upgrade": "memperbarui versi",
    "keys": "mengganti kunci",
    "recovery-sheet": "mencetak lembar kunci pemulihan",
    "trust_add": "menambah penerbit sertifikat",
    "trust_remove": "menghapus penerbit sertifikat",
    "confirm_clock": "memastikan jam",
}


def word_of(verb: str) -> str:
    """Return the word for an act of the history; one of a version that knows more acts is called by no code."""
    known = _BESIDE.get(verb) or (BY_VERB[verb].label.id if verb in BY_VERB else "")
    return known or "tindakan lain"


def told(verb: str, detail: Mapping[str, Any]) -> str:
    """Return the words for an act with the boxes that the chair ticked, or that it was entered late; what was typed stays out."""
    more = ", ".join(detail.get("instructions", ())) or late.told(detail)
    return f"{word_of(verb)}: {more}" if more else word_of(verb)


def is_known(verb: str) -> bool:
    """Tell whether ``verb`` has a word of its own."""
    return verb in _BESIDE or verb in BY_VERB
