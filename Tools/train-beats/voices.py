"""Voices from speech synthesis (espeak-ng): words laid on the beat over music, talk without any, and sounds that
have no beat at all."""
import io
import subprocess

import numpy as np
import soundfile
from scipy.signal import resample

import room
from piece import RATE

LANGUAGES = ["en", "en-us", "de", "fr", "es", "it", "pt", "pl", "sv", "tr", "fi", "nl", "cs", "hu"]
VARIANTS = ["m1", "m2", "m3", "m5", "m7", "f1", "f2", "f3", "f5", "croak", "whisper"]
SYLLABLES = ("la mo ri ta ne su da lo ki ve sha bo ru pe na mi go lu fa te sol an el or in da re no vi ma "
             "ke zo ba li ho ja wen tor ran lis mar").split()
SECONDS = 30.0


def spoken(text, rng, voice, speed):
    """The sound of a text, at RATE."""
    made = subprocess.run(["espeak-ng", "-v", voice, "-s", str(int(speed)), "-p", str(rng.randint(20, 90)),
                           "--stdout", text], capture_output=True, check=True)
    sound, rate = soundfile.read(io.BytesIO(made.stdout))
    return resample(sound, int(len(sound) * RATE / rate)).astype(np.float32)


def word(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4)))


def any_voice(rng):
    return f"{rng.choice(LANGUAGES)}+{rng.choice(VARIANTS)}"


def talk(rng, seconds=SECONDS):
    """Sentences with pauses between them; one speaker."""
    voice, speed = any_voice(rng), rng.uniform(110, 220)
    sound = np.zeros(int(seconds * RATE), np.float32)
    at = rng.randint(RATE)
    while at < len(sound) - RATE:
        piece = spoken(" ".join(word(rng) for _ in range(rng.randint(4, 14))) + ".", rng, voice, speed)
        piece = piece[:len(sound) - at]
        sound[at:at + len(piece)] += piece
        at += len(piece) + int(rng.exponential(.5) * RATE)
    return sound


def over(sound, beats, rng):
    """Music with a voice over it: sung on and around the beat as rappers and singers do, or talked across it."""
    if rng.rand() < .3:
        voice = talk(rng, len(sound) / RATE)
    else:
        voice = chant(len(sound), beats, rng)
    level = np.sqrt(np.mean(sound ** 2)) / (np.sqrt(np.mean(voice ** 2)) + 1e-9)
    return sound + voice[:len(sound)] * level * 10 ** (rng.uniform(-6, 5) / 20)


def chant(count, beats, rng):
    name, speed = any_voice(rng), rng.uniform(150, 260)
    words = [spoken(word(rng), rng, name, speed) for _ in range(14)]
    voice = np.zeros(count, np.float32)
    late = rng.uniform(-.01, .05)
    for begin, end in zip(beats, beats[1:]):
        for place in np.arange(0, 1, rng.choice([1, .5, .5, .25])):
            if rng.rand() < .4:
                continue
            piece = words[rng.randint(len(words))]
            pitch = 2 ** (rng.choice([-5, -3, 0, 0, 2, 4, 7]) / 12)
            piece = np.interp(np.arange(0, len(piece) - 1, pitch), np.arange(len(piece)), piece)
            at = int((begin + (end - begin) * place + late + rng.randn() * .012) * RATE)
            if 0 <= at < count:
                piece = piece[:count - at]
                voice[at:at + len(piece)] += piece
    return voice


def beatless(rng, seconds=SECONDS):
    """Applause, wind, water or a drone: sound that no foot taps to."""
    count = int(seconds * RATE)
    kind = rng.randint(4)
    if kind == 0:
        return room.crowd(count, rng).astype(np.float32)
    if kind == 1:                                    # applause: claps by the thousand
        x = np.zeros(count)
        hits = rng.randint(0, count, rng.randint(200, 9000))
        np.add.at(x, hits, rng.rand(len(hits)))
        grain = rng.randn(2000) * np.exp(-np.arange(2000) / rng.uniform(60, 400))
        return np.convolve(x, grain, "same").astype(np.float32)
    if kind == 2:                                    # wind and water
        swell = np.interp(np.arange(count), np.arange(0, count + RATE * 3, RATE * 3),
                          rng.rand(count // (RATE * 3) + 2))
        return (room.equalise(rng.randn(count), rng) * (.1 + swell)).astype(np.float32)
    t = np.arange(count) / RATE                      # a drone of a few tones that swell by themselves
    x = np.zeros(count)
    for _ in range(rng.randint(2, 7)):
        f = 55 * 2 ** (rng.randint(0, 48) / 12)
        swell = np.interp(t, np.arange(0, seconds + 4, 4), rng.rand(int(seconds / 4) + 2))
        x += swell * np.sin(2 * np.pi * f * t + rng.uniform(.2, 2) * np.sin(2 * np.pi * rng.uniform(3, 6) * t)) / (1 + f / 400)
    return x.astype(np.float32)
