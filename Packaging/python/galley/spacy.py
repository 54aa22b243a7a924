"""A component for spaCy that finds quotations: ``nlp.add_pipe("galley_quotations")``.

It sets ``doc.spans["quotations"]``: a span for each part of each quotation, whose label is its type (``direct``,
``indirect`` or ``mixed``). ``span._.galley_speaker`` is the name of the speaker or None, ``span.id`` the number of the
quotation in ``doc._.galley["quotes"]``, and ``doc._.galley`` the whole analysis. The component needs no other one of
the pipeline; spaCy finds it by itself where this package is installed.
"""

from itertools import islice
from typing import Any, Dict, Iterable, Iterator, Optional

from spacy.language import Language
from spacy.tokens import Doc, Span

from .analyzer import Analyzer
from .types import Analysis

if not Doc.has_extension("galley"):
    Doc.set_extension("galley", default=None)
if not Span.has_extension("galley_speaker"):
    Span.set_extension("galley_speaker", default=None)


@Language.factory("galley_quotations", assigns=["doc.spans", "doc._.galley", "span._.galley_speaker"],
                  default_config={"engine": "fast", "key": "quotations", "alignment_mode": "expand", "program": None})
def make_quotations(nlp: Language, name: str, engine: str, key: str, alignment_mode: str,
                    program: Optional[str]) -> "Quotations":
    """Makes the component; nlp.add_pipe() calls it."""
    return Quotations(engine=engine, key=key, alignment_mode=alignment_mode, program=program)


class Quotations:
    """The component. One process of Galley reads all documents.

    engine: ``fast`` or ``careful``.
    key: the name of the group in ``doc.spans``.
    alignment_mode: what becomes of an offset within a token, as in ``Doc.char_span``: ``expand`` takes the token in,
        ``contract`` leaves it out, ``strict`` leaves the span out.
    program: the program, in place of the one in this package.
    """

    def __init__(self, *, engine: str = "fast", key: str = "quotations", alignment_mode: str = "expand",
                 program: Optional[str] = None):
        if alignment_mode not in ("strict", "contract", "expand"):
            raise ValueError('alignment_mode is "strict", "contract" or "expand"')
        self.key, self.alignment_mode = key, alignment_mode
        self._analyzer = Analyzer(engine=engine, program=program)  # type: ignore[arg-type]

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Sets the quotations of documents, a batch at a time. Raises AnalysisError for one that cannot be analysed."""
        documents = iter(stream)
        while batch := list(islice(documents, batch_size)):
            analyses = self._analyzer.analyze([doc.text for doc in batch], errors="raise")
            for doc, analysis in zip(batch, analyses):
                self._set(doc, analysis)
                yield doc
            for _ in analyses:  # takes the end of the answers
                pass

    def close(self) -> None:
        """Ends the process."""
        self._analyzer.close()

    def _set(self, doc: Doc, analysis: Analysis) -> None:
        spans = []
        for number, quotation in enumerate(analysis["quotes"]):
            for start, end in quotation["spans"]:
                span = doc.char_span(start, end, label=quotation["type"], span_id=number,
                                     alignment_mode=self.alignment_mode)
                if span is not None and len(span):
                    span._.galley_speaker = quotation["speaker_entity"]
                    spans.append(span)
        doc.spans[self.key] = spans
        doc._.galley = analysis
