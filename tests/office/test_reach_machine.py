"""Nothing of the office reaches a reported man, in whatever order the acts come (:mod:`tests.office.reach_cast`)."""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from pipeline.cases.closing import merged_into
from pipeline.cases.contact import Reach as Answer
from pipeline.cases.contact import Verdict, is_bound, may_reach
from pipeline.cases.telephone_answers import NOTHING
from pipeline.intake.reader import Reader
from pipeline.kernel.letter_kinds import CLARIFICATION
from pipeline.office.answer import preview
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.answer.correct import correct_field
from pipeline.office.answer.print_out import print_letter
from pipeline.office.base.reported_sender import held, need_free
from pipeline.office.cases import contact_sheets, crisis, enquire, inform, register
from pipeline.office.cases.add_letter import add_letter
from pipeline.office.cases.consents import withdraw_consent
from pipeline.office.delivery import divide, merge
from pipeline.office.delivery import send as dispatch
from pipeline.office.overview import signed_letter
from pipeline.records import boot, cases, people, sheets
from pipeline.records.letters import LetterState
from tests.office import decided
from tests.office import reach_cast as cast
from tests.office.bureau import CHAIR, CLERK, CLOCK, OFFICER, Bureau, copied, one_page
from tests.office.elsewhere import at_home
from tests.office.machine_rooms import InFile, run
from tests.office.procedure_doors import REASON
from tests.office.reach_cast import Answers, Contact, Watched
from tests.refused import refused_with

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")  # its rooms say where its homes lie

MOST = 8
"""Cases, above which none is divided."""
FIRST, SECRET, OTHER, CHILD, NEW = range(5)
"""Which case an act picks: those of the cast, and the one that a trick begins."""
FEW = {"change_contact", "decide", "draft", "print", "sign", "look", "call sheet", "divide"}
MANY = FEW | {
    "trick", "consent", "ask", "approve", "return", "print again", "amplop", "label", "tanda-terima", "klarifikasi", "enquire",
    "password", "print signed", "crisis sheet", "deliver", "close", "reopen", "write again", "he_moves",
}  # fmt: skip
SIZES = [((10, 40), FEW), ((20, 50), MANY)]
"""How many examples of how many steps, and what must have been done in them."""
CASES, PEOPLE = st.integers(0, 9), st.sampled_from(["reporter", "victim", "guardian", "husband", "contact"])
WORDS = st.sampled_from([0, 0, 0, 0, *range(1, 10)])
SELDOM = st.sampled_from([False, False, False, False, True])


