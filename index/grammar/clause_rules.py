"""What the shared rules ask a language about clauses: where reported words begin, what is no speech.

A language answers with functions of these names in its ``clauses.py``; what it does not define is None.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from index.grammar.frames import Tokens
from index.grammar.reporting_words import Cue, Lexicon
from index.languages import language
from index.values import fields_of, frozen


@frozen
class ClauseRules:
    """A language's rules of clauses."""

    # Whether the "that" at a place belongs to the verb whose complements begin before it; else all do.
    opens_clause: Callable[[Tokens, int, int, Cue], bool] | None = None
    # The place of a "that" behind circumstances, or None.
    late_that: Callable[[Tokens, int, Cue, Lexicon], int | None] | None = None
    # The place where a clause begins whose "that" is left out, or None.
    that_left_out: Callable[[Tokens, int, Lexicon], int | None] | None = None
    # The place where the matter of a verb begins, after words of time; else right behind the verb.
    matter: Callable[[Tokens, int, Lexicon], int] | None = None
    # Whether a verb's object that names a matter begins: "denied the charge".
    names_object: Callable[[Tokens, int, Cue], bool] | None = None
    # Where an object ends before a clause that only describes it, in characters.
    object_end: Callable[[Tokens, int], int] | None = None
    # Whether what somebody promised or asked for begins: "vowed to go".
    asks: Callable[[Tokens, int], bool] | None = None
    # Whether the quotation at a place names a work or a medium, in whatever letters.
    names_medium: Callable[[Tokens, int], bool] | None = None
    # Whether the words beside a name may be an office; else any may.
    names_office: Callable[[list[str]], bool] | None = None
    # Whether the name of a body may begin with a word; else the list of bodies tells.
    begins_body: Callable[[str], bool] | None = None


@cache
def clause_rules(code: str) -> ClauseRules:
    """Return the rules of a language that is read."""
    module = language(code).module("clauses")
    return ClauseRules(**{name: getattr(module, name, None) for name in fields_of(ClauseRules)})
