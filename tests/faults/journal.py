"""The journal of a program: every change it made to a folder, with its bytes and its syncs.

Read from the log of strace (``-xx``, so that no name or byte can be misread). At the end the folder as
told by the journal is compared with the folder itself, so nothing can have gone past it. Left out of both is what no
power cut keeps anyway: SQLite's map of its journal, and the room of temporary files of a backup.
"""

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.strace_sweep import CALLS, Case, trace, traced

_UNSEEN = ("sendfile", "copy_file_range", "splice", "pwritev", "pwritev2")
TRACED = (*CALLS, "open", "openat", "creat", "lseek", *_UNSEEN)
"""The calls a journal is made of."""

_BESIDE = (b"-shm", b"backup-room")
_NOT_READ = tuple(os.fsdecode(name) for name in _BESIDE)
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(.*)$")
_TOKEN = re.compile(
    r"(?P<fd>AT_FDCWD|\d+)<(?P<at>[^>]*)>(?P<gone>\(deleted\))?"
    r'|"(?P<text>(?:\\x[0-9a-f]{2})*)"(?P<cut>\.\.\.)?'
    r"|(?P<word>[^,\s<>\"\[\]{}]+)"
)


@dataclass
class Node:
    """A file (``data``), a folder (``names``), or something else, kept as it was (``other``)."""

    data: bytes = b""
    names: dict[bytes, int] | None = None
    other: tuple[int, bytes] | None = None
    mode: int = 0o600


@dataclass(frozen=True)
class Data:
    """Bytes put at ``start`` of ``node``; with ``data`` None it is cut to ``start``."""

    node: int
    start: int
    data: bytes | None


@dataclass(frozen=True)
class Names:
    """Names that change together: (folder, name) → node, or None where the name goes away."""

    changes: tuple[tuple[int, bytes, int | None], ...]


@dataclass(frozen=True)
class Sync:
    """An fsync of ``node``."""

    node: int


Event = Data | Names | Sync


@dataclass
class Journal:
    """The nodes of the folder at first, the events, and the top folder's node."""

    nodes: dict[int, Node] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    new: dict[int, Node] = field(default_factory=dict)
    top: int = 0


def record(case: Case) -> Journal:
    """Run the program of ``case`` once and return what it did to the folder."""
    case.start()
    log = case.root.with_name(f"{case.root.name}.journal")
    reader = Reader(case.root)
    done = trace(case, log, "-xx", "-s", str(1 << 26), "-e", traced(TRACED))
    assert done.returncode == 0, done.stderr.decode()
    return reader.whole(log.read_text("ascii").splitlines())


def put(node: Node, start: int, data: bytes | None) -> None:
    """Put ``data`` at ``start`` of ``node``; None cuts it there."""
    if data is None:
        node.data = node.data[:start].ljust(start, b"\0")
    else:
        node.data = node.data[:start].ljust(start, b"\0") + data + node.data[start + len(data) :]


def rename(tree: dict[int, Node], event: Names) -> None:
    """Change the names of ``event`` in ``tree``."""
    for folder, name, node in event.changes:
        names = tree[folder].names
        assert names is not None
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def frozen(tree: dict[int, Node], number: int) -> object:
    """Return what hangs below node ``number`` as a value that can be compared and hashed."""
    node = tree[number]
    if node.names is not None:
        return tuple((name, frozen(tree, child)) for name, child in sorted(node.names.items()))
    return node.other or node.data


