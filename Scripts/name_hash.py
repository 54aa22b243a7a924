"""The hash by which names and words are looked up; the Swift side is Names/NameHash.swift."""
import unicodedata

SEED, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
DROPPED = {ord("."), ord("'")}


def folded(name: str) -> bytes:
    """ASCII letters in lower case, hyphens as spaces, no periods and apostrophes."""
    raw = name.replace("\u2019", "").encode()
    out = bytearray()
    for byte in raw:
        if byte in DROPPED:
            continue
        if byte == 0x2D:
            byte = 0x20
        out.append(byte | 0x20 if 0x41 <= byte <= 0x5A else byte)
    return bytes(out)


def name_hash(name: str) -> int:
    """64-bit FNV-1a over the folded bytes, its halves mixed at the end."""
    value = SEED
    for byte in folded(name):
        value = ((value ^ byte) * PRIME) & MASK
    return value ^ (value >> 29)


def plain(name: str) -> str:
    """The name without diacritics."""
    special = name.translate(str.maketrans("øØłŁđĐıßæÆœŒðÐþÞʻʼ‘", "oOlLdDisaAoOdDtT'''"))
    kept = (c for c in unicodedata.normalize("NFD", special) if not unicodedata.combining(c))
    return "".join(kept)
