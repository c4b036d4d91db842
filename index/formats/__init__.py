"""From the bytes of a file to a document: listing, encodings, front matter, and one module a format."""
