#!/usr/bin/env python3
"""Compiles the word lists: given names, surnames, common words and cue words -> flags.

  pip install names==0.3.0 Faker==40.54.0
  Scripts/build-word-lists.py FOLDER

FOLDER holds annotated corpora (<set>.dev.ndjson), of which only counts of lower-case words are
taken. Given names and surnames come from the US Census of 1990 (public domain, package names, MIT),
Faker (MIT) and the hand-written names.tsv; cue words from words.tsv. Writes
Sources/EmbeddedData/NameLists/words.bin, whose layout Sources/NewsAnalysis/Names/WordLists.swift
describes.
"""
import collections
import glob
import importlib
import json
import os
import re
import struct
import sys

import faker.providers.person
import names

from name_hash import name_hash, plain

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "Sources", "EmbeddedData", "NameLists")
MALE, FEMALE, SURNAME, COMMON_SURNAME = 1, 2, 4, 8
CLASSES = ["title", "role", "speech", "placeIn", "organisation", "facility", "placeHead",
           "calendar", "particle", "compass", "suffix", "groupNoun"]
CLASS_SHIFT, COMMON_SHIFT = 4, 16
CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґћђјљњџ",
                    ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o",
                     "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "",
                     "e", "yu", "ya", "i", "yi", "ye", "g", "c", "dj", "j", "lj", "nj", "dz"]))


def romanised(name):
    return "".join(CYRILLIC.get(c, c) for c in name.lower())


def census(name, limit):
    path = os.path.join(os.path.dirname(names.__file__), name)
    with open(path, encoding="ascii") as lines:
        return [line.split()[0] for line in lines][:limit]


def add(words, name, flag):
    for part in re.split(r"[ -]", name):
        part = plain(romanised(part))
        if len(part) >= 2 and part.isascii() and part.isalpha():
            words[name_hash(part)] |= flag


def add_people(words):
    for name in census("dist.male.first", 1219):
        add(words, name, MALE)
    for name in census("dist.female.first", 4275):
        add(words, name, FEMALE)
    for order, name in enumerate(census("dist.all.last", 40_000)):
        add(words, name, SURNAME | (COMMON_SURNAME if order < 2500 else 0))
    folder = os.path.dirname(faker.providers.person.__file__)
    for locale in sorted(os.listdir(folder)):
        if re.fullmatch(r"[a-z]{2}(_[A-Z]{2})?", locale):
            add_locale(words, importlib.import_module(f"faker.providers.person.{locale}").Provider)
    for line in open(os.path.join(DATA, "names.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            kind, listed = line.rstrip("\n").split("\t")
            for name in listed.split():
                add(words, name, {"m": MALE, "f": FEMALE, "s": SURNAME | COMMON_SURNAME}[kind])


def add_locale(words, provider):
    for attribute in dir(provider):
        flag = SURNAME if attribute.startswith("last_") else \
            FEMALE if "female" in attribute else MALE if "male" in attribute else 0
        if flag and re.match(r"(first|last)_(names|romanized_names)", attribute):
            for name in getattr(provider, attribute):
                add(words, name, flag)


def add_cues(words):
    for line in open(os.path.join(DATA, "words.tsv"), encoding="utf-8"):
        if not line.startswith("#"):
            kind, listed = line.rstrip("\n").split("\t")
            for word in listed.split():
                words[name_hash(word)] |= 1 << (CLASS_SHIFT + CLASSES.index(kind))


def add_common(words, folder):
    """How often a word is written with a small letter, in seven classes."""
    counts = collections.Counter()
    for path in glob.glob(os.path.join(folder, "*.dev.ndjson")):
        for line in open(path, encoding="utf-8"):
            counts.update(re.findall(r"(?<![\w.@/-])[a-z]+(?:'[a-z]+)?(?![\w@])", json.loads(line)["text"]))
    for word, count in counts.items():
        if count >= 2 and len(word) > 1:
            words[name_hash(word)] |= min(7, count.bit_length() // 2) << COMMON_SHIFT


def write(words):
    rows = sorted((h >> 48, h & 0xFFFFFFFF, flags) for h, flags in words.items())
    starts = [0] * 65537
    for bucket, _, _ in rows:
        starts[bucket + 1] += 1
    for bucket in range(65536):
        starts[bucket + 1] += starts[bucket]
    with open(os.path.join(DATA, "words.bin"), "wb") as out:
        out.write(b"GALLEYW1" + struct.pack("<I", len(rows)))
        out.write(struct.pack("<65537I", *starts))
        out.write(struct.pack(f"<{len(rows)}I", *[r[1] for r in rows]))
        out.write(struct.pack(f"<{len(rows)}I", *[r[2] for r in rows]))
    print(len(rows), "words")


def main():
    words = collections.defaultdict(int)
    add_people(words)
    add_cues(words)
    add_common(words, sys.argv[1])
    write(words)


if __name__ == "__main__":
    main()
