"""What lies on the desks of the demonstration when it stays open: a piece of work for each person of the office.

The further letters come in and go as far as each step needs them; then everybody gets a word, the chair and the admin of
the office a second factor besides, through the same pages that a person would use.
"""

import os
import socket
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from demo import desk_letters as mail
from demo.browser import Browser
from demo.office import Office, StepFailed
from demo.steps import ARCHIVIST, CHAIR, CLERK, OFFICER

ADMIN, OVERSEER = "teknis", "pengawas"
WORD = "kuda lumping sore hari"
"""The word of every account of the demonstration; the home is thrown away."""
EVERYBODY = {
    CLERK: "petugas penerima",
    OFFICER: "petugas identifikasi",
    CHAIR: "ketua",
    ARCHIVIST: "arsiparis",
    OVERSEER: "pengawas",
    ADMIN: "admin teknis",
}
_LETTERS = (*mail.WAITING, mail.REGISTERED, mail.DRAFTED, mail.APPROVED)


@dataclass(frozen=True)
class Entry:
    """How somebody gets in: account, role, and codes on paper where a second factor is asked for."""

    account: str
    role: str
    codes: tuple[str, ...] = ()


def choose_port(office: Office) -> int:
    """Have the pages of the office opened at a port that is free now, 8000 if it can be; return it."""
    port: int = next(number for number in (8000, *range(8080, 8180)) if _is_free(number))
    path = office.home / "office.toml"
    path.write_text(path.read_text("utf-8").replace("# porta = 8000", f"porta = {port}"), "utf-8")
    return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def lay_out(office: Office) -> None:
    """Scan the further letters in and carry each as far as its desk; the watcher and the worker must run."""
    for number, letter in enumerate(_LETTERS, 61):
        _scan(office, letter.name, letter.render(number))
    _scan(office, *mail.BROKEN)
    items = office.wait_for("further letters read", lambda: _read(office))
    for letter in (mail.REGISTERED, mail.DRAFTED, mail.APPROVED):
        case = _registered(office, letter, items[letter.name])
        if letter.drafting is None:
            continue
        office.do("verify-report", case, account=OFFICER)
        office.do("assign-officer", case, OFFICER, account=CHAIR)
        report = office.note(f"identify-{case}.json", letter.identified or {})
        office.call("write-identification", case, "--answers", report, account=OFFICER)
        answers = office.note(f"draft-{case}.json", letter.drafting)
        office.call("draft", case, "--answers", answers, account=OFFICER)
        if letter is mail.APPROVED:
            office.call("approve-letter", case, account=CHAIR)
        else:
            office.call("return-letter", case, account=CHAIR, stdin=mail.RETURNED + "\n")
            again = office.note(f"draft-{case}-2.json", mail.AGAIN)
            office.call("draft", case, "--answers", again, account=OFFICER)


def _scan(office: Office, name: str, data: bytes) -> None:
    """Put a scan into the inbox in one step; it bears the time of the invented office."""
    path, now = office.notes / name, datetime.fromisoformat(office.clock()).timestamp()
    path.write_bytes(data)
    os.utime(path, (now, now))
    path.replace(office.inbox / name)


def _read(office: Office) -> dict[str, str] | None:
    """Return the numbers of the further letters by name, once all of them have been read."""
    listed = office.call("todo", account=CLERK)["arrivals"]
    ids = {str(arrival["name"]): str(arrival["id"]) for arrival in listed if arrival["state"] == "terbaca"}
    return ids if all(letter.name in ids for letter in _LETTERS) else None


def _registered(office: Office, letter: mail.Letter, item: str) -> str:
    answers = office.note(f"register-{letter.name}.json", letter.answers or {})
    answer: dict[str, Any] = office.call("register", item, "--answers", answers, account=CLERK)
    return str(answer["case"])


def let_in(office: Office, address: str) -> list[Entry]:
    """Give everybody the word, through the pages at ``address``; return how each gets in."""
    firsts = {ADMIN: office.call("users", "first")["word"]}
    for account in EVERYBODY:
        if account != ADMIN:
            answer = office.call("users", "reset", account, account=ADMIN, stdin="Contoh kantor.\n")
            firsts[account] = answer["word"]
    return [_entered(address, account, str(firsts[account])) for account in EVERYBODY]


def _entered(address: str, account: str, first: str) -> Entry:
    browser = Browser(address)
    browser.wait_until_open()
    page = browser.post("/masuk/", account=account, word=first)
    if "again" in page:
        page = browser.post("/kata-sandi/", word=first, new=WORD, again=WORD)
    codes: list[str] = []
    if account in (CHAIR, ADMIN):
        codes = browser.set_up_telephone()
        if not codes:
            raise StepFailed(f"no second factor for {account}")
    elif browser.account_shown(page) != account:
        raise StepFailed(f"{account} could not sign in")
    return Entry(account, EVERYBODY[account], tuple(codes))
