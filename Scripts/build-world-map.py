#!/usr/bin/env python3
"""Compiles the outline of the world: coastlines, borders and disputed borders.

  pip download --no-deps geopandas==0.14.4
  unzip geopandas-0.14.4-py3-none-any.whl 'geopandas/datasets/*'
  Scripts/build-world-map.py geopandas/datasets/naturalearth_lowres

Reads the countries of Natural Earth 1:110m (public domain), which the package carries as a shapefile.
An edge that one country has is coast, an edge that two have is a border. Writes
Sources/EmbeddedData/WorldMap/world.bin, whose layout README.md beside it describes.
"""
import collections
import os
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Sources", "EmbeddedData", "WorldMap", "world.bin")
COAST, BORDER, DISPUTED = 0, 1, 2
# Borders that at least one of the two sides, or many members of the United Nations, do not accept.
DISPUTES = [frozenset(pair.split(" / ")) for pair in (
    "Kosovo / Serbia", "Somaliland / Somalia", "N. Cyprus / Cyprus", "W. Sahara / Morocco",
    "Israel / Palestine", "India / Pakistan", "India / China", "Pakistan / China",
    "North Korea / South Korea", "Sudan / S. Sudan", "Syria / Israel", "Russia / Ukraine",
    "Egypt / Sudan", "Ethiopia / Somalia", "Venezuela / Guyana",
)]
# Where only a part of a border is disputed: west, south, east, north. Crimea and Donbas; Kashmir and
# Arunachal Pradesh; Halaib; the Ogaden's provisional line.
PARTS = {
    frozenset(("Russia", "Ukraine")): [(32, 44, 36, 47), (37.5, 46.5, 41, 50)],
    frozenset(("India", "Pakistan")): [(73, 32, 81, 38)],
    frozenset(("India", "China")): [(75, 32, 81, 38), (91, 26, 98, 30)],
    frozenset(("Egypt", "Sudan")): [(33, 20, 40, 24)],
    frozenset(("Ethiopia", "Somalia")): [(40, 3, 48, 9)],
}


def names(path):
    """The column "name" of a dBASE table."""
    data = open(path, "rb").read()
    count, header, record = struct.unpack("<IHH", data[4:12])
    offset, fields = 1, {}
    for at in range(32, header - 1, 32):
        fields[data[at:at + 11].split(b"\0")[0].decode()] = (offset, data[at + 16])
        offset += data[at + 16]
    start, length = fields["name"]
    for row in range(count):
        at = header + row * record + start
        yield data[at:at + length].decode("latin-1").strip()


def polygons(path):
    """The rings of each polygon of a shapefile, as lists of points in degrees."""
    data = open(path, "rb").read()
    at = 100
    while at < len(data):
        length = struct.unpack(">I", data[at + 4:at + 8])[0] * 2
        body = data[at + 8:at + 8 + length]
        at += 8 + length
        part_count, point_count = struct.unpack("<II", body[36:44])
        starts = struct.unpack(f"<{part_count}I", body[44:44 + 4 * part_count]) + (point_count,)
        numbers = struct.unpack(f"<{2 * point_count}d", body[44 + 4 * part_count:])
        points = list(zip(numbers[::2], numbers[1::2]))
        yield [points[a:b] for a, b in zip(starts, starts[1:])]


def rounded(point):
    """A point in hundredths of a degree."""
    return round(point[0] * 100), round(point[1] * 100)


def kind(edge, owners):
    if len(owners) < 2:
        return COAST
    if owners not in DISPUTES:
        return BORDER
    middle = [(a + b) / 200 for a, b in zip(*edge)]
    parts = PARTS.get(owners)
    inside = parts is None or any(
        west <= middle[0] <= east and south <= middle[1] <= north
        for west, south, east, north in parts)
    return DISPUTED if inside else BORDER


def is_seam(a, b):
    """Whether an edge is where the sheet was cut: the antimeridian, or the pole."""
    return abs(a[0]) == abs(b[0]) == 18000 or min(a[1], b[1]) <= -8999


def lines(rings, owners):
    """Edges of one kind that follow one another, each edge once."""
    seen = set()
    for ring in rings:
        line, current = [], None
        for a, b in zip(ring, ring[1:]):
            edge = (min(a, b), max(a, b))
            wanted = None if edge in seen or is_seam(a, b) else kind(edge, frozenset(owners[edge]))
            seen.add(edge)
            if wanted != current:
                if line:
                    yield current, line
                line, current = [a], wanted
            if current is not None:
                line.append(b)
            else:
                line = []
        if line:
            yield current, line


def main():
    base = os.path.join(sys.argv[1], os.path.basename(sys.argv[1].rstrip("/")))
    countries = list(zip(names(base + ".dbf"), polygons(base + ".shp")))
    owners, rings = collections.defaultdict(set), []
    for name, polygon in countries:
        for ring in polygon:
            ring = [rounded(point) for point in ring]
            rings.append(ring)
            for a, b in zip(ring, ring[1:]):
                owners[(min(a, b), max(a, b))].add(name)
    found = sorted((kind, line) for kind, line in lines(rings, owners) if len(line) > 1)
    with open(OUTPUT, "wb") as output:
        output.write(struct.pack("<4sI", b"GWM1", len(found)))
        for number, line in found:
            output.write(struct.pack("<HH", number, len(line)))
            for point in line:
                output.write(struct.pack("<hh", *point))
    count = collections.Counter(number for number, _ in found)
    print(f"{count[COAST]} coastlines, {count[BORDER]} borders, {count[DISPUTED]} disputed,"
          f" {os.path.getsize(OUTPUT)} bytes")


if __name__ == "__main__":
    main()
