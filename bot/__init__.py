"""Question to claims to answer to screen. It imports ``index``; ``index`` never imports it.

question -> Query -> Passage -> Claim -> Contested point -> Answer -> text | message | JSON
"""
