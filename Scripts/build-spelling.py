#!/usr/bin/env python3
"""Compiles the list of English words that tells a spelling mistake from another word.

  apt-get install wamerican wbritish
  Scripts/build-spelling.py

Takes the American and the British list of SCOWL, and writes Sources/EmbeddedData/Spelling/english.bloom:
a Bloom filter of 2^21 bits with ten hashes (Bloom 1970; Kirsch and Mitzenmacher 2006 for making ten of
two), which Sources/ArticleModel/Anchoring/Words/KnownWords.swift reads.
"""
import os
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Sources", "EmbeddedData", "Spelling", "english.bloom")
LISTS = ["/usr/share/dict/american-english", "/usr/share/dict/british-english"]
BITS, HASHES, MASK = 1 << 21, 10, (1 << 64) - 1


def words():
    found = set()
    for name in LISTS:
        with open(name, encoding="utf-8") as lines:
            for line in lines:
                word = line.strip()
                # Names are none of the words that may be misspelt; 's is taken off before a look-up.
                if word != word.lower() or word.endswith("'s"):
                    continue
                letters = unicodedata.normalize("NFKD", word)
                found.add("".join(c for c in letters if not unicodedata.combining(c)))
    return found


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def main():
    bits = bytearray(BITS // 8)
    all_words = words()
    for word in all_words:
        value = fnv(word.encode())
        first, second = value & 0xFFFFFFFF, value >> 32 | 1
        for number in range(HASHES):
            place = (first + number * second) & (BITS - 1)
            bits[place >> 3] |= 1 << (place & 7)
    with open(OUTPUT, "wb") as out:
        out.write(bits)
    print(f"{len(all_words)} words in {len(bits)} bytes")


main()