class Reach(Watched, RuleBasedStateMachine):
    """Acts about the cast in any order; each rule may also be called by itself, which makes a sequence."""

    source: Path
    reader: Reader

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        room = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.rooms = InFile(self.source, room)
        Watched.__init__(self, Bureau(self.rooms.home, self.reader))
        self.tricks = set[str]()
        self.calls = 100

    def teardown(self) -> None:
        self.held.close()
        self.rooms.end()

    @rule(name=st.sampled_from(sorted(cast.TRICKS)))
    def trick(self, name: str) -> None:
        """Let a reported man write or call, each trick once; the case is worked on as any other."""
        story = cast.TRICKS[name]
        if name in self.tricks or not (case := self.attempt("trick", lambda: cast.registered(self, story))):
            return
        self.tricks.add(name)
        self.take(case, story)
        self.attempt("work on", lambda: cast.work_on(self, case))
        self.clarify(case, {"reported_name_impossible": "tidak disebut"})

    def clarify(self, case: str, typed: Answers, name: str = "clarify") -> object:
        """Let somebody call the office and say something new."""
        return self.act(name, OFFICER, record_clarification, case, cast.CLARIFIED | typed)

    @rule(
        pick=CASES,
        whose=st.sampled_from(["korban", "pelapor", "lembaga"]),
        new=st.integers(0, 1 + len(cast.TRAPS)),
    )
    def change_contact(self, pick: int, whose: str, new: int) -> None:
        """Let somebody on the telephone change a contact: its person, or an impostor."""
        case = self.case(pick)
        story = self.stories[case]
        person = story.victim if whose == "korban" else story.reporter
        if story.whose_is(person) != whose:
            return
        contact = (*cast.SAFE.get(person, (cast.SCHOOL, cast.SCHOOL)), *cast.TRAPS)[new]
        mine = "korban" if story.whose == "lembaga" else story.whose
        prefix = (
            "safe_contact" if whose == mine else "victim_contact" if whose == "korban" else "reporter_contact"
        )
        typed = {"sender_address": contact.address} if whose == "lembaga" else contact.typed(prefix)
        if self.clarify(case, typed, "change_contact"):
            self.contacts[case, whose] = contact

    @rule(place=st.sampled_from([cast.SISTER, cast.COUSIN, cast.BROTHERS, cast.AUNT]))
    def he_moves(self, place: Contact) -> None:
        """Let the other woman's case learn that the man lives where somebody is reached."""
        typed = {"reported_address": place.address, "reason": "pindah rumah"}
        if self.act("he_moves", OFFICER, correct_field, cast.OTHER, typed):
            self.never = cast.NEVER | cast.marks_in(place.address)

    @rule(pick=CASES, by=st.sampled_from(["korban", "wali"]), police=st.booleans(), is_back=st.booleans())
    def consent(self, pick: int, by: str, police: bool, is_back: bool) -> None:
        """Ask the victim whether the police may know, or take that back; a reported father consents to nothing."""
        case = self.case(pick)
        if is_back and self.may_tell_police:
            case, form = min(self.may_tell_police), {"share_with": "kepolisian", "consent_by": "korban"}
            form |= {"clock_time": "07.30", "clock_words": "ditarik"}
            if self.act("withdraw", CLERK, withdraw_consent, case, form):
                self.may_tell_police.discard(case)
            return
        by = by if self.stories[case].victim == cast.BINTARI else "korban"
        answers = {
            "informed_way": "di kantor",
            "informed_outcome": "disampaikan",
            "victim_wish": "ingin dilanjutkan",
        }
        answers |= (
            {"share_with": "kepolisian", "consent_by": by}
            if police
            else {"share_with": "tidak kepada siapa pun"}
        )
        answers |= {"guardian_apart": "ya", "victim_heard": "ya"} if police and by == "wali" else {}
        if self.act("consent", CLERK, inform.inform_victim, case, answers):
            assert not (police and by == "wali"), f"{case}: consent of a reported father"
            (self.may_tell_police.add if police else self.may_tell_police.discard)(case)

    @rule()
    def chair_decides(self) -> None:
        """Let the chair decide rightly about all who wrote, and how they are reached."""
        self.session(CHAIR)
        for case in sorted(held()):
            self.decide(case)

    @rule(pick=CASES, to=PEOPLE, told=WORDS, copied=SELDOM, steps=st.integers(0, 4))
    def draft(self, pick: int, to: str, told: int = 0, copied: bool = False, steps: int = 0) -> None:
        """Draft the answer, a new one where there was one; by ``steps`` it is approved, printed, posted and signed."""
        case = self.case(pick)
        self.begin_anew(case)
        typed = cast.answer_to(self.name(case, to), self.told(case, told), cast.POLICE if copied else "")
        if to == "contact" and self.stories[case].whose == "lembaga":
            typed["addressee_attention"] = cast.GUNTORO
        if made := self.attempt("draft", lambda: decided.hand_in(self.session(OFFICER), case, typed)):
            self.to[made.id] = typed["addressee"]
            for step in (self.review, self.print_letters, self.post, self.sign)[:steps]:
                step(pick)

    @rule(pick=CASES, to=PEOPLE, asked=WORDS, is_approved=st.booleans())
    def ask(self, pick: int, to: str, asked: int = 0, is_approved: bool = True) -> None:
        """Draft a letter that asks for a clarification."""
        case = self.case(pick)
        self.begin_anew(case)
        typed = cast.answer_to(self.name(case, to)) | {"questions": [self.told(case, asked)]}
        del typed["follow_up"]
        if made := self.attempt("ask", lambda: decided.ask(self.session(OFFICER), case, typed)):
            self.to[made.id] = typed["addressee"]
            if is_approved:
                self.review(pick)

    @rule(pick=CASES, back=SELDOM)
    def review(self, pick: int, back: bool = False) -> None:
        """Approve the drafts of a case, or send them back."""
        case = self.case(pick)
        for letter in self.letters_of(case, LetterState.DRAFTED):
            if back:
                self.attempt("return", partial(decided.send_back, self.session(CHAIR), case, REASON, letter))
            else:
                self.attempt("approve", partial(decided.approve, self.session(CHAIR), case, letter))

    @rule(pick=CASES)
    def print_letters(self, pick: int) -> None:
        """Print the approved letters of a case, again where that was done."""
        case = self.case(pick)
        for letter in self.letters_of(case, LetterState.APPROVED):
            name, again = ("print again", {"reason": REASON}) if self.is_printed(letter) else ("print", {})
            if done := self.act(name, CLERK, print_letter, case, again, letter):
                for paper in done.prints.values():
                    self.leaves("letter", case, cast.words_of(paper), self.to[letter])

    @rule(pick=CASES)
    def sign(self, pick: int) -> None:
        """Let the chair sign what is printed; the scans come back and are filed."""
        case = self.case(pick)
        self.print_letters(pick)
        if any(map(self.is_printed, self.letters_of(case, LetterState.APPROVED))):
            self.door("sign", case, CLERK)

    @rule(pick=CASES)
    def print_signed(self, pick: int) -> None:
        """Print the signed copies of a case once more; of a letter that has arrived that is for the office alone."""
        case = self.case(pick)
        for letter in self.letters_of(case, LetterState.SIGNED):
            paper = signed_letter.to_print(self.session(CLERK), case, letter, 1)
            if self.attempt("print signed", paper.__enter__):
                paper.__exit__(None, None, None)
                if letter not in self.arrived:
                    self.leaves("signed letter", case, self.text_of(letter), self.to[letter])

    @rule(pick=CASES)
    def post(self, pick: int) -> None:
        """Make envelope and label of each letter."""
        case = self.case(pick)
        for letter in self.letters_of(case, LetterState.APPROVED, LetterState.SIGNED):
            for kind in ("amplop", "label"):
                self.make(kind, case, self.to[letter], letter)

    @rule(pick=CASES, kind=st.sampled_from(["tanda-terima", CLARIFICATION.word]))
    def form(self, pick: int, kind: str) -> None:
        """Make the receipt for the sender, or the form that asks for a clarification."""
        case = self.case(pick)
        self.session(CLERK)
        to = cases.get(case).values.get("addressee", "") if kind == CLARIFICATION.word else ""
        self.make(kind, case, str(to or self.stories[case].reporter))

    @rule(pick=CASES, is_danger=st.booleans())
    def call_sheets(self, pick: int, is_danger: bool = False) -> None:
        """Look up how the victim is called, print it, and the sheet for a crisis: her own way alone."""
        case, session = self.case(pick), self.session(CLERK)
        if is_danger:
            self.act("crisis", CLERK, crisis.declare_crisis, case, {"reason": REASON})
        victim, folder = self.stories[case].victim, self.home / "var" / "cetak"
        if contact := self.attempt("look", lambda: inform.look(session, case)):
            self.leaves("number", case, str(contact.plain()), victim)
        if path := self.attempt("call sheet", lambda: contact_sheets.put_out_slip(session, case, folder)):
            self.leaves("call sheet", case, cast.words_of(path.read_bytes()), victim)
        if known := self.attempt("crisis sheet", lambda: crisis.known(case)):
            sheet = contact_sheets.sheet(session, cases.get(case), known, contact_sheets.Fit(1, 0))
            self.leaves("crisis sheet", case, str(sheet), victim)

    @rule(pick=CASES, knows=st.booleans(), is_agreed=st.booleans())
    def enquire(self, pick: int, knows: bool, is_agreed: bool = False) -> None:
        """Let somebody ask for a case by telephone: who agreed on the password, now or before, or a man who guesses."""
        case, words = self.case(pick), {enquire.SPOKEN: "melati kapal"}
        if is_agreed and self.act("password", CLERK, enquire.set_password, case, words):
            self.passwords[case] = words[enquire.SPOKEN]
        word = self.passwords.get(case, "rembulan jati tujuh") if knows else "sayangku manis"
        is_his = not knows or self.stories[case] in cast.TRICKS.values()
        done = self.act("enquire", CLERK, enquire.enquire, "", {enquire.NUMBER: case, enquire.SPOKEN: word})
        self.leaves("word", case, str(done.told["say"]), "")
        is_told = done.told["sentence"] != NOTHING
        self.out["told"] += is_told
        assert not (is_told and is_his), f"{case}: a reported man was told {done.told['sentence']}"

    @rule(pick=CASES, way=st.sampled_from(cast.WAYS))
    def send(self, pick: int, way: str) -> None:
        """Send the answer out: receipt and envelope, and with them the letter itself."""
        case = self.case(pick)
        if done := self.act("send", CLERK, dispatch.send, case, {"way": way}):
            letter = sheets.get(str(done.told["sheet"])).letter
            for name, paper in done.prints.items():
                kind = "envelope" if "amplop" in name else "slip"
                self.leaves(kind, case, cast.words_of(paper), self.to[letter])
            self.leaves(way, case, self.text_of(letter), self.to[letter])

    @rule(pick=CASES, verb=st.sampled_from(["deliver", "attempt", "undeliverable"]))
    def deliver(self, pick: int, verb: str) -> None:
        """Record what came of it, which is never a question of who."""
        self.door(verb, self.case(pick), CLERK)

    @rule(pick=CASES, verb=st.sampled_from(["close", "close_unanswered", "reopen", "void_letter"]))
    def move(self, pick: int, verb: str) -> None:
        """Let the chair close a case, open it again, or void its letter."""
        self.door(verb, self.case(pick), CHAIR)

    @rule(pick=CASES, into=CASES, is_back=st.booleans())
    def merge(self, pick: int, into: int, is_back: bool) -> None:
        """Merge a case into another, or part one that was merged again."""
        case, why = self.case(pick), {"reason": REASON}
        self.session(CHAIR)
        merged = [story for story in sorted(self.stories) if merged_into(cases.get(story))] if is_back else []
        if merged:
            self.act("unmerge", CHAIR, merge.unmerge_case, merged[0], why)
        else:
            self.act("merge", CHAIR, merge.merge_case, case, why | {"into": self.case(into)})

    @rule(pick=CASES)
    def divide(self, pick: int) -> None:
        """Divide a case of two matters; the new one is registered with the contact of the first report."""
        case = self.case(pick)
        story = self.stories[case]
        if len(self.stories) > MOST:
            return
        self.session(CLERK)
        documents = [document.logical for document in cases.documents(case)]
        papers = [name for name in documents if name.startswith(("surat-masuk", "catatan"))]
        left_out = (enquire.ANSWER, register.NOT_A_DUPLICATE)
        typed = {name: answer for name, answer in story.registered.items() if name not in left_out}
        typed |= {"chosen": papers[:1], "reason": REASON, "summary": "Perkara lain."}
        if done := self.act("divide", CLERK, divide.divide_case, case, typed):
            self.take(new := str(done.told["new"]), story)
            self.attempt("work on", lambda: cast.work_on(self, new))

    @rule(pick=CASES, is_his=st.booleans())
    def write_again(self, pick: int, is_his: bool) -> None:
        """Add a further letter, of the same reporter or of the man, that wants an answer."""
        case = self.case(pick)
        self.calls += 1
        item = self.bureau.arrive(one_page(f"lanjutan {self.calls}")).id
        answers = {
            "channel": "letter", "received_day": "24-11-2026", "is_institution": "tidak", "summary": "Surat lanjutan.",
            "sender": "D. Peliwang" if is_his else self.stories[case].reporter, "needs_answer": "ya",
        }  # fmt: skip
        self.act("write again", CLERK, add_letter, case, answers, item)


