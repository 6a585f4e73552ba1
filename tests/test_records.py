"""Records with terms of their own: order, blank lines and the rest of a record stay; broken lines go aside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.engines.lexicon import LexiconEngine
from xlate.errors import InputError
from xlate.pipeline import Translator
from xlate.records import BadLine, Blank, Fields, Record, read_records, render_errors, render_record
from xlate.settings import Settings

WORDS = {("en", "ru"): {"open": "откройте", "the": "", "pane": "панель", "rain": "дождь"}}


def one(line: str, fields: Fields = Fields()) -> Record | Blank | BadLine:  # noqa: B008 - frozen
    [item] = read_records(line.encode("utf-8", "surrogatepass"), "in.jsonl", fields)
    return item


def translated(line: str, fields: Fields = Fields()) -> dict[str, object]:  # noqa: B008 - frozen
    translator = Translator(Settings(from_="en", no_glossary=True), [LexiconEngine(WORDS)])
    record = one(line, fields)
    assert isinstance(record, Record)
    prepared = translator.prepare_lines(record.lines, "in.jsonl:1", record.termbase("en", "ru"))
    [result] = translator.translate([prepared], "ru")
    content: dict[str, object] = json.loads(render_record(record, result, fields))
    return content


def test_a_record_keeps_what_it_holds() -> None:
    made = translated('{"id": 7, "text": "rain", "tags": ["a", {"b": null}], "price": 1.50}')
    assert (made["id"], made["text"], made["tags"], made["price"]) == (7, "rain", ["a", {"b": None}], 1.5)
    assert (made["translation"], made["terms"]) == ("дождь", [])
    assert list(made)[:4] == ["id", "text", "tags", "price"]


def test_its_terms_are_reported() -> None:
    made = translated('{"text": "open the pane", "terms": {"pane": "область", "rain": "ливень", "screen": "экран"}}')
    reported = made["terms"]
    assert isinstance(reported, list)
    assert [(hit["term"], hit["wanted"], hit["status"]) for hit in reported] == [
        ("pane", "область", "violated"),  # the word list has no attention to place it by
        ("rain", "ливень", "absent"),
        ("screen", "экран", "absent"),
    ]
    assert "pane should be область" in str(made["findings"])


def test_fields_have_the_names_that_are_said() -> None:
    fields = Fields("source", "target")
    made = translated('{"source": "rain", "text": 3}', fields)
    assert (made["target"], made["text"]) == ("дождь", 3)


def test_lines_of_a_text_stay_lines() -> None:
    assert translated('{"text": "rain\\n\\nrain\\n"}')["translation"] == "дождь\n\nдождь\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "column 1"),
        ('{"text": "a"', "column"),
        ("[1]", "no object"),
        ('"text"', "no object"),
        ('{"txt": "a"}', 'has no "text"'),
        ('{"text": null}', 'no text in "text"'),
        ('{"text": "a", "terms": ["b"]}', "no object of source and target"),
        ('{"text": "a", "terms": {"b": 1}}', "no object of source and target"),
        ('{"text": "a", "terms": {"": "b"}}', "empty source or target"),
        ('{"text": "a", "terms": {"b": " "}}', "empty source or target"),
        (json.dumps({"text": "a", "terms": {"b" * 300: "c"}}), "300 characters"),
        ('{"text": "a", "n": NaN}', "no JSON number"),
        ('{"text": "a", "n": 1e999}', "no JSON"),
        ('{"text": "\\ud83d"}', "half a character"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_broken_line_is_named(line: str, said: str) -> None:
    item = one(line)
    assert isinstance(item, BadLine)
    assert said in item.message
    assert str(item.error("in.jsonl")).startswith("in.jsonl:1: ")
    [listed] = [json.loads(text) for text in render_errors([item]).splitlines()]
    assert (listed["line"], listed["raw"]) == (1, line)


@pytest.mark.parametrize("line", ['{"text": "a", "terms": {"rio.*[": "(рио"}}', '{"text": "a", "terms": null}'])
def test_what_looks_odd_but_is_right(line: str) -> None:
    assert isinstance(one(line), Record)


def test_numbers_of_lines_are_those_of_the_file() -> None:
    data = b'\xef\xbb\xbf{"text": "a"}\r\n\r\nx\n{"text": "b\xe2\x80\xa8c"}\n'
    assert [(type(item), item.line) for item in read_records(data, "in.jsonl")] == [
        (Record, 1), (Blank, 2), (BadLine, 3), (Record, 4),
    ]  # fmt: skip
    with pytest.raises(InputError, match="not UTF-8"):
        read_records(b"\xff", "in.jsonl")


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_no_line_is_lost_or_invented(data: bytes) -> None:
    try:
        items = read_records(data, "in.jsonl")
    except InputError:
        return
    assert [item.line for item in items] == list(range(1, len(items) + 1))
    assert len(items) == len(data.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n").split(b"\n")) or not items


def test_the_command_translates_the_rest_and_lists_what_is_broken(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"text": "Open the Notes pane.", "terms": {"pane": "область"}, "id": 1}\n\nbroken\n{"text": "12.5"}\n'
        '{"text": "It rained in Minsk."}\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "xlate.cli.app", "translate", str(source), "--from", "en", "--to", "ru", "-o"]
    done = subprocess.run([*command, str(tmp_path / "out.jsonl")], capture_output=True, check=False)
    assert done.returncode == 2
    assert f"{source}:3: is no JSON" in done.stderr.decode()
    lines = (tmp_path / "out.jsonl").read_text("utf-8").split("\n")
    assert [bool(line) for line in lines] == [True, False, True, True, False]
    first, number, minsk = (json.loads(line) for line in lines if line)
    assert (first["id"], first["terms"][0]["wanted"], number["translation"]) == (1, "область", "12.5")
    assert {"term", "wanted", "status"} <= set(minsk["terms"][0])
    assert "Минск" in minsk["translation"]
    [listed] = (tmp_path / "out.errors.jsonl").read_text("utf-8").splitlines()
    assert json.loads(listed)["raw"] == "broken"
