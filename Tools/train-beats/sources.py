"""Music by others to learn the beat from: scores, accompaniment grooves, tracker modules.

None of it comes from the packages that the beat benchmark takes its songs from.
"""
import ctypes
import glob
import gzip
import io
import os
import re
import subprocess
import tempfile

import mido
import numpy as np

import piece as p

# Debian packages with tracker music. Unpacked under the work folder, never installed.
MODULES = ["powermanga-data", "rafkill-data", "alex4-data", "pathological", "criticalmass-data", "kobodeluxe-data",
           "amphetamine-data", "ceferino-data", "overgod-data", "supertransball2-data", "xblast-tnt-musics",
           "briquolo-data", "njam-data", "mirrormagic-data"]
MODULE_ENDINGS = (".mod", ".xm", ".s3m", ".it", ".mod.gz", ".xm.gz")
GROOVES = "/usr/share/mma/lib/stdlib"
# Grooves that the benchmark uses.
HELD_OUT = {"bossanova", "swing", "jazzwaltz", "tango", "polka", "salsa", "rockballad", "basicrock", "frenchwaltz",
            "countryswing", "merengue", "pianoballad"}
CHORDS = ["C|Am|F|G", "C|F|G|C", "Am|Dm|E7|Am", "Dm7|G7|CM7|A7", "C|G|Am|F", "Em|C|G|D", "C7|F7|C7|G7", "F|G|Em|Am"]


# Scores -------------------------------------------------------------------------------------------------
SCORES = [  # folder in music21's corpus, pieces at the most, tempi in beats a minute, instruments
    ("ryansMammoth", 70, (90, 200), [40, 73, 22, 105, 24, 21]), ("airdsAirs", 30, (80, 180), [40, 73, 22, 6, 24]),
    ("essenFolksong", 10, (80, 160), [73, 52, 24]), ("bach", 50, (58, 100), [52, 19, 48, 0, 68]),
    ("haydn", 20, (70, 170), [48, 40, 41, 0]), ("mozart", 25, (70, 170), [48, 40, 0, 6]),
    ("beethoven", 25, (60, 170), [48, 40, 0]), ("joplin", 6, (70, 110), [0, 3]), ("corelli", 8, (60, 130), [48, 40, 6]),
    ("monteverdi", 12, (70, 130), [52, 48]), ("palestrina", 8, (80, 130), [52, 19]), ("schumann_robert", 8, (60, 120), [0, 4]),
    ("schubert", 6, (60, 120), [0, 52]), ("cpebach", 4, (70, 150), [6, 0]), ("handel", 6, (70, 120), [48, 52, 6]),
    ("trecento", 10, (70, 120), [73, 52]), ("oneills1850", 30, (100, 200), [40, 73, 22, 105]), ("josquin", 6, (70, 110), [52])]


def score_paths(rng):
    from music21 import corpus
    base = os.path.join(os.path.dirname(corpus.__file__))
    found = []
    for folder, most, tempi, instruments in SCORES:
        files = [f for f in glob.glob(f"{base}/{folder}/**/*", recursive=True)
                 if f.endswith((".mxl", ".xml", ".musicxml", ".krn", ".abc"))]
        files.sort()
        rng.shuffle(files)
        found += [(f, tempi, instruments) for f in files[:most]]
    return found


def scores(path, tempi, instruments, rng):
    """Pieces from one file: the meter must stay, and the bars must be whole but for the first."""
    from music21 import converter, stream
    whole = converter.parse(path)
    all_scores = list(whole.scores) if isinstance(whole, stream.Opus) else [whole]
    rng.shuffle(all_scores)
    for n, score in enumerate(all_scores[:12]):
        made = score_piece(score, tempi, instruments, rng)
        if made:
            made.name = f"score-{os.path.basename(path).split('.')[0]}-{n}"
            yield made


