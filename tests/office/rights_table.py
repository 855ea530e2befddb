"""Who may do what in which state, as the product's own functions answer: recorded, never typed (``tests/rights.txt``).

One office holds a case in every state, one that is restricted, held, hidden from somebody, and an arrival in every state.
Every act is called by everybody about each of them, and undone when its transaction ends well: what gets that far may be
done. What the page of a case offers stands beside it, so that an act which is offered and refused shows.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from django.db import connection, transaction

from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals import danger_later
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping.days_off import ROWS as DAYS
from pipeline.office.bookkeeping.days_off import add_holidays
from pipeline.office.cases import register
from pipeline.office.engine.declare import Thing
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import import_register
from pipeline.office.overview.case_sheet import sheet
from pipeline.records import arrivals, boot, cases
from pipeline.records.arrivals import ArrivalState
from tests.office import victims_letters
from tests.office.act_calls import (
    ARRIVAL_ACTS,
    CASE_ACTS,
    FURTHER_ACTS,
    HOLIDAY,
    OFFICE_ACTS,
    Call,
    given,
    lay_in_sheet,
)
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.office.procedure_doors import SECOND_OFFICER
from tests.office.procedure_driver import ACCOUNTS, Driver
from tests.office.retained import with_schedule
from tests.office.test_mandate import with_deputy
from tests.register.sheets import ROWS, xlsx
from tests.street import further_answers as say

Cell = tuple[str, str, str]
"""An act, an account, a place."""
Cells = dict[Cell, str]
MAY, ROLE, NOWHERE = "may", "role", "–"
NOT_THEIRS = ("office.not_yours", "cases.not_your_move")
STANDING = "var/tempat.json"
KINDS: dict[str, tuple[str, Call]] = {
    act: (kind, call)
    for kind, acts in (
        ("case", CASE_ACTS), ("arrival", ARRIVAL_ACTS), ("office", OFFICE_ACTS),
        ("case", FURTHER_ACTS[Thing.CASE]), ("arrival", FURTHER_ACTS[Thing.ARRIVAL]), ("office", FURTHER_ACTS[Thing.OFFICE]),
    )
    for act, call in acts.items()
    if act != "sign"  # the scanner does it
}  # fmt: skip
"""Every act, and what it is about."""
_DRAFT = "vet assign identify draft"
_FILE = f"{_DRAFT} approve print sign"
_COPY = "surat propose_copy"
PLACES: dict[str, str] = {
    "terdaftar": "dia",
    "terdaftar, oleh berdua": "berdua",
    "terverifikasi": "vet",
    "ditugaskan": "vet assign",
    "ditugaskan, akses arsiparis ditutup": "vet assign block",
    "menunggu klarifikasi": "vet assign ask",
    "konsep diajukan": _DRAFT,
    "konsep diajukan, disunting": f"{_DRAFT} hand_in_edited",
    "konsep dikembalikan": f"{_DRAFT} return",
    "menunggu tanda tangan": f"{_DRAFT} approve",
    "menunggu tanda tangan, tercetak": f"{_DRAFT} approve print",
    "menunggu tanda tangan, dinyatakan keluar": f"{_DRAFT} approve print attest",
    "menunggu nomor": f"sekretariat {_FILE} sendiri",
    "diarsipkan": _FILE,
    "diarsipkan, keluar": f"{_FILE} dispatch",
    "diarsipkan, keluar, kontak berubah": f"{_FILE} dispatch recontact",
    "diarsipkan, penghapusan diminta": f"{_FILE} record_erasure",
    "diarsipkan, dibatasi": f"{_FILE} record_erasure grant_erasure",
    "disampaikan": f"{_FILE} deliver",
    "selesai": f"{_FILE} deliver close",
    "selesai, ditangguhkan": f"{_FILE} deliver close hold",
    "selesai, digabung": "vet assign merge",
    "selesai, dibuka lagi": f"{_FILE} deliver close reopen",
    "dibatalkan": "void",
    "krisis": "declare_crisis start_clock agree_password",
    "krisis, diambil": "declare_crisis take_crisis",
    "surat": "surat",
    "surat, kata bahaya": "surat bahaya",
    "salinan diusulkan": f"{_COPY} {CLERK}@show_copy {OFFICER}@show_copy",
    "salinan menunggu": f"{_COPY} {CLERK}@show_copy submit_copy show_copy",
    "salinan disetujui": f"{_COPY} {CLERK}@show_copy submit_copy show_copy approve_copy",
    "salinan diserahkan": f"{_COPY} {CLERK}@show_copy submit_copy show_copy approve_copy print_copy hand_copy",
    "salinan ditarik": f"{_COPY} {CLERK}@show_copy submit_copy show_copy approve_copy print_copy withdraw_copy",
    "lembar verifikasi kembali": "print_vetting_sheet lembar",
    "pengirim ditahan": "terlapor",
}
"""How a case comes to stand where it stands: acts, and what :data:`BEGUN` and :data:`BESIDE` do."""
IMPORTED = "register lama"
_HER = say.CALL_WITH_ADDRESS["victim_name"]
_FIRST = ("Astuti", "Bungaria", "Cempaka", "Dewinta", "Fatmawi", "Gendis", "Herlina", "Komala")
_LAST = ("Jatmiko", "Kurnia", "Lestantun", "Mahardi", "Nugraheni", "Pradipta", "Ranggawe", "Sudirja")


class Reached(BaseException):
    """An act got to the end of its transaction."""


def _call(m: Driver, account: str = CLERK, **answers: str) -> str:
    """Register a call about somebody of whom nobody has heard, so that nothing has to be compared with all that is there."""
    name = f"{_FIRST[m.calls % 8]} {_LAST[m.calls // 8 % 8]}"
    return perform(
        register.register_call, m.session(account), "", given(m) | {"victim_name": name} | answers
    ).case.number


BEGUN: dict[str, Callable[[Driver], str]] = {
    "dia": lambda m: _call(m, victim_name=_HER),
    "berdua": lambda m: _call(m, SECOND_OFFICER),
    "surat": lambda m: m.bureau.register(WIFE, victims_letters.typed()).number,
    "terlapor": lambda m: _call(m, victim_name=_HER, reporter_name="Agus Pambudi", reporter_relation="suami/istri"),
}  # fmt: skip
"""How a case is registered, where not as a call."""
_OWN, _SECRETARIAT = '# penomoran = "sendiri"', 'penomoran = "sekretariat"'
BESIDE: dict[str, Call] = {
    "sekretariat": lambda m, case, session: m.bureau.change(_OWN, _SECRETARIAT),
    "sendiri": lambda m, case, session: m.bureau.change(_SECRETARIAT, _OWN),
    "bahaya": lambda m, case, session: danger_later.note(session, clock.now(), arrivals.get(cases.get(case).agenda[0]), "dibunuh"),
    "lembar": lambda m, case, session: lay_in_sheet(m, f"D-{case}-1"),
}  # fmt: skip
"""What happens to a case that no act of a person's does."""
ARRIVALS: dict[str, Callable[[Driver, list[str]], str]] = {
    "baru": lambda m, new: new[0],
    "baru, dua halaman": lambda m, new: new[1],
    "dicoret": lambda m, new: _done(m, "strike", new[2]),
    "digabung": lambda m, new: _done(m, "join_arrivals", new[3]),
    "dipisah": lambda m, new: _done(m, "split_arrival", new[4]),
    "perlu dicocokkan": lambda m, new: _unmatched(new[5]),
    "disisihkan": lambda m, new: _done(m, "put_aside", _unmatched(new[6])),
    **{state.value: lambda m, new, state=state: arrivals.listed(state)[0].id  # type: ignore[misc]
       for state in (ArrivalState.REGISTERED, ArrivalState.COPY, ArrivalState.EDITED, ArrivalState.DECISION)},
}  # fmt: skip
"""How an arrival comes to stand where it stands."""


