import { button, el, icon, slider } from './dom.js';
import { Mask, draw } from './mask.js';
import { ViewBar } from './view-bar.js';
import { Viewport, gestures, wheelZoom } from './viewport.js';

/** Name, key and drawing of each tool. */
const TOOLS = [
  ['brush', 'Brush', 'b', 'M4 20c3 0 5-1 5-4a3 3 0 0 1 3-3c1 0 2 .5 2.5 1M12 13l7-9 1 1-7 9'],
  ['eraser', 'Eraser', 'e', 'm7 20-4-4L14 5l5 5-9 10zm-.5-8.500 6 6M10 20h10'],
  ['line', 'Line', 'l', 'M5 19 19 5'],
  ['rectangle', 'Rectangle', 'r', 'M4 6h16v12H4z'],
  ['polygon', 'Polygon', 'p', 'M12 3 21 10l-4 10H7L3 10z'],
  ['lasso', 'Lasso', 'o', 'M12 5c5 0 8 2 8 5s-3 5-8 5-8-2-8-5 3-5 8-5zM7 14c-2 2 0 3 0 5'],
];
const SMALLEST = 1;
const LARGEST = 300;

/** Says `mask` whenever another part of the picture is marked. */
export class MaskEditor extends HTMLElement {
  tool = 'brush';
  size = 30;
  pointing = false;
  /** The one that is being drawn. @type {import('./mask.js').Step|null} */
  step = null;

  connectedCallback() {
    this.build();
  }

