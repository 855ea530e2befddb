"""Words for acts that are no moves of the procedure."""

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.sheet import INSTRUCTIONS
from pipeline.cases.states import BY_VERB
from pipeline.kernel.text import Text
from pipeline.office.base import late, value_words

_BESIDE: Mapping[str, Text] = {
    "audit_export": Text("mengekspor jejak", "export the audit"),
    "right_refused": Text("ditolak karena tidak berhak", "be refused for want of a right"),
    "receive": Text("menerima berkas", "receive a file"),
    "read_retry": Text("meminta berkas dibaca ulang", "ask for a file to be read again"),
    "refuse": Text("menolak berkas", "refuse a file"),
    "heal": Text("memulihkan berkas yang hilang atau rusak", "put a lost or damaged file right"),
    "hand_in": Text("mengirim berkas lewat halaman", "hand a file in at a page"),
    "register": Text("mendaftarkan pengaduan", "register the complaint"),
    "read_later": Text("menyimpan turunan surat yang terbaca setelah didaftarkan",
                       "keep the derivative of a letter read after registration"),
    "danger_later": Text("menemukan kata bahaya setelah surat didaftarkan",
                         "find danger words after registration"),
    "sender_reported": Text("menahan surat kepada pengirim untuk ketua",
                            "hold letters to the sender for the chair"),
    "sender_decided": Text("memutuskan tentang pengirim", "decide about the sender"),
    "heed": Text("menyatakan kata bahaya sudah ditangani", "state that the danger words were seen to"),
    "compare": Text("memutuskan apakah orangnya sama dengan kasus lain",
                    "decide whether the person is the same as in another case"),
    "import": Text("memasukkan register lama", "import from the paper register"),
    "edited": Text("menyerahkan suntingan", "hand in an edited draft"),
    "leave_edited": Text("tidak memakai suntingan", "leave an edited draft unused"),
    "vet_returned": Text("mengembalikan laporan", "return the report"),
    "sheet": Text("mencetak lembar keputusan", "print a decision sheet"),
    "sheet_back": Text("menerima lembar keputusan", "receive a decision sheet"),
    "decide": Text("mencatat keputusan lembar", "record the decision of a sheet"),
    "sheet_late": Text("menyimpan lembar yang terlambat", "keep a late sheet"),
    "print": Text("mencetak salinan", "print the copies"),
    "split": Text("memisah pindaian", "split a scan"),
    "join_arrivals": Text("menggabung surat masuk", "join incoming letters"),
    "split_arrival": Text("memisah surat masuk", "split an incoming letter"),
    "strike": Text("mencoret surat masuk", "strike an incoming letter"),
    "unstrike": Text("mengembalikan surat yang dicoret", "bring back a struck letter"),
    "match": Text("mencocokkan salinan", "match a copy"),
    "set_aside": Text("menahan salinan untuk dilihat", "hold a copy back to be looked at"),
    "put_aside": Text("menyisihkan pindaian", "put a scan aside"),
    "check_signature": Text("memeriksa tanda tangan elektronik", "check an electronic signature"),
    "confirm_signature": Text("memastikan tanda tangan elektronik", "confirm an electronic signature"),
    "attest": Text("menyatakan salinan ke-1 keluar tanpa dipindai", "state that copy 1 left unscanned"),
    "attest_confirm": Text("menegaskan pernyataan salinan ke-1", "confirm the statement about copy 1"),
    "attest_refuse": Text("menolak pernyataan salinan ke-1", "refuse the statement about copy 1"),
    "set_back": Text("menarik surat karena kontak aman berubah",
                     "withdraw the letter since the safe contact changed"),
    "withdraw": Text("menarik surat bertanda tangan karena kontak aman berubah",
                     "withdraw the signed letter since the safe contact changed"),
    "void_number": Text("membatalkan nomor surat", "void a letter number"),
    "mandate": Text("mencatat mandat", "record a mandate"),
    "mandate_end": Text("mengakhiri mandat", "end a mandate"),
    "user_add": Text("menambah akun", "add an account"),
    "user_roles": Text("mengubah peran akun", "change the roles of an account"),
    "user_lock": Text("mengunci akun", "lock an account"),
    "user_unlock": Text("membuka kunci akun", "unlock an account"),
    "user_reset": Text("memberi kata masuk baru", "give a new word"),
    "user_console": Text("memberi kata masuk di konsol", "give a word at the console"),
    "user_first": Text("memberi kata masuk pertama", "give the first word"),
    "cert": Text("membuat sertifikat halaman web", "make the certificate of the pages"),
    "user_factor": Text("mengatur ulang kode telepon akun", "reset the telephone code of an account"),
    "user_sessions": Text("mengakhiri sesi akun", "end the sessions of an account"),
    "template_put": Text("memasang templat surat", "put a letter template in place"),
    "user_factor_set": Text("memasang kode telepon", "set a telephone up"),
    "user_word": Text("mengganti kata masuk", "change the word"),
    "conflict": Text("mencatat benturan kepentingan", "record a conflict of interest"),
    "conflict_lift": Text("mencabut halangan benturan kepentingan", "lift a conflict of interest"),
    "page": Text("membuat lembar pengesahan register", "make a register page"),
    "original_export": Text("mengeluarkan berkas asli dari arsip", "let an original go out of the archive"),
    "signed_print": Text("mencetak salinan bertanda tangan dari arsip",
                         "print a signed copy from the archive"),
    "page_print": Text("mencetak lembar pengesahan register", "print a register page"),
    "page_back": Text("menerima lembar pengesahan register", "receive a register page"),
    "page_sign": Text("mengesahkan register", "sign off the register"),
    "victims_copy": Text("mengusulkan salinan untuk korban", "propose a copy for the victim"),
    "victims_copy_change": Text("mengubah usulan salinan untuk korban",
                                "change the proposed copy for the victim"),
    "victims_copy_ready": Text("meneruskan salinan untuk korban kepada ketua",
                               "pass the copy for the victim to the chair"),
    "victims_copy_approve": Text("menyetujui salinan untuk korban", "approve the copy for the victim"),
    "victims_copy_return": Text("mengembalikan salinan untuk korban", "return the copy for the victim"),
    "victims_copy_print": Text("mencetak salinan untuk korban", "print the copy for the victim"),
    "victims_copy_drop": Text("menghentikan salinan untuk korban", "stop the copy for the victim"),
    "victims_copy_hand": Text("menyerahkan salinan untuk korban", "hand over the copy for the victim"),
    "victims_copy_withdraw": Text("menarik salinan untuk korban yang tidak diambil",
                                  "withdraw the copy for the victim that was not fetched"),
    "victims_copy_shred": Text("memusnahkan cetakan salinan yang tidak diambil",
                               "destroy the print of a copy that was not fetched"),
    "victims_copy_receipt": Text("menerima tanda terima salinan", "receive the receipt of a copy"),
    "close_year": Text("menutup tahun arsip", "close the year of the archive"),
    "hold": Text("menangguhkan pemusnahan", "place a legal hold"),
    "hold_lift": Text("mencabut penangguhan pemusnahan", "lift the legal hold"),
    "dispose_propose": Text("mengusulkan pemusnahan arsip", "propose cases for destruction"),
    "dispose_approve": Text("mencatat persetujuan pemusnahan", "record the approval of a destruction"),
    "dispose_withdraw": Text("mencabut daftar usul musnah", "withdraw a disposal list"),
    "dispose_destroy": Text("memusnahkan arsip", "destroy archived cases"),
    "merged_in": Text("menerima kasus yang digabung", "take in a merged case"),
    "parted_in": Text("melepas kasus yang dipisah lagi", "let go of a case that was parted"),
    "divided_from": Text("mendaftarkan bagian dari kasus lain", "register a part of another case"),
    "move_in": Text("menerima dokumen dari kasus lain", "receive a document from another case"),
    "move_out": Text("memindahkan dokumen ke kasus lain", "move a document to another case"),
    "clock_start": Text("mencatat tenggat undang-undang", "record a clock of the law"),
    "clock_answer": Text("menjawab tenggat undang-undang", "answer a clock of the law"),
    "row_add": Text("menambah baris daftar kantor", "add a row to a list of the office"),
    "row_change": Text("mengubah baris daftar kantor", "change a row of a list of the office"),
    "row_retire": Text("menghentikan baris daftar kantor", "retire a row of a list of the office"),
    "row_return": Text("memakai lagi isi lama daftar kantor", "let an earlier version of a row count again"),
    "holiday_add": Text("mencatat hari libur", "enter a holiday"),
    "holiday_remove": Text("menghapus hari libur", "remove a holiday"),
    "erasure": Text("mencatat permintaan penghapusan", "record a request for erasure"),
    "erasure_grant": Text("mengabulkan permintaan penghapusan, akses dibatasi",
                          "grant a request for erasure, access restricted"),
    "erasure_refuse": Text("menolak permintaan penghapusan", "refuse a request for erasure"),
    "restrict_lift": Text("mencabut pembatasan akses", "lift the restriction of access"),
    "open_restricted": Text("membuka kasus yang aksesnya dibatasi", "open a case with restricted access"),
    "misfiled_destroy": Text("memusnahkan dokumen salah berkas", "destroy a misfiled document"),
    "delivery_receipt": Text("menerima tanda terima surat", "receive the receipt of a letter"),
    "reveal": Text("membuka identitas", "reveal identities"),
    "export": Text("mengekspor", "export"),
    "recap": Text("membuat rekapitulasi", "make a recap"),
    "hand_over": Text("menyerahkan arsip", "hand over the archive"),
    "inform_attempt": Text("mencoba menghubungi korban", "try to reach the victim"),
    "transcribe": Text("mengetik salinan", "type a transcript"),
    "crisis": Text("menandai krisis: keluar dari SOP ini ke SOP krisis",
                   "mark a crisis: out of this procedure into the crisis procedure"),
    "crisis_take": Text("mengambil alih menurut SOP krisis", "take the case over under the crisis procedure"),
    "enquire": Text("menjawab pertanyaan lewat telepon", "answer an enquiry by telephone"),
    "enquire_refused": Text("tidak menjawab pertanyaan lewat telepon", "not answer an enquiry by telephone"),
    "password": Text("menyepakati kata sandi telepon", "agree on a password for the telephone"),
    "password_withdraw": Text("mencabut kata sandi telepon", "withdraw the password for the telephone"),
    "chain_begin": Text("memulai rantai riwayat", "begin the chain of the history"),
    "looks_seal": Text("menyegel catatan akses", "seal the access log"),
    "rows_change": Text("mencatat perubahan data", "record changes of data"),
    "rebuild": Text("membangun kembali basis data", "rebuild the database"),
    "backup": Text("membuat cadangan", "make a backup"),
    "restore": Text("memulihkan cadangan", "restore a backup"),
    "restore_trial": Text("mencoba pemulihan cadangan: berhasil",
                          "restore a backup on trial: it came back whole"),
    "restore_trial_failed": Text("mencoba pemulihan cadangan: gagal", "restore a backup on trial: it failed"),
    "upgrade": Text("memperbarui versi", "upgrade the version"),
    "migrate-database": Text("memindahkan basis data", "move the database"),
    "migrate-store": Text("memindahkan arsip", "move the archive"),
    "keys": Text("mengganti kunci", "change the keys"),
    "recovery-sheet": Text("mencetak lembar kunci pemulihan", "print the recovery sheet"),
    "trust_add": Text("menambah penerbit sertifikat", "add an issuer of certificates"),
    "trust_remove": Text("menghapus penerbit sertifikat", "remove an issuer of certificates"),
    "confirm_clock": Text("memastikan jam", "confirm the clock"),
}  # fmt: skip

_BOXES: Mapping[str, Text] = {one.value: one.label for one in INSTRUCTIONS}


def word_of(verb: str, lang: str = "id") -> str:
    """The word for an act; "another act" of a later version."""
    known = _BESIDE.get(verb) or (
        BY_VERB[verb].label if verb in BY_VERB else Text("tindakan lain", "another act")
    )
    return known.fill(lang)


def told(verb: str, detail: Mapping[str, Any], lang: str = "id") -> str:
    """The words for an act and how it was done; nothing that was typed."""
    boxes = [_BOXES[one].fill(lang) if one in _BOXES else one for one in detail.get("instructions", ())]
    broken = [value_words.word_of("against", one).fill(lang) for one in detail.get("against", ())]
    more = ", ".join((*boxes, *broken)) or late.told(detail, lang)
    return f"{word_of(verb, lang)}: {more}" if more else word_of(verb, lang)


def is_known(verb: str) -> bool:
    """Whether ``verb`` has a word of its own."""
    return verb in _BESIDE or verb in BY_VERB
