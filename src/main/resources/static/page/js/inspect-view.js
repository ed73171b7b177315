import { button, el } from './dom.js';
import { heatmap, outline } from './anomaly-map.js';
import { canvasOf } from './blend.js';
import { Viewport, gestures, wheelZoom } from './viewport.js';

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A picture with heat, outline and boxes over it. */
export class InspectView extends HTMLElement {
  connectedCallback() {
    if (this.frame) return;
    this.plane = el('div', { class: 'plane' });
    this.frame = el('div', { class: 'frame movable', tabIndex: 0, role: 'group', 'aria-label': 'Inspected picture',
      onkeydown: (event) => this.key(event) }, el('div', { class: 'pane' }, this.plane));
    this.zoomed = el('output', { class: 'zoom' });
    this.append(this.frame, el('div', { class: 'viewbar' },
      button('−', () => this.view.zoom(1 / 1.5), { 'aria-label': 'Zoom out' }), this.zoomed,
      button('+', () => this.view.zoom(1.5), { 'aria-label': 'Zoom in' }), button('Fit', () => this.view.fit()), button('1:1', () => this.view.actual())));
    this.view = new Viewport(this.frame, () => { this.view.place(this.plane); this.zoomed.textContent = this.view.words; });
    wheelZoom(this.frame, this.view);
    gestures(this.frame, this.view, { start: () => false });
  }

  /** @param {HTMLElement} drawn @param {{width: number, height: number}} picture */
  show(drawn, picture) {
    this.picture = picture;
    this.heat = el('canvas', { class: 'heat' });
    this.marks = svg('svg', { viewBox: `0 0 ${picture.width} ${picture.height}`, class: 'marks-svg', 'aria-hidden': 'true' });
    this.plane.replaceChildren(drawn, this.heat, this.marks);
    this.view.of(picture.width, picture.height);
  }

  /**
   * @param {import('./anomaly-map.js').ScoreMap} map
   * @param {number} threshold @param {boolean} calibrated
   * @param {import('./anomaly-map.js').Box[]} boxes
   */
  mark(map, threshold, calibrated, boxes) {
    canvasOf(heatmap(map, threshold, calibrated), this.heat);
    const { width, height } = this.picture;
    const rim = svg('path', { d: outline(map, threshold), class: 'rim', transform: `scale(${width / map.width} ${height / map.height})` });
    this.marks.replaceChildren(rim, ...boxes.map((box, i) => svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, class: 'box', 'data-box': i })));
  }

  /** @param {number} strength 0 to 1 */
  set strength(strength) {
    if (this.heat) this.heat.style.opacity = String(strength);
  }

  /** @param {number|null} number of the box that is pointed at */
  point(number) {
    for (const box of this.marks.querySelectorAll('.box')) box.classList.toggle('pointed', box.dataset.box === String(number));
  }

  key(event) {
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    const views = { '+': () => this.view.zoom(1.5), '=': () => this.view.zoom(1.5), '-': () => this.view.zoom(1 / 1.5),
      0: () => this.view.fit(), 1: () => this.view.actual() };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) this.view.pan(...moves[event.key]);
    else if (event.key in views) views[event.key]();
    else return;
    event.preventDefault();
  }
}

customElements.define('inspect-view', InspectView);