def _unmatched(item: str) -> str:
    with boot.transact():
        return arrivals.change(arrivals.get(item), state=ArrivalState.UNMATCHED).id


def _done(m: Driver, act: str, item: str) -> str:
    ARRIVAL_ACTS[act](m, item, m.session(CLERK))
    return item


def done(m: Driver, word: str, case: str) -> None:
    """Do an act on the way to a place: by whom it names (``petugas@show_copy``), else by the first who may."""
    who, _, act = word.rpartition("@")
    for account in [who] if who else [CHAIR, CLERK, OFFICER, ARCHIVIST]:
        try:
            (BESIDE | CASE_ACTS)[act](m, case, m.session(account))
        except Refusal as error:
            if error.code not in NOT_THEIRS:
                raise
        else:
            m.standing = {}
            return


def everywhere(bureau: Bureau) -> None:
    """Lead a case, and an arrival, to each place, in their order."""
    m = Driver(bureau)
    with m.held:
        _stand(m)


def _stand(m: Driver) -> None:
    m.open(is_secretariat=False)
    with_deputy(m.bureau)
    with_schedule(m.bureau)
    numbers: dict[str, str] = {}
    for place, way in PLACES.items():
        begun, _, rest = way.partition(" ") if way.partition(" ")[0] in BEGUN else ("", "", way)
        case = BEGUN.get(begun, _call)(m)
        for act in rest.split():
            done(m, act, case)
        numbers[place] = case
    path = m.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx(ROWS[0]))
    import_register.enter(m.session(ARCHIVIST), import_register.plan(m.session(ARCHIVIST), path))
    (numbers[IMPORTED],) = (number for number in cases.numbers() if cases.get(number).state is State.OLD)
    new = [m.bureau.arrive(one_page(f"baru {n}", 1 + (n in (1, 4)))).id for n in range(9)]
    m.waiting = new[7]
    came = {place: how(m, new) for place, how in ARRIVALS.items()}
    perform(add_holidays, m.session(CLERK), "", {DAYS: f"{HOLIDAY} Hari uji"})
    (m.home / STANDING).write_text(
        json.dumps({"case": numbers, "arrival": came, "office": {NOWHERE: ""}, "new": new[8]})
    )


