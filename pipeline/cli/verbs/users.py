"""``rangkap users``; a sign-in word is shown once, on standard output alone."""

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.decisions import REASON
from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.base import users as office
from pipeline.office.bookkeeping import change_accounts as acts
from pipeline.office.engine.perform import perform

_WHY = N_("Reason")
_WORD = N_(
    "The password of account {account}, shown this once, good for {hours} hours, to be changed "
    "at its first use:"
)
_MACHINE = N_(
    "For the command line, add its user in office.toml: [[akun]] nama = “{account}”, pengguna = [“…”]."
)
_ACTS = {
    "add": acts.add_account, "roles": acts.change_roles, "lock": acts.lock_account, "unlock": acts.unlock_account,
    "reset": acts.reset_password,
}  # fmt: skip


def users(call: Call) -> int:
    """List the accounts, or carry out one action."""
    action, name = call.args.action, call.args.name
    if action == "first":
        return _give_password(call, vars(office.first(call.settings)))
    if action not in ("list", "history") and not name:
        raise Refusal("cli.name_whom", action=action)
    if call.args.console:
        return _give_password(call, vars(office.reset_at_console(call.settings, name, _why(call))))
    session = session_of(call)
    if action == "list":
        rows = office.listed(session)
        return call.give(rows, "\n".join(map(_line, rows)))
    if action == "history":
        changes = office.changes(session, name)
        return call.give(changes, "\n".join(map(_act, changes)))
    given = {acts.ROLES: call.args.role} if action in ("add", "roles") else {}
    made = perform(_ACTS[action], session, name, {**given, REASON: _why(call)})
    if action == "add":
        call.say(_MACHINE, account=name)
    if "word" in made.told:
        return _give_password(call, made.told)
    call.say(made.said)
    return call.give({"account": name, "action": action}, name)


def _why(call: Call) -> str:
    return ask_reason(_WHY.fill(call.lang), call.lang)


def _give_password(call: Call, made: Mapping[str, object]) -> int:
    call.say(_WORD, account=made["account"], hours=made["hours"])
    return call.give(dict(made), str(made["word"]))


def _line(row: dict[str, Any]) -> str:
    locked = "  DIKUNCI" if row["locked"] else ""
    users = f"  pengguna {', '.join(row['users'])}" if row["users"] else ""
    return f"{row['account']}  {', '.join(row['roles'])}{users}  kata sandi {row['word']}{locked}"


def _act(row: dict[str, Any]) -> str:
    roles = ", ".join(row["detail"].get("roles", ()))
    details = "; ".join(part for part in (roles, str(row["detail"].get("reason", ""))) if part)
    return f"{row['at']}  {row['verb']}  {row['subject']}  oleh {row['account']}  {details}".rstrip()
