"""A piece of music as notes in beats, and how it is played: timing, instruments, sound."""
import dataclasses
import io
import math
import os
import subprocess
import tempfile

import mido
import numpy as np
import soundfile

RATE = 44100
DRUMS = 9
FONTS = {
    "fluid": "/usr/share/sounds/sf2/FluidR3_GM.sf2",
    "timgm": "/usr/share/sounds/sf2/TimGM6mb.sf2",
    "musescore": "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
    "opl3": "/usr/share/sounds/sf2/opl3-soundfont.sf2",
}


@dataclasses.dataclass
class Note:
    beat: float
    length: float
    channel: int
    pitch: int
    velocity: int


@dataclasses.dataclass
class Piece:
    """Notes and bars, in beats from the start; `bars` holds the beat at which each bar begins."""
    name: str
    notes: list
    programs: dict
    bars: list
    beats: float
    tempo: float
    tempi: list = None          # (beat, beats per minute), where the source has its own
    knows_bars: bool = True


@dataclasses.dataclass
class Timing:
    """How time passes in a performance of a piece."""
    depth: float = 0.0          # of slow wandering
    ramp: float = 0.0           # relative change of tempo per second
    step: tuple = None          # (second, factor)
    ritardando: float = 0.0     # seconds from one phrase end to the next
    jitter: float = 0.0         # seconds, standard deviation of single notes


def any_timing(rng):
    """A timing as music is played: mostly steady, often expressive, sometimes another tempo."""
    kind = rng.choice(["steady", "human", "expressive", "drift", "step"], p=[.35, .2, .2, .13, .12])
    if kind == "steady":
        return Timing()
    if kind == "human":
        return Timing(depth=rng.uniform(.003, .02), jitter=rng.uniform(.002, .01))
    if kind == "expressive":
        rit = rng.uniform(7, 16) if rng.rand() < .6 else 0
        return Timing(depth=rng.uniform(.03, .08), ritardando=rit, jitter=rng.uniform(.004, .012))
    if kind == "drift":
        return Timing(ramp=rng.choice([-1, 1]) * rng.uniform(.003, .012), jitter=rng.uniform(0, .005))
    return Timing(step=(rng.uniform(8, 24), rng.choice([.7, .75, .8, .85, 1.18, 1.25, 1.33, 1.4])),
                  jitter=rng.uniform(0, .005))


def clock(piece, timing, rng, seconds):
    """Beats to seconds: an array of seconds for each 1/32 of a beat."""
    grid = 1 / 32
    count = int(piece.beats / grid) + 2
    tempi = piece.tempi or [(0, piece.tempo)]
    at = np.searchsorted([b for b, _ in tempi], np.arange(count) * grid + 1e-9, side="right") - 1
    bpm = np.array([t for _, t in tempi])[np.maximum(at, 0)] * (piece.tempo / tempi[0][1])
    periods = [rng.uniform(2.5, 20) for _ in range(4)]
    phases = rng.rand(4)
    now, out = 0.0, []
    for i in range(count):
        out.append(now)
        factor = 1 + sum(timing.depth * .5 * math.sin(2 * math.pi * (now / p + q)) for p, q in zip(periods, phases))
        factor *= math.exp(np.clip(timing.ramp * now, -.35, .35))
        if timing.ritardando:
            place = (now % timing.ritardando) / timing.ritardando
            factor *= 1 - .2 * min(max((place - .8) / .2, 0), 1)
        if timing.step and now >= timing.step[0]:
            factor *= timing.step[1]
        now += grid * 60 / (bpm[i] * factor)
        if now > seconds + 2:
            break
    seconds_at = np.array(out)
    return lambda beat: float(np.interp(beat, np.arange(len(out)) * grid, seconds_at))


def play(piece, timing, rng, seconds=30.0):
    """-> (MIDI bytes, beat times, downbeat times) of the first seconds."""
    at = clock(piece, timing, rng, seconds)
    events = []
    for n in piece.notes:
        late = float(np.clip(rng.randn() * timing.jitter, -.03, .03)) if timing.jitter else 0.0
        start, end = max(0.0, at(n.beat) + late), at(n.beat + n.length) + late
        if start > seconds:
            continue
        velocity = int(np.clip(n.velocity + rng.randint(-6, 7), 8, 127))
        events.append((start, 1, mido.Message("note_on", channel=n.channel, note=n.pitch, velocity=velocity)))
        events.append((max(end, start + .03), 0, mido.Message("note_off", channel=n.channel, note=n.pitch)))
    events.sort(key=lambda e: (e[0], e[1]))
    midi = mido.MidiFile(type=0, ticks_per_beat=5000)
    track = mido.MidiTrack()
    midi.tracks.append(track)
    track.append(mido.MetaMessage("set_tempo", tempo=1_000_000))
    for channel, program in piece.programs.items():
        track.append(mido.Message("program_change", channel=channel, program=program))
    last = 0
    for second, _, message in events:
        tick = int(round(second * 5000))
        track.append(message.copy(time=max(0, tick - last)))
        last = max(last, tick)
    silence(track, max(0, int(seconds * 5000) + 100 - last))
    store = io.BytesIO()
    midi.save(file=store)
    beats = [at(b) for b in np.arange(0, piece.beats)]
    bars = [at(b) for b in piece.bars]
    return store.getvalue(), [b for b in beats if b < seconds], [b for b in bars if b < seconds]


def silence(track, ticks):
    for channel in range(16):
        for control in (64, 123, 120):
            track.append(mido.Message("control_change", channel=channel, control=control, value=0, time=ticks))
            ticks = 0


def render(midi, font, seconds=30.0, wet=False):
    """A mono performance of MIDI bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.mid")
        open(path, "wb").write(midi)
        wav = os.path.join(folder, "a.wav")
        hall = [] if wet else ["-R", "0", "-C", "0"]
        subprocess.run(
            ["fluidsynth", "-ni", "-q", "-r", str(RATE), "-g", "0.4", "-o", "synth.dynamic-sample-loading=1",
             "-O", "s16", "-T", "wav", *hall, "-F", wav, FONTS[font], path],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sound, _ = soundfile.read(wav)
    return fit(sound.mean(axis=1), seconds)


def fit(sound, seconds):
    count = int(seconds * RATE)
    sound = np.asarray(sound, float)[:count]
    return np.concatenate([sound, np.zeros(count - len(sound))])
