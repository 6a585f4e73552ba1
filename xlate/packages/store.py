"""The packages on this machine.

Bundled models lie in ``xlate/data/models/NAME`` with a ``package.json`` that lists the directions they serve, so that
one file on disk serves them all.  Installed ones lie where Argos Translate keeps them, one folder a direction.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from xlate import languages
from xlate.errors import PackageError

BUNDLED = Path(__file__).resolve().parent.parent / "data" / "models"

_TOKENIZERS = (  # (source side, target side), in the order in which they are looked for
    ("sentencepiece.model", "sentencepiece.model"),
    ("source.spm", "target.spm"),
    ("sentencepiece.bpe.model", "sentencepiece.bpe.model"),
    ("spm.model", "spm.model"),
)


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """One direction of one model on disk.

    ``origin`` is ``"bundled"``, ``"installed"`` or ``"directory"``.  ``target_prefix`` is the decoder's first token,
    empty for a model of one direction.  ``source_tokenizer`` and ``target_tokenizer`` are SentencePiece files;
    ``target_pieces``, where there is one, names the pieces that the target language uses, one a line;
    ``repetition_penalty`` is CTranslate2's, 1 for none.
    """

    source: str
    target: str
    name: str
    version: str
    origin: str
    path: Path
    model: Path
    source_tokenizer: Path
    target_tokenizer: Path
    target_prefix: str = ""
    target_pieces: Path | None = None
    repetition_penalty: float = 1.0

    @property
    def label(self) -> str:
        """What a route shows: name and version, such as ``xlate-0.1`` or ``argos-1.9``."""
        return f"{self.name}-{self.version}"


def find_packages() -> tuple[ModelPackage, ...]:
    """All usable packages, bundled ones first; folders that hold no usable package are passed over."""
    return (*bundled_packages(), *installed_packages())


def bundled_packages() -> Iterator[ModelPackage]:
    """The directions of every model shipped inside xlate."""
    for description in sorted(BUNDLED.glob("*/package.json")):
        folder = description.parent
        facts = json.loads(description.read_text(encoding="utf-8"))
        for pair in facts["directions"]:
            source, target = pair.split("-")
            yield _package(
                folder,
                source=source,
                target=target,
                name=facts["name"],
                version=facts["version"],
                origin="bundled",
                target_prefix=facts["target_prefix"].format(target=target),
                target_pieces=_pieces(folder, facts, target),
                repetition_penalty=_penalty(facts),
            )


def installed_packages() -> Iterator[ModelPackage]:
    """The packages in Argos Translate's folders."""
    for folder in _installed_folders():
        try:
            yield read_installed(folder)
        except PackageError:
            continue


def broken_folders() -> Iterator[PackageError]:
    """What is wrong with each folder among the installed packages that is no usable package."""
    for folder in _installed_folders():
        try:
            read_installed(folder)
        except PackageError as error:
            yield error


def install_folder() -> Path:
    """Where packages are installed: Argos Translate's own folder, so that both programs see them."""
    return Path(_argos_settings().package_data_dir)


def index_address() -> str:
    """Argos Translate's package index: the environment's ``ARGOS_PACKAGE_INDEX`` or its default."""
    return str(_argos_settings().remote_package_index)


def read_installed(folder: Path) -> ModelPackage:
    """The package in ``folder``; PackageError if it is none that xlate can use."""
    from argostranslate import package as argos

    try:
        facts = argos.Package(folder)
    except (OSError, ValueError, RuntimeError, AttributeError, TypeError) as error:
        raise PackageError(
            f"{folder}: not a readable Argos package ({error}).", "Remove the folder and install it again."
        ) from error
    if facts.type != "translate" or not facts.from_code or not facts.to_code:
        raise PackageError(f"{folder}: a package of type {facts.type!r}, not a translation model.")
    for code in (facts.from_code, facts.to_code):
        if not languages.known(code):
            raise PackageError(f'{folder}: its language "{code}" is not one that xlate knows.')
    return _package(
        folder,
        source=languages.canonical(facts.from_code),
        target=languages.canonical(facts.to_code),
        name="argos",
        version=str(facts.package_version),
        origin="installed",
        target_prefix=facts.target_prefix or "",
    )


