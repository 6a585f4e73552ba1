"""TBX-Basic, ISO 30042:2019, DCA style; on reading also the 2008 edition (martif, termEntry, langSet, tig, ntig).

    concept      subjectField (domain), notes "xlate KEY: VALUE" for facts that TBX-Basic has no category for,
                 note, admin source, date of the last change
    term         preferredTerm; aliases admittedTerm; forbidden spellings deprecatedTerm; grammaticalGender

Nothing is lost in a round trip through our notes; of other programs' files, what we have no column for is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from xlate import languages
from xlate.errors import InputError
from xlate.glossary.concept import Concept, Gender, Kind, Status, Term
from xlate.glossary.row import BadCell, Problem, parse_row, render_row

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>A glossary of proper nouns, written by xlate</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTE = re.compile(r"^xlate (kind|gender|number|flags|forms|of|status): (.*)$", re.DOTALL)
_GENDERS = {Gender.MASCULINE: "masculine", Gender.FEMININE: "feminine", Gender.NEUTER: "neuter"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = {
    "deprecatedTerm-admn-sts": "forbidden", "supersededTerm-admn-sts": "forbidden", "admittedTerm-admn-sts": "alias",
}  # fmt: skip


def render_tbx(concepts: Iterable[Concept]) -> str:
    """One document with a conceptEntry for each concept."""
    return _HEAD + "".join(_entry(number, concept) for number, concept in enumerate(concepts, 1)) + _TAIL


def read_tbx(text: str, name: str) -> tuple[list[Concept], list[Problem]]:
    """The concepts of a TBX document; InputError if it is none.

    Entities that a document defines itself are refused: no glossary needs them, and they can blow up (XML bombs).
    """
    if "<!ENTITY" in text:
        raise InputError(f"{name}: defines XML entities of its own.", "Save it without a document type.")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise InputError(f"{name}: is no XML ({error}).", "Export it as TBX again.") from error
    if _tag(root) not in ("tbx", "martif"):
        raise InputError(f"{name}: is no TBX but <{_tag(root)}>.", "TBX begins with <tbx> or <martif>.")
    concepts, problems = [], []
    for number, entry in enumerate((e for e in root.iter() if _tag(e) in ("conceptEntry", "termEntry")), 1):
        place = f"{name}:entry {entry.get('id') or number}"
        try:
            concepts.append(_concept(entry, place))
        except BadCell as error:
            problems.append(Problem(place, error.column, str(error), error.hint))
    return concepts, problems


def _entry(number: int, concept: Concept) -> str:
    cells = render_row(
        concept, ("kind", "gender", "number", "flags", "forms", "of", "status", "note", "source", "date")
    )
    parts = [f'<descrip type="subjectField">{_clean(concept.domain)}</descrip>'] if concept.domain else []
    parts += [
        f"<note>xlate {column}: {_clean(cells[column])}</note>"
        for column in ("kind", "gender", "number", "flags", "forms", "of", "status")
        if cells[column]
    ]
    parts += [f"<note>{_clean(concept.note)}</note>"] if concept.note else []
    parts += [f'<admin type="source">{_clean(concept.source)}</admin>'] if concept.source else []
    if concept.date:
        change = '<transac type="transactionType">modification</transac>'
        parts.append(f"<transacGrp>{change}<date>{_clean(concept.date)}</date></transacGrp>")
    sections = "".join(f"\n {_section(concept, term)}" for term in concept.terms.values())
    return f'<conceptEntry id="c{number}">{"".join(parts)}{sections}\n</conceptEntry>\n'


def _section(concept: Concept, term: Term) -> str:
    gender = _GENDERS.get(concept.gender_in(term.language), "")
    status = "deprecatedTerm" if concept.status is Status.DEPRECATED else "preferredTerm"
    terms = [_term(term.text, status, concept.kind, gender)]
    terms += [_term(alias, "admittedTerm", concept.kind) for alias in term.aliases]
    terms += [_term(variant, "deprecatedTerm", concept.kind) for variant in term.forbidden]
    return f"<langSec xml:lang={quoteattr(term.language)}>{''.join(terms)}</langSec>"


def _term(text: str, status: str, kind: Kind, gender: str = "") -> str:
    part = {Kind.ADJECTIVE: "adjective"}.get(kind, "noun" if kind in (Kind.TITLE, Kind.OTHER) else "properNoun")
    notes = f'<termNote type="partOfSpeech">{part}</termNote>'
    notes += f'<termNote type="grammaticalGender">{gender}</termNote>' if gender else ""
    notes += f'<termNote type="administrativeStatus">{status}-admn-sts</termNote>'
    return f"<termSec><term>{_clean(text)}</term>{notes}</termSec>"


def _concept(entry: ElementTree.Element, place: str) -> Concept:
    """The concept by way of our cells, so that every check of a row is made here too."""
    cells = _facts(entry)
    names: dict[str, dict[str, list[str]]] = {"alias": {}, "forbidden": {}}
    genders = {}
    for section in (e for e in entry.iter() if _tag(e) in ("langSec", "langSet")):
        code = _code(section)
        for text, role, gender in _terms(section):
            if role == "term" and code not in cells:
                cells[code], genders[code] = text, gender
            else:
                names["forbidden" if role == "forbidden" else "alias"].setdefault(code, []).append(text)
    return parse_row(_with_lists(cells, names, genders), place)


def _facts(entry: ElementTree.Element) -> dict[str, str]:
    """The cells that stand at the concept."""
    cells: dict[str, str] = {}
    notes = []
    for element in entry:
        text, type_ = _text(element), element.get("type")
        if _tag(element) == "note" and (ours := _NOTE.match(text)):
            cells[ours[1]] = ours[2]
        elif text and (_tag(element) == "note" or type_ == "definition"):
            notes.append(text)
        elif text and type_ in ("subjectField", "source"):
            cells["domain" if type_ == "subjectField" else "source"] = text
        for date in (e for e in element.iter() if _tag(e) == "date"):
            cells["date"] = _text(date)
    return {**cells, "note": "; ".join(notes)}


def _with_lists(
    cells: dict[str, str], names: dict[str, dict[str, list[str]]], genders: dict[str, str]
) -> dict[str, str]:
    for column, role in (("aliases", "alias"), ("forbidden", "forbidden")):
        listed = {code: [t for t in texts if ";" not in t and "|" not in t] for code, texts in names[role].items()}
        cells[column] = " | ".join(f"{code}: {'; '.join(texts)}" for code, texts in listed.items() if texts)
    if "gender" not in cells and "kind" not in cells:  # another program's file
        known = [gender for code, gender in genders.items() if gender and code != "en"]
        general = known[0] if known else ""
        others = [f"{c}={g}" for c, g in genders.items() if g and g != general]
        cells["gender"] = " ".join([general, *others]).strip()
    return cells


def _terms(section: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """(text, role, gender) of each term, the preferred one first; the first of all is the term if none is."""
    found = []
    for holder in (e for e in section.iter() if _tag(e) in ("termSec", "tig", "ntig")):
        text = next((_text(e) for e in holder.iter() if _tag(e) == "term"), "")
        notes = {e.get("type"): _text(e) for e in holder.iter() if _tag(e) == "termNote"}
        status = notes.get("administrativeStatus", "")
        gender = next((g for g, word in _GENDERS.items() if word == notes.get("grammaticalGender")), "")
        if text:
            found.append((text, _STATUSES.get(status, "term"), str(gender)))
    if found and all(role != "term" for _, role, _ in found):
        text, _, gender = found[0]  # a deprecated concept: its first term is the term
        found[0] = (text, "term", gender)
    yield from sorted(found, key=lambda term: term[1] != "term")


def _code(section: ElementTree.Element) -> str:
    given = section.get(_LANG) or section.get("lang") or ""
    if not languages.known(given):
        raise BadCell("terms", f'"{given}" is no language that xlate knows.', "Change or delete its section.")
    return languages.canonical(given)


def _tag(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _clean(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
