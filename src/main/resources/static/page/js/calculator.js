import { button, choice, el } from './dom.js';
import { formula, outSide, places } from './window-sum.js';

const LARGEST_SHOWN = 24;
const MILLISECONDS = 600;

/** @type {[string, Partial<import('./window-sum.js').Sliding>][]} the course's worked examples */
const PRESETS = [
  ['The letter H: 7, kernel 3', { kind: 'convolution', side: 7, kernel: 3, stride: 1, padding: 0 }],
  ['The letter H, stride 2', { kind: 'convolution', side: 7, kernel: 3, stride: 2, padding: 0 }],
  ['Same size: padding 1', { kind: 'convolution', side: 7, kernel: 3, stride: 1, padding: 1 }],
  ['Dilation 2', { kind: 'convolution', side: 9, kernel: 3, stride: 1, padding: 2, dilation: 2 }],
  ['Max-pool 4 by 2', { kind: 'pooling', side: 4, kernel: 2, stride: 2, padding: 0 }],
  ['Max-pool 6, kernel 3, stride 2', { kind: 'pooling', side: 6, kernel: 3, stride: 2, padding: 0 }],
  ['GausNet: 91 to 45', { kind: 'pooling', side: 91, kernel: 2, stride: 2, padding: 0 }],
  ['The way back: 45 to 91', { kind: 'transposed', side: 45, kernel: 2, stride: 2, padding: 0, extra: 1 }],
  ['Up by 2, on a small grid', { kind: 'transposed', side: 4, kernel: 3, stride: 2, padding: 1, extra: 1 }],
];
const KINDS = [['convolution', 'Convolution'], ['pooling', 'Pooling'], ['transposed', 'Transposed']];
const FIELDS = [['side', 'Side M', 1, 4096], ['kernel', 'Kernel k', 1, 63], ['stride', 'Stride s', 1, 16], ['padding', 'Padding p', 0, 62],
  ['dilation', 'Dilation d', 1, 16], ['extra', 'Extra e', 0, 15]];
const USUAL = { kind: 'convolution', side: 7, kernel: 3, stride: 1, padding: 0, dilation: 1, extra: 0 };

/** What size comes out of a layer, with the window moving over a small grid. */
export class SizeCalculator extends HTMLElement {
  state = { ...USUAL };
  at = 0;

  connectedCallback() {
    if (this.inputs) return;
    this.inputs = Object.fromEntries(FIELDS.map(([name, words, min, max]) => [name, el('input', { type: 'number', id: `calc-${name}`, min, max,
      oninput: ({ target }) => target.checkValidity() && target.value !== '' && this.set({ [name]: target.valueAsNumber }) })]));
    this.kinds = el('div', {});
    this.answer = el('div', { class: 'answer', role: 'status' });
    this.input = el('canvas', { class: 'grid-canvas', role: 'img' });
    this.output = el('canvas', { class: 'grid-canvas', role: 'img' });
    this.playButton = button('Pause', () => this.toggle());
    this.append(
      el('div', { class: 'field' }, el('label', { for: 'calc-preset' }, 'Worked examples'),
        el('select', { id: 'calc-preset', onchange: ({ target }) => this.set({ ...USUAL, ...PRESETS[target.value][1] }) },
          ...PRESETS.map(([words], i) => el('option', { value: i }, words)))),
      this.kinds,
      el('div', { class: 'numbers' }, ...FIELDS.map(([name, words]) => el('div', { class: 'field', 'data-field': name },
        el('label', { for: `calc-${name}` }, words), this.inputs[name]))),
      this.answer,
      el('div', { class: 'grids' }, el('figure', {}, this.input, el('figcaption', {}, 'In')), el('figure', {}, this.output, el('figcaption', {}, 'Out'))),
      el('div', { class: 'row' }, this.playButton, button('Step', () => { this.stop(); this.step(); })));
    this.set({});
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.play();
    else this.playButton.textContent = 'Play';
  }

  disconnectedCallback() {
    this.stop();
  }

