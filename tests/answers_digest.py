"""What the program prints on fixed libraries, as digests; a change that should change no answer keeps them.

    python tests/answers_digest.py            compare with answers_digest.json; exit status 1 if they differ
    python tests/answers_digest.py --renew    write the digests of now into answers_digest.json
    python tests/answers_digest.py --out DIR  write what was compared into DIR, to read it or to diff it

Compared are ``export``, ``contested --json`` and the answers to all questions (``ask --batch``) on the
bundled library and on the made-up libraries of the tests; also on real documents where
QUOTH_TEST_DOCUMENTS and QUOTH_TEST_ACCEPTANCE name them and a scorer's questions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIGESTS = Path(__file__).with_name("answers_digest.json")
_TRIAL = ROOT / "tests" / "bot" / "contested" / "trial.txt"
_LONGEST_RUN = 600  # seconds


def main(arguments: list[str] | None = None) -> int:
    """Compare, renew or write; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--renew", action="store_true", help="write the digests of now")
    parser.add_argument("--out", type=Path, help="a folder for what was compared")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        printed = dict(outputs(Path(folder)))
    if given.out is not None:
        given.out.mkdir(parents=True, exist_ok=True)
        for name, text in printed.items():
            (given.out / f"{name}.jsonl").write_bytes(text)
    now = {name: hashlib.sha256(text).hexdigest() for name, text in printed.items()}
    before: dict[str, str] = json.loads(DIGESTS.read_text("utf-8")) if DIGESTS.exists() else {}
    if given.renew:
        DIGESTS.write_text(json.dumps(before | now, indent=1, sort_keys=True) + "\n", "utf-8")
    changed = [name for name, digest in now.items() if before.get(name) != digest]
    print(*(f"{'changed' if name in changed else 'same':8} {name}" for name in now), sep="\n")  # noqa: T201
    return 1 if changed and not given.renew else 0


def outputs(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a name and what the program prints for each library and command; ``folder`` is for indexes."""
    trial, asked = _trial(folder / "trial")
    libraries = {"trial": trial, "pages": ROOT / "tests" / "pages", "bundled": ROOT / "data" / "articles"}
    questions = dict.fromkeys(libraries, asked)
    if documents := os.environ.get("QUOTH_TEST_DOCUMENTS"):
        libraries["documents"] = Path(documents)
        gold = Path(os.environ.get("QUOTH_TEST_ACCEPTANCE", documents)) / "questions_public.jsonl"
        if gold.exists():
            questions["documents"] = [json.loads(line)["question"] for line in gold.open(encoding="utf-8")]
    for name, library in libraries.items():
        lines = [
            json.dumps({"id": number, "question": question})
            for number, question in enumerate(questions[name])
        ]
        batch = folder / f"{name}.questions"
        batch.write_text("\n".join(lines) + "\n", "utf-8")
        for command in ("export", "contested --json", f"ask --batch {batch}"):
            yield f"{name}-{command.split()[0]}", _printed(command.split(), library, folder / "index")


def _trial(folder: Path) -> tuple[Path, list[str]]:
    """Write the articles of the trial into one library; return it and the trial's questions."""
    folder.mkdir(parents=True)
    questions: list[str] = []
    number = 0
    for line in _TRIAL.read_text("utf-8").splitlines():
        if line.startswith("? "):
            questions.append(line[2:])
        elif line.startswith("- "):
            head, _, text = line[2:].partition(": ")
            outlet, date, language = head.split(", ")
            number += 1
            front = f"---\noutlet: {outlet}\npublished: {date}\nlanguage: {language}\n---\n\n"
            (folder / f"{number:03}.md").write_text(front + text.replace(" // ", "\n\n") + "\n", "utf-8")
    return folder, list(dict.fromkeys(questions))


def _printed(command: list[str], library: Path, index: Path) -> bytes:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    environment |= {"QUOTH_INDEX_DIR": str(index), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *command, "--library", str(library)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        timeout=_LONGEST_RUN,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
