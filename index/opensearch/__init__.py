"""A library published in OpenSearch: several machines answer from one copy of the embedded index.

The embedded index stays the compiler; what it made is published here, whole, and read by whoever may.

engine_options  where the engine is and as whom one speaks to it
connection   requests and their errors; never a partial answer
sealed_rows  a paragraph as a document of the engine, sealed
chunks       what is no paragraph, read back
about        all that is no paragraph, packed: articles, words, names, documents
layout       names, fields and the score that bounds the exact one
lease        one publisher at a time
publication  a generation: written, counted, put in force by one move of two aliases
last_published  what this machine published last, by which changes are told
generations  its indexes: made, copied, locked, retired, deleted
bulk         writes in portions
snapshot     the vocabulary and the catalogue, held by who reads
searching    the best paragraphs, proven to be those of BM25Plus
reader       the index of one generation, and the one in force
"""
