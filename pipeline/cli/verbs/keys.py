"""``rangkap keys``, ``recovery-sheet`` and ``cert``."""

import secrets
import sys
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason, typed
from pipeline.kernel.text import N_
from pipeline.office.base import certificate, passphrase
from pipeline.office.keeping import key_keeping

_PRINTED = N_(
    "{path}\nPrint it once, delete the file, put the sheet into a sealed envelope. Then: rangkap "
    "recovery-sheet --confirm"
)
_WHY = N_("Reason for printing again", "keys")
_GROUP = N_("Type group {group} of the printed sheet: ")


def keys(call: Call) -> int:
    """List the key ids."""
    rows = key_keeping.listed(session_of(call))
    return call.give(rows, "\n".join(f"{row['id']:<10} {row['state']}" for row in rows))


def recovery_sheet(call: Call) -> int:
    """Make the sheet, or confirm that it is at hand."""
    session = session_of(call)
    if call.args.confirm:
        group = secrets.randbelow(passphrase.GROUPS) + 1
        key_keeping.confirm(session, group, _typed(_GROUP.fill(call.lang, group=group)))
        call.say(N_("Noted: the sheet is at hand. Seal the envelope."))
        return call.give({"confirmed": True})
    again = ask_reason(_WHY.fill(call.lang), call.lang) if call.args.again else ""
    path = key_keeping.print_sheet(session, Path(call.args.to), again)
    call.say(_PRINTED, path=path)
    return call.give({"path": str(path)})


def _typed(question: str) -> str:
    if not is_terminal():
        print(question, file=sys.stderr, flush=True)
        return sys.stdin.readline()
    return typed(question)


_MADE = N_(
    "The certificate was made. The pages are https alone once they are started again: systemctl "
    "restart rangkap-web, or rangkap start.\nEach PC of the office trusts it once: "
    "deploy/halaman-web.md. Compare its SHA-256 fingerprint there:"
)
_ENDS = N_("That certificate ends on {until}; make a new one: rangkap cert --renew")


def cert(call: Call) -> int:
    """Show the certificate, making one if needed or asked."""
    session = session_of(call)
    is_new = call.args.renew or call.args.new_key
    cert = None if is_new else certificate.shown(session)
    if cert is None:
        cert = certificate.make(session, new_key=call.args.new_key)
        call.say(_MADE)
    until = f"{cert.until.astimezone(call.settings.zone):%d-%m-%Y}"
    if cert.is_ending:
        call.say(_ENDS, until=until)
    plain = {"sha256": cert.sha256, "until": cert.until.isoformat(), "names": list(cert.names)}
    if call.args.to:
        path = certificate.put_out(session, Path(call.args.to))
        call.say(
            N_("{path}\nThe copy for the PCs; it holds no secret."),
            path=path,
        )
        plain["path"] = str(path)
    text = f"{_grouped(cert.fingerprint)}\n{', '.join(cert.names)}\n{cert.since:%d-%m-%Y} – {until}"
    return call.give(plain, text)


def _grouped(fingerprint: str) -> str:
    return f"{fingerprint[:48].rstrip(':')}\n{fingerprint[48:]}"
