import { blobOf, form, json, send } from './api.js';
import { canvasOf, pixelsOf } from './blend.js';
import { drawn } from './clean.js';
import { button, el, fold, select, slider } from './dom.js';
import { FORMATS, ending, save } from './download.js';
import { Mask, maskOfAlpha } from './mask.js';
import './mask-editor.js';
import { Picture } from './pictures.js';
import './slider.js';
import { choose } from './source.js';
import { counted, figures, percent, said, took } from './words.js';
import './work.js';
import { zip } from './zip.js';

const METHODS = [
  ['auto', 'Whatever fits best'],
  ['model', 'Network: scratches, text, small things'],
  ['exemplar', 'Patches from elsewhere: textures, wide holes'],
  ['telea', 'Telea, 2004'],
  ['navier-stokes', 'Navier-Stokes, 2001'],
  ['push-pull', 'Push-pull: soft'],
  ['harmonic', 'Harmonic: softest'],
];

/** @typedef {{report: any, blob: Blob, after: ImageData, method: string}} Filled */

/** Fills what a person marks, and shows it before and after. */
export class FillTask extends HTMLElement {
  static welcome = {
    title: 'Fill what is in the way',
    hint: 'Paint over scratches, lettering or a thing that should not be there. It is filled from what is around it.',
    examples: [
      { file: 'desert-walkers.jpg', words: 'Remove the walkers' },
      { file: 'scratched-lake.png', words: 'A scratched print', mask: 'scratched-lake-mask.png' },
    ],
  };

