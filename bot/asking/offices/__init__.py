"""An office and whose it is, in a question or beside a name: "Colombia's president"."""

from bot.asking.offices.asked_office import Office, asked_office, office_in
from bot.asking.offices.office_mentions import Named, named_in, scope_follows
from bot.asking.offices.office_words import is_country, office_terms, scope_terms

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
