"""``python -m index.words FILE...`` keeps tables ready where nobody may write beside them, as in an image."""

from __future__ import annotations

import sys
from pathlib import Path

from index.tables import read_table

for name in sys.argv[1:]:
    read_table(Path(name))
