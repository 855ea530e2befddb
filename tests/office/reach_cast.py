"""The cast of an office whose letters a violent man waits for, and what must be true of all that leaves it.

Who is who stands here by hand, with every way in which a name, house or number is written; nothing here asks
``may_reach``. A *mark* is what gives somebody away on a paper: a word of a name, a street, a telephone number.
Database, archive and letter rules are real; LibreOffice is stood in for by pages that keep the words of their document.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from unittest.mock import patch

import pikepdf
from pypdf import PdfReader

from pipeline.cases.states import State
from pipeline.kernel.errors import Refusal
from pipeline.office.answer import clarify
from pipeline.office.base.reported_sender import Decision
from pipeline.office.cases import enquire, register
from pipeline.office.cases.sender import decide_sender
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform
from pipeline.office.letters import letter_files
from pipeline.office.papers import forms
from pipeline.records import cases, letters, sheets
from pipeline.records.letters import LetterState
from tests.office import decided, procedure_driver
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau, one_page
from tests.office.procedure_doors import DOORS, REASON
from tests.office.procedure_driver import Driver
from tests.street import further_answers as say

Answers = dict[str, Any]


@dataclass(frozen=True)
class Contact:
    """How somebody is reached; every part is typed, so that nothing of another contact stays."""

    way: str
    name: str
    address: str
    phone: str

    def typed(self, prefix: str = "safe_contact") -> Answers:
        """Return the answers about it."""
        return {
            f"{prefix}_way": self.way, f"{prefix}_name": self.name, f"{prefix}_address": self.address,
            f"{prefix}_place": "Muara Lanting", f"{prefix}_phone": self.phone, f"{prefix}_confirmed": "ya",
        }  # fmt: skip


HOME, MERAK = (
    "Jalan Rotan RT 11 No. 4, Desa Tumbang Randu",
    "Jalan Merak RT 05 No. 12, Kelurahan Lanting Hilir",
)
HIS, GUARDIANS = "0812-0000-1777", "0812-0000-1999"
SUMARNI, LESTINI, BINTARI = "Sumarni Wibatsih", "Lestini Harumsari", "Bintari Melurini"
DARSONO, DARSON, GUNTORO = "Darsono Peliwang", "Darson Peliwang", "Guntoro Sasmitan"
SISTER = Contact(
    "titip", "Kustinah Rampaian", "Gang Kenanga 2 No. 7, Kelurahan Muara Lanting", "0812-0000-1102"
)
COUSIN = Contact("surat", "Marwiyah Tundan", "Jalan Seruni No. 21, Kelurahan Lanting Hilir", "0812-0000-1103")
BROTHERS = Contact("surat", DARSON, "Jalan Anggrek No. 16, Hulu Asri", "0812-0000-1201")
AT_WORK = Contact("surat", DARSON, "Gang Melur 5 No. 2, Hulu Asri", "0812-0000-1202")
FRIEND = Contact("surat", "Sulastri Bangkalan", "Jalan Teratai No. 33, Sungai Bakung", "0812-0000-1301")
OWN_HOME = Contact("telepon", LESTINI, "Jalan Cemara No. 12, Sungai Bakung", "0812-0000-1302")
AUNT = Contact(
    "titip", "Hartinah Sekarwati", "Gang Delima 3 No. 9, Kelurahan Muara Lanting", "0812-0000-1401"
)
SCHOOL = Contact("", "SMP Negeri 3 Hulu Asri", "Jalan Pelajar No. 1, Kecamatan Hulu Asri", "")
SAFE = {
    SUMARNI: (SISTER, COUSIN),
    DARSON: (BROTHERS, AT_WORK),
    LESTINI: (FRIEND, OWN_HOME),
    BINTARI: (AUNT, AUNT),
}
HIS_HOUSE = Contact("surat", "Suripto Banjaran", "Jln. Rotan No 4, RT. 11, Tumbang Randu", "0812-0000-1599")
TRAPS = (
    HIS_HOUSE,
    Contact("telepon", "Suripto Banjaran", "Jalan Pandan No. 3, Hulu Asri", "+62 812 0000 1777"),
    Contact("titip", "Bp. Darsono Peliwang", "Jalan Pandan No. 3, Hulu Asri", "0812-0000-1599"),
    Contact("surat", "Suripto Banjaran", "Jl. Merak RT 5 No. 12, Lanting Hilir", "0812-0000-1599"),
    Contact("pesan", "Guntoro Sasmitan", "Jalan Pandan No. 3, Hulu Asri", "0812 00001999"),
)
"""What an impostor on the telephone gives as the new contact: a reported man, his house or number, as people write them."""
_WORDS = re.findall(
    r"\w+",
    "sumarni wibatsih lestini harumsari bintari melurini guntoro darsono darson kustinah rampaian marwiyah tundan sulastri "
    "bangkalan hartinah sekarwati rotan merak kenanga seruni anggrek melur teratai cemara delima pelajar rukun",
)
MARKS = (*_WORDS, "d peliwang", "g sasmitan")
_PHONES = {one[-4:] for one in (HIS, GUARDIANS, *(answer.phone for two in SAFE.values() for answer in two))}
NEVER = frozenset(
    {"darsono", "d peliwang", "rotan", "tel 1777", "guntoro", "g sasmitan", "merak", "tel 1999"}
)
"""The marks of the reported men: on no paper, whoever it is for, and no number to be called."""


def marks_in(text: str) -> frozenset[str]:
    """Return what on a paper gives somebody away."""
    plain = " ".join(("", *re.findall(r"[^\W_]+", text.casefold()), ""))
    runs = (re.sub(r"\D", "", run) for run in re.findall(r"[+\d][\d .()-]{7,}", text))
    called = {f"tel {run[-4:]}" for run in runs if "8120000" in run and run[-4:] in _PHONES}
    return frozenset({mark for mark in MARKS if f" {mark} " in plain} | called)


def marks_of(contact: Contact) -> frozenset[str]:
    """Return what gives a contact away."""
    return marks_in(f"{contact.name}\n{contact.address}\n{contact.phone}")


@dataclass(frozen=True)
class Story:
    """What is registered, and who of the cast it is about; ``whose`` the contact is that comes with it."""

    victim: str
    reporter: str
    contact: Contact
    answers: Mapping[str, Any] = field(repr=False)
    whose: str = "korban"

    @property
    def registered(self) -> Answers:
        """Return the answers of the registration."""
        age = (
            {"victim_age": "9", "guardian_name": GUNTORO} if self.victim == BINTARI else {"victim_age": "33"}
        )
        form = {
            **age,
            "victim_name": self.victim,
            "victim_name_is_full": "ya",
            "victim_sex": "P",
            **self.answers,
        }
        if self.whose != "lembaga":
            form |= {"reporter_name": self.reporter, **self.contact.typed()}
            form["reporter_is_victim"] = "ya" if self.reporter == self.victim else "tidak"
        if self.reporter != self.victim and "safe_contact_way" in form:
            form["safe_contact_owner"] = "korban" if self.whose == "lembaga" else self.whose
        return {name: value for name, value in form.items() if value != ""} | {register.NOT_A_DUPLICATE: True}

    def whose_is(self, person: str) -> str:
        """Return whose contact reaches ``person``."""
        if self.whose == "lembaga" and person == self.reporter:
            return "lembaga"
        return "pelapor" if person == self.reporter != self.victim else "korban"


_PAPER = {
    name: one for name, one in say.WIFE.items() if not name.startswith(("reporte", "safe_contact_", "victim_"))
} | {"victim_consent": "ya"}  # fmt: skip
_CALL = {name: one for name, one in say.CALL_WITHOUT_ADDRESS.items() if name.startswith(("channel", "received", "phone_", "serv",
         "advice", "summary", "violence", "risk", "event", "place_", "caller_answer"))}  # fmt: skip
_HUSBAND = {"reported_name": DARSONO, "reported_relation": "suami/istri", "reported_shares_home": "ya"}
_KNOWN_HUSBAND = _HUSBAND | {"reported_address": HOME, "reported_phone": HIS, "victim_address": HOME}
_BY_ANOTHER = _PAPER | {"reporter_relation": "keluarga/saudara", "reporter_wants_secrecy": "ya"}
_FATHER = {
    "reported_name": GUNTORO, "reported_relation": "orang tua", "reported_shares_home": "ya", "reported_address": MERAK,
    "reported_phone": GUARDIANS, "guardian_phone": GUARDIANS, "victim_address": MERAK,
}  # fmt: skip
_INSTITUTION = _PAPER | {
    "is_institution": "ya",
    "channel": "referral",
    "reporter_relation": "lembaga perujuk",
}
CAST = (
    Story(SUMARNI, SUMARNI, SISTER, _PAPER | _KNOWN_HUSBAND | {"reporter_relation": "korban sendiri"}),
    Story(SUMARNI, DARSON, BROTHERS, _BY_ANOTHER | {"reported_relation": "suami/istri"}, "pelapor"),
    Story(LESTINI, LESTINI, FRIEND, _CALL | {"caller_number": OWN_HOME.phone, "reporter_relation": "korban sendiri",
          "reported_name": DARSONO, "reported_relation": "pacar/teman", "reported_shares_home": "tidak"}),
    Story(BINTARI, "Kepala SMP Negeri 3 Hulu Asri", SCHOOL, _INSTITUTION | _FATHER | AUNT.typed() | {
          "sender": SCHOOL.name, "sender_address": SCHOOL.address, "sender_place": "Hulu Asri"}, "lembaga"),
)  # fmt: skip
"""The cases there are from the start: a wife, who is also reported by his brother in secret; another woman; a child."""
FIRST, SECRET, OTHER, CHILD = (f"2026-000{at}" for at in range(1, 5))
_HIS_CALL = _CALL | {"caller_number": "+62 812 0000 1777", enquire.ANSWER: "rembulan jati tujuh"}
TRICKS = {
    "he writes": Story(SUMARNI, "D. Peliwang", HIS_HOUSE, _BY_ANOTHER | {"reporter_relation": "tetangga",
                       "reporter_phone": HIS}, "pelapor"),
    "he writes of the other": Story(LESTINI, "Bp. Darsono Peliwang", HIS_HOUSE, _BY_ANOTHER, "pelapor"),
    "he calls as her": Story(SUMARNI, SUMARNI, TRAPS[1], _HIS_CALL | {"reporter_relation": "korban sendiri"}),
    "an institution in his house": Story(SUMARNI, "Ketua Yayasan Bina Rukun", HIS_HOUSE, _INSTITUTION | {
        "sender": "Yayasan Bina Rukun", "sender_address": HIS_HOUSE.address, "sender_place": "Tumbang Randu"}, "lembaga"),
    "the father writes": Story(BINTARI, "Bapak G. Sasmitan", TRAPS[3], _BY_ANOTHER | {
        "reporter_relation": "orang tua"}, "pelapor"),
}  # fmt: skip
NEUTRAL = "pertemuan konsultasi dan penjelasan mengenai pilihan bantuan"
_OF_HERS = (
    f"pertemuan bersama {DARSON}", "pertemuan di Jalan Anggrek No. 16, Hulu Asri", "hubungan lewat 0812 0000 1201",
    "pertemuan di Gang Kenanga 2 No. 7", "hubungan lewat 0812-0000-1102", f"pendampingan bagi {LESTINI}",
)  # fmt: skip
TOLD = {
    SUMARNI: (NEUTRAL, NEUTRAL, NEUTRAL, f"pendampingan bagi {SUMARNI}", *_OF_HERS),
    LESTINI: (NEUTRAL, f"pertemuan bersama {SUMARNI}", "pertemuan di Jalan Teratai No. 33", "hubungan lewat 081200001301"),
    BINTARI: (NEUTRAL, f"pendampingan bagi {BINTARI}", "pertemuan di Gang Delima 3 No. 9", f"pertemuan bersama {LESTINI}"),
}  # fmt: skip
"""What an officer types as the follow-up: words that say nothing, and what must stand in nobody else's letter."""
CLARIFIED = {"clarified_day": "24-11-2026", "clarified_way": "menghubungi kantor"}
POLICE = "Polres Batang Asri"


