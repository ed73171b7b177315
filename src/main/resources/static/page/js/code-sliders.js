import { form, json, send } from './api.js';
import { button, el, slider } from './dom.js';
import { counted, number } from './numbers.js';
import { drawn } from './pictures.js';
import './work.js';

const MOST_SLIDERS = 32;
const STEPS = 200;

/** The numbers between the halves of an autoencoder as sliders; the picture they stand for changes as they move. */
export class CodeSliders extends HTMLElement {
  connectedCallback() {
    if (this.work) return;
    this.work = el('work-note');
    this.body = el('div', { class: 'stack' });
    this.append(this.work, this.body);
  }

  /** @param {string} model @param {import('./pictures.js').Picture} picture */
  async show(model, picture) {
    this.model = model;
    this.picture = picture;
    this.body.replaceChildren();
    const report = await this.work.run('Encoding', (progress) => json('POST', 'v1/encode', { ...progress,
      query: { model }, body: form({ file: picture.file }) }));
    if (report) await this.draw(report);
  }

  async draw(report) {
    this.shape = report.code.shape;
    this.start = report.code.values;
    this.values = [...this.start];
    this.decoded = el('img', { class: 'decoded', alt: 'What the code stands for' });
    const most = Math.max(1, ...this.start.map(Math.abs)) * 1.5;
    this.sliders = this.start.slice(0, MOST_SLIDERS).map((value, i) => slider({ label: `Number ${i + 1}`, min: -most, max: most, step: most / STEPS,
      value, words: (at) => number(at, 2), oninput: (at) => { this.values[i] = at; this.decode(); } }));
    this.body.replaceChildren(
      el('p', { class: 'quiet' }, `The picture as ${counted(this.start.length, 'number')}${this.start.length > MOST_SLIDERS ? `, of which the first ${MOST_SLIDERS} are here` : ''}. Move them and see what they mean.`),
      el('div', { class: 'code-row' },
        el('div', { class: 'code-pictures' },
          el('figure', {}, el('div', { class: 'decoded' }, drawn(this.picture.bitmap)), el('figcaption', {}, 'Given')),
          el('figure', {}, this.decoded, el('figcaption', {}, 'From the code'))),
        el('div', { class: 'code' }, ...this.sliders.map((one) => one.element))),
      el('div', { class: 'row' }, button('As it was', () => this.reset()), button('Any numbers', () => this.shuffle(most))));
    await this.decode();
  }

  reset() {
    this.take(this.start);
  }

  shuffle(most) {
    this.take(this.start.map((value, i) => (i < MOST_SLIDERS ? (Math.random() + Math.random() - 1) * most : value)));
  }

  take(values) {
    this.values = [...values];
    this.sliders.forEach((one, i) => one.set(values[i]));
    this.decode();
  }

  /** One request at a time; of the codes that came in between only the newest is sent. */
  async decode() {
    this.waiting = true;
    if (this.decoding) return;
    this.decoding = true;
    try {
      while (this.waiting) {
        this.waiting = false;
        this.see((await send('POST', 'v1/decode', { query: { model: this.model }, type: 'application/json', accept: 'image/png',
          body: JSON.stringify({ shape: this.shape, values: this.values }) })).blob);
      }
    } catch (problem) {
      this.work.say(problem);
    } finally {
      this.decoding = false;
    }
  }

  /** @param {Blob} picture */
  see(picture) {
    const before = this.decoded.src;
    this.decoded.src = URL.createObjectURL(picture);
    if (before.startsWith('blob:')) URL.revokeObjectURL(before);
  }
}

customElements.define('code-sliders', CodeSliders);
