#!/usr/bin/env python3
"""Compiles the indexes of the WHATWG Encoding Standard: what the bytes of legacy encodings mean.

  Scripts/build-encodings.py

Takes the codecs of Python 3.11 and corrects them where the indexes of the standard
(https://encoding.spec.whatwg.org/#indexes) say something else; the lists below hold every difference.
Writes Sources/EmbeddedData/Encodings/encodings.bin, whose layout README.md beside it describes.
"""
import os
import struct

HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Sources", "EmbeddedData", "Encodings", "encodings.bin")

# The order is that of LegacyTables.swift.
SINGLE_BYTE = (
    ["cp866"] + [f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
    + ["koi8_r", "koi8_u", "mac_roman", "cp874"] + [f"cp{page}" for page in range(1250, 1259)]
    + ["mac_cyrillic"])
# Bytes that mean something else in the standard, or that Python does not know.
SINGLE_BYTE_CHANGES = {
    "koi8_u": {0xAE: 0x45E, 0xBE: 0x40E},
    "cp1255": {0xCA: 0x5BA},
}

# Big5 of the standard: Hong Kong's characters of 2008 and a few signs as Windows has them.
# Each entry is the first pointer of a run, and its code points.
BIG5_CHANGES = """
1000:3875,21D53,2369E,26021,3EEC,258DE,3AF5,7AFC,9F97,24161,2890D,231EA,20A8A,2325E,430A,8484,
9F96,942F,4930,8613,5896,974A,9218,79D0,7A32,6660,6A29,889D,744C,7BC5,6782,7A2C,524F,9046,34E6,
73C4,25DB9,74C6,9FC7,57B3,492F,544C,4131,2368E,5818,7A72,27B65,8B8F,46AE,26E88,4181,25D99,7BAE,
224BC,9FC8,224C1,224C9,224CC,9FC9,8504,235BB,40B4,9FCA,44E1,2ADFF,62C1,706E,9FCB 2082:7BB8
2088:7C06 2103:7CCE 2114:7DD2 2123:7E1D 2148:8005 2151:8028 2221:83C1 2239:84A8 2244:840F
2303:89A6,89A9 2354:8D77 2400:90FD 2413:92B9 2477:975C 2498:97FF 2605:9F16 2673:8503
2746:5159,515B,515D,515E 2771:936E 2780:7479 2990:6D67 3087:799B 3259:9097 3301:975D 3436:701E
3451:5B28 4136:7201 4138:77D7 4141:7E87 4182:99D6 4206:91D4 4220:60DE 4230:6FB6 4241:8F36
4258:4FBB 4273:71DF 4279:9104 4282:9DF0 4294:83CF 4329:5C10,79E3 4349:5A67 4419:8F0B 4422:7B51
4494:62D0 4624:6062 4694:75F9 4708:6C4A 4742:9B2E 4748:9F17 4815:50ED 4828:5F0C 4902:880F
4922:62CE 4982:7468 4992:7162 4997:7250 5029:2027 5038:FE51 5120:AF 5153:FF5E 5168:2295,2299
5182:2215,FE68 5185:FFE5 5187:FFE0,FFE1 5432:2400,2401,2402,2403,2404,2405,2406,2407,2408,2409,
240A,240B,240C,240D,240E,240F,2410,2411,2412,2413,2414,2415,2416,2417,2418,2419,241A,241B,241C,
241D,241E,241F,2421,20AC 10942:5EF4 10946:65E0 10948:7676 10950:96B6 10957:3003,4EDD 19028:5029
19035:507D 19088:5305 19096:5344 19112:537F 19162:5605 19240:5A77 19299:5E75 19305:5ED0 19326:5F58
19355:60A4 19398:6490 19439:6674 19454:675E 19553:6C9C,6E1D 19557:6E2F 19611:716E 19643:732A
19672:745C 19697:74E9 19748:7809
"""

# What GB 18030-2022 moved out of the private use area, and what the standard does not take over.
GB18030_CHANGES = {
    (0xA3, 0xA0): 0x3000, (0xA8, 0xBC): 0x1E3F,
    (0xA6, 0xD9): 0xFE10, (0xA6, 0xDA): 0xFE12, (0xA6, 0xDB): 0xFE11, (0xA6, 0xDC): 0xFE13,
    (0xA6, 0xDD): 0xFE14, (0xA6, 0xDE): 0xFE15, (0xA6, 0xDF): 0xFE16, (0xA6, 0xEC): 0xFE17,
    (0xA6, 0xED): 0xFE18, (0xA6, 0xF3): 0xFE19,
    (0xFE, 0x59): 0x9FB4, (0xFE, 0x61): 0x9FB5, (0xFE, 0x66): 0x9FB6, (0xFE, 0x67): 0x9FB7,
    (0xFE, 0x6D): 0x9FB8, (0xFE, 0x7E): 0x9FB9, (0xFE, 0x90): 0x9FBA, (0xFE, 0xA0): 0x9FBB,
}


def meaning(codec, *values):
    """The one code point that some bytes mean; 0 for none or several."""
    try:
        text = bytes(values).decode(codec)
    except UnicodeDecodeError:
        return 0
    return ord(text) if len(text) == 1 else 0


def single_byte(codec):
    """The code points of 0x80 to 0xFF."""
    points = [meaning(codec, byte) for byte in range(0x80, 0x100)]
    if codec.startswith("cp12") or codec == "cp874":
        # Windows passes the bytes on that its code pages leave free.
        for offset in range(0x20):
            points[offset] = points[offset] or 0x80 + offset
    for byte, point in SINGLE_BYTE_CHANGES.get(codec, {}).items():
        points[byte - 0x80] = point
    return points


def jis0208():
    """By pointer, rows of 94; the rows that Shift_JIS keeps for private use stay empty."""
    points = []
    for pointer in range(11104):
        lead, trail = divmod(pointer, 188)
        lead += 0x81 if lead < 0x1F else 0xC1
        trail += 0x40 if trail < 0x3F else 0x41
        points.append(0 if 8836 <= pointer <= 10715 else meaning("cp932", lead, trail))
    return points


def jis0212():
    """By pointer, rows of 94."""
    points = [meaning("euc_jp", 0x8F, 0xA1 + p // 94, 0xA1 + p % 94) for p in range(94 * 94)]
    points[116] = 0xFF5E
    return points


def euc_kr():
    """By pointer, rows of 190."""
    return [meaning("cp949", 0x81 + p // 190, 0x41 + p % 190) for p in range(126 * 190)]


def gb18030():
    """By pointer, rows of 190."""
    points = []
    for pointer in range(126 * 190):
        lead, trail = 0x81 + pointer // 190, pointer % 190
        trail += 0x40 if trail < 0x3F else 0x41
        change = GB18030_CHANGES.get((lead, trail))
        points.append(change or meaning("gb18030", lead, trail))
    return points


def gb18030_ranges():
    """Pairs of a pointer of four bytes and the code point from which on both count up."""
    pairs, previous = [], None
    for pointer in range(39420):
        point = meaning(
            "gb18030", 0x81 + pointer // 12600, 0x30 + pointer // 1260 % 10,
            0x81 + pointer // 10 % 126, 0x30 + pointer % 10)
        if point and point != (previous or 0) + 1:
            pairs += [pointer, point]
        previous = point
    return pairs


def big5():
    """By pointer, rows of 157."""
    points = []
    for pointer in range(126 * 157):
        lead, trail = 0x81 + pointer // 157, pointer % 157
        points.append(meaning("big5hkscs", lead, trail + (0x40 if trail < 0x3F else 0x62)))
    for run in BIG5_CHANGES.replace(",\n", ",").split():
        start, changed = run.split(":")
        for offset, point in enumerate(changed.split(",")):
            points[int(start) + offset] = int(point, 16)
    return points


def bits(flags):
    """Flags as words of 16 bits, the first flag lowest."""
    return [
        sum(1 << bit for bit, flag in enumerate(flags[start:start + 16]) if flag)
        for start in range(0, len(flags), 16)]


def main():
    chinese = big5()
    sections = [
        [point for codec in SINGLE_BYTE for point in single_byte(codec)],
        jis0208(), jis0212(), euc_kr(), gb18030(), gb18030_ranges(),
        [point & 0xFFFF for point in chinese], bits([point > 0xFFFF for point in chinese]),
    ]
    assert all(point >> 16 in (0, 2) for point in chinese)
    head, body = b"GEN1" + struct.pack("<I", len(sections)), b""
    for section in sections:
        head += struct.pack("<I", len(section))
        body += struct.pack(f"<{len(section)}H", *section)
    with open(OUTPUT, "wb") as file:
        file.write(head + body)


if __name__ == "__main__":
    main()
