// The calls, with openapi-generator's client for TypeScript.
import { readFileSync, writeFileSync } from 'node:fs';
import { AutoencodersApi, Configuration, ModelsApi, PicturesApi, ProblemFromJSON, ResponseError } from './generated';

const [address, folder, out] = process.argv.slice(2);
const configuration = new Configuration({ basePath: address });
const pictures = new PicturesApi(configuration);
const autoencoders = new AutoencodersApi(configuration);
const models = new ModelsApi(configuration);

const sent = (name: string): Blob => new Blob([readFileSync(`${folder}/${name}`)]);
const keep = async (came: Blob, name: string) => writeFileSync(`${out}/${name}`, Buffer.from(await came.arrayBuffer()));

async function error(file: Blob): Promise<string> {
  try {
    await pictures.denoise({ file, sigma: '20', model: 'nobody' });
    return 'none';
  } catch (e) {
    if (!(e instanceof ResponseError)) throw e;
    const problem = ProblemFromJSON(await e.response.json());
    return `${e.response.status} ${problem.type} ${problem.status}`;
  }
}

async function calls() {
  const region = '[{"x": 8, "y": 8, "width": 16, "height": 16}]';
  const file = sent('noisy.png');
  await keep(await pictures.denoise({ file, sigma: '20' }), 'denoised.png');
  await keep(await pictures.fill({ file: sent('colour.png'), mask: sent('mask.png') }), 'filled-by-mask.png');
  await keep(await pictures.fill({ file: sent('colour.png'), region }), 'filled-by-region.png');
  await keep(await pictures.drawAnomaly({ file, model: 'spots', view: 'heatmap' }), 'heatmap.png');
  const code = await autoencoders.encode({ file, model: 'quadrants' });
  await keep(code, 'code.npy');
  await keep(await autoencoders.decode({ file: code, model: 'quadrants' }), 'decoded.png');
  const report = await autoencoders.encodeReport({ file, model: 'quadrants' });
  await keep(await autoencoders.decodeValues({ latentCode: report.code, model: 'quadrants' }), 'decoded-values.png');

  const { anomaly } = await pictures.scoreAnomaly({ file, model: 'spots' });
  const { psnr } = await pictures.compare({ file, reference: sent('clean.png') });
  const { parameters } = await pictures.denoiseReport({ file });
  const names = (await models.listModels()).map(({ name }) => name).join(', ');
  writeFileSync(
    `${out}/said.txt`,
    `score ${anomaly.score.toFixed(6)}\npsnr ${psnr?.toFixed(4)}\nestimated ${parameters.estimated}\ncode [${report.code.shape.join(', ')}]\n`
      + `models ${names}\nerror ${await error(file)}\n`,
  );
}

calls();