class Reader:
    """Reads strace's lines and follows what the folder looks like while the program runs."""

    def __init__(self, root: Path) -> None:
        self.place = root
        self.root = os.fsencode(root)
        self.live: dict[int, Node] = {}
        self.offsets: dict[str, int] = {}
        top = self._load(root)
        self.journal = Journal(
            {
                n: Node(o.data, None if o.names is None else dict(o.names), o.other, o.mode)
                for n, o in self.live.items()
            },
            top=top,
        )

    def whole(self, lines: Iterable[str]) -> Journal:
        """Take all lines of the log and return the journal, which must tell what the folder has become."""
        for line in lines:
            self.read(line)
        live = frozen(self.live, self.journal.top)
        assert live == frozen(Reader(self.place).live, 0), "the journal does not tell the whole story"
        return self.journal

    def read(self, line: str) -> None:
        """Take one line of the log."""
        assert "unfinished" not in line, "the program must have one thread"
        match = _LINE.match(line)
        if match is None or int(match[3]) < 0:
            return
        call, result = match[1], int(match[3])
        tokens = [token.groupdict() for token in _TOKEN.finditer(match[2])]
        inside = any(_inside(self.root, token) for token in tokens) or _names_root(self.root, match[4])
        if call in ("open", "openat", "creat"):
            self._open(call, tokens, match[2], str(result))
        elif call == "sendfile" and not _inside(self.root, tokens[0]):
            return  # it only reads in the folder
        elif inside:
            assert call not in _UNSEEN, f"{call} cannot be followed: {line[:200]}"
            self._change(call, tokens, result)

    def _change(self, call: str, tokens: list[dict[str, str | None]], result: int) -> None:
        if call in ("write", "pwrite64", "writev", "lseek", "ftruncate", "fsync", "fdatasync"):
            self._on_handle(call, tokens, result)
            return
        paths = self._paths(tokens)
        if paths[0].endswith(_BESIDE):
            return
        if call.startswith("rename"):
            node = self._node(paths[0])
            assert node is not None
            self._names((*self._split(paths[0]), None), (*self._split(paths[1]), node))
        elif call.startswith("link"):
            self._names((*self._split(paths[1]), self._node(paths[0])))
        elif call.startswith(("unlink", "rmdir")):
            self._names((*self._split(paths[0]), None))
        elif call.startswith("mkdir"):
            self._names((*self._split(paths[0]), self._new(Node(names={}, mode=0o700))))
        else:
            raise AssertionError(f"{call} is not followed")

    def _on_handle(self, call: str, tokens: list[dict[str, str | None]], result: int) -> None:
        handle, path = str(tokens[0]["fd"]), _bytes(tokens[0]["at"])
        if call == "lseek":
            self.offsets[handle] = result
            return
        node = None if tokens[0]["gone"] else self._node(path)
        if node is None:
            return
        if call in ("fsync", "fdatasync"):
            self.journal.events.append(Sync(node))
        elif call == "ftruncate":
            self._data(node, int(str(tokens[1]["word"])), None)
        else:
            data = b"".join(_bytes(token["text"]) for token in tokens[1:] if token["text"] is not None)[
                :result
            ]
            if call == "pwrite64":
                self._data(node, int(str(tokens[-1]["word"])), data)
                return
            start = self.offsets.get(handle, 0)
            start = len(self.live[node].data) if start < 0 else start
            self._data(node, start, data)
            if self.offsets.get(handle, 0) >= 0:
                self.offsets[handle] = start + len(data)

    def _open(self, call: str, tokens: list[dict[str, str | None]], text: str, handle: str) -> None:
        self.offsets[handle] = -1 if "O_APPEND" in text else 0
        path = self._paths(tokens)[0]
        if not _is_under(self.root, path) or path.endswith(_BESIDE):
            return
        node = self._node(path)
        if node is None:
            assert "O_CREAT" in text, "a file appears from nowhere"
            self._names((*self._split(path), self._new(Node())))
        elif "O_TRUNC" in text and self.live[node].data:
            self._data(node, 0, None)

    def _paths(self, tokens: list[dict[str, str | None]]) -> list[bytes]:
        paths, at = [], b""
        for token in tokens:
            if token["at"] is not None:
                at = _bytes(token["at"])
            elif token["text"] is not None:
                path = _bytes(token["text"])
                paths.append(os.path.normpath(path if path.startswith(b"/") else at + b"/" + path))
        return paths

    def _new(self, node: Node) -> int:
        number = len(self.live)
        self.live[number] = node
        self.journal.new[number] = Node(node.data, None if node.names is None else {}, mode=node.mode)
        return number

    def _data(self, node: int, start: int, data: bytes | None) -> None:
        put(self.live[node], start, data)
        self.journal.events.append(Data(node, start, data))

    def _names(self, *changes: tuple[int, bytes, int | None]) -> None:
        event = Names(changes)
        rename(self.live, event)
        self.journal.events.append(event)

    def _split(self, path: bytes) -> tuple[int, bytes]:
        parent, _, name = path.rpartition(b"/")
        folder = self._node(parent)
        assert folder is not None, f"outside the folder: {path!r}"
        return folder, name

    def _node(self, path: bytes) -> int | None:
        if not _is_under(self.root, path):
            return None
        number = self.journal.top
        for part in path[len(self.root) :].split(b"/")[1:]:
            names = self.live[number].names
            if names is None or part not in names:
                return None
            number = names[part]
        return number

    def _load(self, path: Path) -> int:
        state = path.lstat()
        number = len(self.live)
        self.live[number] = node = Node(mode=stat.S_IMODE(state.st_mode))
        if stat.S_ISDIR(state.st_mode):
            children = [child for child in sorted(path.iterdir()) if not child.name.endswith(_NOT_READ)]
            node.names = {os.fsencode(child.name): self._load(child) for child in children}
        elif stat.S_ISREG(state.st_mode):
            node.data = path.read_bytes()
        else:
            target = os.fsencode(path.readlink()) if path.is_symlink() else b""
            node.other = (state.st_mode, target)
        return number


def _bytes(text: str | None) -> bytes:
    return bytes.fromhex((text or "").replace("\\x", ""))


def _is_under(root: bytes, path: bytes) -> bool:
    return path == root or path.startswith(root + b"/")


def _inside(root: bytes, token: dict[str, str | None]) -> bool:
    return any(_is_under(root, _bytes(token[kind])) for kind in ("at", "text") if token[kind])


def _names_root(root: bytes, result: str) -> bool:
    return "".join(f"\\x{byte:02x}" for byte in root) in result
