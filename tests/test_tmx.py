"""TMX that every translation-memory program can read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from tests.report.test_side_by_side import HOSTILE, make_result
from xlate.model import Segment, Span
from xlate.tmx import render_tmx

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_every_unit_is_there_with_both_languages() -> None:
    result = make_result()
    root = ET.fromstring(render_tmx([result]).encode())
    assert root.get("version") == "1.4"
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == "en"
    units = root.findall("body/tu")
    assert len(units) == len(result.units)
    for unit, tu in zip(result.units, units, strict=True):
        texts = {tuv.get(LANG): tuv.findtext("seg") for tuv in tu.findall("tuv")}
        assert texts == {"en": unit.source, "be": unit.target}


def test_markup_is_text() -> None:
    root = ET.fromstring(render_tmx([make_result()]).encode())
    assert HOSTILE in [seg.text for seg in root.iter("seg")]
    assert not list(root.iter("script"))


def test_characters_that_xml_forbids_are_left_out() -> None:
    result = make_result()
    unit = replace(result.units[0], segment=Segment(0, Span(0, 6), "a\x00b\x1fc\ufffe"), target="д\x08ж")
    root = ET.fromstring(render_tmx([replace(result, units=(unit,))]).encode())
    assert [seg.text for seg in root.iter("seg")] == ["abc", "дж"]


def test_origin_score_and_signature_travel_along() -> None:
    root = ET.fromstring(render_tmx([make_result()]).encode())
    props = {prop.get("type"): prop.text for prop in root.find("body/tu") or ()}
    assert props["x-origin"] == "machine"
    assert props["x-score"] == "0.500"
    assert "xlate:0.1.0" in (props["x-signature"] or "")


def test_nothing_to_write_is_still_a_document() -> None:
    assert ET.fromstring(render_tmx([]).encode()).find("body") is not None
