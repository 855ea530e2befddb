"""``rangkap init``."""

import os
import pwd
from pathlib import Path

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel.text import Text
from pipeline.office.base import home
from pipeline.records.boot import open_records

_MADE = Text(
    "Rumah kantor dibuat di {home}.\nBerikutnya: sesuaikan {home}/office.toml, lalu jalankan\n"
    "  RANGKAP_HOME={home} rangkap start",
    "The office's home was made in {home}.\nNext: adapt {home}/office.toml, then run\n"
    "  RANGKAP_HOME={home} rangkap start",
)


def init(call: Call) -> int:
    """Make the home of an office."""
    target = Path(call.args.dir).absolute()
    user = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    settings = home.init(target, CHECKOUT, user, trial=call.args.trial)
    open_records(settings)
    call.say(_MADE, home=target)
    return call.give({"home": str(target)})
