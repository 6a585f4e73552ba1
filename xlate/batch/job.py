"""What a run is asked for, and how it talks while it works."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from xlate.batch.folder import FolderSink
from xlate.batch.jsonl import RESERVED, JsonlSink
from xlate.batch.outputs import Sink
from xlate.batch.plan import Inputs
from xlate.batch.state import STATE, State
from xlate.batch.windows import WINDOW_SEGMENTS
from xlate.errors import UsageError, XlateError
from xlate.report.beside import Beside
from xlate.settings import Settings


@dataclass(frozen=True)
class Job:
    """Inputs, settings (``to`` names the targets) and the output: a folder, or a file whose name ends in .jsonl.

    ``ray`` is the address of a Ray cluster that translates, "auto" for the one of this machine; empty for this process.
    """

    inputs: Inputs
    settings: Settings
    output: Path
    report: bool = False
    as_json: bool = False
    tmx: bool = False
    retry_failed: bool = False
    manifest: Path | None = None
    window: int = WINDOW_SEGMENTS
    ray: str = ""
    xlsx: bool = False
    markdown: bool = False

    def __post_init__(self) -> None:
        if not self.settings.to:
            raise UsageError("No target language.", "Say it with --to, for example --to be --to uk")
        if self.is_jsonl and self.beside:
            raise UsageError(
                f"{self.output}: one file holds nothing beside (reports, tables).", "Give a folder: -o out/"
            )
        if self.is_jsonl and (taken := RESERVED.intersection(self.inputs.text_fields)):
            raise UsageError(
                f'{self.output}: a line has a field "{min(taken)}" of its own.', "Give a folder: -o out/, or rename it."
            )
        if self.output.suffix[1:].isalpha() and not self.output.is_dir() and not self.is_jsonl:
            raise UsageError(f"{self.output}: batch writes a folder or a .jsonl file.", "Give a folder: -o out/")

        if self.ray and self.settings.memory and not self.settings.memory.startswith(("postgresql:", "postgres:")):
            raise UsageError(
                f"{self.settings.memory}: the machines of a cluster cannot share a file.",
                "Put the memory on a server: --memory postgresql://USER@HOST/DATABASE",
            )

    @property
    def is_jsonl(self) -> bool:
        return self.output.suffix.lower() in (".jsonl", ".ndjson") and not self.output.is_dir()

    @property
    def state_path(self) -> Path:
        return self._aside(STATE)

    @property
    def manifest_path(self) -> Path:
        return self.manifest or self._aside("manifest.jsonl")

    @property
    def written(self) -> str:
        """What the outputs depend on beside the translation, for the signature."""
        fields = self.inputs.text_fields
        tables = f"{' xlsx' if self.xlsx else ''}{' markdown' if self.markdown else ''}"
        return f"{self.inputs.format} {fields} {self.is_jsonl} {self.report} {self.as_json} {self.tmx}{tables}"

    @property
    def beside(self) -> Beside:
        return Beside(self.report, self.as_json, self.tmx, self.xlsx, self.markdown)

    def sink(self, state: State) -> Sink:
        if self.is_jsonl:
            return JsonlSink(self.output, state)
        return FolderSink(self.output, state, self.beside)

    def _aside(self, name: str) -> Path:
        if self.is_jsonl:
            return self.output.parent / ".xlate" / f"{self.output.name}.{name}"
        return self.output / ".xlate" / name


@dataclass
class Meter:
    """How far a run is: documents, words translated, and bytes of ``total`` (0: unknown).  Shared by threads."""

    total: int = 0
    documents: int = 0
    unchanged: int = 0
    failed: int = 0
    words: int = 0
    _settled: float = 0.0
    _windows: dict[int, tuple[float, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def weight(self) -> float:
        """Bytes done, windows at work counted by their finished segments."""
        with self._lock:
            return self._settled + sum(weight for weight, _ in self._windows.values())

    @property
    def words_by_now(self) -> float:
        """Words translated, those of windows at work among them."""
        with self._lock:
            return self.words + sum(words for _, words in self._windows.values())

    def settle(self, weight: float, **counts: int) -> None:
        """A document is done with; ``counts`` are added to the fields of their names."""
        with self._lock:
            self._settled += weight
            for name, count in counts.items():
                setattr(self, name, getattr(self, name) + count)

    def at_work(self, window: int, weight: float, words: float) -> None:
        """A window has come so far."""
        with self._lock:
            self._windows[window] = weight, words

    def lost(self) -> None:
        """The windows at work are begun anew."""
        with self._lock:
            self._windows.clear()

    def no_more(self, window: int) -> None:
        """The window's documents are settled next."""
        with self._lock:
            self._windows.pop(window, None)


class Observer:
    """Told what happens, from several threads; this one does nothing."""

    def moved(self, meter: Meter) -> None:
        """Some work is done."""

    def failed(self, error: XlateError) -> None:
        """A document was set aside."""

    def noted(self, text: str) -> None:
        """Something that the user should know."""
