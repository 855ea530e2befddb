"""``rangkap init``, ``start``, ``worker`` and ``web``."""

import os
import pwd
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import Lock
from pipeline.kernel.text import Text

_MADE = Text(
    "Rumah kantor dibuat di {home}.\nBerikutnya: sesuaikan {home}/office.toml, lalu jalankan\n"
    "  RANGKAP_HOME={home} rangkap start",
    "The office's home was made in {home}.\nNext: adapt {home}/office.toml, then run\n"
    "  RANGKAP_HOME={home} rangkap start",
)
_STARTED = Text(
    "Rangkap berjalan. Rumah kantor: {home}\n"
    "  1. Taruh pindaian di {home}/inbox\n"
    "  2. Lihat yang menunggu:  halaman web, atau ./run todo\n"
    "  3. Daftarkan:            halaman web, atau ./run register\n"
    "Ctrl-C menghentikan.",
    "Rangkap is running. Home of the office: {home}\n"
    "  1. Drop scans into {home}/inbox\n"
    "  2. See what waits:  the pages, or ./run todo\n"
    "  3. Register it:     the pages, or ./run register\n"
    "Ctrl-C stops.",
)
_LINK = Text(
    "Masuk pertama kali, sebagai {account}: buka tautan ini, berlaku sekali, {hours} jam, lalu pilih kata masuk sendiri.\n"
    "  {link}",
    "The first sign-in, as {account}: open this link, good once, for {hours} hours, and choose your own word.\n"
    "  {link}",
)
_ASK = Text(
    "Belum ada yang dapat masuk. Kata masuk pertama, di komputer ini: ./run users first, lalu buka {page}",
    "Nobody can sign in yet. The first word, at this machine: ./run users first, then open {page}",
)
_WAITS = Text(
    "Tautan untuk masuk pertama kali sudah diberikan dan belum dipakai. Hilang? ./run users reset {account} --console, lalu buka {url}",
    "The link for the first sign-in was given and is not used yet. Lost? ./run users reset {account} --console, then open {url}",
)
_OTHERS = Text(
    "Akun lain diberi kata masuk oleh admin di halaman Akun.",
    "The admin gives the other accounts their words at the page Accounts.",
)


def init(call: Call) -> int:
    """Make the home of an office."""
    from pipeline.office.base import home
    from pipeline.office.base.database import open_records

    target = Path(call.args.dir).absolute()
    user = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    settings = home.init(target, CHECKOUT, user, trial=call.args.trial)
    open_records(settings)
    call.say(_MADE, home=target)
    return call.give({"home": str(target)})


def worker(call: Call) -> int:
    """Become the worker of this home."""
    return _become(call, "worker")


def web(call: Call) -> int:
    """Become the web door of this home."""
    return _become(call, "web")


def _become(call: Call, door: str) -> int:
    from pipeline.cli import supervision

    call.settings  # noqa: B018 - refuses a missing home with its sentence
    os.execve(sys.executable, [sys.executable, "-P", "-m", f"pipeline.{door}"], supervision.environment(call))


def start(call: Call) -> int:
    """Run watcher, worker and web door; a trial home is made where there is none."""
    from pipeline.cli import supervision

    if call.home == CHECKOUT and not (call.home / "office.toml").exists():
        from pipeline.office.base import home

        home.init(call.home, CHECKOUT, pwd.getpwuid(os.getuid()).pw_name, trial=True)
    settings = call.settings
    from pipeline.office.base.database import close, open_records

    with ExitStack() as held:
        try:
            held.enter_context(Lock(settings.var / "start.lock", wait=False))
        except Busy:
            raise Refusal("office.home_in_use") from None
        open_records(settings)
        close()
        call.say(_STARTED, home=settings.home)
        return supervision.supervise(call, partial(_tell_first, call))


def _tell_first(call: Call) -> None:
    """Say how to sign in while nobody ever did; the link to a terminal alone, since a log would keep it."""
    from pipeline.office.base import database, first_sign_in, users, web_door

    url = web_door.url(call.settings)
    page = f"{url}{first_sign_in.PAGE}"
    try:
        database.open_records(call.settings)
        account = first_sign_in.unused(call.settings)
        if account:
            call.say(_WAITS, account=account, url=url)
        elif not first_sign_in.is_to_come(call.settings):
            return
        elif sys.stderr.isatty():
            made = users.first(call.settings)
            call.say(_LINK, account=made.account, hours=made.hours, link=f"{page}#{made.word}")
        else:
            call.say(_ASK, page=page)
        if call.settings["kantor.percobaan"]:
            call.say(_OTHERS)
    except Refusal as error:  # the office goes on: who may give a first word can be asked at the console
        call.refused(error)
    finally:
        database.close()