  /** @param {Partial<import('./window-sum.js').Sliding>} changed */
  set(changed) {
    Object.assign(this.state, changed);
    this.at = 0;
    for (const [name] of FIELDS) if (document.activeElement !== this.inputs[name]) this.inputs[name].value = String(this.state[name]);
    this.kinds.replaceChildren(choice({ label: 'Layer', options: KINDS, value: this.state.kind, onchange: (kind) => this.set({ kind }) }));
    this.querySelector('[data-field="extra"]').hidden = this.state.kind !== 'transposed';
    this.querySelector('[data-field="dilation"]').hidden = this.state.kind === 'pooling';
    const out = outSide(this.state);
    const [general, numbers] = formula(this.state);
    this.answer.classList.toggle('bad', out < 1);
    this.answer.replaceChildren(...(out < 1 ? [el('strong', {}, 'The window does not fit. Take a smaller kernel or more padding.')]
      : [el('strong', {}, `${this.state.side} × ${this.state.side} becomes ${out} × ${out}`), el('code', {}, general), el('code', {}, numbers)]));
    this.draw();
  }

  toggle() {
    if (this.timer) this.stop();
    else this.play();
  }

  play() {
    this.playButton.textContent = 'Pause';
    this.timer = setInterval(() => this.step(), MILLISECONDS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.playButton.textContent = 'Play';
  }

  /** How many windows lie along an axis. */
  get windows() {
    return this.state.kind === 'transposed' ? this.state.side : Math.max(1, outSide(this.state));
  }

  step() {
    this.at = (this.at + 1) % this.windows ** 2;
    this.draw();
  }

  draw() {
    const { side, padding, kind } = this.state;
    const out = outSide(this.state);
    const small = Math.max(side, out) <= LARGEST_SHOWN && out > 0;
    this.querySelector('.grids').hidden = !small;
    this.playButton.parentElement.hidden = !small;
    if (!small) return;
    const across = places(this.state, this.at % this.windows);
    const down = places(this.state, Math.floor(this.at / this.windows));
    const around = kind === 'transposed' ? 0 : padding;
    grid(this.input, side, around, across.input, down.input);
    grid(this.output, out, 0, across.output, down.output);
    this.input.setAttribute('aria-label', `Input of ${side} by ${side}${around ? `, ${around} of padding around` : ''}`);
    this.output.setAttribute('aria-label', `Output of ${out} by ${out}`);
  }
}

/**
 * A grid with some of its places marked; padding around it is drawn lighter.
 *
 * @param {HTMLCanvasElement} canvas @param {number} side @param {number} padding @param {number[]} columns @param {number[]} rows
 */
function grid(canvas, side, padding, columns, rows) {
  const whole = side + 2 * padding;
  const cell = Math.max(8, Math.min(30, Math.floor(260 / whole)));
  canvas.width = canvas.height = 2 * (whole * cell + 1);
  canvas.style.width = canvas.style.height = `${whole * cell + 1}px`;
  const style = getComputedStyle(canvas);
  const [line, sunk, accent] = ['--line', '--sunk', '--accent'].map((name) => style.getPropertyValue(name));
  const context = canvas.getContext('2d');
  context.scale(2, 2);
  for (let y = -padding; y < side + padding; y++) {
    for (let x = -padding; x < side + padding; x++) {
      const own = x >= 0 && y >= 0 && x < side && y < side;
      const left = (x + padding) * cell;
      const top = (y + padding) * cell;
      context.fillStyle = columns.includes(x) && rows.includes(y) ? accent : own ? sunk : 'transparent';
      context.globalAlpha = own ? 1 : 0.5;
      context.fillRect(left + 1, top + 1, cell - 1, cell - 1);
      context.globalAlpha = 1;
      if (!own) {
        context.strokeStyle = line;
        context.strokeRect(left + 1.5, top + 1.5, cell - 2, cell - 2);
      }
    }
  }
}

customElements.define('size-calculator', SizeCalculator);
