"""``rangkap VERB …``: messages go to standard error, results to standard output."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from pipeline.cli.arguments import parser
from pipeline.cli.call import Call, reader_may_go, reader_went
from pipeline.cli.parser import language
from pipeline.kernel import log
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Exit
from pipeline.kernel.verbs import BY_NAME, Verb

_FUNCTION = {"print": "print_out", "worker": "become", "web": "become"}
_UNFORESEEN = N_(
    "Something unforeseen happened ({kind}). No input was lost. Its place is in "
    "var/logs/errors.log; give that file to the admin."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status."""
    usual = "en" if os.environ.get("RANGKAP_LANG", "").startswith("en") else "id"
    typed = sys.argv[1:] if arguments is None else arguments
    call = Call(parser(language(typed, usual)).parse_args(typed))
    verb = BY_NAME[call.args.verb]
    try:
        room = _room(verb, keep=arguments is None)
        name = "act" if verb.room == "act" else _FUNCTION.get(verb.name, verb.name.replace("-", "_"))
        status = int(getattr(room, name)(call))
        with reader_may_go():
            sys.stdout.flush()  # a reader that went away shows here, not at the end of the process
        return status
    except Refusal as error:
        call.refused(error, "rangkap: {said} [{code}]")
        for line in error.beside(call.lang):
            call.say(line)
        return int(error.status)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        reader_went()
        return int(Exit.OK)
    except Exception as error:  # noqa: BLE001 - the last wall: a sentence instead of a trace
        log.keep_unforeseen(
            call.home / "var", "", error
        )  # file names, lines and functions; no message, no values
        call.say(_UNFORESEEN, kind=type(error).__name__)
        return int(Exit.FAILED)


def _room(verb: Verb, *, keep: bool) -> ModuleType:
    """With ``keep``, garbage collection skips what was imported."""
    gc.disable()
    try:
        return import_module(f"pipeline.cli.verbs.{verb.room}")
    finally:
        if keep:
            gc.freeze()
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
