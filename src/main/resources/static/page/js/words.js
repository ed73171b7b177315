import { el, fold } from './dom.js';

const STEPS = {
  estimate: 'measured the noise', model: 'ran the network', untouched: 'left the picture as it was', gray: 'turned colour to gray',
  resize: 'resized', standardise: 'evened out the light', fallback: 'used a stand-in for a missing model', decoder: 'ran the decoder',
  nlm: 'ran non-local means',
};

/** @param {number} value @param {number} [digits] of which all zeros at the end are dropped */
export function number(value, digits = 2) {
  return Number(value.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
}

/** @param {number} milliseconds */
export function time(milliseconds) {
  return milliseconds < 950 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${number(milliseconds / 1000, 1)} s`;
}

/** @param {number} share 0 to 1 */
export function percent(share) {
  const percents = 100 * share;
  return `${percents >= 10 || percents === 0 ? Math.round(percents) : number(percents, percents < 0.1 ? 3 : 1)} %`;
}

/** @param {number} sigma in 8-bit levels */
export function noiseWords(sigma) {
  if (sigma < 1.5) return 'hardly any noise';
  if (sigma < 6) return 'faint noise';
  if (sigma < 15) return 'light noise';
  if (sigma < 30) return 'clear noise';
  return sigma < 50 ? 'strong noise' : 'very strong noise';
}

/** What the service says of the noise itself, where it does. @param {any} noise */
function describedNoise(noise) {
  const kind = String(noise.kind ?? '').replaceAll('-', ' ');
  const about = noise.sigma === undefined ? '' : `, about ${number(noise.sigma, 1)} of 255 levels`;
  return kind ? `The noise looks ${/^(un|even|mixed)/.test(kind) ? kind : `like ${kind} noise`}${about}.` : '';
}

/**
 * What was found and done, in plain sentences.
 *
 * @param {any} report the service's JSON
 * @returns {string[]}
 */
export function cleaned(report) {
  const sentences = [];
  const { sigma, estimated } = report.parameters;
  if (report.pipeline.includes('untouched')) {
    sentences.push('No noise was found, so the picture is as it came.');
  } else if (sigma !== undefined) {
    sentences.push(estimated
      ? `Found ${noiseWords(sigma)}: ${number(sigma, 1)} on the scale from 0 to 255.`
      : `Cleaned for noise of ${number(sigma, 1)} on the scale from 0 to 255, as you set.`);
  } else {
    sentences.push('Cleaned as a camera photo, whatever its noise.');
  }
  if (report.noise) sentences.push(describedNoise(report.noise));
  if (report.error && report.error.mae > 0) {
    sentences.push(`On average a pixel changed by ${number(report.error.mae, 1)} of 255 levels.`);
  }
  sentences.push(took(report));
  return sentences.filter(Boolean);
}

/** @param {any} report */
export function took(report) {
  const all = Object.values(report.timing).reduce((sum, one) => sum + one, 0);
  return `It took ${time(all)} with ${report.model}.`;
}

/** @param {string[]} sentences @param {any} report */
export function said(sentences, report) {
  return el('div', { class: 'said', role: 'status' },
    ...sentences.map((sentence, i) => el('p', { class: i === 0 && sentences.length > 1 ? 'first' : '' }, sentence)),
    ...(report?.notes ?? []).map((note) => el('p', { class: 'note' }, `${note[0].toUpperCase()}${note.slice(1)}.`)));
}

/** The figures, for those who want them. @param {any} report */
export function figures(report) {
  const rows = [
    ['Model', report.model],
    ['What was done', report.pipeline.map((step) => STEPS[step] ?? step).join(', then ')],
    ['Ran on', report.device],
    ['Picture', `${report.image.width} × ${report.image.height}, ${report.image.channels === 1 ? 'gray' : 'colour'}, ${report.image.bitDepth} bits`],
    ...errorRows(report.error),
    ...Object.entries(report.timing).map(([step, ms]) => [`Time to ${step === 'queue' ? 'wait' : step}`.replace('inference', 'compute'), time(ms)]),
  ];
  return fold('Figures', el('dl', { class: 'figures' }, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))])));
}

function errorRows(error) {
  if (!error) return [];
  return [
    ['Mean squared error, input to output', number(error.mse, 2)],
    ['PSNR, input to output', error.psnr === undefined ? 'equal' : `${number(error.psnr, 2)} dB`],
    ['SSIM, input to output', number(error.ssim, 4)],
  ];
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
