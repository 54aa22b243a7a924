"""The component of spaCy: spans at code points, in every mode, in one process."""

import unittest

import spacy
from spacy.tokens import Doc, DocBin

STORY = "The 👩‍🚒 crew waited. “We need the walls,” Ines Vogt said in Bremen, “and the money.”"


class Component(unittest.TestCase):
    def pipeline(self, **config):
        nlp = spacy.blank("en")
        component = nlp.add_pipe("galley_quotations", config=config)
        self.addCleanup(component.close)
        return nlp

    def test_sets_a_span_for_each_part_of_a_quotation(self):
        doc = self.pipeline()(STORY)
        spans = doc.spans["quotations"]
        self.assertEqual([span.text for span in spans], ["“We need the walls,”", "“and the money.”"])
        self.assertEqual({span.label_ for span in spans}, {"direct"})
        self.assertEqual({span._.galley_speaker for span in spans}, {"Ines Vogt"})
        self.assertEqual({span.id for span in spans}, {0})
        self.assertEqual(doc._.galley["locations"][0]["text"], "Bremen")

    def test_aligns_offsets_within_tokens_as_it_is_told(self):
        text = "“We need the walls,”she said."
        words = ["“We", " need", " the", " walls,”she", " said."]
        for mode, expected in [("expand", ["“We need the walls,”she"]), ("contract", ["“We need the"]), ("strict", [])]:
            nlp = self.pipeline(alignment_mode=mode)
            doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words))
            self.assertEqual(doc.text, text)
            nlp.get_pipe("galley_quotations")(doc)
            self.assertEqual([span.text for span in doc.spans["quotations"]], expected, mode)
        self.assertRaises(ValueError, self.pipeline, alignment_mode="somehow")

    def test_reads_streams_of_documents_with_one_process(self):
        nlp = self.pipeline(key="quoted")
        component = nlp.get_pipe("galley_quotations")
        processes = set()
        for number, doc in enumerate(nlp.pipe([STORY, "Nothing was said.", ""] * 200, batch_size=64)):
            self.assertEqual(len(doc.spans["quoted"]), 2 if number % 3 == 0 else 0)
            processes.add(component._analyzer._process.pid)
        self.assertEqual((number, len(processes)), (599, 1))

    def test_works_in_the_processes_of_spacy(self):
        nlp = self.pipeline()
        docs = list(nlp.pipe([STORY] * 40, n_process=2, batch_size=10))
        self.assertEqual({len(doc.spans["quotations"]) for doc in docs}, {2})

    def test_documents_can_be_stored_with_their_spans(self):
        nlp = self.pipeline()
        stored = DocBin(docs=[nlp(STORY)], store_user_data=True).to_bytes()
        (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
        self.assertEqual(len(doc.spans["quotations"]), 2)
        self.assertEqual(doc.spans["quotations"][1]._.galley_speaker, "Ines Vogt")

    def test_the_careful_engine_can_be_chosen(self):
        doc = self.pipeline(engine="careful")(STORY)
        self.assertEqual(doc._.galley["engine"]["name"], "careful")


if __name__ == "__main__":
    unittest.main()
