import { el, fold } from './dom.js';
import { noiseDetails, noiseFigures, noiseFound } from './noise-words.js';
import { number, time } from './numbers.js';

const STEPS = {
  estimate: 'measured the noise', model: 'ran the network', untouched: 'left the picture as it was', gray: 'turned colour to gray',
  resize: 'resized', standardise: 'evened out the light', fallback: 'used a stand-in for a missing model', decoder: 'ran the decoder',
  nlm: 'ran non-local means',
};

/** What people call the networks; those of others keep their names. @type {Record<string, string>} */
const NETWORKS = {
  'denoise-color': 'the network for even noise', 'denoise-color-fast': 'the fast network for even noise',
  'denoise-gray': 'the network for even noise in gray', 'denoise-gray-fast': 'the fast network for even noise in gray',
  'denoise-photo': 'the network for camera photos', 'fill-color': 'the network for holes', 'fill-gray': 'the network for holes in gray',
  'fill-pixels': 'the network for scratches and lost pixels', 'anomaly-surfaces': 'the network for surfaces',
  exemplar: 'patches from elsewhere in the picture', nlm: 'non-local means', telea: 'the method of Telea', 'navier-stokes': 'the Navier-Stokes method',
  'push-pull': 'push-pull', harmonic: 'harmonic filling',
};

/** @param {string} model @returns {string} what people call it */
export function networkWords(model) {
  return NETWORKS[model] ?? model;
}

/**
 * What was found and done, in plain sentences.
 *
 * @param {any} report the service's JSON
 * @returns {string[]}
 */
export function cleaned(report) {
  const { sigma, estimated } = report.parameters;
  const found = report.noise ? noiseFound(report.noise) : [];
  const byHand = estimated || sigma === undefined ? [] : [`Cleaned for noise of ${number(sigma, 1)} of 255 levels, as you set.`];
  if (report.pipeline.includes('untouched')) {
    return [`${report.noise?.kind === 'none' ? 'No noise was found' : 'The noise is too faint to see'}. The picture is unchanged.`,
      ...found.slice(1), took(report)];
  }
  return [...byHand, ...found, `Cleaned by ${networkWords(report.model)}.`,
    ...(report.error?.mae > 0 ? [`On average a pixel changed by ${number(report.error.mae, 1)} of 255 levels.`] : []), took(report)];
}

/** @param {any} report */
export function took(report) {
  return `It took ${time(Object.values(report.timing).reduce((sum, one) => sum + one, 0))}.`;
}

/**
 * The service's notes as people read them: without what the sentences say already.
 *
 * @param {any} report @returns {string[]}
 */
function notes(report) {
  return (report?.notes ?? []).filter((note) => !note.startsWith(`${report.model} was chosen for`) && !/output is the input/.test(note))
    .map((note) => note.replace(/\b(?:denoise|fill|anomaly)-[a-z-]+\b/g, (name) => networkWords(name)))
    .map((note) => `${note[0].toUpperCase()}${note.slice(1)}.`);
}

/** The first sentence large, the others after it. @param {string[]} sentences @param {any} [report] whose notes are added */
export function said([first, ...others], report) {
  return el('div', { class: 'said', role: 'status' },
    el('p', { class: others.length > 0 ? 'first' : '' }, first), others.length > 0 && el('p', {}, others.join(' ')),
    ...notes(report).map((note) => el('p', { class: 'note' }, note)));
}

/** The figures, for those who want them. @param {any} report */
export function figures(report) {
  const rows = [
    ['Model', report.model],
    ['What was done', report.pipeline.map((step) => STEPS[step] ?? step).join(', then ')],
    ['Ran on', report.device],
    ['Picture', `${report.image.width} × ${report.image.height}, ${report.image.channels === 1 ? 'gray' : 'colour'}, ${report.image.bitDepth} bits`],
    ...noiseFigures(report.noise),
    ...errorRows(report.error),
    ...Object.entries(report.timing).map(([step, ms]) => [`Time to ${step === 'queue' ? 'wait' : step}`.replace('inference', 'compute'), time(ms)]),
  ];
  const details = noiseDetails(report.noise);
  return fold('Figures', details.length > 0 && el('p', { class: 'quiet small' }, details.join(' ')), el('dl', { class: 'figures' }, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))])));
}

function errorRows(error) {
  if (!error) return [];
  return [
    ['Mean squared error, input to output', number(error.mse, 2)],
    ['PSNR, input to output', error.psnr === undefined ? 'equal' : `${number(error.psnr, 2)} dB`],
    ['SSIM, input to output', number(error.ssim, 4)],
  ];
}
