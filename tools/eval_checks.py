"""How often the checks cry wolf, and how often they see what was broken on purpose.

    python tools/eval_checks.py [DEV_DIR] [--json] [--show CHECK]

False alarms: every check on the human translations of dev/news; a finding there is a false alarm, a slip of the human
translator, or a liberty.  Recall: one thing is broken in a good segment (seeded), and the check must say so at WARNING
or above; for ``numbers`` one group of digits is replaced, and it must be an ERROR.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tools.sets import aligned, default_dev
from xlate.checks import CHECK_NAMES, Pair, run_checks
from xlate.model import Finding, Severity

PAIRS = (("en", "ru"), ("en", "uk"), ("en", "be"), ("ru", "uk"), ("ru", "be"), ("uk", "be"), ("ru", "en"))
SEED = 20261123

Breaker = Callable[[Pair, random.Random], Pair | None]


def read_pairs(dev_dir: Path, source: str, target: str) -> list[Pair]:
    """The aligned segments of dev/news, or of the committed corpus, in two languages."""
    texts = next(iter(aligned(dev_dir).values()))
    return [Pair(a, b, source, target) for a, b in zip(texts[source], texts[target], strict=True)]


def evaluate(dev_dir: Path, names: Sequence[str] = CHECK_NAMES) -> dict[str, Any]:
    """For each language pair: segments, alarms of each check by severity, shares, recall of each breakage; 0..1."""
    report: dict[str, Any] = {}
    for source, target in PAIRS:
        pairs = read_pairs(dev_dir, source, target)
        found = run_checks(pairs, names)
        alarmed = sum(_loud(findings) for findings in found)
        naive = sum(_digits(pair.source) != _digits(pair.target) for pair in pairs)
        report[f"{source}-{target}"] = {
            "n_segments": len(pairs),
            "alarms": {name: _by_severity(found, name) for name in names},
            "any_warning_or_error": alarmed / len(pairs),
            "naive_digit_check": naive / len(pairs),
            "recall": {name: _recall(name, pairs, found) for name in BREAKERS if name in names}
            | ({"language": _wrong_language(dev_dir, source, target)} if "language" in names else {}),
        }
    return report


def measures(folder: Path) -> dict[str, float]:
    """For ``make eval``: the share of segments without a false alarm, and recall of each breakage, by pair."""
    found: dict[str, float] = {}
    for pair, figures in evaluate(folder).items():
        found[f"{pair} segments without an alarm"] = 1 - figures["any_warning_or_error"]
        found |= {f"{pair} recall of {name}": value["recall"] for name, value in figures["recall"].items()}
    return found


def _by_severity(found: Sequence[Sequence[Finding]], name: str) -> dict[str, int]:
    """Segments in which the check's gravest finding has that severity."""
    worst = (max((f.severity for f in findings if f.check == name), default=None) for findings in found)
    counts = Counter(severity for severity in worst if severity is not None)
    return {str(severity): counts[severity] for severity in Severity}


def _loud(findings: Sequence[Finding]) -> bool:
    return any(finding.severity >= Severity.WARNING for finding in findings)