Sequence = Callable[[Reach], None]


@pytest.fixture(scope="module")
def begun(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Path:
    """A home with the cases of the cast."""
    with at_home(), pytest.MonkeyPatch.context() as monkeypatch:
        home = copied(stage("new"), tmp_path_factory.mktemp("jangkauan") / "rumah")
        monkeypatch.setenv("RANGKAP_CLOCK", CLOCK)
        cast.begin(Bureau(home, office_reader))
        boot.close()
    return home


@pytest.fixture
def machine(begun: Path, office_reader: Reader, office_clock: None) -> Iterator[type[Reach]]:
    """The machine over a copy of that home."""
    yield type("Here", (Reach,), {
        "source": begun, "reader": office_reader, "made": Counter(), "refused": Counter(), "out": Counter(),
    })  # fmt: skip
    boot.close()


@pytest.fixture
def office(machine: type[Reach]) -> Iterator[Reach]:
    """The office itself, for acts in a given order."""
    made = machine()
    yield made
    made.teardown()


@pytest.mark.parametrize(("size", "wanted"), SIZES)
def test_nothing_reaches_a_reported_man_in_any_order_of_things(
    machine: type[Reach], size: tuple[int, int], wanted: set[str]
) -> None:
    run(machine, size)
    assert not wanted - set(machine.made), sorted(machine.made.items())


def he_is_answered(office: Reach) -> None:
    office.trick("he writes")
    office.draft(NEW, "reporter", steps=2)


def an_impostor_is_called(office: Reach) -> None:
    office.trick("he calls as her")
    office.call_sheets(NEW)


def a_letter_to_his_house(office: Reach) -> None:
    office.change_contact(OTHER, "korban", 2)
    office.draft(OTHER, "victim", steps=2)


def printed_for_a_contact_of_before(office: Reach) -> None:
    office.change_contact(SECRET, "korban", 0)
    office.move(SECRET, "void_letter")
    office.ask(SECRET, "victim")
    office.print_letters(SECRET)
    office.change_contact(SECRET, "korban", 1)
    office.print_letters(SECRET)


def everywhere(function: object, instead: object) -> ExitStack:
    """Return what puts a planted bug in the place of ``function``, wherever it was imported to."""
    stack = ExitStack()
    for module in [package for name, package in sys.modules.items() if name.startswith("pipeline.")]:
        for name in [name for name, member in vars(module).items() if member is function]:
            stack.enter_context(patch.object(module, name, instead))
    return stack


@pytest.mark.parametrize(
    ("hole", "instead", "sequence", "gives_away"),
    [
        (may_reach, lambda *_: Answer(Verdict.YES), a_letter_to_his_house, "contact of his"),
        (people.reported_like, lambda *_: iter(()), a_letter_to_his_house, "contact of his"),
        (need_free, lambda *_: None, he_is_answered, "d peliwang"),
        (need_free, lambda *_: None, an_impostor_is_called, "tel 1777"),
        (is_bound, lambda *_: True, printed_for_a_contact_of_before, "kustinah"),
    ],
)
def test_a_planted_hole_is_noticed(
    machine: type[Reach], hole: object, instead: object, sequence: Sequence, gives_away: str
) -> None:
    whole = machine()
    sequence(whole)
    whole.teardown()
    assert machine.refused, "as it stands, something was refused"
    office = machine()
    with everywhere(hole, instead), pytest.raises(AssertionError, match=gives_away):
        sequence(office)
    office.teardown()


@pytest.mark.parametrize("trick", sorted(cast.TRICKS))
def test_nothing_goes_to_who_writes_or_calls_for_the_reported_man(office: Reach, trick: str) -> None:
    office.trick(trick)
    before = office.out.total()
    for to in ("reporter", "victim", "contact"):
        office.draft(NEW, to)
        office.ask(NEW, to)
    office.form(NEW, "tanda-terima")
    office.form(NEW, "klarifikasi")
    office.enquire(NEW, knows=True)
    assert office.out.total() == before + 1, office.out
    assert office.out["word"] == 1
    assert not office.out["told"]
    assert office.refused["draft: office.sender_held"] == 3
    office.chair_decides()
    office.draft(NEW, "reporter")
    assert office.refused["draft: office.sender_is_reported"] == 1


def test_an_institution_that_moves_into_the_house_of_a_reported_man_waits_for_the_chair(
    office: Reach,
) -> None:
    office.change_contact(CHILD, "lembaga", 5)  # the house of the very father who is reported
    office.draft(CHILD, "reporter")
    assert office.refused["draft: office.sender_held"] == 1
    office.chair_decides()
    office.draft(CHILD, "reporter")
    assert office.refused["draft: office.sender_is_reported"] == 1
    office.change_contact(CHILD, "lembaga", 0)
    office.draft(CHILD, "reporter", steps=2)
    assert office.made["print"] == 1


def test_a_decision_about_one_name_is_none_about_an_addressee_of_another(office: Reach) -> None:
    office.draft(SECRET, "husband")  # like the brother, whom the chair has let through
    assert office.refused["draft: office.sender_is_reported"] == 1
    office.draft(SECRET, "reporter", steps=2)
    assert office.made["print"] == 1


def test_a_letter_bears_no_contact_and_no_secret_reporter_of_her_other_cases(office: Reach) -> None:
    office.write_again(FIRST, is_his=False)
    office.send(FIRST, "dititipkan")
    office.deliver(FIRST, "deliver")
    follow_ups = cast.TOLD[cast.SUMARNI]
    for at in range(4, len(follow_ups)):
        office.draft(FIRST, "reporter", told=at)
    assert not office.made["draft"]
    assert office.refused["draft: office.rules_broken"] == len(follow_ups) - 4
    office.draft(FIRST, "reporter")
    assert office.made["draft"] == 1


def test_a_father_reported_in_another_of_her_cases_consents_in_none(office: Reach) -> None:
    office.trick("the father writes")
    for pick in (CHILD, NEW):
        office.consent(pick, by="wali", police=True, is_back=False)
    assert office.refused["consent: office.guardian_barred"] == 2
    office.consent(CHILD, by="korban", police=True, is_back=False)
    assert office.made["consent"] == 1


def test_a_request_counts_no_more_once_the_contact_of_its_own_reader_changed(office: Reach) -> None:
    printed_for_a_contact_of_before(office)
    assert office.made["print"] == 1
    assert office.refused["print again: office.contact_changed"] == 1
    office.post(SECRET)
    assert office.refused["amplop: office.contact_changed"] == 1
    case = office.case(SECRET)
    (letter,) = office.letters_of(case, LetterState.APPROVED)
    clerk, officer = office.session(CLERK), office.session(OFFICER)
    assert preview.paper_of(clerk, case, letter, 1)[0].id == letter
    with refused_with("office.contact_changed"):
        preview.paper_of(clerk, case, letter, 1, is_print=True)
    with refused_with("office.contact_changed"):
        preview.put_pages(officer, case, office.home / "var" / "cetak", letter)
