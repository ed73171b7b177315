"""The calls, with the generator's client for Python."""

import sys
from pathlib import Path

import unveil_client
from unveil_client.models import Problem

address, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
client = unveil_client.ApiClient(unveil_client.Configuration(host=address))
pictures = unveil_client.PicturesApi(client)
autoencoders = unveil_client.AutoencodersApi(client)
models = unveil_client.ModelsApi(client)

noisy, colour, mask = (str(folder / name) for name in ("noisy.png", "colour.png", "mask.png"))
region = '[{"x": 8, "y": 8, "width": 16, "height": 16}]'


def keep(came, name):
    (out / name).write_bytes(came)


keep(pictures.denoise(noisy, sigma="20"), "denoised.png")
keep(pictures.fill(colour, mask=mask), "filled-by-mask.png")
keep(pictures.fill(colour, region=region), "filled-by-region.png")
keep(pictures.draw_anomaly(noisy, model="spots", view="heatmap"), "heatmap.png")
keep(autoencoders.encode(noisy, model="quadrants"), "code.npy")
keep(autoencoders.decode(str(out / "code.npy"), model="quadrants"), "decoded.png")
code = autoencoders.encode_report(noisy, model="quadrants").code
keep(autoencoders.decode_values(code, model="quadrants"), "decoded-values.png")

score = pictures.score_anomaly(noisy, model="spots").anomaly.score
psnr = pictures.compare(noisy, str(folder / "clean.png")).psnr
estimated = pictures.denoise_report(noisy).parameters.estimated
names = [model.name for model in models.list_models()]
try:
    pictures.denoise(noisy, sigma="20", model="nobody")
    error = "none"
except unveil_client.exceptions.NotFoundException as e:
    problem = Problem.from_json(e.body)
    error = f"{e.status} {problem.type} {problem.status}"

(out / "said.txt").write_text(
    f"score {score:.6f}\npsnr {psnr:.4f}\nestimated {str(estimated).lower()}\ncode {code.shape}\n"
    f"models {', '.join(names)}\nerror {error}\n"
)
