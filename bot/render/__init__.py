"""The Answer to what a reader sees: text, JSON, messages. Renderers know the Answer and the phrases only."""
