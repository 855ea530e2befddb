"""Every address of the resolver × everybody × every method × a thing of one's own, a hidden and a missing one."""

import re

import pytest

from pipeline.kernel.people import Role
from pipeline.records import boot
from tests.office import staff
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER, Bureau
from tests.web.addresses import known
from tests.web.door import Door, served
from tests.web.furnished import MISSING, NO_LETTER, OTHER, OWN, TAKEN, WAITING
from tests.web.rights import NO, ON, ROWS, Row
from tests.web.visitor import FORM, Answer, Visitor, entered

NEW = "baru"
ROLES = {
    CLERK: Role.CLERK, OFFICER: Role.OFFICER, CHAIR: Role.CHAIR, ARCHIVIST: Role.ARCHIVIST, ADMIN: Role.ADMIN,
    OVERSEER: Role.OVERSEER,
}  # fmt: skip
ELSEWHERE = {("sign-in", "POST"), ("sign-out", "POST"), ("search", "POST")}
"""Asked for by :mod:`tests.web.test_sign_in`, and below."""
THINGS = ("own", "hidden", "missing")
_CASES, _MAIL = (
    dict(zip(THINGS, (OWN, OTHER, MISSING), strict=True)),
    dict(zip(THINGS, (WAITING, TAKEN, NO_LETTER), strict=True)),
)
_VARYING = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|\d{4}-\d{4}|<p class="done" role="status">.*?</p>')
"""What differs by itself: the token, the number asked for, and what the act before said."""


@pytest.fixture(scope="module")
def first_words(web_office: Bureau) -> str:
    """The word of a new account, good for one use."""
    word = staff.add(web_office.session(ADMIN), NEW, [Role.CLERK], "Petugas baru.")
    boot.close()
    return word


@pytest.fixture(scope="module")
def door_with_all(web_office: Bureau, first_words: str) -> Door:
    """The door of an office to which somebody has just come."""
    with served(web_office.home) as door:
        yield door


@pytest.fixture(scope="module")
def addresses(web_office: Bureau) -> list[tuple[str, str, list[str]]]:
    """What the resolver knows."""
    return list(known(web_office.home))


@pytest.fixture(scope="module")
def everybody(door_with_all: Door, first_words: str) -> dict[str, Visitor]:
    """Everybody who may stand at the door, each with cookies of their own."""
    proved = {name: entered(door_with_all, name) for name in ROLES}
    unproved, fresh = Visitor(door_with_all), Visitor(door_with_all)
    assert unproved.sign_in(CHAIR).status == ON, "after the telephone was set up, which ends other sessions"
    assert fresh.sign_in(NEW, first_words).leads_to == "/kata-sandi/"
    return {
        "nobody": Visitor(door_with_all), "must-change": fresh, "unproved": unproved,
        **proved,
    }  # fmt: skip


def test_every_address_has_its_row(addresses: list[tuple[str, str, list[str]]]) -> None:
    assert {name for name, _, _ in addresses} == set(ROWS)
    assert len(addresses) == len(ROWS)


def filled(pattern: str, thing: str) -> str:
    """Return an address of a thing."""
    parts = {
        "number": _CASES[thing], "agenda": _MAIL[thing], "name": "surat-masuk-1.pdf", "page": "1", "copy": "0",
        "letter": f"{_CASES[thing]}-1", "revision": "1", "mark": "0" * 16, "key": "tidak-ada", "paper": "1",
        "sheet": f"D-{_CASES[thing]}-9",
        "book": "register", "month": "2026-10", "called": "penandatangan",
    }  # fmt: skip
    if "baris" in pattern:
        parts["name"] = "P-1"
    if "tindakan" in pattern:
        of_arrival = "strike-arrival" if "<str:agenda>" in pattern else "enquire"
        parts["verb"] = "record-conflict" if "<str:number>" in pattern else of_arrival
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: parts[match[1]], pattern)


