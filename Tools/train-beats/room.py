"""What happens to music between the instrument and the microphone: rooms, loudspeakers, crowds, tape, level."""
import numpy as np

from piece import RATE


def spoil(sound, rng, hard):
    """One way in which a recording or a room changes a sound; `hard` is how much, 0…1."""
    x = sound / (np.sqrt(np.mean(sound ** 2)) + 1e-9)
    if rng.rand() < .35 + .3 * hard:
        x = drive(x, rng)
    x = equalise(x, rng)
    if rng.rand() < .2 + .7 * hard:
        x = reverb(x, rng, hard)
    if rng.rand() < .15 + .6 * hard:
        x = loudspeaker(x, rng)
    if rng.rand() < .1 + .7 * hard:
        x = x / (np.sqrt(np.mean(x ** 2)) + 1e-9) + crowd(len(x), rng) * 10 ** (-rng.uniform(0 if hard else 10, 24) / 20)
    x = x / (np.max(np.abs(x)) + 1e-9)
    if rng.rand() < .1 + .4 * hard:
        x = np.clip(x * rng.uniform(1.2, 3.5), -1, 1)
    return x * 10 ** (-rng.uniform(0, 30) / 20) * .98


def drive(x, rng):
    """A compressed, saturated master."""
    gain = rng.uniform(.3, 2.5)
    return np.tanh(gain * x / 2) * 2 / gain


def equalise(x, rng):
    spectrum = np.fft.rfft(x)
    octaves = np.log2(np.maximum(np.fft.rfftfreq(len(x), 1 / RATE), 20) / 20)
    knots = np.arange(0, 11)
    gains = np.interp(octaves, knots, rng.randn(len(knots)) * 4)
    return np.fft.irfft(spectrum * 10 ** (gains / 20), len(x))


def reverb(x, rng, hard):
    seconds = rng.uniform(.2, .6 + 1.6 * hard)
    count = int(seconds * RATE)
    response = rng.randn(count) * 10 ** (-3 * np.arange(count) / count)
    response[:int(.004 * RATE)] = 0
    response *= rng.uniform(.1, .4 + .6 * hard) / np.sqrt(np.sum(response ** 2))
    response[0] = 1
    size = 1 << int(np.ceil(np.log2(len(x) + count)))
    return np.fft.irfft(np.fft.rfft(x, size) * np.fft.rfft(response, size), size)[:len(x)]


def loudspeaker(x, rng):
    f = np.fft.rfftfreq(len(x), 1 / RATE)
    low, high = rng.uniform(30, 160), rng.uniform(2500, 9000)
    shape = f ** 2 / (f ** 2 + low ** 2) / np.sqrt(1 + (f / high) ** 4)
    return np.fft.irfft(np.fft.rfft(x) * shape, len(x))


def crowd(count, rng):
    """Babble with swells, claps and shouts without a tempo."""
    f = np.fft.rfftfreq(count, 1 / RATE)
    centre = rng.uniform(250, 800)
    noise = np.fft.irfft(np.fft.rfft(rng.randn(count)) * (f / centre) / (1 + (f / (centre * 1.7)) ** rng.uniform(1.8, 2.6)), count)
    knots = np.arange(0, count + RATE, RATE // 5)
    noise = noise / np.std(noise) * (.5 + np.abs(np.interp(np.arange(count), knots, rng.randn(len(knots)))))
    for at in np.cumsum(rng.exponential(rng.uniform(.2, 1.5), 200)):
        i = int(at * RATE)
        if i + 4000 < count:
            noise[i:i + 4000] += rng.uniform(1, 4) * rng.randn(4000) * np.exp(-np.arange(4000) / rng.uniform(200, 800))
    return noise / np.std(noise)


def respeed(sound, beats, factor):
    """Tape at another speed: tempo and pitch together."""
    count = int(len(sound) / factor)
    x = np.interp(np.arange(count) * factor, np.arange(len(sound)), sound)
    return x, [b / factor for b in beats]