def score_piece(score, tempi, instruments, rng):
    parts = list(score.parts) or [score]
    signs = {(s.numerator, s.denominator) for s in parts[0].recurse().getElementsByClass("TimeSignature")}
    if len(signs) != 1:
        return None
    over, under = signs.pop()
    compound = under == 8 and over % 3 == 0
    beat = 1.5 if compound else 4 / under
    beats_per_bar = over // 3 if compound else over
    offsets = [m.offset for m in parts[0].getElementsByClass("Measure")]
    if beats_per_bar > 7 or len(offsets) < 8:
        return None
    gaps = np.diff(offsets)
    whole = over * 4 / under
    if not np.allclose(gaps[1:], whole, atol=.01):
        return None
    lead = offsets[1] - whole                     # where the first bar would begin if it were whole
    notes, programs = [], {}
    program = int(rng.choice(instruments))
    transpose = int(rng.randint(-3, 4))
    for channel, part in enumerate(parts[:8]):
        programs[channel] = program if rng.rand() < .8 else int(rng.choice(instruments))
        for n in part.flatten().notes:
            if n.quarterLength <= 0:
                continue
            at = (float(n.offset) - lead) / beat
            length = float(n.quarterLength) / beat * .95
            loud = 82 if abs(at % beats_per_bar) < .02 else 72
            notes += [p.Note(at, length, channel, int(q.midi) + transpose, loud) for q in n.pitches]
    # Begin with the first sound, on a beat.
    first = np.floor(min(n.beat for n in notes)) if notes else 0
    notes = [p.Note(n.beat - first, n.length, n.channel, n.pitch, n.velocity) for n in notes]
    end = max((n.beat + n.length for n in notes), default=0)
    bars = [b - first for b in np.arange(0, end + first, beats_per_bar) if b >= first]
    tempo = float(np.exp(rng.uniform(*np.log(tempi))))
    return p.Piece("score", notes, programs, bars, end, tempo)


# Grooves ------------------------------------------------------------------------------------------------
def grooves():
    """-> [(groove, beats per bar, TimeSig)]"""
    found = []
    for path in sorted(glob.glob(GROOVES + "/*.mma")):
        beats, sign = 4, None
        for line in open(path, encoding="latin-1"):
            words = line.split()
            if len(words) > 1 and words[0].lower() == "time" and words[1].isdigit():
                beats = int(words[1])
            if len(words) > 1 and words[0].lower() == "timesig":
                sign = words[1]
            if len(words) > 1 and words[0].lower() == "defgroove":
                name = words[1].strip('"')
                held = any(re.match(h + r"(\d|$|sus|fill|intro|end)", name.lower()) for h in HELD_OUT)
                if not held and "end" not in name.lower() and "intro" not in name.lower() and 2 <= beats <= 7:
                    found.append((name, beats, sign))
    return found


