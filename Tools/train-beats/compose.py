"""Music of our own, made by rule and chance: many styles, meters and textures, with beats known exactly."""
import numpy as np

from piece import DRUMS, Note, Piece

KICK, SNARE, RIM, CLAP, HAT, PEDAL, OPEN, RIDE, CRASH = 36, 38, 37, 39, 42, 44, 46, 51, 49
TOMS, CONGAS, SHAKER, COWBELL, CLAVE, TAMBOURINE = [41, 45, 48], [62, 63, 64], 70, 56, 75, 54

PIANO, ORGAN, GUITAR, DISTORTED, STRINGS, PAD, LEAD, BRASS, PLUCKED, MALLET, VOICE, REED = (
    [0, 1, 4, 5], [16, 17, 18, 19], [24, 25, 26, 27, 28], [29, 30], [48, 49, 50, 44], [88, 89, 90, 91, 94],
    [80, 81, 82, 84, 87], [56, 57, 61, 62], [45, 46, 104, 105, 106, 107], [8, 9, 11, 12, 13], [52, 53, 54],
    [64, 65, 66, 68, 71, 73, 75])
BASS = [32, 33, 34, 35, 36, 38, 39]

# name: tempo range, share of songs, meters, swing (0 straight, 1 triplet), drums, bass, chords, instruments of the
# chords, of the melody. Drums: kick and snare idea, cymbal pattern.
STYLES = [
    ("rock", (84, 180), 8, [4, 4, 4, 3, 5, 7], 0, "backbeat", "eighths", ["strum", "power", "hold"], DISTORTED + GUITAR, GUITAR + LEAD),
    ("metal", (95, 212), 8, [4, 4, 4, 3, 7, 5], 0, "metal", "riff", ["riff", "power"], DISTORTED, DISTORTED),
    ("punk", (150, 212), 3, [4], 0, "skank", "eighths", ["power", "strum"], DISTORTED, DISTORTED),
    ("pop", (72, 140), 7, [4], 0, "backbeat", "kick", ["strum", "hold", "stabs", "arpeggio"], PIANO + GUITAR + PAD, VOICE + LEAD + REED),
    ("ballad", (56, 92), 6, [4, 4, 3, 6], 0, "soft", "long", ["arpeggio", "hold", "quarters"], PIANO + STRINGS + GUITAR, VOICE + REED + PIANO),
    ("house", (112, 138), 5, [4], 0, "four", "offbeat", ["stabs", "hold", "offbeat"], PAD + ORGAN + PIANO, LEAD),
    ("techno", (122, 155), 5, [4], 0, "four", "sixteenths", ["stabs", "arpeggio", "none"], LEAD + PAD, LEAD),
    ("trance", (128, 146), 3, [4], 0, "four", "offbeat", ["arpeggio", "hold"], PAD + LEAD, LEAD),
    ("drum and bass", (158, 184), 4, [4], 0, "breakbeat", "long", ["hold", "stabs", "none"], PAD, LEAD),
    ("hip hop", (68, 108), 5, [4], .3, "boombap", "kick", ["stabs", "hold", "none"], PIANO + ORGAN, MALLET + LEAD),
    ("trap", (62, 82), 3, [4], 0, "trap", "long", ["hold", "arpeggio"], PAD + MALLET, LEAD + MALLET),
    ("funk", (88, 124), 5, [4], .15, "funk", "syncopated", ["scratch", "stabs"], GUITAR + [7], BRASS),
    ("disco", (104, 130), 3, [4], 0, "four", "octaves", ["scratch", "offbeat"], GUITAR + STRINGS, STRINGS + BRASS),
    ("reggae", (60, 92), 3, [4], .3, "onedrop", "syncopated", ["offbeat"], ORGAN + GUITAR, REED + ORGAN),
    ("ska", (110, 160), 2, [4], 0, "backbeat", "walking", ["offbeat"], GUITAR + BRASS, BRASS),
    ("swing", (100, 212), 5, [4, 4, 3], 1, "swing", "walking", ["charleston", "hold"], PIANO + GUITAR, BRASS + REED),
    ("shuffle", (76, 150), 4, [4], 1, "shuffle", "walking", ["charleston", "strum"], ORGAN + GUITAR + PIANO, GUITAR + REED),
    ("slow blues", (56, 76), 2, [4, 6], 1, "soft", "walking", ["hold", "arpeggio"], ORGAN + PIANO, GUITAR),
    ("bossa", (100, 150), 3, [4], 0, "bossa", "roots", ["bossa"], GUITAR, REED),
    ("salsa", (150, 205), 4, [4], 0, "latin", "tumbao", ["montuno"], PIANO, BRASS),
    ("samba", (88, 125), 2, [4, 2], 0, "samba", "roots", ["scratch", "bossa"], GUITAR, REED),
    ("march", (96, 132), 3, [4, 2], 0, "march", "roots", ["offbeat"], BRASS, BRASS + REED),
    ("polka", (105, 135), 2, [2, 4], 0, "polka", "roots", ["offbeat"], [21, 22, 23], [21, 22] + REED),
    ("waltz", (84, 200), 5, [3], 0, "waltz", "roots", ["waltz", "arpeggio"], PIANO + STRINGS + [21], STRINGS + REED),
    ("tango", (108, 130), 2, [4], 0, "none", "roots", ["quarters", "bossa"], [21, 23] + STRINGS, [40, 21]),
    ("country", (90, 180), 3, [4], .2, "train", "roots", ["boomchick"], GUITAR, [40, 22, 105]),
    ("folk", (70, 150), 3, [4, 3, 6], 0, "none", "roots", ["strum", "arpeggio"], GUITAR + PLUCKED, [40, 73, 22]),
    ("piano solo", (56, 150), 6, [4, 3, 4, 2], 0, "none", "none", ["arpeggio", "alberti", "quarters", "boomchick"], PIANO, PIANO),
    ("chamber", (60, 160), 5, [4, 3, 2], 0, "none", "long", ["quarters", "hold", "eighthchords"], STRINGS + [40, 41, 42], [40, 73, 68, 71]),
    ("choir", (56, 110), 3, [4, 3], 0, "none", "long", ["hold", "quarters"], VOICE + ORGAN, VOICE),
    ("ambient", (60, 110), 2, [4], 0, "none", "long", ["hold", "arpeggio"], PAD, MALLET + PAD),
    ("orchestral battle", (100, 190), 5, [4, 3, 5, 7], 0, "taiko", "ostinato", ["ostinato", "hold"], STRINGS + BRASS, BRASS),
    ("chiptune", (100, 200), 4, [4, 3], 0, "backbeat", "octaves", ["arpeggio16", "none"], [80, 81], [80, 81]),
    ("odd rock", (100, 190), 3, [5, 7], 0, "backbeat", "riff", ["riff", "strum", "power"], DISTORTED + GUITAR, LEAD),
]