def told_pages(documents: list[bytes], **_: object) -> list[bytes]:
    """Stand in for LibreOffice: one page for each document, which keeps the document's words."""
    made = []
    for document in documents:
        with pikepdf.open(io.BytesIO(one_page())) as pdf:
            pdf.docinfo["/Subject"] = words_of(document)
            out = io.BytesIO()
            pdf.save(out, static_id=True)
        made.append(out.getvalue())
    return made


def words_of(paper: bytes) -> str:
    """Return what is written on a document, or on a page made of one."""
    if paper.startswith(b"%PDF"):
        read = PdfReader(io.BytesIO(paper))
        return "\n".join(
            (str((read.metadata or {}).get("/Subject", "")), *(page.extract_text() for page in read.pages))
        )
    with zipfile.ZipFile(io.BytesIO(paper)) as parts:
        names = [
            part
            for part in parts.namelist()
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", part)
        ]
        xml = "\n".join(parts.read(part).decode("utf-8") for part in names)
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>", "\n", xml))


def begin(bureau: Bureau) -> None:
    """Let the cases of the cast stand where letters leave: an answer signed, two approved, a case identified."""
    driver = Watched(bureau)
    with driver.held:
        driver.open(is_secretariat=False)
        for story in CAST:
            work_on(driver, registered(driver, story))
        decide(driver, SECRET, Decision.OTHER)
        unnamed = {"reported_name_impossible": "tidak disebut"}
        perform(clarify.record_clarification, driver.session(OFFICER), SECRET, CLARIFIED | unnamed)
        for case, story in ((FIRST, CAST[0]), (SECRET, CAST[1]), (CHILD, CAST[3])):
            decided.hand_in(driver.session(OFFICER), case, answer_to(story.reporter))
            decided.approve(driver.session(CHAIR), case)
        DOORS["sign"](driver, FIRST, driver.session(CLERK), "")


