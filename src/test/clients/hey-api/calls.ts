// The calls, with hey-api's client for TypeScript.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  compare, decode, decodeValues, denoise, denoiseReport, drawAnomaly, encode, encodeReport, fill, listModels, scoreAnomaly,
} from './generated';
import { client } from './generated/client.gen';

const [address, folder, out] = process.argv.slice(2);
client.setConfig({ baseUrl: address as '/' });

const sent = (name: string): Blob => new Blob([readFileSync(`${folder}/${name}`)]);
const keep = async (came: Blob | File, name: string) =>
  writeFileSync(`${out}/${name}`, Buffer.from(await came.arrayBuffer()));

async function calls() {
  const region = '[{"x": 8, "y": 8, "width": 16, "height": 16}]';
  const file = sent('noisy.png');
  const colour = sent('colour.png');
  const throwOnError = true;
  await keep((await denoise({ body: { file }, query: { sigma: '20' }, throwOnError })).data, 'denoised.png');
  await keep((await fill({ body: { file: colour, mask: sent('mask.png') }, throwOnError })).data, 'filled-by-mask.png');
  await keep((await fill({ body: { file: colour }, query: { region }, throwOnError })).data, 'filled-by-region.png');
  await keep(
    (await drawAnomaly({ body: { file }, query: { model: 'spots', view: 'heatmap' }, throwOnError })).data,
    'heatmap.png',
  );
  const query = { model: 'quadrants' };
  const code = (await encode({ body: { file }, query, throwOnError, parseAs: 'blob' })).data;
  await keep(code, 'code.npy');
  await keep((await decode({ body: { file: code }, query, throwOnError })).data, 'decoded.png');
  const report = (await encodeReport({ body: { file }, query, throwOnError })).data;
  await keep((await decodeValues({ body: report.code, query, throwOnError })).data, 'decoded-values.png');

  const { anomaly } = (await scoreAnomaly({ body: { file }, query: { model: 'spots' }, throwOnError })).data;
  const { psnr } = (await compare({ body: { file, reference: sent('clean.png') }, throwOnError })).data;
  const { parameters } = (await denoiseReport({ body: { file }, throwOnError })).data;
  const names = (await listModels({ throwOnError })).data.map(({ name }) => name).join(', ');
  const { error, response } = await denoise({ body: { file }, query: { sigma: '20', model: 'nobody' } });
  writeFileSync(
    `${out}/said.txt`,
    `score ${anomaly.score.toFixed(6)}\npsnr ${psnr?.toFixed(4)}\nestimated ${parameters.estimated}\ncode [${report.code.shape.join(', ')}]\n`
      + `models ${names}\nerror ${response?.status} ${error?.type} ${error?.status}\n`,
  );
}

calls();
