"""Rows that "Tools/bench cues" writes, 43 ms each, and how fits read them."""
import json
import os

import numpy as np

STEP = 8 * 256 / 48000
BANDS, CUES, REGISTERS = slice(0, 20), slice(20, 36), slice(36, 96)
TONALITY, BEAT, BAR, BELIEF, BAR_BELIEF, TEMPO, SILENT, WIDTH = 96, 97, 98, 99, 100, 101, 102, 103
SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/Listening")


def tracks(spec, cues):
    """-> [(track, rows)] of those tracks of a spec that were heard."""
    for t in json.load(open(spec))["tracks"]:
        path = os.path.join(cues, t["id"] + ".cues")
        if os.path.exists(path):
            rows = np.fromfile(path, np.float32).reshape(-1, WIDTH).copy()
            rows[rows[:, 20] == 0, SILENT] = 1          # before the first step was complete
            yield t, rows


def leaky(x, seconds, silent, wake=1e9):
    """Leaky means, plain ones until they are as old as their time constant (or `wake` seconds)."""
    share, y, heard, mean = 1 - np.exp(-STEP / seconds), np.zeros_like(x), 0.0, 0 * x[0]
    for i in range(len(x)):
        if silent[i]:
            heard = 0
        else:
            heard += STEP
            mean = mean + (x[i] - mean) * max(share, STEP / heard if heard < wake else 0)
        y[i] = mean
    return y


def table(name, comment, lines):
    with open(os.path.join(SOURCES, name + ".swift"), "w") as file:
        file.write(f"/// The numbers of {comment}\nenum {name} {{\n" + "\n".join(lines) + "\n}\n")
