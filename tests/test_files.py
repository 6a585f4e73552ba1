"""Files that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlate.errors import OutputError
from xlate.files import write_atomic


@pytest.mark.parametrize("place", [".", "/"])
def test_a_folder_without_a_name_is_an_error_with_a_way_out(place: str) -> None:
    with pytest.raises(OutputError, match="it is a folder") as caught:
        write_atomic(Path(place), b"")
    assert caught.value.hint
