import { bytesOf } from './api.js';

/** Nines after which more make no difference to see. */
const MOST_NINES = 8;

/**
 * The scores of all places of a picture, on the scale of the threshold.
 *
 * @typedef {{width: number, height: number, scores: Float32Array}} ScoreMap
 * @typedef {{x: number, y: number, width: number, height: number, score: number}} Box in pixels of the picture
 */

/**
 * A .npy file of float32 (NumPy's format, version 1.0): a header of which the shape counts, then the numbers.
 *
 * @param {string} dataUrl
 * @returns {ScoreMap}
 */
export function readMap(dataUrl) {
  const bytes = bytesOf(dataUrl);
  const length = bytes[8] + 256 * bytes[9];
  const header = new TextDecoder('latin1').decode(bytes.subarray(10, 10 + length));
  const shape = /\(([^)]*)\)/.exec(header)[1].split(',').map(Number).filter((side) => side > 0);
  const [height, width] = shape.length < 2 ? [1, 1] : shape.slice(-2);
  return { width, height, scores: new Float32Array(bytes.slice(10 + length).buffer) };
}

/**
 * Around each region, by sides or corners, that reaches the threshold, the highest score first: as the service finds them.
 *
 * @param {ScoreMap} map @param {number} threshold @param {{width: number, height: number}} picture
 * @returns {Box[]}
 */
export function boxes(map, threshold, picture) {
  const seen = new Uint8Array(map.scores.length);
  const found = [];
  for (let place = 0; place < seen.length; place++) {
    if (!seen[place] && map.scores[place] >= threshold) found.push(around(map, threshold, place, seen, picture));
  }
  return found.sort((a, b) => b.score - a.score);
}

function around({ width, height, scores }, threshold, first, seen, picture) {
  const open = [first];
  seen[first] = 1;
  let [left, right, top, bottom, score] = [width, 0, height, 0, 0];
  while (open.length > 0) {
    const place = open.pop();
    const x = place % width;
    const y = (place - x) / width;
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x + 1), Math.min(top, y), Math.max(bottom, y + 1)];
    score = Math.max(score, scores[place]);
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const next = v * width + u;
        if (!seen[next] && scores[next] >= threshold) {
          seen[next] = 1;
          open.push(next);
        }
      }
    }
  }
  const x = Math.floor((left * picture.width) / width);
  const y = Math.floor((top * picture.height) / height);
  return { x, y, width: Math.ceil((right * picture.width) / width) - x, height: Math.ceil((bottom * picture.height) / height) - y, score };
}

/** How many nines a share begins with: 0.99 has two. @param {number} share */
export function nines(share) {
  return Math.min(MOST_NINES, -Math.log10(Math.max(10 ** -MOST_NINES, 1 - share)));
}

/** @param {number} count */
export function shareOfNines(count) {
  return 1 - 10 ** -count;
}

/**
 * How hot a place is to look: 1/2 at the threshold. A share of normal pictures counts by its nines.
 *
 * @param {number} score @param {number} threshold @param {boolean} calibrated
 */
export function heat(score, threshold, calibrated) {
  const ratio = calibrated ? nines(score) / Math.max(0.05, nines(threshold)) : score / Math.max(1e-6, threshold);
  return Math.min(1, 0.5 * ratio);
}

/** Purple over red to yellow, clear where it is cool. @param {number} hot 0 to 1 @returns {number[]} red, green, blue, alpha */
function colour(hot) {
  const t = Math.max(0, (hot - 0.25) / 0.75);
  const stops = [[60, 30, 140], [190, 40, 110], [245, 110, 40], [255, 220, 70]];
  const at = t * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  const mix = stops[i].map((from, c) => from + (stops[i + 1][c] - from) * (at - i));
  return [...mix, 255 * Math.min(1, 1.6 * t)];
}

/** The map as colours, of its own size. @param {ScoreMap} map @param {number} threshold @param {boolean} calibrated */
export function heatmap(map, threshold, calibrated) {
  const image = new ImageData(map.width, map.height);
  for (let i = 0; i < map.scores.length; i++) image.data.set(colour(heat(map.scores[i], threshold, calibrated)), 4 * i);
  return image;
}

/**
 * The rim of what reaches the threshold, as an SVG path in places of the map.
 *
 * @param {ScoreMap} map @param {number} threshold
 */
export function outline({ width, height, scores }, threshold) {
  const within = (x, y) => x >= 0 && y >= 0 && x < width && y < height && scores[y * width + x] >= threshold;
  const lines = [];
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x <= width; x++) {
      if (within(x, y) !== within(x, y - 1)) lines.push(`M${x} ${y}h1`);
      if (within(x, y) !== within(x - 1, y)) lines.push(`M${x} ${y}v1`);
    }
  }
  return lines.join('');
}
