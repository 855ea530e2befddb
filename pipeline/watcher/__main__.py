"""``python -m pipeline.watcher``: receive until SIGTERM; logs without names."""

import logging
import signal
import sys

from pipeline.kernel.commands import with_commands
from pipeline.kernel.errors import Refusal
from pipeline.kernel.log import place_of
from pipeline.kernel.text import Exit
from pipeline.office.arrivals.scans import COUNTER, new_reader
from pipeline.office.base.session import open_session, system, user_of_process
from pipeline.office.overview import receive, watch
from pipeline.settings import load_here

LOG = logging.getLogger("rangkap.watch")
_LINE = "%(asctime)s %(name)s %(message)s"


def main() -> int:
    """Watch the home in ``RANGKAP_HOME``."""
    stopping: list[int] = []
    for stop_signal in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop_signal, lambda number, _frame: stopping.append(number))
    try:
        logging.basicConfig(stream=sys.stderr, level=logging.INFO, format=_LINE)
        settings = load_here()
        session = open_session(settings, system(user_of_process(settings)))
        watch.start(session)
        with new_reader(settings, COUNTER) as reader:
            LOG.info("watching")
            for received in watch.rounds(receive.reception(session, reader), lambda: bool(stopping)):
                item, code = (
                    received.agenda or received.arrival,
                    received.error.code if received.error else "",
                )
                letter = received.letter if received.what == "copy" else ""
                LOG.info("%s %s %s%s", received.what, item, letter, code)
    except Refusal as error:
        LOG.error("%s %s", error.code, with_commands(error))
        return int(error.status)
    except Exception as error:  # noqa: BLE001 - the last wall: the message may hold the name of a file
        LOG.error("unforeseen %s", " < ".join(place_of(error)))
        return int(Exit.FAILED)
    LOG.info("stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main())
