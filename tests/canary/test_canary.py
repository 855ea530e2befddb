"""Half of the cases of every state are shut; nothing that an account can get tells of one that is shut to it, or what is masked.

Each account crawls every page over HTTP, asks for each address of a shut thing, searches each number and name, and takes every
export out; each looks at every kind of page with Chromium over TLS. In an office where nothing is shut and masks are off the same
crawl finds the same words: a gate that is left out and a field that is left unmasked are seen.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import sync_playwright

from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.people import Role
from pipeline.records import arrivals, boot, cases, letters, sheets
from tests.canary.crawl import crawled, filled, named, plain, said, starts, told, words_in
from tests.canary.masked import FIELDS, MAY_STAND, WORDS, planted, word
from tests.canary.office import HIDDEN, LAST_DAY, RESTRICTED, names_in, shut, telling, unpacked, upgraded
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CHECKOUT, CLERK, OFFICER, OVERSEER
from tests.office.procedure_truth import PASSED_THROUGH
from tests.waiting import held_in
from tests.web import trust
from tests.web.addresses import known, name_of
from tests.web.door import WORD, Door, give_words, served
from tests.web.guest import opened
from tests.web.rights import ROWS
from tests.web.telephone import forget
from tests.web.trust import launch
from tests.web.visitor import Answer, Visitor, entered

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")

OPEN = "open"
"""The same office, in which nothing is shut."""
ROLES = {
    CLERK: Role.CLERK, OFFICER: Role.OFFICER, ARCHIVIST: Role.ARCHIVIST, CHAIR: Role.CHAIR, ADMIN: Role.ADMIN, OVERSEER: Role.OVERSEER,
}  # fmt: skip
SHUT_TO = [
    (HIDDEN, CLERK), (HIDDEN, OFFICER), (HIDDEN, ARCHIVIST), (HIDDEN, CHAIR), (HIDDEN, ADMIN), (HIDDEN, OVERSEER),
    (RESTRICTED, CLERK), (RESTRICTED, OFFICER), (RESTRICTED, ADMIN), (RESTRICTED, OVERSEER),
]  # fmt: skip
"""How the cases are shut, and to whom; a restricted case is there for chair and archivist, who open it for a reason."""
READERS = [(how, account) for how, account in SHUT_TO if account not in (ADMIN, OVERSEER)]
MISSING = {
    "number": "2026-0999", "agenda": "A-2026-0999", "letter": "2026-0999-1", "sheet": "D-2026-0999-1", "name": "surat-masuk-1.pdf",
}  # fmt: skip
MISTYPED = "kuda lumping sore harii"
_KIND = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{16}|[ADM]?-?\d{4}-\d+(?:-\d+)*|\d+")


@dataclass(frozen=True)
class Canary:
    """The door of one office: what tells of the shut cases, and what belongs to one of each state."""

    door: Door
    banned: frozenset[str]
    names: frozenset[str]
    """The names of all people in its cases."""
    things: tuple[dict[str, str], ...]
    states: frozenset[State]
    """Those of the shut cases."""
    masked: str
    """The case in which each masked field has a word of its own; it is shut to nobody who reads cases."""
    pages: dict[str, dict[str, Answer]] = field(default_factory=dict)
    """Every page that an account can reach, by account, crawled once."""

    def seen(self, account: str) -> dict[str, Answer]:
        """Return every page that ``account`` can reach."""
        if account not in self.pages:
            self.pages[account] = crawled(inside(self.door, account), starts(self.door))
        return self.pages[account]

    def unmasked(self, pages: Mapping[str, str]) -> dict[str, list[str]]:
        """Return the addresses whose words tell what is masked and may not stand there, each with the fields."""
        matches = {path: {WORDS[term] for term in named(words, WORDS)} for path, words in pages.items()}
        return {
            path: sorted(left)
            for path, fields in matches.items()
            if fields and (left := fields - MAY_STAND.get(name_of(self.door.home, path), set()))
        }


@pytest.fixture(scope="module")
def canary(
    tmp_path_factory: pytest.TempPathFactory, office_reader: Reader, open_database: None
) -> Iterator[Callable[[str], Canary]]:
    """Return a function that gives the office in which cases are shut in one way; each is made once."""
    made: dict[str, Canary] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", LAST_DAY)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        doors = []

        def give(how: str) -> Canary:
            if how not in made:
                opening = _opened(unpacked(tmp_path_factory.mktemp(how)), office_reader, how)
                made[how] = opening.__enter__()
                doors.append(opening)
            return made[how]

        yield give
        for door in doors:
            door.__exit__(None, None, None)


@contextmanager
def _opened(home: Path, reader: Reader, how: str) -> Iterator[Canary]:
    office, _ = upgraded(home, reader)
    office.session()
    every = sorted(cases.numbers())
    if how == OPEN:
        give_words(office)
        chosen = tuple(every)
    else:
        chosen = shut(office, how)
    number = planted(office) if how != RESTRICTED else ""
    office.session()
    banned, names = telling(chosen), frozenset(name for case in every for name in names_in(case))
    one_of_each = {cases.get(case).state: case for case in chosen}
    targets = tuple(target for case in sorted(one_of_each.values()) for target in things_of(case))
    boot.close()
    trust.lay_into(home)
    (home.parent / "sementara").mkdir()
    (home.parent / "lepas").touch()
    program = "tests.canary.unmasked" if how == OPEN else "pipeline.web"
    with served(home, program, TMPDIR=str(home.parent / "sementara"), PYTHONPATH=str(CHECKOUT)) as door:
        yield Canary(door, banned, names, targets, frozenset(one_of_each), number)


def things_of(case: str) -> Iterator[dict[str, str]]:
    """Yield the names under which something of ``case`` can be asked for."""
    scans = arrivals.of_case(case)
    wholes = [arrivals.get(scan.parent) for scan in scans if scan.parent]
    agenda = [scan.agenda or scan.id for scan in (*scans, *wholes)] or ["A-2026-0999"]
    letter = [draft.id for draft in letters.of_case(case)] or [f"{case}-1"]
    paper = [sheet.id for sheet in sheets.of_case(case)] or [f"D-{case}-1"]
    documents = [document.logical for document in cases.documents(case)] or ["surat-masuk-1.pdf"]
    for number in range(max(map(len, (agenda, letter, paper, documents)))):
        yield {
            "number": case,
            "agenda": agenda[number % len(agenda)],
            "letter": letter[number % len(letter)],
            "sheet": paper[number % len(paper)],
            "name": documents[number % len(documents)],
        }


def inside(door: Door, account: str) -> Visitor:
    """Return a visitor who has signed in as ``account``, with a new telephone where one is asked for."""
    forget(door)
    return entered(door, account)


@pytest.fixture(scope="module")
def hidden(canary: Callable[[str], Canary]) -> Canary:
    """The one office that every run makes."""
    return canary(HIDDEN)


def test_a_case_of_every_state_is_hidden(hidden: Canary) -> None:
    """A new state is not forgotten: no case is in it until one is made."""
    assert hidden.states == set(State) - PASSED_THROUGH


def test_a_case_of_every_state_is_restricted(canary: Callable[[str], Canary]) -> None:
    assert canary(RESTRICTED).states == set(State) - PASSED_THROUGH


@pytest.mark.parametrize("part", [0, 1])
def test_no_list_tells_the_clerk_what_is_hidden_or_masked(hidden: Canary, part: int) -> None:
    pages = [*starts(hidden.door)[part::2], f"/kasus/{hidden.masked}/"]
    seen = crawled(inside(hidden.door, CLERK), pages, deep=False)
    assert sum(answer.status == 200 for answer in seen.values()) > 8
    assert told(seen, hidden.banned) == {}
    assert hidden.unmasked(said(seen)) == {}


@pytest.mark.parametrize(("how", "account"), SHUT_TO)
def test_no_page_that_can_be_reached_tells_what_is_shut_or_masked(
    canary: Callable[[str], Canary], how: str, account: str
) -> None:
    here = canary(how)
    seen = here.seen(account)
    assert sum(page.status == 200 for page in seen.values()) > (8 if account in (ADMIN, OVERSEER) else 100)
    assert told(seen, here.banned) == {}
    assert here.unmasked(said(seen)) == {}
    assert named(unquote(" ".join(seen)), WORDS) == []
    pictures = (path for path, answer in seen.items() if answer.body.startswith(b"\x89PNG"))
    assert {name_of(here.door.home, path) for path in pictures} <= PAPERS
    assert (f"/kasus/{here.masked}/" in seen) == ((how, account) in READERS and how == HIDDEN)


@pytest.mark.parametrize(("how", "account"), SHUT_TO)
def test_each_address_of_a_shut_thing_answers_as_that_of_a_missing_one(
    canary: Callable[[str], Canary], how: str, account: str
) -> None:
    here, wrong = canary(how), []
    visitor, asked = inside(here.door, account), set[str]()
    for _, pattern, parts in known(here.door.home):
        if not {"number", "agenda", "letter", "sheet"} & {*parts}:
            continue
        missing = visitor.get(filled(pattern, MISSING))
        expected = missing.status, plain(missing, MISSING)
        for own in here.things if (how, account) in READERS else here.things[:3]:
            path = filled(pattern, own)
            if path in asked:
                continue
            asked.add(path)
            got = visitor.get(path)
            if (got.status, plain(got, own)) != expected:
                wrong.append((path, got.status, missing.status))
    assert len(asked) > (200 if (how, account) in READERS else 40)
    assert wrong == []


@pytest.mark.parametrize(("how", "account"), READERS)
def test_no_search_finds_a_shut_case(canary: Callable[[str], Canary], how: str, account: str) -> None:
    here = canary(how)
    visitor, problems = inside(here.door, account), {}
    for wanted in sorted(here.banned):
        answer = visitor.post("/cari/", wanted=wanted)
        names = [name for name in named(words_in(answer.body), here.banned) if name not in wanted]
        if names or answer.leads_to:
            problems[wanted] = names or answer.leads_to
    assert problems == {}
    for wanted in ("menanyakan", *map(word, ("victim_name", "sender", "follow_up"))):
        words = words_in(visitor.post("/cari/", wanted=wanted).body).replace(wanted, "")
        assert here.unmasked({"/cari/": words}) == {}


def exported(visitor: Visitor, door: Door, account: str) -> dict[str, str]:
    """Return the words of all that goes out to ``account``: each book, recap and audit in each form."""
    out = {}
    may = {name for name, row in ROWS.items() if ROLES[account] in row.may}
    for name, pattern, parts in known(door.home):
        if name not in may or name not in ("book-export", "recap-made", "audit-export"):
            continue
        for book in BOOKS if "book" in parts else ("",):
            for form in FORMS[name]:
                path = filled(pattern, {"book": book})
                asked = {"form": form, "purpose": "laporan", "recipient": "office"}
                asked["periode"] = "semua" if book else "2026"
                out[f"{path}?{form}"] = words_in(visitor.post(path, **asked).body)
    return out


BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
FORMS = {
    "book-export": ("csv", "xlsx", "pdf"),
    "recap-made": ("text", "xlsx", "pdf"),
    "audit-export": ("csv",),
}


@pytest.mark.parametrize(
    ("how", "account"), [(HIDDEN, ARCHIVIST), (HIDDEN, CHAIR), (HIDDEN, OVERSEER), (RESTRICTED, OVERSEER)]
)
def test_nothing_that_goes_out_tells_what_is_shut_or_masked(
    canary: Callable[[str], Canary], how: str, account: str
) -> None:
    here = canary(how)
    out = exported(inside(here.door, account), here.door, account)
    assert len(out) >= (3 if account == OVERSEER else 15)
    assert {path: terms for path, words in out.items() if (terms := named(words, here.banned))} == {}
    assert here.unmasked(out) == {}
    assert account == OVERSEER or here.masked in "".join(out.values())


def test_where_nothing_is_shut_pages_searches_and_exports_tell_of_the_cases(
    canary: Callable[[str], Canary],
) -> None:
    """The gate left out is seen: the crawl, the search and the exports find these words where they may stand."""
    here = canary(OPEN)
    clerk, archivist = inside(here.door, CLERK), inside(here.door, ARCHIVIST)
    seen = told(crawled(clerk, starts(here.door), deep=False), here.banned)
    assert len(seen) >= 5
    assert len({name for several in seen.values() for name in several}) > 40
    number = max(name for name in here.banned if re.fullmatch(r"\d{4}-\d{4}", name))
    assert clerk.post("/cari/", wanted=number).leads_to == f"/kasus/{number}/"
    out = exported(archivist, here.door, ARCHIVIST)
    assert len([path for path, words in out.items() if named(words, here.banned)]) >= 10


PAPERS = {
    "arrival-page", "arrival-small", "case-page", "draft-page", "letter-page", "register-page-picture", "settings-page",
}  # fmt: skip
"""The addresses of pictures: each is opened one by one, by whoever may read the paper."""
TOLD_BY = {
    "privacy.masked": FIELDS | {"born"}, "privacy.initials": {one for one in FIELDS if one.endswith("_name")},
    "privacy.public_sender": {"sender"}, "privacy.nameless": {"victim_name"}, "excerpt._plainly": {"victim_name"},
}  # fmt: skip
"""Which fields are told where a mask is off."""


def test_a_mask_that_is_off_is_seen_field_by_field(canary: Callable[[str], Canary]) -> None:
    """The field left unmasked is seen: with a mask off in the process that serves, the crawl finds what it hides."""
    here = canary(OPEN)
    clerk, pages = (
        inside(here.door, CLERK),
        [f"/kasus/{here.masked}/", "/buku/agenda-masuk/", "/buku/disposisi/"],
    )
    for mask, fields in TOLD_BY.items():
        here.door.home.with_name("lepas").write_text(mask)
        answers = {"/cari/": clerk.post("/cari/", wanted="menanyakan"), **crawled(clerk, pages, deep=False)}
        assert fields <= {name for names in here.unmasked(said(answers)).values() for name in names}, mask


@pytest.mark.parametrize(("how", "account"), SHUT_TO)
def test_a_browser_over_tls_holds_nothing_that_is_shut_or_masked(
    canary: Callable[[str], Canary], how: str, account: str
) -> None:
    here = canary(how)
    seen = here.seen(account)
    there = sorted(seen, key=lambda path: here.masked in path)
    one_of_each_kind = {_KIND.sub("#", path): path for path in there if seen[path].status == 200}
    came: dict[str, str] = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        with opened(browser, here.door) as guest:
            guest.expected = ("Password forms should have", "favicon.ico")
            forget(here.door)
            guest.sign_in(account)
            page = guest.page
            for path in sorted(one_of_each_kind.values()):
                if "text/html" not in seen[path].headers.get("Content-Type", ""):
                    continue
                guest.go(path)
                kept = page.evaluate(
                    "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, name])"
                )
                came[path] = f"{page.url} {page.title()} {page.content()} {kept}"
        browser.close()
    assert len(came) > 5
    words = {path: words_in(arrival.encode()) for path, arrival in came.items()}
    assert {path: terms for path, text in words.items() if (terms := named(text, here.banned))} == {}
    assert here.unmasked(words) == {}


def test_no_log_path_argument_temporary_file_or_backup_tells_a_name(
    canary: Callable[[str], Canary],
) -> None:
    """What was searched, wrongly typed and exported stands in the database alone; the words of sign-in stand nowhere."""
    here = canary(HIDDEN)
    home = here.door.home
    names = {term for term in here.names if not re.search(r"\d", term)}
    assert len(names) > 10
    stranger, chair = Visitor(here.door), inside(here.door, CHAIR)
    assert stranger.sign_in(CLERK, MISTYPED).status == 401
    clerk = inside(here.door, CLERK)
    for name in sorted(names):
        clerk.post("/cari/", wanted=name)
    exported(chair, here.door, CHAIR)
    raw = dict(held_in(home, home.parent / "sementara", home.parent / "usb"))
    typed = [path for path, data in raw.items() if MISTYPED.encode() in data or WORD.encode() in data]
    assert typed == []
    texts = {
        "paths": "\n".join(map(str, raw)),
        "said": here.door.output.read_text("utf-8"),
        "arguments": "\n".join(arguments_of(here.door.process.pid)),
        **{path.name: data.decode("latin-1") for path, data in raw.items() if path.is_relative_to(home / "var" / "logs")},
        **{path.name: data.decode("latin-1") for path, data in raw.items() if not path.is_relative_to(home)},
    }  # fmt: skip
    assert "usb" in texts["paths"]
    assert {where: terms for where, words in texts.items() if (terms := named(words, names | {*WORDS}))} == {}


def arguments_of(process: int) -> Iterator[str]:
    """Yield the arguments and the environment of a process and of all that it started."""
    with suppress(OSError):  # it has ended meanwhile
        for name in ("cmdline", "environ"):
            yield Path(f"/proc/{process}/{name}").read_text("utf-8", "replace")
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from arguments_of(int(child))