  /** Once; whoever needs the controls before the editor is on the page calls it first. */
  build() {
    if (this.frame) return;
    this.tools = el('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Drawing tools' },
      ...TOOLS.map(([tool, words, key, path]) => button([icon(path)], () => this.choose(tool), {
        'aria-label': words, title: `${words} (${key.toUpperCase()})`, 'aria-pressed': String(tool === this.tool), 'data-tool': tool })),
      el('span', { class: 'gap' }),
      this.undoButton = button([icon('M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6')], () => this.undo(), { 'aria-label': 'Undo', title: 'Undo (Ctrl+Z)' }),
      this.redoButton = button([icon('m15 7 5 5-5 5m5-5H10a6 6 0 0 0-6 6')], () => this.redo(), { 'aria-label': 'Redo', title: 'Redo (Ctrl+Shift+Z)' }));
    this.brush = slider({ label: 'Brush size', min: SMALLEST, max: LARGEST, step: 1, value: this.size, words: (value) => `${value} px`,
      oninput: (value) => { this.size = value; this.point(true); }, onchange: () => this.point(false) });
    this.picture = el('div', { class: 'plane' });
    this.marks = el('div', { class: 'plane marks' });
    this.cursor = el('div', { class: 'brush-ring', hidden: true });
    this.frame = el('div', { class: 'frame drawing', tabIndex: 0, role: 'application',
      'aria-label': 'Picture to mark. Arrow keys move the brush, Space starts and ends a stroke, brackets change its size.',
      onkeydown: (event) => this.key(event), onpointerleave: () => this.point(false), onblur: () => this.point(false) },
      el('div', { class: 'pane' }, this.picture), el('div', { class: 'pane' }, this.marks), this.cursor);
    this.view = new Viewport(this.frame, () => this.place());
    this.bar = new ViewBar(this.view);
    this.append(this.tools, this.frame, this.bar.element);
    this.frame.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.resize(this.size * Math.exp(-event.deltaY * 0.002));
    }, { passive: false });
    wheelZoom(this.frame, this.view, (event) => event.ctrlKey || event.metaKey);
    gestures(this.frame, this.view, {
      start: (event) => this.start(this.view.pixel(event), event),
      move: (event) => this.move(this.view.pixel(event)),
      end: (event) => {
        this.end();
        if (event.pointerType === 'touch') this.point(false); // the finger is gone
      },
      cancel: () => this.cancel(),
    });
    this.frame.addEventListener('pointermove', (event) => this.hover(this.view.pixel(event)));
    this.frame.addEventListener('dblclick', () => this.close());
  }

  /** @param {HTMLElement} drawn of the picture's size @param {Mask} mask */
  show(drawn, mask) {
    this.mask = mask;
    this.step = null;
    this.canvas = document.createElement('canvas');
    this.canvas.width = mask.canvas.width;
    this.canvas.height = mask.canvas.height;
    this.at = { x: mask.canvas.width / 2, y: mask.canvas.height / 2 };
    this.picture.replaceChildren(drawn);
    this.marks.replaceChildren(this.canvas);
    this.view.of(mask.canvas.width, mask.canvas.height);
    this.changed();
  }

  /** @param {string} tool */
  choose(tool) {
    this.cancel();
    this.tool = tool;
    for (const one of this.tools.querySelectorAll('[data-tool]')) one.setAttribute('aria-pressed', String(one.dataset.tool === tool));
    this.ring();
  }

  resize(size) {
    this.size = Math.round(Math.max(SMALLEST, Math.min(LARGEST, size)));
    this.brush.set(this.size);
    this.ring();
  }

  start(point, event) {
    if (!this.mask) return false;
    const erase = this.tool === 'eraser' || event?.button === 2;
    if (this.tool === 'polygon') {
      if (this.step) this.corner(point);
      else this.step = { tool: 'area', points: [point], erase: false };
    } else if (this.tool === 'lasso' || this.tool === 'rectangle') {
      this.step = { tool: 'area', points: [point], erase: false, from: point };
    } else {
      this.step = { tool: 'stroke', points: [point], size: this.size, erase };
    }
    this.paint();
    return true;
  }

  /** A further corner; one near the first closes the polygon. */
  corner(point) {
    const [first] = this.step.points;
    if (this.step.points.length > 2 && Math.hypot(point.x - first.x, point.y - first.y) * this.view.scale < 14) this.close();
    else this.step.points.push(point);
  }

  close() {
    if (this.tool === 'polygon' && this.step?.points.length > 2) this.finish();
  }

  hover(point) {
    this.at = point;
    this.point(true);
    if (this.step?.tool === 'area' && this.tool === 'polygon') this.paint();
  }

  move(point) {
    this.at = point;
    this.point(true);
    if (!this.step || this.tool === 'polygon') return;
    const { from } = this.step;
    if (this.tool === 'line') this.step.points[1] = point;
    else if (this.tool === 'rectangle') this.step.points = [from, { x: point.x, y: from.y }, point, { x: from.x, y: point.y }];
    else this.step.points.push(point);
    this.paint();
  }

  end() {
    if (this.step && this.tool !== 'polygon') this.finish();
  }

  finish() {
    this.mask.add(this.step);
    this.step = null;
    this.changed();
  }

  cancel() {
    this.step = null;
    this.paint();
  }

  undo() {
    if (this.step) this.cancel();
    else this.mask.undo();
    this.changed();
  }

  redo() {
    this.mask.redo();
    this.changed();
  }

  /** @param {import('./mask.js').Step} step */
  add(step) {
    this.mask.add(step);
    this.changed();
  }

  changed() {
    this.paint();
    this.undoButton.disabled = this.mask.done === 0;
    this.redoButton.disabled = this.mask.done === this.mask.steps.length;
    this.dispatchEvent(new Event('mask'));
  }

  /** The marks, and what is being drawn over them. */
  paint() {
    if (!this.canvas) return;
    const context = this.canvas.getContext('2d');
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.drawImage(this.mask.canvas, 0, 0);
    if (this.step) draw(context, this.step);
    if (this.step && this.tool === 'polygon') {
      draw(context, { tool: 'stroke', points: [...this.step.points, this.at], size: 2 / this.view.scale, erase: false });
    }
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = '#ff3d6e';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.globalCompositeOperation = 'source-over';
  }

  /** Whether somebody points at a place, by pointer, finger or key. @param {boolean} yes */
  point(yes) {
    this.pointing = yes;
    this.ring();
  }

  /** The brush's size under the pointer. */
  ring() {
    const shown = this.mask && this.pointing && ['brush', 'eraser', 'line'].includes(this.tool);
    this.cursor.hidden = !shown;
    if (!shown) return;
    const size = this.size * this.view.scale;
    this.cursor.style.width = this.cursor.style.height = `${size}px`;
    this.cursor.style.transform = `translate(${this.view.x + this.at.x * this.view.scale - size / 2}px, ${this.view.y + this.at.y * this.view.scale - size / 2}px)`;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = Math.max(1, this.size / (event.shiftKey ? 1 : 3));
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      if (event.shiftKey) this.redo();
      else this.undo();
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key in moves) {
      this.walk(...moves[event.key]);
    } else if (event.key === ' ') {
      if (this.step && this.tool !== 'polygon') this.end();
      else this.start({ ...this.at });
    } else if (event.key === 'Enter') this.close();
    else if (event.key === 'Escape') this.cancel();
    else if (event.key === '[') this.resize(this.size / 1.25);
    else if (event.key === ']') this.resize(this.size * 1.25 + 1);
    else if (!this.chooseByKey(event.key.toLowerCase())) return;
    event.preventDefault();
  }

  chooseByKey(key) {
    const tool = TOOLS.find(([, , own]) => own === key);
    if (tool) this.choose(tool[0]);
    return tool !== undefined;
  }

  walk(dx, dy) {
    const within = (value, side) => Math.max(0, Math.min(side, value));
    this.move({ x: within(this.at.x + dx, this.mask.canvas.width), y: within(this.at.y + dy, this.mask.canvas.height) });
  }

  place() {
    this.view.place(this.picture);
    this.view.place(this.marks);
    this.bar.say();
    if (this.mask) this.ring();
  }
}

customElements.define('mask-editor', MaskEditor);
