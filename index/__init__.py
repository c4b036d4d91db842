"""Files to paragraphs to voices to an index: everything Quoth knows about a library of documents.

The flow of this package, one noun per arrow, in the order of its files:

    files -> Document -> Article + Source -> Paragraph -> Voice -> index

It knows no chat, no screen and no settings.
"""