  options = { method: 'auto', grow: 0, feather: 0, format: 'same' };
  /** @type {WeakMap<Picture, Mask>} */
  masks = new WeakMap();

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.editor = el('mask-editor');
    this.editor.build();
    this.viewer = el('before-after', { hidden: true });
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.fill());
    this.words = el('div', {});
    this.others = el('div', { class: 'others' });
    this.coverage = el('p', { class: 'quiet', role: 'status' });
    this.stage = el('div', { class: 'stage' }, this.editor, this.viewer);
    const panel = el('aside', { class: 'panel', 'aria-label': 'Filling' }, this.work);
    this.append(this.stage, panel);
    this.fillButton = button('Fill', () => this.fill(), { class: 'primary large' });
    this.drawing = el('div', { class: 'stack' },
      el('div', {}, el('h2', {}, 'Paint over what should go'), this.coverage), this.fillButton, this.editor.brush.element,
      fold('The mask',
        el('div', { class: 'row' }, button('Load…', () => this.load()), button('Save', () => this.saveMask()),
          this.alphaButton = button('From transparency', () => this.fromAlpha()), button('Clear', () => this.editor.add({ tool: 'clear' }))),
        slider({ label: 'Grow', min: 0, max: 50, step: 1, value: 0, words: (value) => `${value} px`, oninput: (grow) => { this.options.grow = grow; } }).element,
        slider({ label: 'Feather', min: 0, max: 50, step: 1, value: 0, words: (value) => `${value} px`, oninput: (feather) => { this.options.feather = feather; } }).element),
      fold('Method', this.methods().element));
    this.done = el('div', { class: 'stack', hidden: true }, this.words,
      el('div', { class: 'row' }, button('Back to the mask', () => this.draw()), button('Go on from here', () => this.goOn())),
      fold('Compare methods', el('p', { class: 'quiet small' }, 'Runs every method on the same mask. Choose the one you like.'),
        button('Run all', () => this.compare()), this.others),
      el('div', { class: 'actions' },
        select({ label: 'Format', options: FORMATS, value: 'same', onchange: (format) => { this.options.format = format; } }).element,
        button('Download', () => this.download(), { class: 'primary' }),
        this.allButton = button('Download all that are filled', () => this.all())));
    panel.append(this.drawing, this.done);
    this.editor.addEventListener('mask', () => this.count());
  }

  methods() {
    return select({ label: 'How to fill', options: METHODS, value: 'auto', onchange: (method) => { this.options.method = method; } });
  }

  show() {
    const picture = this.workspace.selected;
    const result = picture.results.get('fill');
    if (this.shown !== picture) this.open(picture);
    if (result) this.present(picture, result);
    else this.draw();
  }

  /** @param {Picture} picture */
  open(picture) {
    this.shown = picture;
    this.work.cancel();
    if (!this.masks.has(picture)) {
      this.masks.set(picture, new Mask(picture.width, picture.height));
      this.editor.resize(Math.max(8, Math.round(Math.max(picture.width, picture.height) / 22)));
    }
    this.alphaButton.disabled = picture.file.type === 'image/jpeg';
    this.side('editor');
    this.editor.show(drawn(picture.bitmap), this.mask);
    const { nextMask } = this.workspace;
    if (nextMask) {
      this.workspace.nextMask = null;
      this.mark(nextMask);
    }
  }

  get mask() {
    return this.masks.get(this.shown);
  }

  /** @param {'editor'|'viewer'} which is to be seen */
  side(which) {
    this.editor.hidden = which !== 'editor';
    this.viewer.hidden = which !== 'viewer';
    this.drawing.hidden = which !== 'editor';
    this.done.hidden = which !== 'viewer';
  }

  draw() {
    this.shown.results.delete('fill');
    this.side('editor');
  }

  count() {
    const marked = this.mask.count;
    const all = this.shown.width * this.shown.height;
    this.fillButton.disabled = marked === 0 || marked === all;
    this.coverage.textContent = marked === 0 ? 'Nothing is marked yet.' : `${percent(marked / all)} of the picture is marked.`;
  }

  /** @param {Blob} file a picture in which white is to be filled */
  async mark(file) {
    this.editor.add({ tool: 'picture', bitmap: await createImageBitmap(file) });
  }

  load() {
    choose(([file]) => this.mark(file).catch(() => this.work.say(new Error('The browser cannot read this mask. A PNG will do.'))), { multiple: false });
  }

  async saveMask() {
    save(await this.mask.file(), `${this.shown.stem}-mask.png`);
  }

  fromAlpha() {
    const mask = maskOfAlpha(this.shown.bitmap);
    if (mask) this.editor.add({ tool: 'picture', bitmap: mask });
    else this.work.say(new Error('Nothing in this picture is transparent.'));
  }

  async fill() {
    const picture = this.shown;
    const result = await this.work.run('Filling', (signal, onsent) => this.ask(picture, this.options.method, signal, onsent));
    if (!result) return;
    this.others.replaceChildren();
    this.workspace.keep(picture, 'fill', result);
    if (this.workspace.selected === picture) this.present(picture, result);
  }

  async body(picture) {
    return form({ file: picture.file, mask: await this.masks.get(picture).file() });
  }

  query(method) {
    const { grow, feather } = this.options;
    return { method: method === 'auto' ? '' : method, grow: grow || '', feather: feather || '' };
  }

  /** @returns {Promise<Filled>} */
  async ask(picture, method, signal, onsent) {
    const report = await json('POST', 'v1/fill', { query: { ...this.query(method), include: 'output' }, body: await this.body(picture),
      accept: 'application/json, image/png;q=0.5', signal, onsent });
    const blob = blobOf(report.output);
    delete report.output;
    return { report, blob, method, after: pixelsOf(await createImageBitmap(blob)) };
  }

  /** @param {Picture} picture @param {Filled} result */
  present(picture, result) {
    this.result = result;
    this.allButton.hidden = this.workspace.pictures.filter((one) => one.results.has('fill')).length < 2;
    this.side('viewer');
    this.viewer.show(drawn(picture.bitmap), canvasOf(result.after), picture.width, picture.height);
    this.words.replaceChildren(said([
      `Filled ${percent(result.report.parameters.coverage)} of the picture.`, this.outside(picture, result), took(result.report),
    ], result.report), figures(result.report));
  }

  /** What is outside of the mask is shown to be as it was. */
  outside(picture, { after }) {
    const before = pixelsOf(picture.bitmap).data;
    const { grow } = this.options;
    const mask = this.masks.get(picture);
    const marks = grown(mask, grow);
    let same = 0;
    let other = 0;
    for (let i = 0; i < before.length; i += 4) {
      if (marks[i + 3] > 127) continue;
      const equal = before[i] === after.data[i] && before[i + 1] === after.data[i + 1] && before[i + 2] === after.data[i + 2];
      if (equal) same += 1;
      else other += 1;
    }
    return other === 0
      ? `All ${counted(same, 'pixel')} outside the mask are exactly as they were.`
      : `${counted(other, 'pixel')} outside the mask changed: the preview of this file is not exact, the download is.`;
  }

  /** The result takes the picture's place, with an empty mask. */
  async goOn() {
    const file = new File([this.result.blob], `${this.shown.stem}.png`, { type: 'image/png' });
    this.workspace.replace(this.shown, await Picture.read(file, file.name));
  }

  async compare() {
    const picture = this.shown;
    this.others.replaceChildren();
    for (const [method, words] of METHODS.slice(1)) {
      const result = await this.work.run(words.split(':')[0], (signal, onsent) => this.ask(picture, method, signal, onsent));
      if (!result || this.shown !== picture) return;
      const preview = canvasOf(result.after);
      this.others.append(button([preview, el('span', {}, words.split(':')[0])], () => {
        this.workspace.keep(picture, 'fill', result);
        this.present(picture, result);
      }, { class: 'other' }));
    }
  }

  async download() {
    const picture = this.shown;
    const blob = await this.work.run('Writing', (signal) => this.file(picture, this.result, signal));
    if (blob) save(blob, `${picture.stem}-filled.${ending(blob.type)}`);
  }

  /** What the service sent where PNG will do, else it is asked again, so that all that belongs to the file stays. */
  async file(picture, { blob, method }, signal) {
    const { format } = this.options;
    if (format === 'image/png') return blob;
    const accept = format === 'same' ? 'image/*' : format;
    return (await send('POST', 'v1/fill', { query: this.query(method), body: await this.body(picture), accept, signal })).blob;
  }

  async all() {
    const done = this.workspace.pictures.filter((one) => one.results.has('fill'));
    const files = await this.work.run('Writing', async (signal) => {
      const all = [];
      for (const picture of done) {
        const blob = await this.file(picture, picture.results.get('fill'), signal);
        all.push({ name: `${picture.stem}-filled.${ending(blob.type)}`, blob });
      }
      return all;
    });
    if (files) save(await zip(files), 'filled.zip');
  }
}

/** The marks, wider by so many pixels. @param {Mask} mask @param {number} by */
function grown(mask, by) {
  if (by === 0) return mask.context.getImageData(0, 0, mask.canvas.width, mask.canvas.height).data;
  const canvas = new OffscreenCanvas(mask.canvas.width, mask.canvas.height);
  const context = canvas.getContext('2d');
  for (let y = -by; y <= by; y++) for (const x of [-by, 0, by]) context.drawImage(mask.canvas, x, y);
  for (let x = -by; x <= by; x++) for (const y of [-by, 0, by]) context.drawImage(mask.canvas, x, y);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

customElements.define('fill-task', FillTask);