def registered(driver: Driver, story: Story) -> str:
    """Register a story; return its case."""
    driver.calls += 1
    answers = story.registered | {"summary": f"Permohonan yang ke-{driver.calls}."}
    if answers["channel"] == "phone":
        return perform(register.register_call, driver.session(CLERK), "", answers).case.number
    item = driver.bureau.arrive(one_page(f"surat {driver.calls}")).id
    return perform(register.register_arrival, driver.session(CLERK), item, answers).case.number


def work_on(driver: Driver, case: str) -> None:
    """Verify, assign and identify a case."""
    DOORS["vet"](driver, case, driver.session(CHAIR), "")
    DOORS["assign"](driver, case, driver.session(CHAIR), "")
    decided.give_report(case)


def decide(driver: Driver, case: str, decision: Decision) -> None:
    """Let the chair decide about a sender or contact."""
    perform(decide_sender, driver.session(CHAIR), case, {"chosen": decision, "reason": "ditanyakan langsung"})


def answer_to(name: str, follow_up: str = NEUTRAL, cc: str = "") -> Answers:
    """Return what is typed for a letter to ``name``."""
    is_man = name.startswith("Kepala") or name in (DARSONO, DARSON, GUNTORO)
    typed = {
        "addressee": name,
        "salutation": "Saudara" if is_man else "Saudari",
        "addressee_place": "Muara Lanting",
    }
    return typed | {"follow_up": follow_up} | ({"cc": [cc]} if cc else {})


