"""The catalogue of refusals, by code."""

from pipeline.kernel.refusals.archive import ARCHIVE
from pipeline.kernel.refusals.cases import CASES
from pipeline.kernel.refusals.cli import CLI
from pipeline.kernel.refusals.intake import INTAKE
from pipeline.kernel.refusals.kernel import KERNEL
from pipeline.kernel.refusals.letters import LETTERS
from pipeline.kernel.refusals.office_accounts import OFFICE_ACCOUNTS
from pipeline.kernel.refusals.office_arrivals import OFFICE_ARRIVALS
from pipeline.kernel.refusals.office_base import OFFICE_BASE
from pipeline.kernel.refusals.office_cases import OFFICE_CASES
from pipeline.kernel.refusals.office_disposal import OFFICE_DISPOSAL
from pipeline.kernel.refusals.office_letters import OFFICE_LETTERS
from pipeline.kernel.refusals.office_papers import OFFICE_PAPERS
from pipeline.kernel.refusals.office_signing import OFFICE_SIGNING
from pipeline.kernel.refusals.office_steps import OFFICE_STEPS
from pipeline.kernel.refusals.records import RECORDS
from pipeline.kernel.refusals.register import REGISTER
from pipeline.kernel.refusals.stores import STORES
from pipeline.kernel.text import Row

REFUSALS: dict[str, Row] = (
    ARCHIVE | CASES | CLI | INTAKE | KERNEL | LETTERS | OFFICE_ACCOUNTS | OFFICE_ARRIVALS | OFFICE_BASE
    | OFFICE_CASES | OFFICE_DISPOSAL | OFFICE_LETTERS | OFFICE_PAPERS | OFFICE_SIGNING
    | OFFICE_STEPS | RECORDS | REGISTER | STORES
)  # fmt: skip
