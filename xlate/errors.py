"""Every error a user can meet, in one tree.

    XlateError                    exit code 2
    ├── UsageError                wrong flags, settings or values
    │   ├── UnknownLanguage       a code or name that is no language
    │   └── SettingsError         xlate.toml or an environment variable
    ├── InputError                a file that cannot be read as a document
    ├── OutputError               a place that cannot be written
    └── ModelError                exit code 3
        ├── PackageError          a package that is damaged, unsafe or missing
        ├── EngineError           an engine whose programs or files do not work
        └── NoRoute               no installed models lead from source to target

A message names the thing, the place and the way out.  `cli.app` is the only place that catches, prints and exits.
"""

from __future__ import annotations

from typing import ClassVar


class XlateError(Exception):
    """Base of all expected errors: ``str(error)`` says what and where, ``hint`` says the way out."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(XlateError):
    """The request itself is wrong."""


class UnknownLanguage(UsageError):
    """A language code or name that xlate does not know."""


class SettingsError(UsageError):
    """A setting that is unknown or has a wrong value."""


class InputError(XlateError):
    """An input that is missing, unreadable or not a document."""


class RecollectionError(XlateError):
    """A translation memory that cannot be read or written: no document is to blame."""


class OutputError(XlateError):
    """An output that cannot be written; nothing half-written stays behind."""


class ModelError(XlateError):
    """Something that translation needs is missing or broken."""

    exit_code = 3


class PackageError(ModelError):
    """A model package that is damaged, unsafe, truncated or not installed."""


class EngineError(ModelError):
    """An engine whose programs or files do not work on this machine."""


class NoRoute(ModelError):
    """No installed model, alone or in a chain, leads from the source to the target language."""
