"""The forms of a Spanish verb that can report somebody's words.

    "afirmar"                          regular
    "manifestar ie", "concluir y"      its stem changes as the sign says
    "leer lee leen leyó ..."           spelt out

Only the third person and the forms without a person count: whoever says "I" is the author.
The conditional counts not, for what somebody would say he has not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Endings of the third person: present, preterite, imperfect, and the past subjunctive of "después de que".
_PRESENT = {"ar": ("a", "an"), "er": ("e", "en"), "ir": ("e", "en")}
_PRETERITE = {"ar": ("ó", "aron"), "er": ("ió", "ieron")}
_PAST_SUBJUNCTIVE = {"ar": ("ara", "aran"), "er": ("iera", "ieran")}
_IMPERFECT = {"ar": ("aba", "aban"), "er": ("ía", "ían")}
_PARTICIPLE = {"ar": "ado", "er": "ido"}
MADE = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")  # endings of participles
_GERUND = {"ar": "ando", "er": "iendo"}
_FUTURE = ("á", "án")
_ENCLITICS = ("le", "les", "lo", "la", "los", "las", "se", "nos", "me")  # "pedirle", "diciéndoles"
# Preterites and futures with a stem of their own, by the end of the infinitive.
_STRONG = {
    "poner": ("pus", "pondr", "puesto"),
    "tener": ("tuv", "tendr", "tenido"),
    "venir": ("vin", "vendr", "venido"),
    "ucir": ("uj", "ucir", "ucido"),
    "predecir": ("predij", "predecir", "predicho"),
    "contradecir": ("contradij", "contradecir", "contradicho"),
    "decir": ("dij", "dir", "dicho"),
}
_LAST_VOWEL = re.compile(r"[eo](?=[^eo]*$)")
_ACCENTS = str.maketrans("ae", "áé")
_LONG = 4  # letters; shorter words that end like verbs are none
_SIGNS = frozenset({"ie", "ue", "i", "y"})


def verb_forms(entry: str) -> dict[str, str]:
    """Return the forms of ``entry`` with what each is.

    That is "finite", "subjunctive", "past" (the participle), "ing" (the gerund) or "base" (the infinitive).
    """
    lemma, *rest = entry.split()
    if rest and rest[0] not in _SIGNS:
        future = dict.fromkeys((lemma + each for each in _FUTURE), "finite")
        return dict(_bare(lemma, _gerund_of(rest))) | future | {form: _kind(form) for form in rest}
    sign = rest[0] if rest else ""
    stem, ending = lemma[:-2], lemma[-2:].replace("í", "i")
    group = "ar" if ending == "ar" else "er"
    forms = dict.fromkeys((_changed(stem, sign) + each for each in _PRESENT[ending]), "finite")
    weak = stem
    if ending == "ir" and sign in ("ie", "i"):
        weak = _changed(stem, "i")  # "advirtió", "pidiendo"
    forms |= dict.fromkeys((_joined(weak, each) for each in _PRETERITE[group]), "finite")
    forms |= dict.fromkeys((_joined(weak, each) for each in _PAST_SUBJUNCTIVE[group]), "subjunctive")
    forms |= dict.fromkeys((stem + each for each in _IMPERFECT[group]), "finite")
    forms |= dict.fromkeys((lemma + each for each in _FUTURE), "finite")
    forms[stem + _PARTICIPLE[group]] = "past"
    gerund = _joined(weak, _GERUND[group])
    strong = next((end for end in _STRONG if lemma.endswith(end)), None)
    if strong is not None:
        forms = _with_strong(forms, lemma, strong)
    return dict(_bare(lemma, gerund)) | forms


def verb_shaped(low: str) -> bool:
    """Whether a word ends as only a verb does: "desmenuzó", "bajaron", "pedirán"."""
    if low.endswith("ó"):
        return len(low) >= _LONG
    if low.endswith(("aron", "ieron", "yeron", "ieran", "aban")):
        return len(low) > _LONG
    return low.endswith(("ará", "erá", "irá", "arán", "erán", "irán")) and len(low) > _LONG + 1


def _changed(stem: str, sign: str) -> str:
    """The stem of the present: "piens", "cuent", "pid", "concluy"."""
    if sign == "y":
        return stem + "y"
    if sign in ("ie", "ue", "i"):
        return _LAST_VOWEL.sub(sign, stem)
    return stem


def _joined(stem: str, ending: str) -> str:
    """Put stem and ending together: after a vowel "i" becomes "y" ("concluyó", "concluyendo")."""
    if ending.startswith("i") and stem[-1] in "aeoüu" and not stem.endswith(("gu", "qu")):
        return stem + "y" + ending[1:]
    return stem + ending


def _with_strong(forms: dict[str, str], lemma: str, end: str) -> dict[str, str]:
    """Replace the preterite, the future and the participle of verbs like "proponer"."""
    past, future, participle = _STRONG[end]
    head = lemma[: -len(end)]
    stems = (lemma[:-2], _changed(lemma[:-2], "i"))
    wrong = [stem + each for stem in stems for each in ("ió", "ieron", "iera", "ieran", "ido")]
    if future != end:
        wrong += [lemma + each for each in _FUTURE]
    kept = {form: kind for form, kind in forms.items() if form not in wrong}
    glide = "" if past.endswith("j") else "i"  # "dijeron", but "pusieron"
    kept |= dict.fromkeys((head + past + each for each in ("o", glide + "eron")), "finite")
    kept |= dict.fromkeys((head + past + glide + each for each in ("era", "eran")), "subjunctive")
    kept |= dict.fromkeys((head + future + each for each in _FUTURE), "finite")
    return kept | {head + participle: "past"}


def _bare(lemma: str, gerund: str | None) -> Iterator[tuple[str, str]]:
    """The infinitive and the gerund, both with the pronouns that may hang on them."""
    yield lemma, "base"
    yield from ((lemma + each, "base") for each in _ENCLITICS)
    if gerund:
        yield gerund, "ing"
        stressed = gerund[:-4] + gerund[-4].translate(_ACCENTS) + gerund[-3:]
        yield from ((stressed + each, "ing") for each in _ENCLITICS)


def _gerund_of(forms: list[str]) -> str | None:
    return next((form for form in forms if _kind(form) == "ing"), None)


def _kind(form: str) -> str:
    if form.endswith(("ando", "iendo", "yendo")):
        return "ing"
    return "past" if form.endswith(("ado", "ido", "cho", "sto", "to")) else "finite"
