import { number, percent } from './numbers.js';

const KINDS = {
  white: 'even noise', 'signal-dependent': 'noise that changes with the brightness', camera: 'camera noise', impulses: 'lost pixels',
  jpeg: 'marks of JPEG compression',
};
const STRONGEST = { shadows: ', strongest in the shadows', highlights: ', strongest in the highlights' };
/** A smaller share of lost pixels is chance. */
const FEW = 0.001;

/**
 * What noise the service found, in plain sentences; the first says it all.
 *
 * @param {any} noise of the service's JSON
 * @returns {string[]}
 */
export function noiseFound(noise) {
  if (noise.kind === 'none') return ['No noise was found.', ...doubt(noise)];
  const words = KINDS[noise.kind] ?? noise.words;
  return [
    `Found ${words}: about ${number(noise.sigma, noise.sigma < 10 ? 1 : 0)} of 255 levels${STRONGEST[noise.strongest] ?? ''}.`,
    ...doubt(noise), ...lost(noise),
  ];
}

/** What else is known of it, for those who want more. @param {any} noise @returns {string[]} */
export function noiseDetails(noise) {
  return noise ? [...specks(noise), ...compressed(noise)] : [];
}

/** Where the service says itself what it could not judge, in its notes, that will do. */
function doubt({ confidence, unsure = [] }) {
  if (confidence === 'high' || unsure.length > 0) return [];
  return [confidence === 'low' ? 'That is a guess: the picture shows too little of it.' : 'That is likely, not sure.'];
}

function specks({ correlation }) {
  if (!correlation) return [];
  const { luma, chroma } = correlation;
  const colour = chroma > 0 ? `, those of colour ${number(chroma, 1)}` : '';
  return [`Its specks reach over ${number(luma, 1)} pixels${colour}.`];
}

function lost({ kind, impulses }) {
  return impulses > FEW ? [`${percent(impulses)} of the pixels are lost${kind === 'impulses' ? '' : ' besides'}.`] : [];
}

function compressed({ jpeg }) {
  return jpeg ? [`The picture went through JPEG of quality ${jpeg.quality}${jpeg.chroma === '4:2:0' ? ', with halved colours' : ''}.`] : [];
}

/** The figures behind the sentences. @param {any} noise @returns {[string, string][]} */
export function noiseFigures(noise) {
  if (!noise) return [];
  return [
    ['Noise', `${noise.kind}, ${number(noise.sigma, 2)} levels, confidence ${noise.confidence}`],
    ...(noise.levels ?? []).map(({ brightness, sigma }) => [`Noise at brightness ${number(brightness, 0)}`, `${number(sigma, 1)} levels`]),
  ];
}
