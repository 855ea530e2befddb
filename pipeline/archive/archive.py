"""The archive of an office, in a folder or in a bucket."""

from typing import TypeAlias

from pipeline.archive.in_folder import InFolder
from pipeline.archive.on_store.archive import OnStore

Archive: TypeAlias = InFolder | OnStore
