"""A real share: what clerks' PCs and scanners do to it, and what the service account sees."""

import json
import os
import pwd
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.intake.arrival import TakenIn
from pipeline.intake.claim import claim, open_claims
from pipeline.intake.stability import Patience, Writers, ready, writers
from pipeline.intake.sweep import Refused, Rounds, finish
from tests.intake import samba
from tests.intake.inboxes import go_round, new_id
from tests.intake.samba import CLERK, CONFIGURATION, SCANNER, SERVICE, Share
from tests.refused import refused_with
from tests.waiting import wait_for

WHOLE = b"%PDF-1.7\nsurat\n%%EOF\n"
SOON = Patience(quiet=1, quiet_without_lease=8, slow=12)
"""In seconds that the test lets pass."""


class Watched(Rounds):
    """Rounds of a watcher whose seconds the test lets pass."""

    passes: Callable[[float], None]


@pytest.fixture(scope="module")
def server() -> Iterator[Share]:
    assert not samba.missing(), f"{samba.missing()} missing: apt-get install samba smbclient (tools.machine)"
    if os.geteuid():
        pytest.skip("a server that gives files to several accounts is started by root alone")
    with samba.running() as share:
        yield share


@pytest.fixture
def share(server: Share) -> Iterator[Share]:
    yield server
    for path in [*server.inbox.glob("*.*"), *server.inbox.glob("rujukan/*")]:
        if path.is_file() and path.name != ".rangkap-inbox":
            path.unlink()


@pytest.fixture
def rounds(share: Share, arrivals: Path, pass_time: Callable[[float], None]) -> Watched:
    watched = Watched(share.inbox, arrivals, SOON, known=("rujukan",))
    watched.passes = pass_time
    return watched


def until(rounds: Watched, ended: Callable[[list[TakenIn | Refused]], bool]) -> list[TakenIn | Refused]:
    """Make rounds until ``ended`` says so of all that came; the server may let go of a file a little later."""
    came: list[TakenIn | Refused] = []

    def is_over() -> bool:
        came.extend(go_round(rounds))
        rounds.passes(1)
        return ended(came)

    wait_for(is_over, pause=0.02)
    return came


def nothing_comes(rounds: Watched) -> bool:
    """Tell whether nothing is taken, however much time passes."""
    for _ in range(8):
        if go_round(rounds):
            return False
        rounds.passes(5)
    return True


def one(rounds: Watched) -> TakenIn:
    """Make rounds until one file was taken in."""
    came = until(rounds, bool)
    assert len(came) == 1
    assert isinstance(came[0], TakenIn)
    return came[0]


def seen_by_service(
    inbox: Path, pass_time: Callable[[float], None]
) -> tuple[list[str], list[str], dict[str, str]]:
    """Return what the service account sees as its own user: ready at once, ready after a wait, refused and why."""
    user, group = pwd.getpwnam(SERVICE), pwd.getpwnam(SCANNER).pw_gid
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            os.setgroups([group])
            os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
            os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
            patience = Patience(quiet=0, quiet_without_lease=0.2)
            first = ready(inbox, patience)
            pass_time(0.3)
            then = ready(inbox, patience, first)
            codes = {name: why.code for name, why in then.refused.items()}
            os.write(write, json.dumps([first.ready, then.ready, codes]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        output = pipe.read()
    os.waitpid(child, 0)
    first_ready, then_ready, refused = json.loads(output)
    return first_ready, then_ready, refused


def test_a_pc_that_does_not_encrypt_is_shut_out_of_the_share_of_the_clerks(share: Share) -> None:
    command = share.client(CLERK, "inbox", "ls")
    plain = [argument.replace("protection=encrypt", "protection=sign") for argument in command]
    configuration = share.room / "windows7.conf"
    configuration.write_text("[global]\n    client max protocol = SMB2_10\n")
    old = [f"--configfile={configuration}" if word.startswith("--configfile") else word for word in plain]
    done = subprocess.run(old, capture_output=True, text=True, check=False, timeout=30)
    assert "NT_STATUS_ACCESS_DENIED" in done.stdout + done.stderr
    assert share.call(CLERK, "inbox", "ls")[0] == 0


def test_the_ready_configuration_is_sound() -> None:
    assert not samba.missing(), f"{samba.missing()} missing: apt-get install samba smbclient (tools.machine)"
    done = subprocess.run(
        ["testparm", "--suppress-prompt", str(CONFIGURATION)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for word in ("Unknown parameter", "Global parameter", "ERROR", "Ignoring"):
        assert word not in done.stderr


def test_what_a_clerk_puts_is_taken_whole_and_also_from_a_folder(share: Share, rounds: Watched) -> None:
    assert share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE)[0] == 0
    taken = one(rounds)
    assert (taken.path.read_bytes(), taken.source) == (WHOLE, "")
    assert share.call(CLERK, "inbox", "cd rujukan", "put - surat.pdf", data=WHOLE + b"2")[0] == 0
    taken = one(rounds)
    assert (taken.path.read_bytes(), taken.source) == (WHOLE + b"2", "rujukan")


def test_a_large_file_that_comes_slowly_is_not_touched_before_its_end(share: Share, rounds: Watched) -> None:
    with share.sending(CLERK, "inbox", "besar.pdf") as client:
        assert client.stdin is not None
        for _ in range(4):
            client.stdin.write(b"%PDF-1.7\n%%EOF\n" + b"x" * (3 << 20))
            client.stdin.flush()
            assert nothing_comes(rounds)
        wait_for((share.inbox / "besar.pdf").exists)
        assert nothing_comes(rounds), "its writer still holds it"
    assert one(rounds).size == 4 * (15 + (3 << 20))


def test_a_scanner_that_uses_one_name_for_every_letter_gives_every_letter(
    share: Share, rounds: Watched
) -> None:
    taken = []
    for number in range(3):
        assert share.call(SCANNER, "pindai", "put - SCN_0001.pdf", data=WHOLE + b"%d" % number)[0] == 0
        taken.append(one(rounds).path.read_bytes())
    assert taken == [WHOLE + b"%d" % number for number in range(3)]


def test_a_file_that_is_overwritten_or_renamed_before_it_is_taken_comes_once(
    share: Share, rounds: Watched
) -> None:
    share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE)
    assert not go_round(rounds)
    share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE + b"baru")
    assert not go_round(rounds)
    assert share.call(CLERK, "inbox", "rename surat.pdf lain.pdf")[0] == 0
    taken = one(rounds)
    assert (taken.name, taken.path.read_bytes()) == ("lain.pdf", WHOLE + b"baru")


def test_a_client_that_dies_in_the_middle_leaves_half_a_file_that_waits_longer_and_is_replaced(
    share: Share, rounds: Watched
) -> None:
    with share.sending(CLERK, "inbox", "surat.pdf") as client:
        assert client.stdin is not None
        client.stdin.write(b"%PDF-1.7\n")
        path = share.inbox / "surat.pdf"
        for _ in range(60):  # the client sends when it has read a good deal
            client.stdin.write(b"x" * (1 << 20))
            client.stdin.flush()
        wait_for(lambda: path.exists() and path.stat().st_size)
        client.kill()
        client.wait()
    with path.open("rb") as file:
        wait_for(lambda: writers(file.fileno()) is Writers.NONE)
    assert not go_round(rounds)
    rounds.passes(SOON.slow - 1)
    assert not go_round(rounds), "half a PDF is waited for longer than a whole one"
    share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE)
    assert one(rounds).path.read_bytes() == WHOLE