SCALES = [[0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 8, 10], [0, 2, 3, 5, 7, 9, 10], [0, 2, 4, 5, 7, 9, 10]]


class Composer:
    """Writes one piece in one style."""

    def __init__(self, rng, beats=110):
        self.rng = rng
        shares = np.array([s[2] for s in STYLES], float)
        (self.name, tempi, _, meters, swing, self.drums, self.bass, chords, comp, lead) = \
            STYLES[rng.choice(len(STYLES), p=shares / shares.sum())]
        self.tempo = float(np.exp(rng.uniform(*np.log(tempi))))
        self.meter = int(rng.choice(meters))
        self.swing = swing * rng.uniform(.7, 1) if rng.rand() < .9 else 0
        self.chords = str(rng.choice(chords))
        self.scale = SCALES[rng.randint(len(SCALES))]
        self.root = rng.randint(12)
        self.notes = []
        self.programs = {0: int(rng.choice(BASS)), 1: int(rng.choice(comp)), 2: int(rng.choice(lead)),
                         3: int(rng.choice(STRINGS + PAD + ORGAN))}
        self.bar_count = int(beats // self.meter)
        loop = int(rng.choice([1, 2, 4, 4, 8]))
        degrees = rng.choice([0, 3, 4, 5, 1, 2, 6], size=loop, p=[.34, .18, .18, .14, .06, .06, .04])
        degrees[0] = 0 if rng.rand() < .8 else degrees[0]
        self.degrees = degrees
        self.accents = self.strong_beats()
        self.patterns = {}
        self.motif = None
        self.loud = rng.uniform(.7, 1.1)
        self.has_melody = rng.rand() < .75
        self.has_pad = rng.rand() < .3
        self.melody_density = rng.uniform(.2, .9)

    def strong_beats(self):
        groups = {2: [[2]], 3: [[3]], 4: [[2, 2]], 5: [[3, 2], [2, 3]], 6: [[3, 3]], 7: [[4, 3], [3, 4], [2, 2, 3]]}
        options = groups[self.meter]
        group = options[self.rng.randint(len(options))]
        return [int(sum(group[:i])) for i in range(len(group))]

    def add(self, channel, beat, length, pitch, velocity):
        whole = np.floor(beat + 1e-6)
        part = beat - whole
        if self.swing and part > 1e-3:      # the second half of a beat comes late: ½ → ⅔
            bend = self.swing / 6
            part = part * (.5 + bend) / .5 if part <= .5 else .5 + bend + (part - .5) * (.5 - bend) / .5
        velocity = int(np.clip(velocity * self.loud, 10, 127))
        self.notes.append(Note(whole + part, length, channel, int(np.clip(pitch, 20, 108)), velocity))

    def write(self):
        bar = 0
        while bar < self.bar_count:
            length = int(self.rng.choice([4, 8, 8, 16]))
            self.section(bar, min(length, self.bar_count - bar), first=bar == 0)
            bar += length
        pickup = self.rng.choice([0, 0, 0, 1, 2]) if self.meter > 2 else 0
        bars = [b * self.meter for b in range(self.bar_count)]
        notes, beats = self.notes, self.bar_count * self.meter
        if pickup:                           # begin inside a bar, as excerpts do
            notes = [Note(n.beat - pickup, n.length, n.channel, n.pitch, n.velocity) for n in notes if n.beat >= pickup]
            bars, beats = [b - pickup for b in bars if b >= pickup], beats - pickup
        return Piece(self.name, notes, self.programs, bars, beats, self.tempo)

    def section(self, start, count, first):
        rng = self.rng
        self.patterns = {}
        drums = self.drums != "none" and not (rng.rand() < (.3 if first else .12))
        bass = self.bass != "none" and rng.rand() < .9
        comp = self.chords != "none" and (rng.rand() < .92 or not drums)
        melody = self.has_melody and rng.rand() < .75
        self.motif = None
        for bar in range(start, start + count):
            chord = self.chord(bar)
            fill = drums and bar == start + count - 1 and rng.rand() < .7
            if drums:
                self.drum_bar(bar, fill, crash=bar == start and rng.rand() < .7)
            if bass:
                self.bass_bar(bar, chord)
            if comp or not (drums or bass):
                self.chord_bar(bar, chord)
            if melody:
                self.melody_bar(bar, chord)
            if self.has_pad:
                for pitch in chord[:3]:
                    self.add(3, bar * self.meter, self.meter * .98, 60 + pitch, 50)

    def chord(self, bar):
        degree = int(self.degrees[bar % len(self.degrees)])
        steps = [degree, degree + 2, degree + 4] + ([degree + 6] if self.rng.rand() < .2 else [])
        return [self.root + self.scale[s % 7] + 12 * (s // 7) - (12 if self.root > 6 else 0) for s in steps]

    def once(self, key, make):
        """A pattern is made once a section, then kept, with rare changes: that is what makes it music."""
        if key not in self.patterns or self.rng.rand() < .04:
            self.patterns[key] = make()
        return self.patterns[key]

    # Drums ------------------------------------------------------------------------------------------------
    def drum_bar(self, bar, fill, crash):
        at = bar * self.meter
        hits = self.once("drums", self.drum_pattern)
        stop = self.meter - self.rng.choice([1, 2]) if fill and self.meter > 2 else self.meter
        for beat, drum, velocity in hits:
            if beat < stop:
                self.add(DRUMS, at + beat, .1, drum, velocity)
        if crash:
            self.add(DRUMS, at, .5, CRASH, 105)
        if fill:
            step = self.rng.choice([.25, .5, .25])
            for beat in np.arange(stop, self.meter, step):
                if self.rng.rand() < .85:
                    drum = self.rng.choice([SNARE, SNARE] + TOMS)
                    self.add(DRUMS, at + beat, .1, drum, 75 + 35 * self.rng.rand())

    def drum_pattern(self):
        rng, meter, hits = self.rng, self.meter, []
        backs = [b for b in range(meter) if b not in self.accents] or [meter - 1]
        if meter in (5, 6, 7):
            backs = [min(a + 1, meter - 1) if meter == 6 else a + 1 for a in self.accents]
        if meter == 6:
            backs = [3]
        kicks, snares = list(self.accents), backs[:]
        idea = self.drums
        cymbal = (rng.choice([HAT, HAT, RIDE, OPEN, TAMBOURINE, SHAKER]), rng.choice([1, .5, .5, .25]))
        if idea == "backbeat":
            kicks += [b + .5 for b in range(meter) if rng.rand() < .28] + [b + o for b in range(meter) for o in (.25, .75) if rng.rand() < .07]
            if rng.rand() < .12:             # half time
                snares = [meter // 2]
        elif idea == "four":
            kicks, snares = list(range(meter)), backs if rng.rand() < .75 else []
            hits += [(b + .5, OPEN, 80) for b in range(meter) if rng.rand() < .8 and snares is not None]
            cymbal = (rng.choice([HAT, SHAKER]), rng.choice([.25, .5]))
        elif idea == "metal":
            kind = rng.choice(["double", "gallop", "blast", "slow"])
            if kind == "double":
                kicks = list(np.arange(0, meter, rng.choice([.25, .5])))
            elif kind == "gallop":
                kicks = [b + o for b in range(meter) for o in (0, .5, .75)]
            elif kind == "blast":
                kicks, snares = list(range(meter)), [b + .5 for b in range(meter)]
            else:
                kicks += [b + .5 for b in range(meter) if rng.rand() < .5]
                snares = [meter // 2]
            cymbal = (rng.choice([RIDE, CRASH, HAT, OPEN]), rng.choice([1, .5]))
        elif idea == "skank":
            kicks, snares, cymbal = list(range(meter)), [b + .5 for b in range(meter)], (HAT, .5)
        elif idea == "soft":
            cymbal = (rng.choice([HAT, RIDE, SHAKER]), rng.choice([.5, 1, 1 / 3 if self.swing == 0 else .5]))
            if rng.rand() < .5:
                hits += [(b, RIM, 60) for b in backs]
                snares = []
        elif idea == "breakbeat":
            kicks = [0, 2.5] if rng.rand() < .6 else [0, .5, 2.5]
            snares = [1, 3] + [b for b in (1.75, 2.25, 3.75) if rng.rand() < .4]
            cymbal = (rng.choice([HAT, RIDE]), .5)
        elif idea == "boombap":
            kicks = [0] + [b for b in (.75, 1.5, 1.75, 2, 2.5, 2.75) if rng.rand() < .4]
            snares, cymbal = [1, 3], (HAT, .5)
        elif idea == "trap":
            kicks = [0] + [b for b in (.75, 1.25, 1.5, 2.5, 2.75, 3.5) if rng.rand() < .35]
            snares, cymbal = [1, 3] if rng.rand() < .5 else [2], (HAT, rng.choice([.25, .125, 1 / 6]))
        elif idea == "funk":
            kicks = [0] + [b for b in (.5, 1.5, 1.75, 2.25, 2.5, 3.25, 3.5) if rng.rand() < .4]
            snares = [1, 3] + [b for b in (.75, 1.75, 2.25, 3.75) if rng.rand() < .2]
            cymbal = (HAT, rng.choice([.25, .5]))
        elif idea == "onedrop":
            kicks, snares = [2], []
            hits += [(2, RIM, 90)] + [(b, HAT, 60) for b in np.arange(0, 4, .5)]
            if rng.rand() < .4:
                kicks = [0, 1, 2, 3]
            cymbal = None
        elif idea == "swing":
            ride = [(b, RIDE, 80) for b in range(meter)] + [(b + .5, RIDE, 62) for b in backs]
            hits += ride + [(b, PEDAL, 75) for b in backs]
            kicks = list(range(meter)) if rng.rand() < .25 else [b + .5 for b in range(meter) if rng.rand() < .15]
            snares = [b + .5 for b in range(meter) if rng.rand() < .25]
            cymbal = None
        elif idea == "shuffle":
            cymbal = (rng.choice([HAT, RIDE]), .5)
        elif idea == "bossa":
            kicks = [b + o for b in (0, 2) for o in (0, 1.5) if b + o < meter]
            snares, cymbal = [], (rng.choice([HAT, SHAKER]), .5)
            hits += [(b, RIM, 80) for b in ((0, 1.5, 3) if rng.rand() < .5 else (1, 2.5)) if b < meter]
        elif idea == "latin":
            kicks, snares, cymbal = [b for b in (1.5, 3) if rng.rand() < .7], [], None
            hits += [(b, CLAVE, 90) for b in ((0, 1.5, 3) if rng.rand() < .5 else (1, 2)) if rng.rand() < .95]
            hits += [(b, COWBELL, 85) for b in range(0, 4, rng.choice([1, 2]))]
            hits += [(b, CONGAS[0 if b % 2 == 1 else 1], 80) for b in np.arange(0, 4, .5) if rng.rand() < .75]
            hits += [(b, SHAKER, 60) for b in np.arange(0, 4, .5)]
        elif idea == "samba":
            kicks = [b for b in np.arange(0, meter, .5) if b % 1 == 0 or rng.rand() < .2] + [b + .75 for b in range(meter) if rng.rand() < .5]
            snares = [b for b in np.arange(0, meter, .25) if rng.rand() < .35]
            cymbal = (SHAKER, .25)
        elif idea == "march":
            kicks, snares = list(range(0, meter, 2)), list(range(1, meter, 2)) + [b + .5 for b in range(meter) if rng.rand() < .4]
            snares += [meter - .25] if rng.rand() < .5 else []
            cymbal = None
        elif idea == "polka":
            kicks, snares, cymbal = list(range(meter)), [b + .5 for b in range(meter)], None
            if meter == 4:
                kicks, snares = [0, 2], [1, 3]
        elif idea == "waltz":
            kicks, snares, cymbal = [0], [], None
            hits += [(b, rng.choice([HAT, RIM, SNARE]), 65) for b in (1, 2)]
            if rng.rand() < .3:
                hits += [(b, RIDE, 70) for b in range(3)]
        elif idea == "train":
            kicks, snares, cymbal = list(range(0, meter, 2)), [], None
            hits += [(b, SNARE, 85 if b % 2 == 1 else 45) for b in np.arange(0, meter, rng.choice([.25, .5]))]
        elif idea == "taiko":
            kicks, snares, cymbal = [], [], None
            hits += [(b, TOMS[0], 110) for b in self.accents]
            hits += [(b, rng.choice(TOMS), 80) for b in np.arange(0, meter, .5) if rng.rand() < .45]
            hits += [(b, SNARE, 70) for b in np.arange(0, meter, .25) if rng.rand() < .25]
        hits += [(b, KICK, 100 if b % 1 == 0 else 85) for b in kicks if b < meter]
        snare = rng.choice([SNARE, SNARE, 40, CLAP])
        hits += [(b, snare, 98 if b % 1 == 0 else 75) for b in snares if b < meter]
        if cymbal:
            drum, step = cymbal
            keep = rng.choice([1, 1, .8])
            accent = rng.choice([0, 12, 25])
            hits += [(b, drum, 62 + (accent if abs(b - round(b)) < .01 else 0)) for b in np.arange(0, meter - 1e-3, step) if rng.rand() < keep]
        return hits

    # Bass, chords, melody ---------------------------------------------------------------------------------
    def bass_bar(self, bar, chord):
        at, rng, meter = bar * self.meter, self.rng, self.meter
        low = 36 + chord[0] % 12 - (12 if chord[0] % 12 > 7 else 0)
        fifth = low + 7

        def pattern():
            idea = self.bass
            if idea == "eighths":
                return [(b, .45, 0) for b in np.arange(0, meter, .5)]
            if idea == "sixteenths":
                return [(b, .2, 12 if rng.rand() < .2 else 0) for b in np.arange(0, meter, .25) if b % 1 != 0 or rng.rand() < .5]
            if idea == "offbeat":
                return [(b + .5, .4, 0) for b in range(meter)]
            if idea == "octaves":
                return [(b, .4, 12 if b % 1 else 0) for b in np.arange(0, meter, .5)]
            if idea == "walking":
                return [(b, .9, int(rng.choice([0, 4, 7, 5, 2, 9])) if b else 0) for b in range(meter)]
            if idea == "roots":
                return [(a, .9, 0 if i == 0 else 7) for i, a in enumerate(self.accents)]
            if idea == "tumbao":
                return [(1.5, 1.4, 7), (3, 1, 12)]
            if idea == "syncopated":
                return [(0, .7, 0)] + [(b, .4, int(rng.choice([0, 7, 10, 12]))) for b in np.arange(.5, meter, .25) if rng.rand() < .25]
            if idea in ("riff", "ostinato"):
                return [(b, .3, int(rng.choice([0, 0, 0, 1, 3, 7]))) for b in np.arange(0, meter, .25 if idea == "riff" else .5) if b in self.accents or rng.rand() < .6]
            if idea == "kick":
                return [(b, .8, 0) for b in self.accents] + [(b + .5, .4, 0) for b in range(meter) if rng.rand() < .3]
            return [(0, meter * .95, 0)]

        for beat, length, up in self.once("bass", pattern):
            self.add(0, at + beat, length, (fifth if up == 7 else low + up), 95 if beat == 0 else 84)

    def chord_bar(self, bar, chord):
        at, meter, rng = bar * self.meter, self.meter, self.rng
        pitches = [55 + (p % 12) for p in chord]

        def pattern():
            idea = self.chords
            steps = {
                "hold": [(0, meter * .97)], "quarters": [(b, .85) for b in range(meter)],
                "eighthchords": [(b, .4) for b in np.arange(0, meter, .5)],
                "offbeat": [(b + .5, .3) for b in range(meter)] if meter != 3 else [(1, .5), (2, .5)],
                "waltz": [(1, .5), (2, .5)], "power": [(b, .45) for b in np.arange(0, meter, .5)],
                "boomchick": [(b, .5) for b in range(meter) if b not in self.accents],
                "charleston": [(0, .6), (1.5, .4)], "bossa": [b for b in [(0, .4), (1, .4), (1.5, .4), (2.5, .5), (3.5, .4)] if b[0] < meter],
                "montuno": [(b, .3) for b in (0, .5, 1.5, 2, 2.5, 3.5) if rng.rand() < .95],
            }
            if idea in steps:
                return steps[idea]
            if idea == "strum":
                return [(b, .4) for b in np.arange(0, meter, .5) if b % 1 == 0 or rng.rand() < .75]
            if idea == "stabs":
                return [(b, .3) for b in np.arange(0, meter, .25) if rng.rand() < .25] or [(0, .3)]
            if idea == "scratch":
                return [(b, .15) for b in np.arange(0, meter, .25) if rng.rand() < .55]
            if idea in ("riff", "ostinato"):
                return [(b, .3) for b in np.arange(0, meter, .25 if idea == "riff" else .5) if b in self.accents or rng.rand() < .55]
            return []

        if self.chords in ("arpeggio", "arpeggio16", "alberti"):
            step = .25 if self.chords == "arpeggio16" else self.once("step", lambda: rng.choice([.5, .5, .25, 1 / 3]))
            order = self.once("order", lambda: list(rng.permutation(8)) if rng.rand() < .3 else [0, 2, 1, 2] if self.chords == "alberti" else list(range(8)))
            ladder = sorted(pitches + [p + 12 for p in pitches] + [pitches[0] + 24])
            for i, b in enumerate(np.arange(0, meter - 1e-3, step)):
                self.add(1, at + b, step * 1.5, ladder[order[i % len(order)] % len(ladder)] - 5, 88 if b == 0 else 72)
            return
        for beat, length in self.once("chords", pattern):
            velocity = 88 if beat in self.accents else 74
            voiced = pitches[:1] + [pitches[0] + 7] if self.chords in ("power", "riff") else pitches
            for pitch in voiced:
                self.add(1, at + beat, length, pitch - (12 if self.chords in ("power", "riff") else 0), velocity)

    def melody_bar(self, bar, chord):
        rng, at = self.rng, bar * self.meter
        if self.motif is None or rng.rand() < .25:
            beats, b = [], 0.0
            while b < self.meter:
                length = float(rng.choice([.25, .5, .5, 1, 1, 1.5, 2, 1 / 3], p=[.1, .25, .15, .2, .1, .1, .07, .03]))
                if rng.rand() < self.melody_density:
                    beats.append((b, length * .9, int(rng.randint(-3, 8))))
                b += length
            self.motif = beats
        for beat, length, step in self.motif:
            index = chord[0] % 12 + self.scale[step % 7] if rng.rand() < .1 else self.root + self.scale[step % 7]
            self.add(2, at + beat, length, 67 + index % 12 + (12 if step < 0 else 0), 84 + (8 if beat % 1 == 0 else 0))


def compose(rng):
    return Composer(rng).write()
