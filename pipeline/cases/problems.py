"""Problems with answers. A sentence never repeats what was typed, since logs may keep it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text


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
        super().__init__(fields=tuple(problem.field for problem in self.problems))

    def text(self, lang: str = "id") -> str:
        """All problems, each with its field."""
        return self.message.fill(
            lang, list=" ".join(f"{problem.field}: {problem.text(lang)}" for problem in self.problems)
        )


class NotPossible(Refusal):
    """The move does not start from this state."""

    code = "cases.not_possible"


class BadCase(Refusal):
    """A stored case cannot be read back."""

    code = "cases.bad_record"


MISSING = N_("This must be answered.")
UNKNOWN_FIELD = N_("There is no such field.{near}")
MEANT = N_(" Did you mean “{near}”?")
NOT_APPLICABLE = N_("This does not apply to this complaint; leave it empty.")  # fmt: skip
NOT_A_TEXT = N_("Write it as text.")
TOO_LONG = N_("Too long; at most {most} characters.")
BAD_NAME = N_("A name has no digits or unusual signs. Write the name alone.")  # fmt: skip
BAD_DAY = N_("This date cannot be read. Examples: 24-11-2026, 24 November 2026, kemarin (yesterday).")  # fmt: skip
BAD_WHEN = N_("This cannot be read. Examples: 24-11-2026, November 2026, 1-8-2026 sampai 15-11-2026, berulang sejak "
              "Agustus 2026.")  # fmt: skip
BAD_TIME = N_("This time cannot be read. Example: 10.12.")
BAD_NUMBER = N_("Write a whole number, for example: 2.")
BAD_AGE = N_("Write the age in years, one number 0–120. If estimated, write the middle and answer yes to "
             "“age is an estimate”.")  # fmt: skip
BAD_PHONE = N_("A telephone number has 7–15 digits, for example: 0812-0000-1101.")  # fmt: skip
BAD_NIK = N_("A NIK has 16 digits and holds the date of birth; check it.")  # fmt: skip
BAD_YESNO = N_("Answer yes or no.")
BAD_CHOICE = N_("Choose one of: {choices}.")
BAD_CHOICES = N_("Choose one or more, separated by commas: {choices}.")  # fmt: skip
BAD_PERSONS = N_("Write each person as name, age, L/P, separated by semicolons. Example: F.A., 14, L; "
                 "D.K., 15, L")  # fmt: skip

IN_FUTURE = N_("This day has not come yet.")
AFTER_RECEIPT = N_("This day is after the day of receipt; check both.")  # fmt: skip
OUTSIDE = N_("This sub-district is not in the office's list ({places}). Correct its spelling; if it is "
             "really outside, write: luar wilayah: NAME")  # fmt: skip
BEFORE_RECEIPT = N_("This day is before the day of receipt; check both.")  # fmt: skip
BEFORE_LETTER = N_("This day is before the day of the letter; check again.")  # fmt: skip
BEFORE_PRINT = N_("This day is before the sheet was printed; look at the paper again.")  # fmt: skip
BEFORE_DECISION = N_("This day is before the decision; look at the paper again.")  # fmt: skip
AGE_AGAINST_BIRTH = N_("The age does not fit the date of birth; correct one of them.")  # fmt: skip
BIRTH_IS_ESTIMATE = N_("An estimated age must not become a date of birth; leave the date of birth empty.")  # fmt: skip
ENDS_BEFORE_START = N_("It ends before it starts; check the times.")
NOT_THE_VICTIM = N_("The reporter is said to be the victim, but this answer says otherwise; make them "
                    "agree.")  # fmt: skip
IS_THE_VICTIM = N_("The relation “korban sendiri” means that the reporter is the victim; make them agree.")  # fmt: skip
INSTITUTION_IS_NO_VICTIM = N_("An institution cannot be the victim; answer no.")  # fmt: skip
CONTACT_IS_REPORTED = N_("The safe contact must not be the reported person. Ask for somebody else the "
                         "victim trusts. If only the name is alike, the chair decides about it first.")  # fmt: skip
CONTACT_PHONE_IS_REPORTED = N_("This is the reported person's number; it cannot be the safe contact. Ask "
                               "for another.")  # fmt: skip
CONTACT_IS_HOME = N_("The reported person may live at this address, so it is not safe. Ask for "
                     "another. If that person does not live there, change the answer about the shared "
                     "home first.")  # fmt: skip
CONTACT_MAY_BE_HOME = N_("The victim lives, or may live, with the reported person, and the victim's address is not "
                         "filled in, so whether this is that home cannot be checked. Fill in the victim's "
                         "address first.")  # fmt: skip
CONTACT_IS_THEIRS = N_("This is the reported person's address; it cannot be the safe address. Ask for "
                       "another.")  # fmt: skip