def groove_piece(groove, beats, sign, rng):
    if sign and sign.endswith("8"):
        return None
    tempo = float(np.exp(rng.uniform(np.log(64), np.log(200))))
    chords = CHORDS[rng.randint(len(CHORDS))].split("|")
    bars = int(90 // beats)
    lines = [f"RndSeed {rng.randint(1 << 30)}", f"Tempo {tempo:.2f}", f"Groove {groove}"]
    lines += [f"{i + 1} {chords[i % len(chords)]}" for i in range(bars)]
    with tempfile.TemporaryDirectory() as folder:
        open(folder + "/a.mma", "w").write("\n".join(lines) + "\n")
        done = subprocess.run(["mma", "-f", folder + "/a.mid", folder + "/a.mma"], cwd=folder, capture_output=True)
        if done.returncode:
            return None
        data = open(folder + "/a.mid", "rb").read()
    made = midi_piece(data)
    made.name, made.tempo, made.tempi = f"groove-{groove}", tempo, None
    made.bars = list(np.arange(0, made.beats, beats))
    return made


def midi_piece(data):
    """Notes of a MIDI file, in beats; its tempo map and bars are left to the caller."""
    midi = mido.MidiFile(file=io.BytesIO(data), clip=True)
    notes, programs = [], {}
    for track in midi.tracks:
        tick, open_notes = 0, {}
        for message in track:
            tick += message.time
            if message.is_meta:
                continue
            if message.type == "program_change":
                programs.setdefault(message.channel, message.program)
            key = (getattr(message, "channel", 0), getattr(message, "note", 0))
            if message.type == "note_on" and message.velocity > 0:
                open_notes.setdefault(key, []).append((tick, message.velocity))
            elif message.type in ("note_on", "note_off") and open_notes.get(key):
                start, velocity = open_notes[key].pop(0)
                notes.append(p.Note(start / midi.ticks_per_beat, (tick - start) / midi.ticks_per_beat, *key, velocity))
    end = max((n.beat + n.length for n in notes), default=0)
    return p.Piece("midi", notes, programs, [], end, 120.0)


# Modules ------------------------------------------------------------------------------------------------
def module_files(work):
    for package in MODULES:
        folder = os.path.join(work, "deb", package)
        if not os.path.isdir(folder):
            os.makedirs(os.path.join(work, "dl"), exist_ok=True)
            done = subprocess.run(["apt-get", "download", package], cwd=os.path.join(work, "dl"), capture_output=True)
            archives = glob.glob(os.path.join(work, "dl", package + "_*.deb"))
            if done.returncode or not archives:
                continue
            os.makedirs(os.path.dirname(folder), exist_ok=True)
            subprocess.run(["dpkg", "-x", archives[0], folder], check=True)
        for path in sorted(glob.glob(folder + "/**/*", recursive=True)):
            if path.lower().endswith(MODULE_ENDINGS):
                yield path


def module(path, seconds=30.0, skip=8.0):
    """-> [(sound, beats)] of excerpts whose row clock is steady, four rows to the beat."""
    data = open(path, "rb").read()
    if path.endswith(".gz"):
        data = gzip.decompress(data)
    lib = ctypes.CDLL("libopenmpt.so.0")
    lib.openmpt_module_create_from_memory2.restype = ctypes.c_void_p
    lib.openmpt_module_create_from_memory2.argtypes = [ctypes.c_char_p, ctypes.c_size_t] + [ctypes.c_void_p] * 7
    handle = lib.openmpt_module_create_from_memory2(data, len(data), *[None] * 7)
    if not handle:
        return
    handle = ctypes.c_void_p(handle)
    read = lib.openmpt_module_read_mono
    read.restype, read.argtypes = ctypes.c_size_t, [ctypes.c_void_p, ctypes.c_int32, ctypes.c_size_t, ctypes.c_void_p]
    ask = {k: getattr(lib, "openmpt_module_get_current_" + k) for k in ("order", "row", "speed", "tempo")}
    for f in ask.values():
        f.argtypes, f.restype = [ctypes.c_void_p], ctypes.c_int32
    block, pieces, rows, at, last = (ctypes.c_int16 * 64)(), [], [], 0, None
    while at < (skip + 2 * seconds) * p.RATE:
        count = read(handle, p.RATE, 64, block)
        if count == 0:
            break
        place = (ask["order"](handle), ask["row"](handle))
        if place != last:
            rows.append((at / p.RATE, place[1], ask["speed"](handle), ask["tempo"](handle)))
        last = place
        pieces.append(np.frombuffer(block, np.int16, count).astype(np.float32) / 32768)
        at += count
    lib.openmpt_module_destroy(handle)
    sound = np.concatenate(pieces) if pieces else np.zeros(0)
    for start in (skip, skip + seconds):
        beats = module_beats(rows, start, seconds)
        if beats is not None and len(sound) > (start + seconds - 1) * p.RATE:
            cut = sound[int(start * p.RATE):int((start + seconds) * p.RATE)]
            if np.sqrt(np.mean(cut ** 2)) > .01:
                yield p.fit(cut, seconds), beats


def module_beats(rows, start, seconds):
    """Beat times where one speed and tempo rule and rows come in order; the tempo is folded into 70…190."""
    inside = [r for r in rows if start - 1 <= r[0] < start + seconds]
    if len(inside) < 40 or len({(r[2], r[3]) for r in inside}) > 1:
        return None
    if any(b[1] != a[1] + 1 and b[1] != 0 for a, b in zip(inside, inside[1:])):
        return None
    if any(a[1] % 4 != 3 and b[1] == 0 for a, b in zip(inside, inside[1:])):
        return None
    bpm = inside[0][3] * 24 / (inside[0][2] * 4)
    step = 4
    if bpm > 190:
        step = 8
    elif bpm < 70:
        step = 2
    return [r[0] - start for r in inside if r[1] % step == 0 and 0 <= r[0] - start < seconds]
