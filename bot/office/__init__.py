"""An office and whose it is, in a question or beside a name: "Colombia's president"."""

from bot.office.asked import Office, asked_office, office_in
from bot.office.beside import Named, named_in, scope_follows
from bot.office.words import is_country, office_terms, scope_terms

__all__ = [
    "Named",
    "Office",
    "asked_office",
    "is_country",
    "named_in",
    "office_in",
    "office_terms",
    "scope_follows",
    "scope_terms",
]
