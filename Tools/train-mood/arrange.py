"""Songs and dance tracks of our own with known form: where sections begin, which of them return, builds and drops."""
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../train-beats"))
import compose
from compose import BASS, BRASS, CRASH, DISTORTED, DRUMS, GUITAR, HAT, KICK, LEAD, MALLET, OPEN, ORGAN, PAD, PIANO, PLUCKED, REED, SNARE, STRINGS, VOICE
from piece import Note, Piece

PLANS = ["IABABCAB", "ABABCB", "AABABA", "IABACABO", "ABCABC", "IAABAAB", "ABACADA", "IABCBAO", "ABABAB"]
COLOURS = [PIANO, GUITAR, DISTORTED, STRINGS, PAD, ORGAN, BRASS, PLUCKED, MALLET, VOICE, REED, LEAD]


class Section:
    """How one letter of the form sounds wherever it returns."""

    def __init__(self, song, rng):
        self.degrees = song.degrees if rng.rand() < .45 else rng.choice([0, 3, 4, 5, 1, 2], size=int(rng.choice([2, 4, 4, 8])))
        self.layers = {"drums": rng.rand() < .7, "bass": rng.rand() < .75, "comp": rng.rand() < .8, "melody": rng.rand() < .6, "pad": rng.rand() < .4}
        if not (self.layers["comp"] or self.layers["melody"]): self.layers["comp"] = True
        self.route = {1: int(rng.choice([1, 4])), 2: int(rng.choice([2, 5]))}
        self.loud = float(rng.uniform(.6, 1.15))
        self.patterns, self.motif = {}, None
        self.chords, self.density = song.chords, float(rng.uniform(.2, .9))
        if rng.rand() < .3: self.chords = str(rng.choice(["hold", "quarters", "strum", "arpeggio", "stabs"]))

    def contrast(self, other):
        changes = sum(self.layers[k] != other.layers[k] for k in self.layers)
        return changes + (self.route != other.route) + (abs(self.loud - other.loud) > .2) + (self.chords != other.chords) * .5


class Song(compose.Composer):
    """A piece whose sections have letters; what returns is the same music, sometimes changed a little."""

    def __init__(self, rng, seconds=100):
        super().__init__(rng)
        self.programs.update({4: pick(rng), 5: pick(rng)})
        self.seconds, self.moved, self.current = seconds, 0, None
        if self.chords == "none": self.chords = "hold"
        if self.drums == "none" and rng.rand() < .6: self.drums = "backbeat"
        if self.bass == "none" and rng.rand() < .6: self.bass = "roots"

    def add(self, channel, beat, length, pitch, velocity):
        if channel != DRUMS: pitch += self.moved
        super().add(self.current.route.get(channel, channel), beat, length, pitch, velocity)

    def write(self):
        rng, sections, bar, marks, labels, moves = self.rng, {}, 0, [], [], []
        plan, last = str(rng.choice(PLANS)), None
        usual = int(rng.choice([4, 8, 8, 8, 12]))
        most = self.seconds * self.tempo / 60 / self.meter
        for letter in plan:
            if bar >= most - 2: break
            for _ in range(30):
                kept = letter in sections
                section = sections.get(letter) or Section(self, rng)
                if kept or last is None or section.contrast(last) >= 2: break
            sections[letter] = section
            count = usual if rng.rand() < .75 else int(rng.choice([4, 6, 8, 10, 16]))
            if letter in "IO": count = min(count, 4)
            if not labels or labels[-1] != letter:       # the same again is no boundary
                self.moved = int(rng.choice([0, 0, 0, 0, 0, 2, 1, -3, 5])) if kept else 0
                marks.append(bar); labels.append(letter); moves.append(self.moved)
            self.play(section, bar, count, last is not None)
            last = section
            bar += count
        self.bar_count = bar
        bars = [b * self.meter for b in range(bar)]
        piece = Piece(self.name, self.notes, self.programs, bars, bar * self.meter, self.tempo)
        piece.form = dict(marks=[m * self.meter for m in marks], labels=labels, moves=moves)
        return piece

    def play(self, section, start, count, crash):
        rng = self.rng
        self.current, self.patterns, self.motif = section, section.patterns, section.motif
        self.degrees, self.chords, self.loud, self.melody_density = section.degrees, section.chords, section.loud, section.density
        layers = dict(section.layers)
        if section.motif is not None and rng.rand() < .3:  # A′: one voice more or less
            k = str(rng.choice(["melody", "pad"])); layers[k] = not layers[k]
        for bar in range(start, start + count):
            chord = self.chord(bar - start)
            fill = layers["drums"] and bar == start + count - 1 and rng.rand() < .6
            if layers["drums"] and self.drums != "none": self.drum_bar(bar, fill, crash=crash and bar == start and rng.rand() < .5)
            if layers["bass"] and self.bass != "none": self.bass_bar(bar, chord)
            if layers["comp"]: self.chord_bar(bar, chord)
            if layers["melody"]: self.melody_bar(bar, chord)
            if layers["pad"]:
                for pitch in chord[:3]: self.add(3, bar * self.meter, self.meter * .98, 60 + pitch, 50)
        section.motif = self.motif or []


def pick(rng): return int(rng.choice(COLOURS[rng.randint(len(COLOURS))]))


