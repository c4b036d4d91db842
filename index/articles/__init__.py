"""From a document to its articles: who wrote them, where they end, what each paragraph is for."""
