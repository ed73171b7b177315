#!/usr/bin/env python3
"""Drives a training step that `unveil train --export` wrote, on any machine with PyTorch (docs/training-elsewhere.md).

It draws what `unveil train` draws, number for number: Draws, Seeds, Loader and NoisyExamples are here in Python.
"""
import argparse, csv, datetime, hashlib, io, json, math, os, platform, signal, struct, sys, time
from collections import Counter
import numpy as np
import torch
import torch.distributed
from PIL import Image, ImageOps

WORD = (1 << 64) - 1
ENGINE_NOISE, NOISE_LEVELS = 2, 4  # uses of seeds
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif")


def mix(z):
    """The finaliser of SplitMix64."""
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB & WORD
    return z ^ z >> 31


def seed_of(seed, step, use):
    return mix(seed * 0x9E3779B97F4A7C15 + step * 0xD1342543DE82EF95 + use & WORD) & 0x7FFFFFFF


class Draws:
    """Uniform numbers by SplitMix64; with numbers that name a thing, the draws for that thing."""

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
    image = Image.open(io.BytesIO(file))
    if image.width * image.height > 40_000_000 or max(image.size) > 30_000:
        raise ValueError("more than 40 million pixels, or a side longer than 30000")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits
        levels = (np.asarray(image).astype(np.int64) >> 8).astype(np.uint8)
    else:
        levels = np.asarray(image.convert("L" if image.mode in ("1", "L", "LA") else "RGB"))
    if levels.ndim == 2:
        return np.repeat(levels[:, :, None], channels, axis=2)
    if channels == 3:
        return levels
    red, green, blue = (levels[:, :, i].astype(np.float64) for i in range(3))
    return np.floor(0.299 * red + 0.587 * green + 0.114 * blue + 0.5).astype(np.uint8)[:, :, None]


def licences(folder):
    """The licence note: how many pictures are under which terms."""
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
    """The pictures of a folder, in order of name, and the set's entry in a manifest."""
    files = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    pictures, digest = [], hashlib.sha256()
    for path in sorted((file for file in files if file.lower().endswith(ENDINGS)), key=os.fsencode):
        try:
            with open(path, "rb") as file:
                data = file.read()
            picture = decode(data, channels)
            if min(picture.shape[:2]) < patch:
                raise ValueError(f"smaller than the patch of {patch}")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            print(f"{path} left out: {error}", file=sys.stderr)
            continue
        digest.update(hashlib.sha256(data).hexdigest().encode())
        pictures.append(picture)
    if not pictures:
        sys.exit(f"{folder} holds no picture that can be trained on")
    name = os.path.basename(os.path.abspath(folder))
    return pictures, {"name": name, "pictures": len(pictures), "digest": digest.hexdigest(), "licence": licences(folder)}


def taps(whole, part):
    """As io.unveil.image.Taps for an axis that shrinks: the input positions of output position i (part, most), and their weights."""
    ratio = whole / part
    start = np.arange(part) * ratio
    end = np.minimum(whole, start + ratio)
    places = start.astype(int)[:, None] + np.arange(math.ceil(ratio) + 1)
    covered = np.minimum(end[:, None], places + 1) - np.maximum(start[:, None], places)
    return np.minimum(places, whole - 1), np.maximum(0, covered) / (end - start)[:, None]


def shrink(picture, scale):
    """A copy scaled by this factor: the mean over the area that each pixel covers, rounded; in the precision of io.unveil.image.Resampling."""
    values = picture.astype(np.float32) / np.float32(255)
    for axis in 0, 1:
        whole = picture.shape[axis]
        places, weights = taps(whole, max(1, math.floor(whole * scale + 0.5)))
        rows, values = np.moveaxis(values, axis, 0), 0.0
        for k in range(places.shape[1]):
            values = values + weights[:, k, None, None] * rows[places[:, k]]
        values = np.moveaxis(values, 0, axis)
    return np.floor(np.clip(values.astype(np.float32), 0, 1) * np.float32(255) + 0.5).astype(np.uint8)


def with_shrunk(pictures, scales, patch):
    """The pictures, followed by their copies at each of these scales that are large enough."""
    copies = [shrink(picture, scale) for scale in scales for picture in pictures]
    return pictures + [copy for copy in copies if min(copy.shape[:2]) >= patch]


