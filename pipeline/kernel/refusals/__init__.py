"""The catalogue of refusals, by code."""

from pipeline.kernel.refusals.cli import CLI
from pipeline.kernel.refusals.documents import DOCUMENTS
from pipeline.kernel.refusals.machine import MACHINE
from pipeline.kernel.refusals.office_base import OFFICE_BASE
from pipeline.kernel.refusals.office_cases import OFFICE_CASES
from pipeline.kernel.refusals.office_disposal import OFFICE_DISPOSAL
from pipeline.kernel.refusals.office_letters import OFFICE_LETTERS
from pipeline.kernel.refusals.office_steps import OFFICE_STEPS
from pipeline.kernel.text import Row

REFUSALS: dict[str, Row] = (
    CLI | DOCUMENTS | MACHINE | OFFICE_BASE | OFFICE_CASES | OFFICE_DISPOSAL | OFFICE_LETTERS | OFFICE_STEPS
)
