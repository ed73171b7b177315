import { boxes } from './anomaly-map.js';
import { number, percent } from './numbers.js';

/** A place that holds so much of the picture tells that the model does not know such pictures. */
const EVERYWHERE = 0.8;
/** The rarest that a calibration can tell; beyond it is "fewer than". */
const RAREST = 0.0005;

/**
 * What is said of a picture.
 *
 * @typedef {'normal'|'odd'|'anomalous'|'unknown'} Kind `odd` where the model's own threshold and the person's differ
 * @typedef {{kind: Kind, flagged: boolean, title: string, words: string}} Verdict
 */

/**
 * Whether the model knows such pictures. The answer says so; where it does not, a place that covers nearly all of the picture at the
 * model's own threshold does. A person's threshold has no part in it.
 *
 * @param {import('./inspect.js').Inspected} result @param {{width: number, height: number}} picture
 */
export function isFamiliar({ report: { anomaly }, map }, picture) {
  if (typeof anomaly.familiar === 'boolean') return anomaly.familiar;
  const most = EVERYWHERE * picture.width * picture.height;
  return !boxes(map, anomaly.threshold, picture).some((box) => box.width * box.height > most);
}

/**
 * @param {import('./inspect.js').Inspected} result @param {{width: number, height: number}} picture
 * @param {number} threshold the person's
 * @returns {Verdict}
 */
export function verdict(result, picture, threshold) {
  const { anomaly } = result.report;
  const flagged = anomaly.score >= threshold;
  if (!isFamiliar(result, picture)) {
    return { kind: 'unknown', flagged: false, title: 'Not something this model knows',
      words: `The picture is unlike all that the model has learnt as normal${far(anomaly)}. It may show another product, so the score says nothing about it.` };
  }
  const words = rarity(anomaly);
  if (flagged && anomaly.score >= anomaly.threshold) return { kind: 'anomalous', flagged, title: 'Looks anomalous', words };
  if (flagged) return { kind: 'odd', flagged, title: 'Above your threshold', words: `${words} At the model's own threshold it is normal.` };
  if (anomaly.score >= anomaly.threshold) return { kind: 'odd', flagged, title: 'Odd, but below your threshold', words };
  return { kind: 'normal', flagged, title: 'Looks normal', words };
}

/** Where the answer says how far: 1 is as far as normal pictures get. @param {{distance?: number}} anomaly */
function far({ distance }) {
  return distance > 1 ? `, ${number(distance, 1)} times as far from it as normal pictures get` : '';
}

/** @param {{score: number, calibrated: boolean}} anomaly */
function rarity({ score, calibrated }) {
  if (!calibrated) return `The score is ${score.toFixed(3)}. The model was never calibrated, so this is a rough guess.`;
  const share = 1 - score;
  if (share < RAREST) return 'Fewer than 1 in 2,000 normal pictures look as odd as this one.';
  return share > 0.05 ? `${percent(share)} of normal pictures look as odd as this one.` : `${oneIn(share)} normal pictures looks as odd as this one.`;
}

const oneIn = (share) => `1 in ${Math.round(1 / share).toLocaleString('en')}`;

/** How odd a place is, in a few words. @param {number} score @param {boolean} calibrated */
export function oddness(score, calibrated) {
  if (!calibrated) return `score ${score.toFixed(3)}`;
  return 1 - score < RAREST ? 'rarer than 1 in 2,000' : oneIn(1 - score);
}