def jpeg_tables(quality):
    """The tables of ITU-T T.81, annex K.1, which libjpeg uses unchanged at quality 50, scaled like Java's writer."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG", quality=50)
    part = np.float32(quality) / np.float32(100)
    scale = np.float32(0.5) / max(part, np.float32(0.01)) if part <= 0.5 else np.float32(2) - part * np.float32(2)
    found = Image.open(file).quantization
    return [[min(max(int(level * scale + np.float32(0.5)), 1), 255) for level in found[i]] for i in (0, 1)]


def recompress(picture, quality):
    """The picture after JPEG of this quality with halved colours."""
    file, gray = io.BytesIO(), picture.shape[2] == 1
    tables = jpeg_tables(quality)[: 1 if gray else 2]
    Image.fromarray(picture[:, :, 0] if gray else picture).save(file, "JPEG", qtables=tables, subsampling=-1 if gray else 2)
    return np.asarray(Image.open(file)).reshape(picture.shape)


def with_recompressed(pictures, qualities):
    """The pictures, followed by a copy of each through JPEG, at these qualities in turn."""
    return pictures + [recompress(picture, qualities[i % len(qualities)]) for i, picture in enumerate(pictures) if qualities]


def hold_out(pictures):
    """Without pictures 0, 20, 40, …: as many as `train` would validate with."""
    most = min(256, max(16, (1 << 18) // (pictures[0].shape[0] * pictures[0].shape[1])))
    return [picture for i, picture in enumerate(pictures) if i % 20 or i // 20 >= most]


def chances(pictures):
    """Running sums of each picture's probability, proportional to the square root of its area; none where all are equal."""
    alike = len({picture.shape for picture in pictures}) == 1
    return None if alike else np.cumsum([math.sqrt(picture.shape[0] * picture.shape[1]) for picture in pictures])


def patch(pictures, sums, side, draws):
    """A square from a random place of a random picture, in one of its eight symmetries."""
    if sums is None:
        picture = pictures[draws.below(len(pictures))]
    else:
        found = np.searchsorted(sums, draws.uniform() * sums[-1], side="right")
        picture = pictures[min(found, len(pictures) - 1)]
    left = draws.below(picture.shape[1] - side + 1)
    top = draws.below(picture.shape[0] - side + 1)
    way = draws.below(8)
    cut = picture[top : top + side, left : left + side]
    cut = cut.transpose(1, 0, 2) if way & 4 else cut
    cut = cut[:, ::-1] if way & 1 else cut
    return cut[::-1] if way & 2 else cut


class Ranks:
    """The processes that share a training: `torchrun` starts several, without it there is one, of rank 0."""

    def __init__(self):
        self.count, self.rank = (int(os.environ.get(name, default)) for name, default in (("WORLD_SIZE", 1), ("RANK", 0)))

    def join(self, device):
        if self.count > 1:
            torch.distributed.init_process_group("nccl" if device.startswith("cuda") else "gloo")

    def leave(self):
        if self.count > 1:
            torch.distributed.destroy_process_group()

    def mean(self, vector):
        """Of all ranks' vectors, in place."""
        torch.distributed.all_reduce(vector)
        return vector.div_(self.count)

    def of_first(self, numbers, device):
        """The numbers of rank 0, on all ranks: clocks and signals differ, and all must stop after the same step."""
        if self.count == 1:
            return numbers
        vector = torch.tensor(numbers, dtype=torch.float64, device=device)
        torch.distributed.broadcast(vector, 0)
        return vector.tolist()

    def share(self, batch):
        """Which examples of a batch are this rank's."""
        each = batch // self.count
        return range(self.rank * each, (self.rank + 1) * each)


def examples(pictures, sums, notes, step, share):
    """The share of a step's examples: clean patches (N, H, W, C) uint8; sigma of each in 0 to 1, and whether it is clipped, both (N, 1, 1, 1)."""
    seed, count, noise = notes["seed"], notes["batch"], notes["noise"]
    patches = [patch(pictures, sums, notes["patch"], Draws(seed, step, i)) for i in share]
    clean = np.ascontiguousarray(np.stack(patches))  # noise is drawn in the order in which pixels lie
    draws = Draws(seed_of(seed, step, NOISE_LEVELS))
    sigma, clipped = np.empty((2, count, 1, 1, 1), np.float32)
    for i in range(count):
        sigma[i] = (noise["from"] + draws.uniform() * (noise["to"] - noise["from"])) / 255
        clipped[i] = draws.uniform() < noise["clipped"]
    return clean, sigma[share.start : share.stop], clipped[share.start : share.stop]


