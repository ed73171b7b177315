import { boxes, heatmap, outline } from './anomaly-map.js';
import { canvasOf } from './blend.js';
import { drawn } from './pictures.js';
import { isFamiliar } from './verdict.js';

/**
 * A picture with heat, outline and boxes over it, as a PNG; one that the model does not know as it is.
 *
 * @param {import('./pictures.js').Picture} picture @param {import('./inspect.js').Inspected} result
 * @param {number} threshold @param {number} strength of the heat, 0 to 1
 * @returns {Promise<Blob>}
 */
export function markedFile(picture, result, threshold, strength) {
  const { map, report: { anomaly } } = result;
  const canvas = drawn(picture.bitmap);
  if (isFamiliar(result, picture)) {
    const context = canvas.getContext('2d');
    context.globalAlpha = strength;
    context.drawImage(canvasOf(heatmap(map, threshold, anomaly.calibrated)), 0, 0, canvas.width, canvas.height);
    context.globalAlpha = 1;
    drawPlaces(context, map, threshold, picture);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser cannot write this picture.'))), 'image/png');
  });
}

function drawPlaces(context, map, threshold, picture) {
  const line = Math.max(1, Math.round(Math.max(picture.width, picture.height) / 400));
  const rim = new Path2D();
  rim.addPath(new Path2D(outline(map, threshold)), new DOMMatrix().scale(picture.width / map.width, picture.height / map.height));
  context.lineWidth = line;
  context.strokeStyle = '#fff';
  context.stroke(rim);
  context.lineWidth = 2 * line;
  context.strokeStyle = '#ffd84a';
  for (const { x, y, width, height } of boxes(map, threshold, picture)) context.strokeRect(x, y, width, height);
}
