"""Who said what and where in news articles: the analysis of Galley, as an iterator.

>>> import galley
>>> for analysis in galley.analyze(["“We need the walls,” Ines Vogt said in Bremen."]):
...     for quotation in analysis["quotes"]:
...         print(quotation["type"], quotation["speaker_entity"])
direct Ines Vogt

One process of the program reads all texts and answers in order. Offsets count code points, as those of Python's
strings do, and are half-open: ``text[quotation["start"]:quotation["end"]]``.
"""

from .analyzer import Analyses, Analyzer, AnalysisError, GalleyError, analyze, program_path
from .types import (Analysis, Article, Claim, Engine, Extractor, Location, NestedQuotation, Organisation, Person,
                    Place, Quotation, Relay, Speaker, Via, Words)

__all__ = [
    "Analyses", "Analysis", "AnalysisError", "Analyzer", "Article", "Claim", "Engine", "Extractor", "GalleyError",
    "Location", "NestedQuotation", "Organisation", "Person", "Place", "Quotation", "Relay", "Speaker", "Via", "Words",
    "analyze", "program_path",
]
