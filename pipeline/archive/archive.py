"""The archive of an office, wherever it lies: in a folder, or in a bucket. Both answer the same."""

from typing import TypeAlias

from pipeline.archive.in_folder import InFolder
from pipeline.archive.on_store.archive import OnStore

Archive: TypeAlias = InFolder | OnStore
