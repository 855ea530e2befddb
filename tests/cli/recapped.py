"""The office of the demonstration in November 2026: its six samples are registered, two clarified, one drafted."""

from demo.answers import clarifying, registration
from pipeline.office.answer import clarify
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from tests.office.bureau import CLERK, OFFICER, Bureau

CLARIFIED, DRAFTED = (2, 6), 3


def fill(office: Bureau) -> None:
    """Register the samples in their order, the call last; a case has the number of its sample."""
    for sample in range(1, 6):
        office.register(sample)
    perform(register.register_call, office.session(CLERK), "", registration(6))
    for sample in CLARIFIED:
        perform(
            clarify.record_clarification, office.session(OFFICER), f"2026-000{sample}", clarifying(sample)
        )
    law = {"emergency_law": "UU 12/2022", "emergency_reason": "anak terancam"}
    office.draft(f"2026-000{DRAFTED}", DRAFTED, referral="psikolog", **law)