def answer(call: Call, m: Driver, subject: str, session: Session) -> str:
    """Return what an act answers, and undo what it did: "may", "role", or the code of the refusal."""
    real = boot.transact

    @contextmanager
    def stopped() -> Iterator[None]:
        with real():
            yield
            raise Reached

    def watched(execute: Callable[..., object], sql: str, *given: object) -> object:
        changes.append(sql) if sql.split(maxsplit=1)[0] in ("INSERT", "UPDATE", "DELETE") else None
        return execute(sql, *given)

    changes: list[str] = []
    with patch.object(boot, "transact", stopped), transaction.atomic(), connection.execute_wrapper(watched):
        result = MAY
        try:
            call(m, subject, session)
        except Reached:
            pass
        except Refusal as error:
            result = ROLE if error.code in NOT_THEIRS else error.code
        transaction.set_rollback(True)
    return f"{result}, and something was written" if result == ROLE and changes else result


@contextmanager
def put_back(home: Path) -> Iterator[None]:
    """Put back what an act writes beside the database: keys, holidays, what was backed up and printed."""

    def held() -> dict[Path, bytes]:
        return {path: path.read_bytes() for at in ("var/*.json*", "var/keys/*") for path in home.glob(at)}

    before = held()
    yield
    for path, data in (held() | before).items():
        if path not in before:
            path.unlink()
        elif not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def offers(m: Driver, case: str, session: Session) -> dict[str, str]:
    """Return what the page of a case offers to its reader: what is theirs, whether now, and what comes next."""
    try:
        seen = sheet(session, case)
    except Refusal as error:
        return {"offers the page": ROLE if error.code in NOT_THEIRS else error.code}
    answers = {
        f"offers {act.verb}": MAY if act.why_not is None else "not now" for act in seen.actions if act.is_mine
    }
    if seen.coming is not None and seen.coming.is_mine:
        answers[f"offers next {seen.coming.verb}"] = MAY
    return answers


def kind_of(act: str) -> str:
    """Return what an act is about."""
    return KINDS[act][0] if act in KINDS else "case"


class Table:
    """The rights as they are now, in an office that :func:`stand` made."""

    def __init__(self, bureau: Bureau) -> None:
        self.driver = Driver(bureau)
        places = json.loads((bureau.home / STANDING).read_text())
        self.driver.waiting = places.pop("new")
        self.places: dict[str, dict[str, str]] = places
        self.sessions = {account: self.driver.session(account) for account in ACCOUNTS}

    def cells(
        self, acts: Iterable[str], chosen: Callable[[int, int], bool] = lambda act, place: True
    ) -> Cells:
        """Return the answers to ``acts``, at the places that are ``chosen`` by the place of the act and its own."""
        cells: Cells = {}
        names = list(KINDS)
        for act in acts:
            kind, call = KINDS[act]
            for n, (place, subject) in enumerate(self.places[kind].items()):
                if kind == "office" or chosen(names.index(act), n):
                    for account, session in self.sessions.items():
                        with put_back(self.driver.home) if kind == "office" else nullcontext():
                            cells[act, account, place] = answer(call, self.driver, subject, session)
        return cells

    def offered(self) -> Cells:
        """Return what is offered to whom on the page of each case."""
        pages = {
            (account, place): offers(self.driver, case, session)
            for place, case in self.places["case"].items()
            for account, session in self.sessions.items()
        }
        acts = sorted({act for answers in pages.values() for act in answers})
        return {(act, *key): answers.get(act, NOWHERE) for act in acts for key, answers in pages.items()}


def written(cells: Cells) -> str:
    """Return the table as text: for each act, who is answered alike; for each answer, where (``*``: everywhere else)."""
    table: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for (act, account, place), item in cells.items():
        table[act][account][place] = item
    lines = []
    order = {act: n for n, act in enumerate(KINDS)}
    for act, answers in sorted(table.items(), key=lambda item: (order.get(item[0], len(order)), item[0])):
        lines.append(act)
        alike: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
        for account, value in answers.items():
            alike[tuple(value.items())].append(account)
        for row, accounts in alike.items():
            counted = Counter(item for _, item in row)
            lines.append("  " + " ".join(accounts))
            *rare, usual = sorted(counted, key=lambda item: (counted[item], item))
            lines += [
                f"    {item}: {'; '.join(place for place, value in row if value == item)}" for item in rare
            ]
            lines.append(f"    {usual}: *")
    return "\n".join(lines) + "\n"


def read(text: str, places: Mapping[str, Iterable[str]]) -> Cells:
    """Return the cells of a table that :func:`written` wrote, for the places there are now."""
    cells: Cells = {}
    act, accounts = "", list[str]()
    for line in text.splitlines():
        if not line.startswith(" "):
            act = line
        elif not line.startswith("    "):
            accounts = line.split()
        else:
            result, _, where = line.strip().partition(": ")
            known = places[kind_of(act)]
            for place in known if where == "*" else where.split("; "):
                for account in accounts:
                    if where != "*" or (act, account, place) not in cells:
                        cells[act, account, place] = result
    return cells