def test_what_is_claimed_is_neither_seen_nor_deleted_nor_renamed_by_a_client(
    share: Share, rounds: Watched
) -> None:
    share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE)
    claimed = claim(share.inbox, "surat.pdf", new_id())
    listed = share.call(CLERK, "inbox", "ls")[1]
    assert "rujukan" in listed
    for word in (".claimed", ".rangkap-inbox", "surat.pdf"):
        assert word not in listed
    for command in (
        "del surat.pdf",
        "rename surat.pdf lain.pdf",
        "cd .claimed",
        "rmdir .claimed",
        "del .rangkap-inbox",
    ):
        assert "NT_STATUS" in share.call(CLERK, "inbox", command)[1], command
    assert claimed.path.read_bytes() == WHOLE
    (taken,) = rounds.recover()
    assert isinstance(taken, TakenIn)
    finish(share.inbox, taken)
    assert open_claims(share.inbox) == ()


def test_a_file_that_a_client_deletes_before_the_claim_is_gone_and_nothing_else(
    share: Share, rounds: Watched
) -> None:
    share.call(CLERK, "inbox", "put - surat.pdf", data=WHOLE)
    assert share.call(CLERK, "inbox", "del surat.pdf")[0] == 0
    with refused_with("intake.gone"):
        claim(share.inbox, "surat.pdf", new_id())
    assert not go_round(rounds)


def test_the_account_of_a_scanner_may_write_and_not_list(share: Share, rounds: Watched) -> None:
    share.call(CLERK, "inbox", "put - rahasia.pdf", data=WHOLE)
    listed = share.call(SCANNER, "pindai", "ls")[1]
    assert "NT_STATUS_ACCESS_DENIED" in listed
    assert "rahasia" not in listed
    assert "NT_STATUS_ACCESS_DENIED" in share.call(SCANNER, "inbox", "ls")[1]
    assert "NT_STATUS" in share.call(SCANNER, "pindai", "del rahasia.pdf")[1]
    assert (share.inbox / "rahasia.pdf").exists()
    assert share.call(SCANNER, "pindai", "put - scan.pdf", data=WHOLE + b"s")[0] == 0
    came = until(rounds, lambda seen: len(seen) == 2)
    assert {arrival.name for arrival in came} == {"rahasia.pdf", "scan.pdf"}


def test_a_scanner_does_not_write_over_what_another_account_put_under_the_same_name(share: Share) -> None:
    share.call(SCANNER, "pindai", "put - SCN_0001.pdf", data=WHOLE)
    path = share.inbox / "SCN_0001.pdf"
    os.chown(path, 0, -1)  # as if a second scanner had put it
    assert "NT_STATUS_ACCESS_DENIED" in share.call(SCANNER, "pindai", "put - SCN_0001.pdf", data=b"lain")[1]
    assert path.read_bytes() == WHOLE


def test_the_service_account_reads_both_shares_and_has_leases_on_what_clerks_put(
    share: Share, pass_time: Callable[[float], None]
) -> None:
    share.call(CLERK, "inbox", "put - petugas.pdf", data=WHOLE)
    share.call(SCANNER, "pindai", "put - pindai.pdf", data=WHOLE)
    first, then, refused = seen_by_service(share.inbox, pass_time)
    assert first == ["petugas.pdf"], (
        "a lease is granted on a file of our own; on that of another there is none"
    )
    assert sorted(then) == ["petugas.pdf", "pindai.pdf"]
    assert not refused


def test_a_file_of_another_account_that_nobody_else_may_read_is_refused_with_its_reason(
    share: Share, pass_time: Callable[[float], None]
) -> None:
    path = share.inbox / "tertutup.pdf"
    path.write_bytes(WHOLE)
    scanner = pwd.getpwnam(SCANNER)
    os.chown(path, scanner.pw_uid, scanner.pw_gid)
    path.chmod(0o600)
    assert seen_by_service(share.inbox, pass_time)[2] == {"tertutup.pdf": "intake.no_access"}
