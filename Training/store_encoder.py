#!/usr/bin/env python3
"""Store a trained encoder in the form that the program reads where it lies (EncoderModel.swift):

    store_encoder.py attribution.safetensors --model FOLDER encoder.bin

Weights become eight bits, one unit an output (or an embedded piece); everything else stays 32-bit floats. Sections
follow each other without a table, each at a multiple of 64 bytes.
"""
import argparse, json, struct

import numpy as np
from safetensors.numpy import load_file

LAYERS, POSITIONS, SLOTS = 6, 256, 1 << 16
PANEL, GROUP = 16, 4
#: The maps of a layer in the order in which they are stored, and the normalisations behind them.
MAPS = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
        "intermediate.dense", "output.dense"]
NORMALISATIONS = ["attention.output.LayerNorm", "output.LayerNorm"]


class Store:
    def __init__(self):
        self.bytes = bytearray()

    def add(self, data):
        self.bytes += bytes(-len(self.bytes) % 64)
        self.bytes += data if isinstance(data, (bytes, bytearray)) else np.ascontiguousarray(data).tobytes()

    def floats(self, array):
        self.add(np.asarray(array, np.float32))

    def rows(self, weights):
        """Rows of eight bits, each with its unit before all of them."""
        units = np.maximum(np.abs(weights).max(1), 1e-20) / 127
        self.floats(units)
        self.add(np.round(weights / units[:, None]).astype(np.int8))

    def linear(self, weights, bias):
        """A map of [outputs][inputs], padded to whole panels, as CTransformer.h lays it out."""
        missing = -len(weights) % PANEL
        weights = np.pad(weights, ((0, missing), (0, 0)))
        bias = np.pad(bias, (0, missing))
        units = np.maximum(np.abs(weights).max(1), 1e-20) / 127
        small = np.round(weights / units[:, None]).astype(np.int8)
        outputs, inputs = small.shape
        panels = small.reshape(outputs // PANEL, PANEL, inputs // GROUP, GROUP).transpose(0, 2, 1, 3)
        self.add(panels)
        self.floats(units)
        self.add(128 * small.astype(np.int32).sum(1, dtype=np.int32))
        self.floats(bias)


def vocabulary(folder):
    pieces = json.load(open(f"{folder}/tokenizer.json", encoding="utf-8"))["model"]["vocab"]
    return [piece.encode() for piece, _ in sorted(pieces.items(), key=lambda item: item[1])]


def slots(pieces):
    """A table of numbers of pieces, by the FNV-1a hash of their bytes, the next free slot when it is taken."""
    table = np.full(SLOTS, 0xFFFF, np.uint16)
    for number, piece in enumerate(pieces):
        value = 0x811C9DC5
        for byte in piece:
            value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
        at = (value ^ value >> 16) & (SLOTS - 1)
        while table[at] != 0xFFFF:
            at = (at + 1) & (SLOTS - 1)
        table[at] = number
    return table


def store(weights, pieces):
    out = Store()
    text = b"".join(pieces)
    out.add(b"GENC" + struct.pack("<III", 1, len(pieces), len(text)))
    out.add(np.cumsum([0] + [len(p) for p in pieces]).astype(np.uint32))
    out.add(text)
    out.add(slots(pieces))
    e = "embeddings."
    out.rows(weights[e + "word_embeddings.weight"])
    out.floats(weights[e + "position_embeddings.weight"][:POSITIONS] + weights[e + "token_type_embeddings.weight"][0])
    for name in ("case", "quoted"):
        out.floats(weights[name])
    for name in ("weight", "bias"):
        out.floats(weights[f"{e}LayerNorm.{name}"])
    for layer in (f"encoder.layer.{n}." for n in range(LAYERS)):
        for name in MAPS:
            out.linear(weights[f"{layer}{name}.weight"], weights[f"{layer}{name}.bias"])
        for name in NORMALISATIONS:
            out.floats(weights[f"{layer}{name}.weight"])
            out.floats(weights[f"{layer}{name}.bias"])
    out.linear(weights["labels.weight"].T, weights["labels.bias"])
    return bytes(out.bytes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained")
    parser.add_argument("--model", required=True, help="folder with tokenizer.json")
    parser.add_argument("output")
    options = parser.parse_args()
    data = store(load_file(options.trained), vocabulary(options.model))
    open(options.output, "wb").write(data)
    print(f"{len(data) / 1e6:.1f} MB")