def _digits(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def _recall(name: str, pairs: Sequence[Pair], found: Sequence[Sequence[Finding]]) -> dict[str, float]:
    """Share of broken segments that the check names; segments it had already alarmed on are left out."""
    rng = random.Random(SEED)
    needed = Severity.ERROR if name == "numbers" else Severity.WARNING
    quiet = [pair for pair, findings in zip(pairs, found, strict=True) if not any(f.check == name for f in findings)]
    broken = [worse for pair in quiet if (worse := BREAKERS[name](pair, rng))]
    caught = sum(any(f.severity >= needed for f in findings) for findings in run_checks(broken, [name]))
    return {"n_broken": len(broken), "recall": caught / len(broken) if broken else 0.0}


def _wrong_language(dev_dir: Path, source: str, target: str) -> dict[str, float]:
    """Targets of 40 letters or more in another of the four languages than they should be."""
    others = [code for code in ("en", "ru", "uk", "be") if code not in (source, target)]
    broken = [replace(pair, target_language=target) for code in others for pair in read_pairs(dev_dir, source, code)]
    broken = [pair for pair in broken if sum(character.isalpha() for character in pair.target) >= 40]
    caught = sum(_loud(findings) for findings in run_checks(broken, ["language"]))
    return {"n_broken": len(broken), "recall": caught / len(broken) if broken else 0.0}


def change_number(pair: Pair, rng: random.Random) -> Pair | None:
    """Replace one group of digits in the target by another one of the same length."""
    groups = list(re.finditer(r"\d+", pair.target))
    if not groups:
        return None
    group = rng.choice(groups)
    lowest = 0 if group[0][0] == "0" or len(group[0]) == 1 else 10 ** (len(group[0]) - 1)
    choices = [n for n in (rng.randrange(lowest, 10 ** len(group[0])) for _ in range(99)) if n != int(group[0])]
    written = str(choices[0]).zfill(len(group[0]))
    return replace(pair, target=pair.target[: group.start()] + written + pair.target[group.end() :])


def leave_untranslated(pair: Pair, rng: random.Random) -> Pair | None:
    """Leave six words of the source, at least four of them ordinary, in the middle of the target."""
    words = pair.source.split()
    if len(words) < 12:
        return None
    start = rng.randrange(len(words) - 6)
    target = pair.target.split()
    middle = len(target) // 2
    left = words[start : start + 6]
    if sum(word[0].islower() for word in left) < 4:
        return None  # names may stay
    return replace(pair, target=" ".join([*target[:middle], *left, *target[middle + 6 :]]))


def loop(pair: Pair, rng: random.Random) -> Pair | None:
    """Say two to five words three times."""
    words = pair.target.split()
    length = rng.randrange(2, 6)
    if len(words) < 8 or any(character.isdigit() for character in pair.target):
        return None
    start = rng.randrange(len(words) - length)
    phrase = words[start : start + length]
    return replace(pair, target=" ".join([*words[:start], *phrase, *phrase, *phrase, *words[start + length :]]))


def cut(pair: Pair, _rng: random.Random) -> Pair | None:
    """Keep the first two fifths of the target's words."""
    words = pair.target.split()
    return replace(pair, target=" ".join(words[: len(words) * 2 // 5])) if len(pair.target) >= 80 else None


def lose_bracket_or_quote(pair: Pair, rng: random.Random) -> Pair | None:
    """Drop one bracket or guillemet that is not at the edge."""
    places = [m.start() for m in re.finditer(r"[()«»]", pair.target) if 0 < m.start() < len(pair.target) - 3]
    if not places:
        return None
    place = rng.choice(places)
    return replace(pair, target=pair.target[:place] + pair.target[place + 1 :])


def drop_target(pair: Pair, _rng: random.Random) -> Pair | None:
    return replace(pair, target="")


BREAKERS: dict[str, Breaker] = {
    "numbers": change_number,
    "untranslated": leave_untranslated,
    "repetition": loop,
    "length": cut,
    "punctuation": lose_bracket_or_quote,
    "empty": drop_target,
}


def render(report: dict[str, Any]) -> str:
    """The report as a table: alarms, then recall."""
    lines = [f"{'':14}" + "".join(f"{pair:>9}" for pair in report)]
    first = next(iter(report.values()))
    lines.append("segments with a WARNING or ERROR, % of human translations")
    for name in first["alarms"]:
        shares = [
            (r["alarms"][name]["warning"] + r["alarms"][name]["error"]) / r["n_segments"] for r in report.values()
        ]
        lines.append(f"{name:14}" + "".join(f"{share:9.2%}" for share in shares))
    for key, label in (("any_warning_or_error", "any of them"), ("naive_digit_check", "naive digits")):
        lines.append(f"{label:14}" + "".join(f"{r[key]:9.2%}" for r in report.values()))
    lines.append("recall of what was broken on purpose, and how many were")
    for name in first["recall"]:
        cells = [r["recall"][name] for r in report.values()]
        lines.append(f"{name:14}" + "".join(f"{cell['recall']:9.3f}" for cell in cells))
        lines.append(f"{'  of':14}" + "".join(f"{cell['n_broken']:9}" for cell in cells))
    return "\n".join(lines)


def show(dev_dir: Path, name: str) -> str:
    """Every finding of one check at WARNING or above, with its segment."""
    lines = []
    for source, target in PAIRS:
        pairs = read_pairs(dev_dir, source, target)
        for number, (pair, findings) in enumerate(zip(pairs, run_checks(pairs, [name]), strict=True), start=1):
            if _loud(findings):
                said = "; ".join(f"{f.severity}: {f.message}" for f in findings)
                lines += [f"{source}-{target} {number}  {said}", f"    {pair.source}", f"    {pair.target}"]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev_dir", nargs="?", type=Path, default=default_dev())
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--show", metavar="CHECK", choices=CHECK_NAMES, help="print every alarm of one check")
    options = parser.parse_args(arguments)
    if options.show:
        print(show(options.dev_dir, options.show))
        return 0
    report = evaluate(options.dev_dir)
    print(json.dumps(report, indent=2) if options.json else render(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
