"""No real letter in the sample office's name (letter rule 3)."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, joined
from pipeline.settings import Settings
from pipeline.settings.samples import ON_LETTERS, samples_left

PRACTICE = N_("TRIAL: this letter bears the sample office and is no real letter.")


def invented(settings: Settings) -> tuple[str, ...]:
    """Keys of invented values that letters would show."""
    return tuple(key for key in samples_left(settings.values, settings.signatories) if key in ON_LETTERS)


def not_own(settings: Settings) -> Refusal | None:
    """Refuses invented values, except in a trial home."""
    names = invented(settings)
    if not names or settings["kantor.percobaan"]:
        return None
    return Refusal("office.sample_office", what=joined((ON_LETTERS[name] for name in names), ", "))


def need_own(settings: Settings) -> None:
    """Refuse invented values, except in a trial home."""
    if why_not := not_own(settings):
        raise why_not
