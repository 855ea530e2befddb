"""A bucket behind a bad network, with a bad key, on a bad server; and which address and key are taken."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.kernel.errors import NotDurable
from pipeline.stores.bucket import Bucket
from pipeline.stores.bucket_address import Address, Key, read_address, read_key
from tests.refused import refused_with
from tests.stores.go_between import Fault, GoBetween
from tests.stores.unsaid import says_nothing
from tools import s3
from tools.s3 import opened

LIMIT = 1 << 20
GOOD = "s3://gudang/kantor/batang-asri?endpoint=https://s3.contoh.go.id:8333&region=id-1"


@pytest.fixture
def far(go_between: GoBetween) -> Bucket:
    """A bucket behind the go-between."""
    return opened(go_between.endpoint, s3.PLAIN)


@pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.TWICE, Fault.LOST_REQUEST, Fault.REFUSED])
@pytest.mark.parametrize("is_new", [True, False])
def test_a_write_that_the_network_repeats_or_loses_is_made_once(
    go_between: GoBetween, far: Bucket, fault: Fault, is_new: bool
) -> None:
    mark = "" if is_new else far.put_new("a/b", b"mula")
    go_between.begin(fault, 1)
    work = (lambda: far.put_new("a/b", b"satu")) if is_new else (lambda: far.replace("a/b", b"satu", mark))
    try:
        done = work()
    except NotDurable:
        done = work()
    assert go_between.done == 1
    held = far.read("a/b", LIMIT)
    assert (held.data, held.mark) == (b"satu", done)
    assert [item.name for item in far.items()] == ["a/b"]


def test_the_lost_answer_of_another_writer_is_not_taken_for_ours(go_between: GoBetween, far: Bucket) -> None:
    far.put_new("a/b", b"dari yang lain")
    go_between.begin(Fault.LOST_ANSWER, 1)
    with refused_with("stores.item_there", NotDurable):
        far.put_new("a/b", b"satu")
    assert far.read("a/b", LIMIT).data == b"dari yang lain"


@pytest.mark.parametrize("fault", [Fault.OTHER_BYTES, Fault.CUT])
def test_what_reads_back_otherwise_is_not_durable(go_between: GoBetween, far: Bucket, fault: Fault) -> None:
    go_between.begin(fault)
    with refused_with("stores.not_kept" if fault is Fault.OTHER_BYTES else "stores.away"):
        far.put_new("a/b", b"satu" * 1000)
    assert go_between.done > 0
    go_between.begin(Fault.NONE)
    far.put_new("a/b", b"satu" * 1000)


def test_an_answer_that_was_cut_once_is_read_on_to_its_end(go_between: GoBetween, far: Bucket) -> None:
    data = b"satu" * 1000 + b"akhir"
    go_between.begin(Fault.CUT, 1)
    far.put_new("a/b", data)
    go_between.begin(Fault.CUT, 1)
    assert far.read("a/b", LIMIT).data == data
    assert go_between.done == 1


def test_an_answer_that_is_cut_short_is_never_taken_for_the_item(go_between: GoBetween, far: Bucket) -> None:
    far.put_new("a/b", b"satu" * 1000)
    go_between.begin(Fault.CUT)
    for work in (lambda: far.read("a/b", LIMIT), lambda: far.digest("a/b")):
        with refused_with("stores.away"):
            work()
    assert go_between.done > 0


def test_a_server_that_cannot_is_told_without_what_it_said(go_between: GoBetween, far: Bucket) -> None:
    go_between.begin(Fault.REFUSED)
    for work in (
        lambda: far.put_new("a/b", b"satu"),
        lambda: far.replace("a/b", b"satu", '"x"'),
        lambda: far.read("a/b", LIMIT),
        lambda: far.digest("a/b"),
        lambda: list(far.items()),
        far.names_in,
        lambda: far.remove("a/b"),
    ):
        with refused_with("stores.away") as raised:
            work()
        says_nothing(raised.value, "GSX-9731", go_between.endpoint)
    assert far.place in NotDurable("stores.away", place=far.place, reason="x").text()


def test_a_key_that_is_refused_stands_in_no_sentence_and_no_log(
    s3_server: s3.Server, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    key = Key(s3.NAME, "kata-yang-salah-4711")
    store = opened(s3_server.endpoint, s3.PLAIN, key=key)
    with refused_with("stores.away") as raised:
        store.put_new("a/b", b"satu")
    says_nothing(raised.value, key.secret, "SignatureDoesNotMatch", s3_server.endpoint)
    shown = "".join([*capfd.readouterr(), caplog.text, repr(store), str(store), repr(key), str(raised.value)])
    assert key.secret not in shown


def test_no_server_and_no_bucket_are_told(s3_server: s3.Server) -> None:
    nobody = opened("http://127.0.0.1:9", s3.PLAIN, patience=timedelta(seconds=2), tries=0)
    elsewhere = opened(s3_server.endpoint, "tidak-ada", key=Key("lain", "lain"))
    for store in (nobody, elsewhere):
        with refused_with("stores.away"):
            store.put_new("a/b", b"satu")
        with refused_with("stores.away"):
            list(store.items())


def test_what_the_environment_says_of_s3_leads_to_no_other_server(
    s3_server: s3.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("AWS_SKIP_SIGNATURE", "AWS_VIRTUAL_HOSTED_STYLE_REQUEST", "AWS_S3_EXPRESS"):
        monkeypatch.setenv(name, "true")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "lain")
    store = opened(s3_server.endpoint, s3.PLAIN)
    store.put_new("a/b", b"satu")
    assert store.read("a/b", LIMIT).data == b"satu"


def test_two_offices_in_one_bucket_see_nothing_of_each_other(s3_server: s3.Server) -> None:
    first, second = (opened(s3_server.endpoint, s3.PLAIN, f"dua/{name}") for name in ("a", "ab"))
    first.put_new("x", b"satu")
    second.put_new("x", b"dua")
    assert (first.read("x", 9).data, second.read("x", 9).data) == (b"satu", b"dua")
    assert [item.name for item in first.items()] == ["x"]


def test_an_address_is_read() -> None:
    assert read_address(GOOD) == Address(
        "gudang", "kantor/batang-asri", "https://s3.contoh.go.id:8333", "id-1"
    )
    assert read_address("s3://gudang?endpoint=http://127.0.0.1:8333") == Address(
        "gudang", "", "http://127.0.0.1:8333", "us-east-1"
    )
    assert read_address(GOOD).place == "s3://gudang/kantor/batang-asri"


@pytest.mark.parametrize(
    "text",
    [
        "s3://nama:rahasia@gudang?endpoint=https://s3.contoh.go.id",
        "s3://rahasia@gudang?endpoint=https://s3.contoh.go.id",
        "s3://gudang?endpoint=https://nama:rahasia@s3.contoh.go.id",
        "s3://gudang?endpoint=https://s3.contoh.go.id&secret_access_key=rahasia",
        "s3://gudang?endpoint=http://s3.contoh.go.id/rahasia",
        "s3://gudang?endpoint=http://192.0.2.7",
        "s3://gudang?endpoint=http://localhost.contoh.go.id",
        "s3://gudang?endpoint=file:///rahasia",
        "s3://gudang?endpoint=https://s3.contoh.go.id:rahasia",
        "s3://gudang",
        "s3://gudang/../rahasia?endpoint=https://s3.contoh.go.id",
        "s3://Rahasia?endpoint=https://s3.contoh.go.id",
        "https://gudang?endpoint=https://s3.contoh.go.id",
        "s3://gudang?rahasia",
        "s3://[rahasia",
        "rahasia",
    ],
)
def test_an_address_that_is_wrong_or_bears_a_secret_is_refused_and_not_repeated(text: str) -> None:
    with refused_with("stores.bad_bucket") as raised:
        read_address(text)
    says_nothing(raised.value, "rahasia", "Rahasia")


def test_the_key_comes_from_the_environment_or_a_private_file(tmp_path: Path) -> None:
    file = tmp_path / "bucket.toml"
    both = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
    assert read_key(file, both) == Key("a", "b")
    assert read_key(file, both | {"AWS_SESSION_TOKEN": "c"}) == Key("a", "b", "c")
    file.write_text('access_key_id = "c"\nsecret_access_key = "d"\n')
    file.chmod(0o600)
    assert read_key(file, {}) == Key("c", "d")
    assert read_key(file, both) == Key("a", "b")
    with refused_with("stores.no_key"):
        read_key(file, {"AWS_ACCESS_KEY_ID": "a"})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o700])
def test_a_key_that_lies_open_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "bucket.toml"
    file.write_text('access_key_id = "c"\nsecret_access_key = "rahasia"\n')
    file.chmod(mode)
    with refused_with("stores.no_key") as raised:
        read_key(file, {})
    says_nothing(raised.value, "rahasia")


def test_no_key_half_a_key_and_a_link_are_refused(tmp_path: Path) -> None:
    for name, text in (("a", "bukan toml rahasia"), ("b", 'access_key_id = "rahasia"\n'), ("c", "\x00")):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o600)
    (tmp_path / "d").symlink_to(tmp_path / "a")
    for name in "abcd":
        with refused_with("stores.no_key") as raised:
            read_key(tmp_path / name, {})
        says_nothing(raised.value, "rahasia")
    with refused_with("stores.no_key"):
        read_key(tmp_path / "tidak-ada", {})
