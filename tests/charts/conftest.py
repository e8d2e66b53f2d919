"""The made corpora of the comparison's tests, for charts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "compare"))