NOBODY = Contact("", "", "", "")
WAYS = ("pos", "diantar petugas", "dititipkan", "diambil di kantor")
LETTERS = {"letter", "signed letter", "amplop", "label", "envelope", *WAYS}
"""What goes to a contact, and not where that is a reported man's, whatever it says."""
_TO_ANSWER = (
    ("deliver", CLERK, {State.FILED}), ("close", CHAIR, {State.DELIVERED}), ("reopen", CHAIR, {State.CLOSED}),
)  # fmt: skip


class Watched(Driver):
    """An office at work on the cast; ``made``, ``refused`` and ``out`` count what was done and what left.

    ``contacts`` holds who is to be reached how, as last recorded; ``to`` for whom each letter was drafted; ``arrived``
    which of them leave no more.
    """

    made: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    out: Counter[str] = Counter()

    def __init__(self, bureau: Bureau) -> None:
        with patch.object(procedure_driver, "pages", told_pages):
            super().__init__(bureau)
        self.stories: dict[str, Story] = {}
        self.contacts: dict[tuple[str, str], Contact] = {}
        self.passwords: dict[str, str] = {}
        self.to = {f"{FIRST}-1": SUMARNI, f"{SECRET}-1": DARSON, f"{CHILD}-1": CAST[3].reporter}
        self.never, self.may_tell_police, self.arrived = NEVER, set[str](), set[str]()
        for case, story in zip((FIRST, SECRET, OTHER, CHILD), CAST, strict=True):
            self.take(case, story)

    def take(self, case: str, story: Story) -> None:
        """Note who a new case is about, and how they are reached."""
        self.stories[case] = story
        self.contacts[case, story.whose] = story.contact
        if story.victim == BINTARI and story.whose == "lembaga":
            self.contacts[case, "korban"] = AUNT
        if enquire.ANSWER in story.answers:
            self.passwords[case] = str(story.answers[enquire.ANSWER])

    def attempt(self, name: str, act: Callable[[], Any]) -> Any:
        """Return what an act gives, None where it is refused; a refusal is an answer, an error none."""
        try:
            done = act()
        except Refusal as why:
            self.refused[f"{name}: {why.code}"] += 1
            return None
        self.made[name] += 1
        return done or True

    def act(
        self, name: str, account: str, act: Act, case: str, answers: Mapping[str, object], about: str = ""
    ) -> Any:
        """Attempt a declared act in the session of ``account``."""
        return self.attempt(name, partial(perform, act, self.session(account), case, answers, about))

    def door(self, verb: str, case: str, account: str) -> Any:
        """Attempt a move as the other machine makes it."""
        done = self.attempt(verb, partial(DOORS[verb], self, case, self.session(account), ""))
        if done and verb in ("deliver", "undeliverable"):
            self.arrived.add(sheets.get(str(done.told["sheet"])).letter)
        return done

    def leaves(self, kind: str, case: str, text: str, reader: str) -> None:
        """Look at what leaves the office for ``reader``, as the very person and at the contact of now."""
        self.out[kind] += 1
        reached = marks_of(self.contact(case, reader))
        given_away = marks_in(text) - ((marks_in(reader) | reached) - self.never)
        assert not given_away, f"{kind} of {case} for {reader}: {sorted(given_away)}"
        assert kind not in LETTERS or self.never.isdisjoint(reached), f"{kind} of {case} to a contact of his"
        assert POLICE not in text or case in self.may_tell_police, f"{kind} of {case}: copied without consent"

    def contact(self, case: str, reader: str) -> Contact:
        """Return the contact that reaches ``reader``, as last recorded."""
        return self.contacts.get((case, self.stories[case].whose_is(reader)), NOBODY) if reader else NOBODY

    def case(self, pick: int) -> str:
        """Return a case."""
        known = sorted(self.stories)
        return known[pick % len(known)]

    def name(self, case: str, to: str) -> str:
        """Return the name that somebody types as the addressee."""
        story = self.stories[case]
        named = {"reporter": story.reporter, "victim": story.victim, "guardian": GUNTORO, "husband": DARSONO}
        return named.get(to) or self.contact(case, story.victim).name or story.victim

    def told(self, case: str, at: int) -> str:
        """Return what an officer types about a case."""
        texts = TOLD[self.stories[case].victim]
        return texts[at % len(texts)]

    def letters_of(self, case: str, *states: LetterState) -> list[str]:
        """Return the letters of a case in one of ``states``."""
        self.session(CLERK)
        return [letter.id for letter in letters.of_case(case) if letter.state in states]

    def is_printed(self, letter: str) -> bool:
        """Tell whether a letter was printed in its present revision."""
        return any(copy.printed for copy in letters.copies(letter, letters.get(letter).revision))

    def text_of(self, letter_id: str) -> str:
        """Return what an approved letter says."""
        letter = letters.get(letter_id)
        return words_of(
            letter_files.print_of(self.session(CLERK), letter, letters.copies(letter_id, letter.revision)[0])
        )

    def make(self, kind: str, case: str, reader: str, letter: str = "") -> None:
        """Make a form, and look at it."""
        folder = self.home / "var" / "cetak"
        making = partial(forms.make, self.session(CLERK), kind, case, folder, letter=letter)
        if made := self.attempt(kind, making):
            for paper in made.files:
                self.leaves(kind, case, words_of(paper.read_bytes()), reader)

    def begin_anew(self, case: str) -> None:
        """Take the case to where its answer is drafted: what waits goes back, what is filed is read out, and so on."""
        for letter in self.letters_of(case, LetterState.APPROVED):
            self.attempt("return", partial(decided.send_back, self.session(CHAIR), case, REASON, letter))
        for verb, account, states in _TO_ANSWER:
            if cases.get(case).state in states:
                self.door(verb, case, account)

    def decide(self, case: str) -> None:
        """Let the chair decide by what she knows of the man: is any of it in a case, as sender or contact?"""
        known = cases.get(case)
        parts = ("sender", "reporter_name", "reporter_phone", "caller_number", "reporter_address")
        words = [
            str(word) for name, word in known.values.items() if name.startswith(parts) or "_contact_" in name
        ]
        words += [str(letter.values.get("sender", "")) for letter in known.further]
        is_his = not self.never.isdisjoint(marks_in("\n".join(words)))
        self.attempt("decide", lambda: decide(self, case, Decision.REPORTED if is_his else Decision.OTHER))
