"""Settings: defaults < ``xlate.toml`` < environment (``XLATE_BEAM_SIZE=2``) < flags.

``xlate.toml`` is looked for in the working folder and its parents; an unknown key or a wrong value is an error that
lists what is valid.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from xlate import languages
from xlate.errors import SettingsError, UnknownLanguage
from xlate.model import Severity

FILE_NAME = "xlate.toml"
ENVIRONMENT_PREFIX = "XLATE_"

BEAM_SIZE = 2
"""Hypotheses kept while decoding.

Against 4, in half the CPU time: 0.59 (ru), 0.76 (uk), 0.38 (be) chrF of 100 are lost on news, n = 1,007, and 0.51,
0.68, 0.43 on FLORES dev, n = 997.  1 takes a third less than 2 and loses 1.5 to 2.1 against 4.  xlate 0.2 from English,
2026-11-29.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told.  Empty strings and 0 mean "choose for me"."""

    to: tuple[str, ...] = ()
    from_: str = ""
    via: tuple[str, ...] = ()
    engine: str = ""
    model: str = ""
    beam_size: int = BEAM_SIZE
    threads: int = 0
    glossary: tuple[str, ...] = ()  # files or folders, on top of the shipped glossary
    no_glossary: bool = False
    memory: str = ""  # the translation memory's file; empty for none
    keep_boilerplate: bool = False
    encoding: str = ""
    report: bool = True
    fail_on: str = ""
    index: str = ""

    def __post_init__(self) -> None:
        if self.beam_size < 1:
            raise SettingsError(f"beam_size is {self.beam_size}; it must be 1 or more.")
        if self.threads < 0:
            raise SettingsError(f"threads is {self.threads}; it must be 0 (all cores) or more.")
        if self.fail_on and self.fail_on not in _severities():
            raise SettingsError(f'fail_on is "{self.fail_on}".', f"Valid: {', '.join(_severities())}.")

    @property
    def fail_severity(self) -> Severity | None:
        """The least severity of a finding that makes the exit code 1; None for never."""
        return Severity[self.fail_on.upper()] if self.fail_on else None


def load_settings(folder: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings for a run in ``folder``; flags come on top with ``with_flags``."""
    settings = Settings()
    if path := _find_file(folder):
        settings = _merge(settings, _read_file(path), str(path))
    environment = os.environ if environment is None else environment
    named = {f"{ENVIRONMENT_PREFIX}{_public(key)}".upper(): _public(key) for key in _types()}
    chosen = {named[variable]: value for variable, value in environment.items() if variable in named}
    return _merge(settings, chosen, "environment")


def with_flags(settings: Settings, **flags: Any) -> Settings:
    """The settings with every flag that was given (is neither None, empty nor False) on top."""
    given = {_public(key): value for key, value in flags.items() if value not in (None, (), [], "", False)}
    return _merge(settings, given, "command line")


def _find_file(folder: Path) -> Path | None:
    for place in (folder, *folder.resolve().parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
    return None


def _read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"{path}: cannot be read: {error}.", "It must be TOML, for example: to = ['be', 'uk']"
        ) from error


def _merge(settings: Settings, values: Mapping[str, Any], place: str) -> Settings:
    types = {_public(key): (key, kind) for key, kind in _types().items()}
    changes = {}
    for key, value in values.items():
        if key not in types:
            raise SettingsError(f'{place}: there is no setting "{key}".', f"Settings: {', '.join(types)}.")
        name, kind = types[key]
        changes[name] = _convert(key, value, kind, place)
    return replace(settings, **changes)


def _convert(key: str, value: Any, kind: str, place: str) -> Any:
    try:
        if kind == "bool":
            return _boolean(value)
        if kind == "int":
            return int(value)
        if key in ("to", "via"):
            codes = value.replace(",", " ").split() if isinstance(value, str) else value
            return tuple(dict.fromkeys(languages.canonical(code) for code in codes))
        if key == "glossary":
            return (value,) if isinstance(value, str) else tuple(map(str, value))
        return languages.canonical(value) if key == "from" and value else str(value)
    except UnknownLanguage as error:
        raise UnknownLanguage(f"{place}: {error}", error.hint) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise SettingsError(f"{place}: {key} = {value!r} is not a valid value ({kind}).") from error


def _boolean(value: Any) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return words[str(value).lower()] if str(value).lower() in words else _refuse(value)


def _refuse(value: Any) -> bool:
    raise ValueError(value)


def _types() -> dict[str, str]:
    return {field.name: str(field.type) for field in fields(Settings)}


def _public(key: str) -> str:
    return key.rstrip("_")


def _severities() -> tuple[str, ...]:
    return tuple(str(severity) for severity in Severity)
