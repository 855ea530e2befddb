"""The second factor: chair and admin do not pass without it; every code, of telephone or paper, is good once."""

import pytest

from pipeline.office.base import users
from pipeline.records import boot
from tests.office.bureau import ADMIN, CHAIR, OFFICER, Bureau
from tests.web.door import WORD, Door, give_words
from tests.web.furnished import OWN
from tests.web.telephone import Telephone, codes_in, forget, key_in, set_up
from tests.web.visitor import Visitor, entered

CASE = f"/kasus/{OWN}/"
NEW = "perahu kayu seberang teluk"


def forget_throttling(door: Door) -> None:
    """Let the time pass that has to pass between two wrong codes."""
    for table in ("web_telephone", "web_paper"):
        door.change(f"UPDATE {table} SET throttling_failure_count = 0, throttling_failure_timestamp = NULL")


@pytest.mark.parametrize("account", [CHAIR, ADMIN])
def test_chair_and_admin_set_a_telephone_up_before_anything_else(door: Door, account: str) -> None:
    visitor = Visitor(door)
    assert visitor.sign_in(account).status == 302
    for path in ("/", "/menunggu/", "/cari/", CASE):
        assert visitor.get(path).leads_to == "/kode/"
    assert visitor.post("/cari/", wanted=OWN).leads_to == "/kode/"
    assert visitor.get("/kode/").leads_to == "/kode/pasang/"
    assert visitor.get("/kata-sandi/").leads_to == "/kode/", "a word alone changes no word"
    answer = visitor.post("/kata-sandi/", word=WORD, new=NEW, again=NEW)
    assert answer.leads_to == "/kode/"
    assert Visitor(door).sign_in(account).status == 302, "the word is as it was"
    forget(door)


def test_a_telephone_and_codes_on_paper_open_each_once(door: Door) -> None:
    visitor = Visitor(door)
    visitor.sign_in(CHAIR)
    before = visitor.session
    telephone, page = set_up(visitor)
    noted = door.rows("SELECT account, subject FROM records_historyrow WHERE verb = 'user_factor_set'")
    assert (CHAIR, CHAIR) in noted
    assert visitor.session != before
    papers = codes_in(page.text)
    assert len(papers) == 10
    assert visitor.get(CASE).status == 200

    again = Visitor(door)
    again.sign_in(CHAIR)
    assert again.get("/kode/pasang/").leads_to == "/kode/"
    assert again.post("/kode/", code=telephone.used).status == 401, "a code is good once"
    forget_throttling(door)
    assert again.get(CASE).leads_to == "/kode/"
    assert again.post("/kode/", code=telephone.next_code()).leads_to == "/"
    assert again.get(CASE).status == 200

    lost = Visitor(door)
    lost.sign_in(CHAIR)
    assert lost.post("/kode/", code=papers[3]).leads_to == "/"
    assert lost.get(CASE).status == 200
    forget_throttling(door)
    other = Visitor(door)
    other.sign_in(CHAIR)
    assert other.post("/kode/", code=papers[3]).status == 401, "a code on paper is good once"
    forget(door)


def test_wrong_codes_are_slowed_down(door: Door) -> None:
    visitor = Visitor(door)
    visitor.sign_in(ADMIN)
    telephone, _ = set_up(visitor)
    other = Visitor(door)
    other.sign_in(ADMIN)
    assert [other.post("/kode/", code="000000").status for _ in range(3)] == [401] * 3
    right = telephone.next_code()
    door.change("UPDATE web_telephone SET throttling_failure_timestamp = '2100-01-01 00:00:00'")
    assert other.post("/kode/", code=right).status == 401, "still within the time to wait"
    forget_throttling(door)
    assert other.post("/kode/", code=right).status == 302
    forget(door)


def test_key_and_codes_are_shown_once(door: Door) -> None:
    visitor = Visitor(door)
    visitor.sign_in(OFFICER)
    page_of_key = visitor.get("/kode/pasang/").text
    key = key_in(page_of_key)
    assert "Akun ini memakai verifikasi dua langkah" in page_of_key
    assert "ketua" not in page_of_key.partition("<main")[2], "an officer is told of the own account"
    _, page = set_up(visitor)
    for path in ("/kode/", "/kode/pasang/", "/kata-sandi/", "/"):
        later = visitor.get(path).text
        assert key not in later
        assert not set(codes_in(page.text)) & set(codes_in(later))
    forget(door)


def test_a_new_telephone_asks_for_the_word_and_ends_the_other_sessions(door: Door) -> None:
    here, there = entered(door, OFFICER), entered(door, OFFICER)
    set_up(here)
    assert there.get("/").leads_to == "/masuk/", "what was signed in before ends"
    key = Telephone(key_in(here.get("/kode/pasang/").text))
    assert here.post("/kode/pasang/", code=key.code()).status == 400, "the word is asked again"
    assert here.post("/kode/pasang/", code=key.code(), word="bukan kata yang benar").status == 400
    changed = here.post("/kode/pasang/", code=key.code(), word=WORD)
    assert (changed.status, len(codes_in(changed.text))) == (200, 10)
    assert here.get("/").status == 200
    forget(door)


def test_a_key_seen_in_one_session_is_good_in_no_other(door: Door) -> None:
    thief, owner = Visitor(door), Visitor(door)
    thief.sign_in(OFFICER)
    seen = key_in(thief.get("/kode/pasang/").text)
    owner.sign_in(OFFICER)
    assert key_in(owner.get("/kode/pasang/").text) != seen
    set_up(owner)
    late = Visitor(door)
    late.sign_in(OFFICER)
    assert late.post("/kode/", code=Telephone(seen).code()).status == 401
    forget(door)


def test_a_wrong_code_sets_no_telephone_up(door: Door) -> None:
    visitor = Visitor(door)
    visitor.sign_in(CHAIR)
    visitor.get("/kode/pasang/")
    answer = visitor.post("/kode/pasang/", code="000000")
    assert answer.status == 400
    assert visitor.get(CASE).leads_to == "/kode/"
    forget(door)


def test_a_factor_of_one_session_proves_nothing_in_another(door: Door) -> None:
    first = entered(door, CHAIR)
    second = Visitor(door)
    second.sign_in(CHAIR)
    assert first.get(CASE).status == 200
    assert second.get(CASE).leads_to == "/kode/"
    assert second.get("/kode/pasang/").leads_to == "/kode/", (
        "nobody sets a second telephone up beside the first"
    )


def test_an_admin_without_telephone_and_paper_comes_back_by_the_console(
    door: Door, web_office: Bureau
) -> None:
    forget(door)
    assert entered(door, ADMIN).get("/").status == 200
    word = users.reset_at_console(web_office.settings, ADMIN, "Telepon hilang.").word
    boot.close()
    back = Visitor(door)
    assert back.sign_in(ADMIN, word).leads_to == "/kata-sandi/"
    assert back.post("/kata-sandi/", word=word, new=NEW, again=NEW).leads_to == "/"
    assert back.get("/").leads_to == "/kode/"
    assert back.get("/kode/").leads_to == "/kode/pasang/"
    set_up(back)
    assert back.get("/").status == 200
    assert door.rows("SELECT COUNT(*) FROM web_papercode") == [(10,)]
    forget(door)
    give_words(web_office)
    boot.close()
