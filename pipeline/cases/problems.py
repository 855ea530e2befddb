"""Problems with answers. A sentence never repeats what was typed, since logs may keep it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text


class BadAnswer(Exception):
    """One unreadable answer."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True)
class Problem:
    """One wrong ``field``."""

    field: str
    said: Text

    def text(self, lang: str = "id") -> str:
        """The sentence."""
        return self.said.verbatim(lang)


class InvalidAnswers(Refusal):
    """Fields are missing or wrong (steps 1–2, 9, 10)."""

    code = "cases.invalid_answers"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(fields=tuple(one.field for one in self.problems))

    def text(self, lang: str = "id") -> str:
        """All problems, each with its field."""
        return self.said.fill(lang, list=" ".join(f"{one.field}: {one.text(lang)}" for one in self.problems))


class NotPossible(Refusal):
    """The move does not start from this state."""

    code = "cases.not_possible"


class BadCase(Refusal):
    """A stored case cannot be read back."""

    code = "cases.bad_record"


MISSING = Text("Wajib diisi.", "This must be answered.")
UNKNOWN_FIELD = Text("Isian ini tidak dikenal.{near_id}", "There is no such field.{near_en}")
NOT_APPLICABLE = Text("Isian ini tidak berlaku untuk pengaduan ini; kosongkan.",
                      "This does not apply to this complaint; leave it empty.")  # fmt: skip
NOT_A_TEXT = Text("Tulis sebagai teks.", "Write it as text.")
TOO_LONG = Text("Terlalu panjang; paling banyak {most} huruf.", "Too long; at most {most} characters.")
BAD_NAME = Text("Nama memuat angka atau tanda yang tidak lazim. Tulis nama saja.",
                "A name has no digits or unusual signs. Write the name alone.")  # fmt: skip
BAD_DAY = Text("Tanggal tidak terbaca. Contoh: 24-11-2026, 24 November 2026, kemarin.",
               "This date cannot be read. Examples: 24-11-2026, 24 November 2026, kemarin (yesterday).")  # fmt: skip
BAD_TIME = Text("Jam tidak terbaca. Contoh: 10.12.", "This time cannot be read. Example: 10.12.")
BAD_NUMBER = Text("Tulis bilangan bulat, contoh: 2.", "Write a whole number, for example: 2.")
BAD_AGE = Text("Tulis umur dalam tahun, satu angka 0–120. Bila perkiraan, tulis angka tengahnya dan jawab “ya” "
               "pada umur perkiraan.",
               "Write the age in years, one number 0–120. If estimated, write the middle and answer yes to "
               "“age is an estimate”.")  # fmt: skip
BAD_PHONE = Text("Nomor telepon 7–15 angka, contoh: 0812-0000-1101.",
                 "A telephone number has 7–15 digits, for example: 0812-0000-1101.")  # fmt: skip
BAD_NIK = Text("NIK terdiri atas 16 angka dan memuat tanggal lahir; periksa lagi.",
               "A NIK has 16 digits and holds the date of birth; check it.")  # fmt: skip
BAD_YESNO = Text("Jawab ya atau tidak.", "Answer yes or no.")
BAD_CHOICE = Text("Pilih salah satu: {choices}.", "Choose one of: {choices}.")
BAD_CHOICES = Text("Pilih satu atau lebih, pisahkan dengan koma: {choices}.",
                   "Choose one or more, separated by commas: {choices}.")  # fmt: skip
BAD_PERSONS = Text("Tulis tiap orang sebagai nama, umur, L/P; pisahkan dengan titik koma. Contoh: F.A., 14, L; D.K., 15, L",
                   "Write each person as name, age, L/P, separated by semicolons. Example: F.A., 14, L; D.K., 15, L")  # fmt: skip

IN_FUTURE = Text("Tanggal ini belum tiba.", "This day has not come yet.")
AFTER_RECEIPT = Text("Tanggal ini sesudah tanggal diterima; periksa keduanya.",
                     "This day is after the day of receipt; check both.")  # fmt: skip