def asked(visitor: Visitor, method: str, path: str) -> Answer:
    """Ask in the name of ``visitor`` as a page of the door would, then forget what the answer did to the cookies."""
    kept = dict(visitor.cookies)
    body = f"csrfmiddlewaretoken={visitor.token}".encode() if method == "POST" else b""
    headers = {"Content-Type": FORM} if body else {}
    answer = visitor.send(method, path, body, headers | {"X-CSRFToken": visitor.token})
    visitor.cookies.update(kept)
    return answer


def expected(row: Row, who: str, method: str, thing: str) -> tuple[int, str]:
    """Return the status, and where it leads on to if it matters."""
    if not row.is_open and who == "nobody":
        return ON, "/masuk/"
    if row.nobody and who == "nobody" and method == "GET":
        return row.nobody, ""
    if row.unproved and who == "unproved" and method in ("GET", "POST"):
        return row.unproved[method == "POST"], ""
    if not row.is_open and not row.is_before and who in ("must-change", "unproved"):
        return ON, "/kata-sandi/" if who == "must-change" else "/kode/"
    status = {"GET": row.get, "POST": row.post}.get(method, NO)
    if status == NO or row.may == frozenset(Role):
        return status, ""
    may = row.acts if method == "POST" and row.acts is not None else row.may
    if ROLES[who] not in may:
        return 403, ""
    return (status if thing == "own" else 404), ""


@pytest.fixture(scope="module")
def told(
    addresses: list[tuple[str, str, list[str]]], everybody: dict[str, Visitor]
) -> dict[tuple[str, str, str, str], Answer]:
    """What was answered by name of the address, person, method and thing; how one signs out is asked for elsewhere."""
    answers = {}
    for name, pattern, parts in addresses:
        has_things = bool({"number", "agenda"} & set(parts))
        for method in ("GET", "POST", "PUT", "DELETE"):
            for thing in THINGS if has_things and method in ("GET", "POST") else THINGS[:1]:
                for who, visitor in everybody.items():
                    if (name, method) not in ELSEWHERE:
                        answers[name, who, method, thing] = asked(visitor, method, filled(pattern, thing))
    return answers


def test_only_who_may_gets_through_and_a_hidden_thing_is_a_missing_one_word_for_word(
    told: dict[tuple[str, str, str, str], Answer],
) -> None:
    wrong = []
    for (name, who, method, thing), answer in told.items():
        status, leads = expected(ROWS[name], who, method, thing)
        if answer.status != status or (leads and answer.leads_to != leads):
            wrong.append(f"{name} {who} {method} {thing}: {answer.status} {answer.leads_to}, not {status}")
    assert not wrong, "\n".join(wrong)
    pairs = {key: answer for key, answer in told.items() if key[3] == "hidden"}
    assert pairs
    for (name, who, method, _), hidden in pairs.items():
        missing = told[name, who, method, "missing"]
        assert hidden.status == missing.status, (name, who, method)
        assert plain(hidden) == plain(missing), (name, who, method)
        assert headers(hidden) == headers(missing), (name, who, method)


def test_the_look_up_is_for_readers(everybody: dict[str, Visitor]) -> None:
    statuses = {who: everybody[who].post("/cari/", wanted=OWN).status for who in ROLES}
    assert statuses == {CLERK: ON, OFFICER: ON, CHAIR: ON, ARCHIVIST: ON, ADMIN: 403, OVERSEER: 403}
    hidden, missing = (everybody[CLERK].post("/cari/", wanted=number) for number in (OTHER, MISSING))
    assert hidden.status == missing.status == 404
    assert plain(hidden) == plain(missing)


def headers(answer: Answer) -> set[str]:
    """Return the names of an answer's headers, but of what comes once a minute."""
    return {header.lower() for header in answer.headers} - {"set-cookie", "date"}


def plain(answer: Answer) -> str:
    """Return an answer without what differs by itself: the number that was asked for, the token of the form."""
    return _VARYING.sub("", answer.body.decode("latin-1"))
