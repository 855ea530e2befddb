"""Step 10 at a page: the letter beside its form is renewed while one types, a paragraph is corrected, a finding leads to its place."""

from threading import Event, Lock, Thread

import pytest
from playwright.sync_api import Page

from pipeline.web.previews import Busy, Superseded, Trials
from tests.office.bureau import OFFICER
from tests.waiting import PATIENCE, wait_for
from tests.web.door import Door
from tests.web.furnished import OWN
from tests.web.guest import Guest

ADDRESS = f"/kasus/{OWN}/langkah/draft/"
STORY = "Pada malam itu ia dipukul suaminya di rumah sampai berdarah."
OURS = "Surat Saudara telah kami terima dengan baik dan isinya kami rahasiakan."
CLAUSE = "tercatat-instansi"


def until(page: Page, script: str, given: object = None) -> None:
    """Wait until a script of the page is true; the page itself lets none be evaluated."""
    wait_for(lambda: page.evaluate(script, given), pause=0.05)


def drawn(page: Page) -> str:
    """Return where the first page of the preview comes from, once it is there."""
    page.wait_for_selector("#drawn img")
    until(
        page,
        "() => [...document.querySelectorAll('#drawn img')].every(one => one.complete && one.naturalWidth > 500)",
    )
    return str(page.get_attribute("#drawn img", "src"))


def renewed(page: Page, before: str) -> str:
    """Wait for other pages than those of ``before``; return where they come from."""
    until(page, "before => document.querySelector('#drawn img')?.getAttribute('src') !== before", before)
    return drawn(page)


def test_the_letter_is_renewed_corrected_and_handed_in(guest: Guest, door: Door) -> None:
    guest.sign_in(OFFICER)
    guest.go(ADDRESS)
    page = guest.page
    first = drawn(page)
    assert "Semua aturan surat dipenuhi" in page.inner_text("#trial")

    page.check(f"[name=own-{CLAUSE}]")
    assert page.evaluate("document.activeElement.id") == f"words-{CLAUSE}"
    assert page.input_value(f"#words-{CLAUSE}").startswith("Surat Saudara telah kami catat")
    page.fill(f"#words-{CLAUSE}", STORY)
    picture = renewed(page, first)
    assert "Aturan 7" in page.inner_text("#trial .trouble")
    page.focus("#addressee")
    page.click("#trial .trouble a")
    assert page.evaluate("document.activeElement.id") == f"words-{CLAUSE}"

    page.fill("#follow_up", "")
    page.wait_for_selector("#trial a[href='#follow_up']")
    assert drawn(page) == picture, "the last good pages stay"
    page.click("#trial a[href='#follow_up']")
    assert page.evaluate("document.activeElement.id") == "follow_up"
    page.keyboard.type("pendampingan bagi yang bersangkutan")
    until(
        page,
        "() => document.getElementById('says-tindak-lanjut').textContent.includes('pendampingan bagi yang')",
    )

    guest.go("/")
    guest.go(ADDRESS)  # nothing was handed in, nothing is lost
    assert page.input_value(f"#words-{CLAUSE}") == STORY
    assert page.input_value("#follow_up") == "pendampingan bagi yang bersangkutan"
    before = drawn(page)
    page.fill(f"#words-{CLAUSE}", OURS)
    page.uncheck("[name=with-lindungi-identitas]")
    before = renewed(page, before)
    page.check("[name=copy][value='2']")
    renewed(page, before)
    assert "Salinan ke-2" in page.inner_text("#trial")
    page.click("text=Serahkan kepada ketua")
    page.wait_for_url(f"**/kasus/{OWN}/surat/?surat={OWN}-1")
    assert "revisi 2 diserahkan kepada ketua" in page.inner_text(".done")
    kept = door.rows("SELECT context, clauses FROM records_letterrow WHERE id = ?", f"{OWN}-1")[0]
    assert OURS in kept[0]
    assert "telah kami catat" in kept[0].partition("perbaikan")[2], "what the library says is kept beside"
    assert "lindungi-identitas" not in kept[1]


class _Hand:
    """A lock that counts how often somebody asked for it and did not get it."""

    def __init__(self) -> None:
        self._lock, self.missed = Lock(), 0

    def acquire(self, timeout: float) -> bool:
        is_held = self._lock.acquire(timeout=timeout)
        self.missed += not is_held
        return is_held

    def release(self) -> None:
        self._lock.release()


def test_one_letter_is_drawn_at_a_time_and_the_newest_of_a_person_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.web.previews.PATIENCE", PATIENCE)
    waited = _Hand()
    trials, begun, go_on, results = Trials(hand=waited), Event(), Event(), list[str]()
    together, hand = list[int](), Lock()

    def make() -> bytes:
        assert hand.acquire(blocking=False), "another one is drawn"
        together.append(1)
        begun.set()
        assert go_on.wait(PATIENCE)
        hand.release()
        return b"%PDF"

    def ask(account: str, key: str) -> None:
        try:
            trials.drawn(account, key, make)
            results.append(f"{key} drawn")
        except Superseded:
            results.append(f"{key} overtaken")
        except Busy:
            results.append(f"{key} busy")

    first = Thread(target=ask, args=("identifikasi", "lama"))
    first.start()
    assert begun.wait(PATIENCE)
    second = Thread(target=ask, args=("identifikasi", "baru"))
    second.start()
    wait_for(lambda: waited.missed >= 2 or not second.is_alive(), pause=0.01)
    assert second.is_alive(), "it did not wait for the first"
    ask("ketua", "lain")  # one is drawn, one waits: the third comes again
    go_on.set()
    first.join()
    second.join()
    assert sorted(results) == ["baru drawn", "lain busy", "lama overtaken"]
    assert len(together) == 2
    assert trials.found("identifikasi", "baru") == b"%PDF"
    assert trials.found("ketua", "baru") is None