def learn(module, ranks, batch, state, h, seed):
    """One step; gives loss and gradient norm. Ranks draw the noise of their own examples as one process alone draws it, on the processor number for number."""
    torch.manual_seed(seed)
    if ranks.count == 1:
        return module.step(*batch, *state.values(), h).tolist()
    torch.randn(ranks.rank * batch[0].numel(), device=batch[0].device)  # the noise of the examples before
    mean = ranks.mean(module.gradient(*batch, state["p"]))
    return mean[0].item(), module.update(mean[1:], *state.values(), h).item()


def settings(notes, step, done):
    """The vector h: rates, limits and shares, named as in StepScript, computed as in Learner."""
    rate = notes["rate"]
    cosine = rate["end"] + (rate["peak"] - rate["end"]) * 0.5 * (1 + math.cos(math.pi * min(1, done)))
    now = cosine * min(1, step / max(1, rate["warmUp"]))
    means = notes["means"]
    adam = now * math.sqrt(1 - means["squares"] ** step) / (1 - means["gradients"] ** step)
    limit, unmeasured = (notes["clip"] / (1 - means["norm"] ** (step - 1)), 0) if step > 1 else (0, float(np.finfo(np.float32).max))
    return [-now, -adam, limit, unmeasured, 1 - min(notes["average"], step / (step + 9))]


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


def save(output, notes, run, state, step, seconds, device):
    """Weights, provenance and checkpoint, each whole; the checkpoint last, so that it is never ahead of the others."""
    weights, checkpoint = safetensors(state["e"], notes["tensors"]), io.BytesIO()
    torch.save({"run": run, "step": step, "seconds": seconds, **state}, checkpoint)
    provenance = {
        **run, "weights": hashlib.sha256(weights).hexdigest(), "steps": step, "seconds": round(seconds, 1),
        "finished": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "device": torch.cuda.get_device_name() if device == "cuda" else "cpu", "threads": torch.get_num_threads(),
        "torch": torch.__version__, "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }  # fmt: skip
    files = {"weights.safetensors": weights, "provenance.json": json.dumps(provenance, indent=2).encode()}
    for name, data in {**files, "checkpoint.pt": checkpoint.getvalue()}.items():
        with open(os.path.join(output, name + ".part"), "wb") as file:
            file.write(data)
        os.replace(os.path.join(output, name + ".part"), os.path.join(output, name))


def begin(options, module, run, device):
    """The vectors to continue from, with the steps and seconds done, and their losses."""
    path, losses = os.path.join(options.output, "checkpoint.pt"), os.path.join(options.output, "losses.csv")
    if not (options.resume and os.path.exists(path)):
        p = module.p.detach().clone()
        return {"p": p, "m": torch.zeros_like(p), "v": torch.zeros_like(p), "e": p.clone(), "r": p.new_zeros(1)}, 0, 0.0, []
    found = torch.load(path, map_location=device)
    if found["run"] != run:
        sys.exit(f"{path} is of another recipe, seed, precision or data: resume with the same, or give another folder")
    with open(losses) as file:
        return {name: found[name] for name in "pmver"}, found["step"], found["seconds"], file.readlines()[: found["step"]]


def train(options, module, notes, device, ranks):
    read = [read_folder(folder, notes["channels"], notes["patch"]) for folder in options.data]
    pictures, sets = [picture for some, _ in read for picture in some], [one for _, one in read]
    learnt = pictures if options.all else hold_out(pictures)
    if not learnt:
        sys.exit("one picture cannot be used both for training and for validation: give more, or --all")
    run = {"recipe": notes["digest"], "seed": notes["seed"], "precision": notes["precision"], "data": sets}
    run["heldOut"] = len(pictures) - len(learnt)
    learnt = with_recompressed(with_shrunk(learnt, notes["shrunk"], notes["patch"]), notes["recompressed"])
    state, step, seconds, lines = begin(options, module, run, device)
    first, share = ranks.rank == 0, ranks.share(notes["batch"])
    say = print if first else lambda *_, **__: None
    say(f"{len(learnt)} pictures to train on, {run['heldOut']} held out, {device}, {run['precision']}, step {step}" + (f", {ranks.count} processes" if ranks.count > 1 else ""), flush=True)
    stop = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.append(True))  # the step is finished, and everything so far is saved
    sums, before, begun, saved = chances(learnt), seconds, time.monotonic(), step
    with open(os.path.join(options.output, "losses.csv") if first else os.devnull, "w") as losses:
        losses.writelines(lines)
        while True:
            done = seconds / (60 * options.minutes) if options.minutes else step / (options.steps or notes["steps"])
            done, stopped = ranks.of_first([done, len(stop)], device)
            if done >= 1 or stopped:
                break
            step += 1
            h = torch.tensor(settings(notes, step, done), device=device)
            batch = [torch.from_numpy(array).to(device) for array in examples(learnt, sums, notes, step, share)]
            loss, norm = learn(module, ranks, batch, state, h, seed_of(notes["seed"], step, ENGINE_NOISE))
            seconds = before + time.monotonic() - begun
            if not (math.isfinite(loss) and math.isfinite(norm)):
                sys.exit(f"step {step}: loss {loss}, gradient norm {norm}; the last checkpoint stays")
            losses.write(f"{step},{loss:.9g},{norm:.9g}\n")
            if step % 100 == 0:
                say(f"step {step}  {100 * done:.1f} %  loss {loss:.5f}  {seconds:.0f} s", flush=True)
            if first and step % notes["checkpointEvery"] == 0:
                losses.flush()
                save(options.output, notes, run, state, step, seconds, device)
                saved = step
    if first and step > saved:
        save(options.output, notes, run, state, step, seconds, device)
    say(f"{options.output}: {step} steps in {seconds:.0f} s; weights.safetensors and provenance.json are for models import")


