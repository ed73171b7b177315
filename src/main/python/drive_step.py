#!/usr/bin/env python3
"""Drives a training step that `unveil train --export` wrote, on any machine with PyTorch (docs/training-elsewhere.md).

What is drawn is what `unveil train` draws, number for number: Draws and Seeds, Loader and NoisyExamples are here in Python.
"""
import argparse, csv, datetime, hashlib, io, json, math, os, platform, signal, struct, sys, time
from collections import Counter
import numpy as np
import torch
from PIL import Image, ImageOps

WORD = (1 << 64) - 1
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif")
ENGINE_NOISE, NOISE_LEVELS = 2, 4  # what a seed is for


def mix(z):
    """The finaliser of SplitMix64."""
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB & WORD
    return z ^ z >> 31


def seed_of(seed, step, use):
    return mix(seed * 0x9E3779B97F4A7C15 + step * 0xD1342543DE82EF95 + use & WORD) & 0x7FFFFFFF


class Draws:
    """Uniform numbers of SplitMix64; with numbers that name a thing, the draws of that thing."""

    def __init__(self, seed, *numbers):
        for number in numbers:
            seed = mix(seed * 0x9E3779B97F4A7C15 + number + 0xD1342543DE82EF95 & WORD)
        self.word = seed

    def uniform(self):
        self.word = self.word + 0x9E3779B97F4A7C15 & WORD
        return (mix(self.word) >> 11) * 2.0**-53

    def below(self, count):
        return int(self.uniform() * count)