OUTSIDE = Text("Kecamatan ini tidak ada pada daftar kantor ({places}). Betulkan ejaannya; bila memang di luar wilayah, tulis: "
               "luar wilayah: NAMA KECAMATAN",
               "This sub-district is not in the office's list ({places}). Correct its spelling; if it is really outside, write: "
               "luar wilayah: NAME")  # fmt: skip
BEFORE_RECEIPT = Text("Tanggal ini sebelum tanggal diterima; periksa keduanya.",
                      "This day is before the day of receipt; check both.")  # fmt: skip
BEFORE_LETTER = Text("Tanggal ini sebelum tanggal surat; periksa lagi.",
                     "This day is before the day of the letter; check again.")  # fmt: skip
BEFORE_PRINT = Text("Tanggal ini sebelum lembar itu dicetak; lihat lagi kertasnya.",
                    "This day is before the sheet was printed; look at the paper again.")  # fmt: skip
BEFORE_DECISION = Text("Tanggal ini sebelum tanggal keputusan; lihat lagi kertasnya.",
                       "This day is before the decision; look at the paper again.")  # fmt: skip
AGE_AGAINST_BIRTH = Text("Umur tidak cocok dengan tanggal lahir; perbaiki salah satunya.",
                         "The age does not fit the date of birth; correct one of them.")  # fmt: skip
BIRTH_IS_ESTIMATE = Text("Umur perkiraan tidak boleh dijadikan tanggal lahir; kosongkan tanggal lahir.",
                         "An estimated age must not become a date of birth; leave the date of birth empty.")  # fmt: skip
ENDS_BEFORE_START = Text(
    "Selesai sebelum mulai; periksa jamnya.", "It ends before it starts; check the times."
)
NOT_THE_VICTIM = Text("Pelapor dinyatakan korban sendiri, tetapi isian ini mengatakan lain; samakan.",
                      "The reporter is said to be the victim, but this answer says otherwise; make them agree.")  # fmt: skip
IS_THE_VICTIM = Text("Hubungan “korban sendiri” berarti pelapor ialah korban; samakan jawabannya.",
                     "The relation “korban sendiri” means that the reporter is the victim; make them agree.")  # fmt: skip
INSTITUTION_IS_NO_VICTIM = Text("Lembaga tidak dapat menjadi korban sendiri; jawab tidak.",
                                "An institution cannot be the victim herself; answer no.")  # fmt: skip
CONTACT_IS_REPORTED = Text("Kontak aman tidak boleh terlapor. Tanyakan orang lain yang dipercaya korban.",
                           "The safe contact must not be the reported person. Ask for somebody else the victim trusts.")  # fmt: skip
CONTACT_PHONE_IS_REPORTED = Text("Nomor ini nomor terlapor; tidak boleh menjadi kontak aman. Tanyakan nomor lain.",
                                 "This is the reported person's number; it cannot be the safe contact. Ask for another.")  # fmt: skip
CONTACT_IS_HOME = Text("Alamat ini rumah yang dihuni, atau mungkin dihuni, bersama terlapor, atau tidak lebih lengkap daripadanya; tidak boleh "
                       "menjadi alamat aman. Tanyakan alamat lain. Bila terlapor memang tidak serumah, catat itu dahulu.",
                       "This is a home that is, or may be, shared with the reported person, or says no more than its address; it cannot be "
                       "the safe address. Ask for another. If that person does not live there, record that first.")  # fmt: skip
CONTACT_MAY_BE_HOME = Text("Korban tinggal, atau mungkin tinggal, serumah dengan terlapor, dan alamat rumahnya belum diisi, jadi tidak dapat diperiksa "
                           "apakah alamat ini rumah itu. Isi dahulu alamat korban.",
                           "The victim lives, or may live, with the reported person, and her address is not filled in, so whether this is that home "
                           "cannot be checked. Fill in the victim's address first.")  # fmt: skip
CONTACT_IS_THEIRS = Text("Alamat ini alamat terlapor; tidak boleh menjadi alamat aman. Tanyakan alamat lain.",
                         "This is the reported person's address; it cannot be the safe address. Ask for another.")  # fmt: skip
