import { canvasOf, pixelsOf } from './blend.js';
import './carry.js';
import { Delivery } from './delivery.js';
import { button, el, fold, select, slider } from './dom.js';
import { accepted, ending, save, typeOf } from './download.js';
import { fill, filledFile, unchanged } from './filling.js';
import { Mask, maskOfAlpha } from './mask.js';
import './mask-editor.js';
import { counted, percent } from './numbers.js';
import { Picture, drawn } from './pictures.js';
import './slider.js';
import { choose } from './source.js';
import { figures, networkWords, said, took } from './words.js';
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

  options = { method: 'auto', grow: 0, feather: 0 };
  /** @type {WeakMap<Picture, Mask>} */
  masks = new WeakMap();

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.editor = el('mask-editor');
    this.editor.build();
    this.viewer = el('before-after', { hidden: true });
    this.viewer.build();
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.fill());
    this.words = el('div', {});
    this.others = el('div', { class: 'others' });
    this.coverage = el('p', { class: 'quiet', role: 'status' });
    this.note = el('carry-note', { hidden: true });
    this.delivery = new Delivery({ download: () => this.download(), all: () => this.all(), allWords: 'All that are filled, as ZIP' });
    this.viewer.bar.beside(this.delivery.element);
    this.stage = el('div', { class: 'stage' }, this.editor, this.viewer);
    const panel = el('aside', { class: 'panel', 'aria-label': 'Filling' }, this.note, this.work);
    this.append(this.stage, panel);
    this.fillButton = button('Fill', () => this.fill(), { class: 'primary large' });
    this.drawing = el('div', { class: 'stack' },
      el('div', {}, el('h2', {}, 'Paint over what should go'), el('p', { class: 'quiet' }, 'To remove a thing, paint over its shadow too.'), this.coverage),
      this.fillButton, this.editor.brush.element,
      fold('The mask',
        el('div', { class: 'row' }, button('Load…', () => this.load()), button('Save', () => this.saveMask()),
          this.alphaButton = button('From transparency', () => this.fromAlpha()), button('Clear', () => this.editor.add({ tool: 'clear' }))),
        slider({ label: 'Grow', min: 0, max: 50, step: 1, value: 0, words: (value) => `${value} px`, oninput: (grow) => { this.options.grow = grow; } }).element,
        slider({ label: 'Feather', min: 0, max: 50, step: 1, value: 0, words: (value) => `${value} px`, oninput: (feather) => { this.options.feather = feather; } }).element),
      fold('Method', this.methods().element));
    this.done = el('div', { class: 'stack', hidden: true }, this.words,
      fold('Compare methods', el('p', { class: 'quiet small' }, 'Runs every method on the same mask. Choose the one you like.'),
        button('Run all', () => this.compare()), this.others));
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
    this.note.show(this.workspace, picture);
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
    this.workspace.forget(this.shown, 'fill');
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
    const result = await this.work.run('Filling', (progress) => this.ask(picture, this.options.method, progress));
    if (!result) return;
    this.others.replaceChildren();
    this.keep(picture, result);
  }

  async ask(picture, method, progress) {
    return fill(picture, await this.masks.get(picture).file(), { ...this.options, method }, progress);
  }

  /** Shows a new result, all of it. @param {Picture} picture @param {import('./filling.js').Filled} result */
  keep(picture, result) {
    this.workspace.keep(picture, 'fill', result);
    if (this.workspace.selected !== picture) return;
    this.viewer.set(0);
    this.present(picture, result);
  }

  /** @param {Picture} picture @param {import('./filling.js').Filled} result */
  present(picture, result) {
    this.result = result;
    this.delivery.several = this.workspace.pictures.filter((one) => one.results.has('fill')).length > 1;
    this.side('viewer');
    const after = canvasOf(result.after);
    this.viewer.show(drawn(picture.bitmap), after, picture.width, picture.height);
    const { same, other, veil } = unchanged(pixelsOf(picture.bitmap), result.after, grown(this.masks.get(picture), result.query.grow || 0));
    const outside = other === 0 ? `All ${counted(same, 'pixel')} outside the mask are exactly as they were.`
      : `${counted(other, 'pixel')} outside the mask changed: the preview of this file is not exact, the download is.`;
    this.words.replaceChildren(said([`Filled ${percent(result.report.parameters.coverage)} of the picture.`, outside,
      `Filled by ${networkWords(result.report.model)}.`, took(result.report)], result.report),
    el('div', { class: 'row after' }, button('Undo the fill', () => this.draw()), button('Keep it and paint more', () => this.goOn())),
    el('label', { class: 'check' }, el('input', { type: 'checkbox',
      onchange: ({ target }) => after.parentElement.replaceChildren(after, ...(target.checked ? [canvasOf(veil)] : [])) }), 'Darken what is unchanged'),
    figures(result.report));
  }

  /** The result takes the picture's place, with an empty mask. */
  async goOn() {
    const { shown, result } = this;
    this.workspace.replace(shown, await Picture.made(shown, result.blob, `${shown.stem}.png`, { format: typeOf(result.report) }));
  }

  async compare() {
    const picture = this.shown;
    this.others.replaceChildren();
    const methods = METHODS.slice(1);
    await this.work.run('Comparing', async (progress) => {
      for (const [i, [method, words]] of methods.entries()) {
        const name = words.split(':')[0];
        progress.say(`${name}, ${i + 1} of ${methods.length}`);
        const result = await this.ask(picture, method, progress);
        if (this.shown !== picture) return;
        this.others.append(button([canvasOf(result.after), el('span', {}, name)], () => this.keep(picture, result), { class: 'other' }));
        progress.ondone((i + 1) / methods.length);
      }
    });
  }

  async download() {
    const { shown, result } = this;
    const blob = await this.work.run('Writing', (progress) => filledFile(shown, result, accepted(this.delivery.format, shown), progress));
    if (blob) save(blob, `${shown.stem}-filled.${ending(blob.type)}`);
  }

  async all() {
    const done = this.workspace.pictures.filter((one) => one.results.has('fill'));
    const files = await this.work.run('Writing', async (progress) => {
      const all = [];
      for (const picture of done) {
        const blob = await filledFile(picture, picture.results.get('fill'), accepted(this.delivery.format, picture), progress);
        all.push({ name: `${picture.stem}-filled.${ending(blob.type)}`, blob });
        progress.ondone(all.length / done.length);
      }
      return all;
    });
    if (files) save(await zip(files), 'filled.zip');
  }
}

/** The marks, wider by so many pixels on all sides. @param {Mask} mask @param {number} by */
function grown(mask, by) {
  const { width, height } = mask.canvas;
  const across = smeared(mask.canvas, by, 0);
  const context = smeared(across.canvas, 0, by);
  return context.getImageData(0, 0, width, height).data;
}

/** @param {CanvasImageSource} marks @param {number} dx @param {number} dy how far along each axis, one of them 0 */
function smeared(marks, dx, dy) {
  const context = new OffscreenCanvas(marks.width, marks.height).getContext('2d');
  const by = Math.max(dx, dy);
  for (let i = -by; i <= by; i++) context.drawImage(marks, i * Math.sign(dx), i * Math.sign(dy));
  return context;
}

customElements.define('fill-task', FillTask);