def decode(file, channels):
    """Levels (rows, columns, channels) uint8; gray is the luma of Rec. 601."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(file)))
    if image.width * image.height > 40_000_000 or max(image.size) > 30_000:
        raise ValueError("more than 40 million pixels, or a side of more than 30000")
    if image.mode.startswith("I"):
        levels = (np.asarray(image).astype(np.int64) >> 8).astype(np.uint8)  # 16 bits
    else:
        levels = np.asarray(image.convert("L" if image.mode in ("1", "L", "LA") else "RGB"))
    if levels.ndim == 2:
        return np.repeat(levels[:, :, None], channels, axis=2)
    if channels == 3:
        return levels
    red, green, blue = (levels[:, :, i].astype(np.float64) for i in range(3))
    return np.floor(0.299 * red + 0.587 * green + 0.114 * blue + 0.5).astype(np.uint8)[:, :, None]


def licences(folder):
    """How many pictures are under which terms, from SOURCES.csv."""
    sources = os.path.join(folder, "SOURCES.csv")
    if not os.path.isfile(sources):
        return "not stated: the folder has no SOURCES.csv"
    with open(sources, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if not rows or "licence" not in rows[0]:
        return "not stated: SOURCES.csv has no column 'licence'"
    counts = Counter((row["licence"] or "not stated").strip() for row in rows)
    return "; ".join(f"{licence}: {count}" for licence, count in sorted(counts.items()))


def read_folder(folder, channels, patch):
    """The pictures of a folder, in order of name, and what a manifest says of the set."""
    files = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    pictures, digest = [], hashlib.sha256()
    for path in sorted((file for file in files if file.lower().endswith(ENDINGS)), key=os.fsencode):
        try:
            with open(path, "rb") as file:
                data = file.read()
            picture = decode(data, channels)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            print(f"{path} left out: {error}", file=sys.stderr)
            continue
        if min(picture.shape[:2]) < patch:
            print(f"{path} left out: smaller than the patch of {patch}", file=sys.stderr)
            continue
        digest.update(hashlib.sha256(data).hexdigest().encode())
        pictures.append(picture)
    if not pictures:
        sys.exit(f"{folder} holds no picture that can be trained on")
    name = os.path.basename(os.path.abspath(folder))
    return pictures, {"name": name, "pictures": len(pictures), "digest": digest.hexdigest(), "licence": licences(folder)}


def hold_out(pictures):
    """Pictures 0, 20, 40, … are not learnt from, so many as `train` would validate with."""
    most = min(256, max(16, (1 << 18) // (pictures[0].shape[0] * pictures[0].shape[1])))
    return [picture for i, picture in enumerate(pictures) if i % 20 or i // 20 >= most]


class Batches:
    def __init__(self, pictures, notes):
        self.pictures, self.notes = pictures, notes
        self.cumulative = np.cumsum([math.sqrt(picture.shape[0] * picture.shape[1]) for picture in pictures])
        self.alike = len({picture.shape for picture in pictures}) == 1

    def picture(self, draws):
        if self.alike:
            return self.pictures[draws.below(len(self.pictures))]
        found = np.searchsorted(self.cumulative, draws.uniform() * self.cumulative[-1], side="right")
        return self.pictures[min(found, len(self.pictures) - 1)]

    def patch(self, draws):
        """Cut at a drawn place, in one of the eight symmetries of the square."""
        picture, side = self.picture(draws), self.notes["patch"]
        left = draws.below(picture.shape[1] - side + 1)
        top = draws.below(picture.shape[0] - side + 1)
        way = draws.below(8)
        patch = picture[top : top + side, left : left + side]
        patch = patch.transpose(1, 0, 2) if way & 4 else patch
        patch = patch[:, ::-1] if way & 1 else patch
        return patch[::-1] if way & 2 else patch

    def of_step(self, step, device):
        """Clean patches (N, H, W, C) uint8, sigma in 0 to 1 and whether to clip, (N, 1, 1, 1) each."""
        seed, count, noise = self.notes["seed"], self.notes["batch"], self.notes["noise"]
        clean = np.stack([self.patch(Draws(seed, step, i)) for i in range(count)])
        draws = Draws(seed_of(seed, step, NOISE_LEVELS))
        sigma, clipped = np.empty((2, count, 1, 1, 1), np.float32)
        for i in range(count):
            sigma[i] = (noise["from"] + draws.uniform() * (noise["to"] - noise["from"])) / 255
            clipped[i] = draws.uniform() < noise["clipped"]
        return [torch.from_numpy(array).to(device) for array in (clean, sigma, clipped)]


def settings(notes, step, done):
    """The vector h: the learning rate and the like; io.unveil.training.Learner says what each is for."""
    rate = notes["rate"]
    cosine = rate["end"] + (rate["peak"] - rate["end"]) * 0.5 * (1 + math.cos(math.pi * min(1, done)))
    now = cosine * min(1, step / max(1, rate["warmUp"]))
    adam = now * math.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    limit = notes["clip"] / (1 - 0.99 ** (step - 1)) if step > 1 else 0
    unmeasured = 0 if step > 1 else float(np.finfo(np.float32).max)
    return [-now, -adam, limit, unmeasured, 1 - min(notes["average"], step / (step + 9))]


def write_whole(path, data):
    with open(path + ".part", "wb") as file:
        file.write(data)
    os.replace(path + ".part", path)


def safetensors(vector, tensors):
    """8 bytes of header length, a header in JSON, the numbers; the vector holds the tensors one after the other."""
    header, offset = {}, 0
    for tensor in tensors:
        end = offset + 4 * math.prod(tensor["shape"])
        header[tensor["name"]] = {"dtype": "F32", "shape": tensor["shape"], "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + vector.cpu().numpy().astype("<f4").tobytes()


def save(output, notes, state, step, seconds, device, sets, held_out):
    """Weights, provenance and checkpoint, each whole; the checkpoint last, so that a resumed run never lacks the others."""
    weights = safetensors(state["e"], notes["tensors"])
    name = torch.cuda.get_device_name() if device.type == "cuda" else "cpu"
    provenance = {
        "recipe": notes["digest"], "weights": hashlib.sha256(weights).hexdigest(), "seed": notes["seed"],
        "precision": notes["precision"], "steps": step, "seconds": round(seconds, 1),
        "finished": datetime.datetime.now(datetime.timezone.utc).date().isoformat(), "device": name,
        "threads": torch.get_num_threads(), "torch": torch.__version__, "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}", "data": sets, "heldOut": held_out,
    }  # fmt: skip
    write_whole(os.path.join(output, "weights.safetensors"), weights)
    write_whole(os.path.join(output, "provenance.json"), json.dumps(provenance, indent=2).encode())
    checkpoint = io.BytesIO()
    torch.save({"step": step, "seconds": seconds, "run": run_of(notes, sets, held_out), **state}, checkpoint)
    write_whole(os.path.join(output, "checkpoint.pt"), checkpoint.getvalue())


def run_of(notes, sets, held_out):
    """What must be the same for a training to go on."""
    return [notes["digest"], notes["seed"], notes["precision"], held_out, [one["digest"] for one in sets]]


def start(arguments, module, notes, device, sets, held_out):
    """The vectors to go on from, and the steps and seconds behind."""
    path = os.path.join(arguments.output, "checkpoint.pt")
    if arguments.resume and os.path.exists(path):
        found = torch.load(path, map_location=device)
        if found["run"] != run_of(notes, sets, held_out):
            sys.exit(f"{path} is of another recipe, seed, precision or data; resume with the same, or use another folder")
        return {name: found[name] for name in "pmver"}, found["step"], found["seconds"]
    p = module.p.detach().clone()
    return {"p": p, "m": torch.zeros_like(p), "v": torch.zeros_like(p), "e": p.clone(), "r": p.new_zeros(1)}, 0, 0.0


def train(arguments, module, notes, device):
    sets, pictures = [], []
    for folder in arguments.data:
        some, one = read_folder(folder, notes["channels"], notes["patch"])
        pictures += some
        sets.append(one)
    learnt = pictures if arguments.all else hold_out(pictures)
    if not learnt:
        sys.exit("one picture cannot be both trained on and held out: give more, or --all")
    held_out = len(pictures) - len(learnt)
    state, step, seconds = start(arguments, module, notes, device, sets, held_out)
    print(f"{len(learnt)} pictures to train on, {held_out} held out, {device}, {notes['precision']}, step {step}", flush=True)
    stop = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.append(True))  # finish the step, keep what there is
    batches, begun, first = Batches(learnt, notes), time.monotonic() - seconds, step
    steps = arguments.steps or notes["steps"]

    def done():
        return seconds / (60 * arguments.minutes) if arguments.minutes else step / steps

    with open(os.path.join(arguments.output, "losses.csv"), "a" if step else "w") as losses:
        while done() < 1 and not stop:
            examples, h = batches.of_step(step + 1, device), settings(notes, step + 1, done())
            torch.manual_seed(seed_of(notes["seed"], step + 1, ENGINE_NOISE))
            loss, norm = module.step(*examples, *state.values(), torch.tensor(h, device=device)).tolist()
            step, seconds = step + 1, time.monotonic() - begun
            if not (math.isfinite(loss) and math.isfinite(norm)):
                sys.exit(f"step {step}: loss {loss}, gradient norm {norm}; the last checkpoint stays")
            losses.write(f"{step},{loss:.9g},{norm:.9g}\n")
            if step % 100 == 0:
                print(f"step {step}  {100 * done():.1f} %  loss {loss:.5f}  {seconds:.0f} s", flush=True)
            if step % notes["checkpointEvery"] == 0:
                save(arguments.output, notes, state, step, seconds, device, sets, held_out)
    if step > first:
        save(arguments.output, notes, state, step, seconds, device, sets, held_out)
    print(f"{arguments.output}: {step} steps in {seconds:.0f} s; bring weights.safetensors and provenance.json home")


def main():
    parser = argparse.ArgumentParser(description="Drives a training step that `unveil train --export` wrote.")
    parser.add_argument("step", metavar="STEP.pt")
    parser.add_argument("--data", action="append", required=True, help="a folder of pictures; may be given again")
    parser.add_argument("--output", required=True, help="the folder for weights, provenance, losses and checkpoint")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--steps", type=int, help="of the whole training, instead of those in the file")
    length.add_argument("--minutes", type=float, help="of the whole training, instead of steps")
    parser.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    parser.add_argument("--all", action="store_true", help="hold no picture out, as train --validation does")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in the output, if there is one")
    arguments = parser.parse_args()
    if any(given is not None and not given > 0 for given in (arguments.steps, arguments.minutes)):
        parser.error("--steps and --minutes are above 0")
    if arguments.device == "cuda" and not torch.cuda.is_available():
        parser.error("--device cuda: PyTorch finds no GPU")
    device = torch.device("cuda" if arguments.device != "cpu" and torch.cuda.is_available() else "cpu")
    beside = {"unveil.json": ""}
    module = torch.jit.load(arguments.step, map_location=device, _extra_files=beside)
    os.makedirs(arguments.output, exist_ok=True)
    with torch.jit.optimized_execution(False):  # as the engine runs it: no profiling runs, no fused kernels
        train(arguments, module, json.loads(beside["unveil.json"]), device)


if __name__ == "__main__":
    main()
