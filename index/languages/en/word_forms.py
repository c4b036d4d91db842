"""The forms of an English verb that can report somebody's words."""

from __future__ import annotations


def verb_forms(entry: str) -> dict[str, str]:
    """Inflect a regular verb, or label the forms of one that is spelt out."""
    lemma, *spelt = entry.split()
    if spelt:
        third, past, ing, *more = spelt
    elif lemma.endswith("e"):
        third, past, ing, more = lemma + "s", lemma + "d", lemma[:-1] + "ing", []
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past, ing, more = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", []
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past, ing, more = lemma + "ed", lemma + "ing", []
    forms = {lemma: "base", third: "finite", ing: "ing", past: "past"}
    return forms | dict.fromkeys(more, "past")


def verb_shaped(low: str) -> bool:
    """Whether a word looks like a verb in the third person: all that do in English may be nouns as well."""
    return not low
