"""A database on a server is upgraded by its first opening; the worker that starts then fills what the index of words lacks."""

from demo.answers import registration
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import boot, texts
from pipeline.records.models import TextRow
from tests.office.bureau import CALL, Bureau
from tests.worker.doors import doors, wait_for


def test_the_start_of_the_worker_fills_what_the_index_lacks(engine: str, bureau: Bureau) -> None:
    perform(register.register_call, bureau.session(), "", registration(CALL))
    before = texts.held()
    assert len(before) == 1
    TextRow.objects.all().delete()
    bureau.leave()

    def held() -> set[str]:
        boot.close()
        return texts.held()

    with doors(bureau.home, "worker"):
        wait_for(lambda: held() == before)
