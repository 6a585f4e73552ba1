"""Argos model packages: bundled with xlate, installed on this machine, or available from an index.

``argostranslate.package`` knows where packages live and reads their metadata; xlate lists through it.  It does
not install through it: ``install_from_path`` unpacks archives unchecked and then imports stanza; see ``archive``.
"""

from xlate.packages.archive import install_file
from xlate.packages.export import export_package
from xlate.packages.index import available_packages, install_pair
from xlate.packages.store import (
    ModelPackage,
    broken_folders,
    find_packages,
    fingerprint,
    open_directory,
    remove_pair,
    verify,
)

__all__ = [
    "ModelPackage",
    "available_packages",
    "broken_folders",
    "export_package",
    "find_packages",
    "fingerprint",
    "install_file",
    "install_pair",
    "open_directory",
    "remove_pair",
    "verify",
]