class Dance(Song):
    """Club music: build-ups of many kinds, most of which end in a drop."""

    IDEAS = {"four": (116, 150), "breakbeat": (150, 182), "boombap": (75, 105), "backbeat": (95, 160), "trap": (64, 80), "skank": (140, 170)}

    def __init__(self, rng, seconds=110):
        super().__init__(rng, seconds)
        self.drums = str(rng.choice(list(self.IDEAS), p=[.45, .2, .08, .12, .1, .05]))
        self.tempo, self.meter, self.swing = float(rng.uniform(*self.IDEAS[self.drums])), 4, 0
        self.accents = self.strong_beats()
        self.bass = str(rng.choice(["offbeat", "sixteenths", "kick", "long", "octaves", "syncopated"]))
        self.programs.update({0: int(rng.choice([38, 39, 87, 33])), 1: int(rng.choice(PAD + PIANO + LEAD)), 2: int(rng.choice(LEAD + PLUCKED + BRASS)),
                              3: int(rng.choice(PAD + STRINGS)), 4: int(rng.choice(LEAD + PIANO + [62, 63])), 5: int(rng.choice(LEAD + MALLET + VOICE)), 6: 122, 7: int(rng.choice(LEAD))})
        self.degrees = rng.choice([0, 5, 3, 4, 2], size=4)

    def write(self):
        rng, bar, marks, labels, builds, drops, sweeps = self.rng, 0, [], [], [], [], []
        most = self.seconds * self.tempo / 240
        kinds = {k: self.kind(k) for k in ("intro", "groove", "break", "drop")}
        plan = [str(rng.choice(["intro", "groove", "break"]))]
        while bar < most:
            name = plan[-1]
            count = int(rng.choice([4, 8, 8, 16] if name in ("drop", "groove") else [4, 8, 8]))
            marks.append(bar * 4); labels.append(name)
            if name == "build":
                gap = float(rng.choice([0, 0, 0, .5, 1, 2, 4])) * (rng.rand() < .6)
                self.build(bar, count, gap)
                builds.append([bar * 4, (bar + count) * 4])
                if rng.rand() < .4: sweeps.append([bar * 4, (bar + count) * 4])
                plan.append("drop" if rng.rand() < .8 else str(rng.choice(["break", "groove"])))
                if plan[-1] == "drop": drops.append((bar + count) * 4)
            else:
                self.play(kinds[name], bar, count, name == "drop" or rng.rand() < .3)
                after = {"intro": ["groove", "break", "build"], "groove": ["break", "build", "build"], "break": ["build", "build", "groove"], "drop": ["break", "build", "groove", "break"]}
                plan.append(str(rng.choice(after[name])))
            bar += count
        if drops and drops[-1] >= bar * 4: drops.pop()
        piece = Piece("dance", self.notes, self.programs, [b * 4 for b in range(bar)], bar * 4, self.tempo)
        piece.form = dict(marks=marks, labels=labels, moves=[0] * len(marks), builds=builds, drops=drops, sweeps=sweeps)
        return piece

    def kind(self, name):
        rng, s = self.rng, Section(self, self.rng)
        full = name == "drop"
        s.layers = {"drums": name != "break", "bass": name in ("groove", "drop"), "comp": name in ("break", "drop") or rng.rand() < .5,
                    "melody": full or (name == "break" and rng.rand() < .5), "pad": name == "break" or rng.rand() < .3}
        s.loud = {"intro": .8, "groove": .9, "break": .65, "drop": 1.15}[name] * rng.uniform(.92, 1.08)
        s.chords = str(rng.choice(["stabs", "offbeat", "eighthchords", "arpeggio", "hold"])) if full else "hold" if rng.rand() < .6 else "arpeggio"
        s.route = {1: 4 if full else 1, 2: 2 if full else 5}
        return s

    def build(self, start, count, gap):
        rng = self.rng
        self.current = Section(self, rng)
        self.current.route, self.loud, self.moved = {}, 1.0, 0
        at, end = start * 4, (start + count) * 4 - gap
        roll = str(rng.choice(["snare", "clap", "tom", "kick", "none"], p=[.5, .15, .1, .15, .1]))
        drum = {"snare": SNARE, "clap": 39, "tom": 45, "kick": KICK, "none": 0}[roll]
        riser, noise, chords = rng.rand() < .5, rng.rand() < .6, rng.rand() < .7
        if roll == "none": riser = noise = True
        steps = [[1, .5, .25, .125], [1, 1, .5, .25], [.5, .5, .25, .25], [.5, .25, .25, .125], [1, .5, .5, .5]][rng.randint(5)]
        beat = float(at)
        while beat < end - 1e-6:
            f = (beat - at) / (4 * count)
            step = steps[min(int(f * 4), 3)]
            if drum: self.add(DRUMS, beat, .1, drum, 45 + 70 * f)
            if riser: self.add(7, beat, step * .9, 55 + 28 * f, 55 + 45 * f)
            beat += step
        if noise:
            for b in np.arange(at, end, .5): self.add(6, b, .5, 50 + 20 * (b - at) / (4 * count), 25 + 90 * (b - at) / (4 * count))
        if rng.rand() < .4:                                      # the kick goes on for a while
            for b in range(at, at + 2 * count): self.add(DRUMS, b, .1, KICK, 100)
        if rng.rand() < .3:
            for b in np.arange(at, end, .25): self.add(DRUMS, b, .1, HAT, 40 + 50 * (b - at) / (4 * count))
        if chords:
            step = float(rng.choice([.5, .25, 1, 4]))
            for b in np.arange(at, end, step):
                for p in self.chord(int(b // 4) - start): self.add(1, b, min(step, end - b) * .9, 60 + p % 12, 50 + 50 * (b - at) / (4 * count))