def main():
    parser = argparse.ArgumentParser(description="Drives a training step that `unveil train --export` wrote.")
    parser.add_argument("step", metavar="STEP.pt")
    parser.add_argument("--data", action="append", required=True, help="a folder of pictures; may be given again")
    parser.add_argument("--output", required=True, help="the folder for weights, provenance, losses and checkpoint")
    parser.add_argument("--steps", type=int, help="of the whole training, instead of those in the file")
    parser.add_argument("--minutes", type=float, help="of the whole training, instead of steps")
    parser.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    parser.add_argument("--all", action="store_true", help="hold no picture out, as train --validation does")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in the output, if there is one")
    options = parser.parse_args()
    if options.steps is not None and options.minutes is not None:
        parser.error("give --steps or --minutes, not both")
    if any(given is not None and not given > 0 for given in (options.steps, options.minutes)):
        parser.error("--steps and --minutes must be above 0")
    if options.device == "cuda" and not torch.cuda.is_available():
        parser.error("--device cuda: PyTorch finds no GPU here")
    ranks = Ranks()
    device = "cuda" if options.device != "cpu" and torch.cuda.is_available() else "cpu"
    if ranks.count > 1 and device == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    torch.backends.cudnn.allow_tf32 = False  # fp32 means single precision on a GPU too; bf16 is the fast one
    beside = {"unveil.json": ""}
    module = torch.jit.load(options.step, map_location=device, _extra_files=beside)
    if not beside["unveil.json"]:
        parser.error(f"{options.step} holds no training step: unveil train --export writes one")
    notes = json.loads(beside["unveil.json"])
    if "means" not in notes:
        parser.error(f"{options.step} was exported by an older version: export it again with unveil train --export")
    if notes["batch"] % ranks.count:
        parser.error(f"{ranks.count} processes cannot share a batch of {notes['batch']} evenly")
    if ranks.count > 1 and not hasattr(module, "gradient"):
        parser.error(f"{options.step} was exported by an older version, for one process: export it again with unveil train --export")
    os.makedirs(options.output, exist_ok=True)
    ranks.join(device)
    with torch.jit.optimized_execution(False):  # as our own engine runs it: no profiling runs, no fused kernels
        train(options, module, notes, device, ranks)
    ranks.leave()


if __name__ == "__main__":
    main()
