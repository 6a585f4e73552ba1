"""defaults < xlate.toml < environment < flags."""

from pathlib import Path

import pytest

from xlate.errors import SettingsError, UnknownLanguage
from xlate.model import Severity
from xlate.settings import Settings, load_settings, with_flags


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_each_place_beats_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "xlate.toml").write_text('to = ["be", "uk"]\nbeam_size = 2\nthreads = 3\n')
    (tmp_path / "deep").mkdir()
    settings = load_settings(tmp_path / "deep", {"XLATE_BEAM_SIZE": "5", "XLATE_FROM": "eng", "HOME": "/x"})
    assert (settings.to, settings.beam_size, settings.threads, settings.from_) == (("be", "uk"), 5, 3, "en")
    assert with_flags(settings, to=["ru"], beam_size=1, engine="").to == ("ru",)


def test_repeated_targets_are_asked_for_once() -> None:
    assert with_flags(Settings(), to=["be", "bel"]).to == ("be",)


def test_unknown_key_lists_the_valid_ones(tmp_path: Path) -> None:
    (tmp_path / "xlate.toml").write_text('target = "be"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path, {})
    assert "xlate.toml" in str(caught.value)
    assert '"target"' in str(caught.value)
    assert "to, from, via" in caught.value.hint


@pytest.mark.parametrize(
    "line", ["beam_size = 0", 'beam_size = "x"', 'fail_on = "never"', 'report = "maybe"', "threads = -1"]
)
def test_wrong_values_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "xlate.toml").write_text(line + "\n")
    with pytest.raises(SettingsError):
        load_settings(tmp_path, {})


def test_broken_toml_names_file_and_place(tmp_path: Path) -> None:
    (tmp_path / "xlate.toml").write_text("to = [\n")
    with pytest.raises(SettingsError, match=r"xlate\.toml"):
        load_settings(tmp_path, {})


def test_unknown_language_in_the_environment(tmp_path: Path) -> None:
    with pytest.raises(UnknownLanguage, match="environment"):
        load_settings(tmp_path, {"XLATE_TO": "be xx"})


def test_fail_on_is_a_severity() -> None:
    assert with_flags(Settings(), fail_on="warning").fail_severity is Severity.WARNING
    assert Settings().fail_severity is None
