"""Publishers at the end of what was labelled a title."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.lone_publishers import end_title_at_publisher
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        end_title_at_publisher,
        "Roe, K. (2021). Dark bath workshop. The University of Northmoor Hills. https://example.org/q",
        {"title": "Dark bath workshop. The University of Northmoor Hills"},
        {"title": "Dark bath workshop", "publisher": "The University of Northmoor Hills"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2021). Could baths explain dark water? The University of Northmoor. https://example.org/q",
        {"title": "Could baths explain dark water? The University of Northmoor"},
        {"title": "Could baths explain dark water?", "publisher": "The University of Northmoor"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2018). Q&A with Vera Poe (3bath1water). YouTube. https://example.org/w",
        {"title": "Q&A with Vera Poe (3bath1water). YouTube"},
        {"title": "Q&A with Vera Poe (3bath1water)", "publisher": "YouTube"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2022). Bathely. Zenodo. https://doi.org/10.5281/zenodo.7",
        {"container": "Bathely. Zenodo"},
        {"title": "Bathely", "publisher": "Zenodo"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (1993). The new bath handbook. K.B. Roe. https://example.org/k",
        {"title": "The new bath handbook. K.B. Roe"},
        {"title": "The new bath handbook", "publisher": "K.B. Roe"},
    ),
    Case(
        end_title_at_publisher,
        "Aqualand. (2024). Entities of baths. Aqualand. https://example.org/e",
        {"author": "Aqualand", "title": "Entities of baths. Aqualand"},
        {"author": "Aqualand", "title": "Entities of baths", "publisher": "Aqualand"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. Vertebrate Bathing; Cambridge University Press, 1994.",
        {"title": "Vertebrate Bathing; Cambridge University Press"},
        {"title": "Vertebrate Bathing", "publisher": "Cambridge University Press"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (1994). Vertebrate Bathing (Cambridge University Press).",
        {"title": "Vertebrate Bathing (Cambridge University Press)"},
        {"title": "Vertebrate Bathing", "publisher": "Cambridge University Press"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2008). Das Bad im Betrieb. Unveröffentlichtes Manuskript.",
        {"title": "Das Bad im Betrieb. Unveröffentlichtes Manuskript"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2000). Preventing cold baths. Report of a consultation on water. https://example.org/c",
        {"title": "Preventing cold baths. Report of a consultation on water"},
    ),
    Case(
        end_title_at_publisher,
        "Roe, K. (2000). Cold baths. Bath Society. Bath J 3:4-9.",
        {"title": "Cold baths. Bath Society", "volume": "3", "pages": "4-9"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
