"""What was typed for a refused draft, kept until the draft is made (``var/isian/``, 0600).

Unreadable files are ignored.
"""

import json
from contextlib import suppress
from pathlib import Path

from pipeline.cases.fields.table import DRAFT
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.values import Value, Values
from pipeline.kernel import ids
from pipeline.kernel.files import write_durably
from pipeline.letters.clauses import Choice
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably


def keep(settings: Settings, case: str, answers: Values) -> None:
    """Keep the ``answers`` of step 10."""
    path = _path(settings, case)
    make_folder_durably(path.parent)
    write_durably(path, json.dumps(to_plain(answers), ensure_ascii=False, sort_keys=True).encode())


def kept(settings: Settings, case: str) -> Values:
    """What was typed and refused."""
    names = {field.name for field in DRAFT}
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        values = from_plain(dict[str, Value], json.loads(_path(settings, case).read_text("utf-8")))
        return {name: value for name, value in values.items() if name in names}
    return {}


def keep_choice(settings: Settings, case: str, choice: Choice) -> None:
    """Keep the chosen template, clauses and words."""
    plain = {"templat": choice.template, "tanpa": sorted(choice.left_out), "kalimat": dict(choice.words)}
    path = _path(settings, case, "kalimat")
    make_folder_durably(path.parent)
    write_durably(path, json.dumps(plain, sort_keys=True).encode())


def kept_choice(settings: Settings, case: str) -> Choice | None:
    """What was chosen and not handed in."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        plain = json.loads(_path(settings, case, "kalimat").read_text("utf-8"))
        words = {str(name): str(sentence) for name, sentence in plain["kalimat"].items()}
        return Choice(str(plain["templat"]), frozenset(map(str, plain["tanpa"])), words)
    return None


def forget(settings: Settings, case: str) -> None:
    """Forget it, once the draft is made."""
    _path(settings, case).unlink(missing_ok=True)
    _path(settings, case, "kalimat").unlink(missing_ok=True)


def _path(settings: Settings, case: str, suffix: str = "") -> Path:
    return settings.var / "isian" / f"{ids.need_case(case)}{suffix and '-'}{suffix}.json"
