"""A direction of a bundled model as an ``.argosmodel`` file, for plain Argos Translate and LibreTranslate."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from xlate import languages
from xlate.files import write_atomic
from xlate.packages.store import ModelPackage

ARGOS_VERSION = "1.9"  # the oldest Argos Translate that knows target_prefix


def export_package(package: ModelPackage, path: Path) -> None:
    """Write ``package`` to ``path``; the same input always gives the same bytes."""
    stem = f"translate-{package.source}_{package.target}-{package.version.replace('.', '_')}"
    metadata = {
        "package_version": package.version,
        "argos_version": ARGOS_VERSION,
        "from_code": package.source,
        "from_name": languages.name(package.source),
        "to_code": package.target,
        "to_name": languages.name(package.target),
        "target_prefix": package.target_prefix,
    }
    files = {"metadata.json": json.dumps(metadata, indent=1).encode()}
    files["sentencepiece.model"] = package.source_tokenizer.read_bytes()
    files |= {f"model/{file.name}": file.read_bytes() for file in sorted(package.model.iterdir()) if file.is_file()}
    if (card := package.path / "README.md").is_file():
        files["README.md"] = card.read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"{stem}/{name}"), data, zipfile.ZIP_DEFLATED)
    write_atomic(path, buffer.getvalue())
