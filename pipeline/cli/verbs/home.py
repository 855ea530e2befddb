"""``rangkap init``."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel.errors import Text
from pipeline.office.arrivals.reading_room import KEY_FILE
from pipeline.office.base import home, reading_home
from pipeline.records.boot import open_records

_MADE = Text(
    "Rumah kantor dibuat di {home}.\nBerikutnya: sesuaikan {home}/office.toml, lalu jalankan\n"
    "  RANGKAP_HOME={home} rangkap start",
    "The office's home was made in {home}.\nNext: adapt {home}/office.toml, then run\n"
    "  RANGKAP_HOME={home} rangkap start",
)

_MADE_TO_READ = Text(
    "Rumah komputer pembaca dibuat di {home}.\nBerikutnya: taruh kunci ruang baca di {home}/var/keys/{key} (izin 0600), isi "
    "RANGKAP_DATABASE dan RANGKAP_READING_ROOM seperti di komputer kantor, lalu jalankan\n  RANGKAP_HOME={home} rangkap worker",
    "The home of a reading machine was made in {home}.\nNext: put the key of the reading room into {home}/var/keys/{key} "
    "(mode 0600), set RANGKAP_DATABASE and RANGKAP_READING_ROOM as on the office's machine, then run\n"
    "  RANGKAP_HOME={home} rangkap worker",
)


def init(call: Call) -> int:
    """Make the home of an office, or of a machine that reads for one."""
    target = Path(call.args.dir).absolute()
    if call.args.reading_machine:
        reading_home.make(target, call.args.reading_machine)
        call.say(_MADE_TO_READ, home=target, key=KEY_FILE)
        return call.give({"home": str(target)})
    user = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    settings = home.init(target, CHECKOUT, user, trial=call.args.trial)
    open_records(settings)
    call.say(_MADE, home=target)
    return call.give({"home": str(target)})
