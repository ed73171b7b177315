import { form, json } from './api.js';
import { button, el } from './dom.js';
import { counted, number } from './numbers.js';
import { drawn } from './pictures.js';
import './work.js';

const AT_ONCE = 16;
/** Of a kernel, as many as can be told apart. */
const MOST_PLANES = 8;

/** What one layer makes of the picture: its maps, its kernels, and what a place of a map sees of the picture. */
export class LayerMaps extends HTMLElement {
  connectedCallback() {
    if (this.work) return;
    this.work = el('work-note');
    this.body = el('div', { class: 'stack' });
    this.append(this.work, this.body);
  }

  /**
   * @param {string} model @param {any} layer a row of the model's layers @param {import('./pictures.js').Picture} picture
   */
  async show(model, layer, picture) {
    this.asked = { model, layer, picture };
    this.first = 0;
    this.body.replaceChildren();
    const report = await this.ask();
    if (report) this.draw(report);
  }

  ask() {
    const { model, layer, picture } = this.asked;
    return this.work.run('Looking', (progress) => json('POST', `v1/models/${encodeURIComponent(model)}/maps`, { ...progress,
      query: { layer: layer.place, first: this.first || '', count: AT_ONCE }, body: form({ file: picture.file }) }));
  }

  draw(report) {
    const { layer, picture } = this.asked;
    this.report = report;
    const [channels, height, width] = report.layer.out;
    const scalar = height * width === 1;
    this.box = el('div', { class: 'seen', hidden: true });
    this.scene = el('div', { class: 'seen-picture' }, drawn(picture.bitmap), this.box);
    this.follow(this.scene);
    this.grid = el('div', { class: scalar ? 'scalars' : 'maps' });
    this.moreButton = button(scalar ? 'More numbers' : 'More maps', () => this.more());
    this.body.replaceChildren(
      el('h3', {}, layer.words),
      el('p', { class: 'quiet' }, scalar ? this.read(report)
        : `${counted(channels, 'map')} of ${width} × ${height}. Each goes from its own smallest number, black, to its own largest, white. Point at a place, there or on the picture: the frame is what it sees.`),
      ...(report.notes ?? []).map((note) => el('p', { class: 'quiet small' }, `${note[0].toUpperCase()}${note.slice(1)}.`)),
      el('div', { class: 'seen-row' }, scalar ? '' : this.scene, this.grid), this.moreButton);
    this.addMaps(report);
  }

  /** Numbers without a place: GausNet's one is the width that it reads. */
  read(report) {
    const [one] = report.maps;
    return report.layer.out[0] === 1 && one.values
      ? `The network reads ${number(one.values[0], 3)}.`
      : `${counted(report.layer.out[0], 'number')}, without a place in the picture.`;
  }

  async more() {
    this.first += AT_ONCE;
    const report = await this.ask();
    if (report) this.addMaps(report);
  }

  addMaps(report) {
    const [channels, height, width] = report.layer.out;
    const scalar = height * width === 1;
    this.moreButton.hidden = this.first + AT_ONCE >= channels;
    this.grid.append(...report.maps.map((map) => (scalar ? el('span', { class: 'scalar' }, number(map.values[0], 3)) : this.map(map, report))));
  }

  map(map, report) {
    const title = `Map ${map.index + 1}, ${number(map.least, 3)} to ${number(map.most, 3)}`;
    const picture = el('img', { src: map.picture, alt: title, title, class: 'map', loading: 'lazy', tabIndex: 0, draggable: false });
    picture.style.aspectRatio = `${map.width} / ${map.height}`;
    this.follow(picture);
    picture.addEventListener('focus', () => this.see(0.5, 0.5));
    picture.addEventListener('blur', () => { this.box.hidden = true; });
    picture.addEventListener('keydown', (event) => this.walk(event));
    return el('figure', {}, picture, map.kernels && kernels(map.kernels, report.window, map.index));
  }

  /** Draws what the place under the pointer sees. @param {HTMLElement} element a map, or the picture itself */
  follow(element) {
    for (const type of ['pointermove', 'pointerdown']) {
      element.addEventListener(type, ({ clientX, clientY }) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        this.see((clientX - left) / width, (clientY - top) / height);
      });
    }
    element.addEventListener('pointerleave', ({ pointerType }) => { this.box.hidden = pointerType !== 'touch'; }); // a finger that leaves still asks
  }

  /** The arrow keys go from place to place. @param {KeyboardEvent} event */
  walk(event) {
    const [, height, width] = this.report.layer.out;
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (!(event.key in moves)) return;
    const [dx, dy] = moves[event.key];
    this.see(this.at.u + dx / width, this.at.v + dy / height);
    event.preventDefault();
  }

  /** The window of the picture that one place of a map depends on, around the place. @param {number} u @param {number} v 0 to 1 */
  see(u, v) {
    const { read, layer } = this.report;
    const [, height, width] = layer.out;
    const [rows, columns] = layer.receptiveField;
    const place = (share, side) => (Math.max(0, Math.min(side - 1, Math.floor(share * side + 1e-9))) + 0.5) / side;
    const [x, y] = [place(u, width), place(v, height)];
    this.at = { u: x, v: y };
    const [w, h] = [columns / read.width, rows / read.height];
    const percent = (value) => `${100 * Math.max(0, Math.min(1, value))}%`;
    this.box.hidden = false;
    Object.assign(this.box.style, { left: percent(x - w / 2), top: percent(y - h / 2),
      right: percent(1 - x - w / 2), bottom: percent(1 - y - h / 2) });
  }
}

/** What a map was made with: a small square for each plane that went in; blue is negative, orange positive. */
function kernels(planes, [rows, columns], index) {
  const shown = planes.slice(0, MOST_PLANES);
  const most = Math.max(1e-9, ...shown.flat().map(Math.abs));
  const canvas = el('canvas', { width: shown.length * (columns + 1) - 1, height: rows, class: 'kernel', role: 'img',
    'aria-label': `Kernel of map ${index + 1}`, title: `Its kernel${planes.length > MOST_PLANES ? `, for the first ${MOST_PLANES} of ${planes.length} planes` : ''}: blue is negative, orange positive` });
  const context = canvas.getContext('2d');
  shown.forEach((weights, plane) => weights.forEach((weight, i) => {
    const strong = Math.abs(weight) / most;
    const [red, green, blue] = weight < 0 ? [0, 114, 178] : [213, 94, 0];
    context.fillStyle = `rgb(${255 + (red - 255) * strong} ${255 + (green - 255) * strong} ${255 + (blue - 255) * strong})`;
    context.fillRect(plane * (columns + 1) + (i % columns), Math.floor(i / columns), 1, 1);
  }));
  canvas.style.width = `${canvas.width * Math.max(2, Math.min(8, 88 / canvas.width))}px`;
  return canvas;
}

customElements.define('layer-maps', LayerMaps);