def open_directory(folder: Path, source: str, target: str) -> ModelPackage:
    """A bare CTranslate2 model directory (or an unpacked package) as a package for the given direction.

    The SentencePiece files lie in it or beside it; ``metadata.json`` or ``package.json`` may give ``target_prefix`` and
    ``package_version``.
    """
    if not folder.is_dir():
        raise PackageError(f"{folder}: no such folder.", "--model takes a folder with a CTranslate2 model.bin.")
    described = [folder / name for name in ("metadata.json", "package.json") if (folder / name).is_file()]
    facts = _read_json(described[0]) if described else {}
    given = facts.get("package_version") or facts.get("version")
    version = str(given or fingerprint(_model_folder(folder) / "model.bin"))
    return _package(
        folder,
        source=source,
        target=target,
        name=folder.name,
        version=version,
        origin="directory",
        target_prefix=str(facts.get("target_prefix", "")).format(source=source, target=target),
        target_pieces=_pieces(folder, facts, target),
        repetition_penalty=_penalty(facts),
    )


def verify(package: ModelPackage) -> None:
    """Load the model and its tokenizers and translate one word; PackageError says what is broken."""
    from xlate.engines.argos import Model

    try:
        Model(package, threads=1).translate(["a"])
    except (RuntimeError, OSError, ValueError) as error:
        hint = "Reinstall xlate." if package.origin == "bundled" else "Remove it and install it again."
        raise PackageError(f"{package.path}: the model does not load ({error}).", hint) from error


def remove_pair(source: str, target: str) -> tuple[Path, ...]:
    """Remove every installed package of a direction; the folders removed.  Bundled models stay."""
    found = tuple(p for p in installed_packages() if (p.source, p.target) == (source, target))
    if not found:
        bundled = any((p.source, p.target) == (source, target) for p in bundled_packages())
        why = "is bundled with xlate and cannot be removed" if bundled else "is not installed"
        raise PackageError(f"{source}-{target} {why}.", "`xlate models list` shows what is installed.")
    for package in found:
        shutil.rmtree(package.path)
    return tuple(package.path for package in found)


@lru_cache(maxsize=64)
def fingerprint(path: Path) -> str:
    """First 12 hex digits of the file's SHA-256: what a signature calls the model."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _pieces(folder: Path, facts: dict[str, Any], target: str) -> Path | None:
    path = folder / str(facts.get("target_pieces", "")).format(target=target)
    return path if path.is_file() else None


def _penalty(facts: dict[str, Any]) -> float:
    penalty = facts.get("repetition_penalty", 1.0)
    if not isinstance(penalty, int | float) or penalty < 1:
        raise PackageError(f"repetition_penalty is {penalty!r}; it must be a number from 1 on.")
    return float(penalty)


def _package(
    folder: Path, *, target_pieces: Path | None = None, repetition_penalty: float = 1.0, **facts: str
) -> ModelPackage:
    model = _model_folder(folder)
    for places in (folder, model, folder.parent):
        for source_side, target_side in _TOKENIZERS:
            if (places / source_side).is_file() and (places / target_side).is_file():
                return ModelPackage(
                    path=folder,
                    model=model,
                    source_tokenizer=places / source_side,
                    target_tokenizer=places / target_side,
                    target_pieces=target_pieces,
                    repetition_penalty=repetition_penalty,
                    **facts,
                )
    if (folder / "bpe.model").is_file():
        raise PackageError(f"{folder}: uses the old BPE tokenizer.", "Install a newer version of the package.")
    raise PackageError(
        f"{folder}: has no SentencePiece model.", "Put sentencepiece.model (or source.spm, target.spm) in it."
    )


def _model_folder(folder: Path) -> Path:
    for place in (folder / "model", folder):
        if (place / "model.bin").is_file():
            return place
    raise PackageError(f"{folder}: has no CTranslate2 model.bin.", "Install the package again.")


def _installed_folders() -> Iterator[Path]:
    for place in _argos_settings().package_dirs:
        try:
            yield from sorted(folder for folder in Path(place).iterdir() if folder.is_dir())
        except OSError:
            continue


def _argos_settings() -> Any:
    try:
        from argostranslate import settings
    except OSError as error:  # it makes its folders on import
        raise PackageError(
            f"Argos Translate cannot make its folders: {error}.", "Set XDG_DATA_HOME to a folder that can be written."
        ) from error
    return settings


def _read_json(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PackageError(f"{path}: cannot be read ({error}).") from error
    return facts if isinstance(facts, dict) else {}
