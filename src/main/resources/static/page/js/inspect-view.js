import { heatmap, outline } from './anomaly-map.js';
import { canvasOf } from './blend.js';
import { el } from './dom.js';
import { ViewBar } from './view-bar.js';
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
    this.build();
  }

  /** Once; whoever puts something into the bar before the view is on the page calls it first. */
  build() {
    if (this.frame) return;
    this.plane = el('div', { class: 'plane' });
    this.frame = el('div', { class: 'frame movable', tabIndex: 0, role: 'group', 'aria-label': 'Inspected picture',
      onkeydown: (event) => this.key(event) }, el('div', { class: 'pane' }, this.plane));
    this.view = new Viewport(this.frame, () => { this.view.place(this.plane); this.bar.say(); });
    this.bar = new ViewBar(this.view);
    this.append(this.frame, this.bar.element);
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

  /** The picture alone. */
  clear() {
    this.heat.getContext('2d').clearRect(0, 0, this.heat.width, this.heat.height);
    this.marks.replaceChildren();
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
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in moves)) return;
    this.view.pan(...moves[event.key]);
    event.preventDefault();
  }
}

customElements.define('inspect-view', InspectView);
