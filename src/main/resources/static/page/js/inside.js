import { allModels, json } from './api.js';
import './calculator.js';
import './carry.js';
import './code-sliders.js';
import { button, el } from './dom.js';
import './layer-maps.js';
import { counted, number } from './numbers.js';
import { choose } from './source.js';
import { networkWords } from './words.js';
import './work.js';

/** What networks do, in the order in which they are listed. */
const GROUPS = [['denoise', 'Clean pictures'], ['fill', 'Fill holes'], ['anomaly', 'Inspect'],
  ['autoencode', 'Compress: with a code that can be played with'], ['regress', 'Measure']];

/** What people call the networks of the course. @type {Record<string, string>} */
const COURSE = {
  'gaussians-width': 'GausNet: the width of a blob', 'gaussians-dense': 'Blobs, dense', 'gaussians-tied': 'Blobs, dense, tied weights',
  'gaussians-convolutional': 'Blobs, convolutional', 'gaussians-denoise': 'Blobs under noise', 'gaussians-bars': 'Blobs behind bars',
  'fashion-mnist-dense': 'Clothes, dense', 'fashion-mnist-max': 'Clothes, max pooling', 'fashion-mnist-mean': 'Clothes, mean pooling',
  'fashion-mnist-stride': 'Clothes, strides', 'fashion-mnist-denoise': 'Clothes under noise', 'fashion-mnist-occlusion': 'Clothes behind bars',
  'signals-denoise': 'Signals under noise',
};

/** A network from inside: its layers, what they make of the picture, its code, and how sizes come about. */
export class InsideTask extends HTMLElement {
  static welcome = { title: 'Look inside', examples: [] };

  /** There is something to see without a picture. */
  static always = true;

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.classList.add('wide');
    this.workspace = workspace;
    this.work = el('work-note');
    this.picker = el('div', { class: 'picker' });
    this.summary = el('p', { class: 'lead' });
    this.table = el('div', { class: 'scroll tall' });
    this.maps = el('layer-maps');
    this.note = el('carry-note', { hidden: true });
    this.code = el('code-sliders');
    this.codePart = el('section', { class: 'card', hidden: true }, el('h2', {}, 'The code, as sliders'), this.code);
    this.hint = el('div', { class: 'hint' }, el('p', {}, 'Choose a picture to see what each layer makes of it.'),
      el('div', { class: 'row' }, button('Choose a picture', () => choose((files) => workspace.add(files), { multiple: false }), { class: 'primary' }),
        button('Draw one', () => drawnPicture().then((file) => workspace.add([file])))));
    this.append(
      el('div', { class: 'intro' }, el('h1', {}, 'Look inside'), this.picker, this.summary, this.work),
      el('section', { class: 'card' }, el('h2', {}, 'Layers'), this.table),
      el('section', { class: 'card' }, el('h2', {}, 'What a layer makes of your picture'), this.note, this.hint, this.maps),
      this.codePart,
      el('section', { class: 'card' }, el('h2', {}, 'How sizes come about'), el('size-calculator')));
    this.offerModels();
  }

  async offerModels() {
    const models = await this.work.run('Asking for the models', () => allModels());
    if (!models) return;
    const ready = models.filter(({ status }) => status === 'ready');
    if (ready.length === 0) throw new Error('This service has no network that works.');
    const input = el('select', { id: 'network', onchange: () => this.open(input.value) }, ...GROUPS.map(([task, label]) =>
      el('optgroup', { label }, ...ready.filter((one) => one.task === task).map(({ name }) => el('option', { value: name }, optionWords(name))))));
    this.picker.replaceChildren(el('div', { class: 'field' }, el('label', { for: 'network' }, 'Network'), input));
    const quick = ready.find(({ name }) => name === 'denoise-color-fast') ?? ready[0];
    input.value = quick.name;
    await this.open(quick.name);
  }

  /** @param {string} name */
  async open(name) {
    const net = await this.work.run('Reading', (progress) => json('GET', `v1/models/${encodeURIComponent(name)}/layers`, progress));
    if (!net) return;
    this.net = net;
    const [rows, columns] = net.receptiveField;
    const sees = net.sides.includes('x') ? `takes pictures of ${net.sides.replace('x', ' × ')}` : `sees ${columns} × ${rows} pixels around each`;
    this.summary.textContent = `${counted(net.parameters, 'number')} learnt, ${adds(net.multiplyAddsPerPixel)} multiply-adds a pixel; it ${sees}. Choose a layer to see what it makes of the picture.`;
    this.layer = net.task === 'regress' ? net.layers.at(-1) : net.layers.find(({ formula }) => formula) ?? net.layers[0];
    this.drawTable();
    this.look();
  }

  drawTable() {
    const { net } = this;
    this.table.replaceChildren(el('table', { class: 'layers' },
      el('thead', {}, el('tr', {}, ...['Layer', 'Out', 'Height', 'Weights', 'Multiply-adds', 'Sees'].map((words, i) =>
        el('th', { scope: 'col', class: i === 0 || i === 2 ? '' : 'number' }, words)))),
      el('tbody', {},
        el('tr', {}, el('td', {}, 'input'), cell('Out', net.input.join(' × ')), ...[1, 2, 3, 4].map(() => el('td', {}))),
        ...net.layers.map((row) => this.row(row)))));
  }

  row(row) {
    const open = button(row.words, () => this.choose(row), { class: 'link', 'aria-pressed': String(row === this.layer), title: row.place });
    open.style.marginLeft = `${row.depth * 14}px`;
    return el('tr', { class: row === this.layer ? 'chosen' : '' }, el('td', {}, open), cell('Out', row.out.join(' × ')),
      el('td', {}, row.formula && el('code', {}, row.formula)), cell('Weights', row.parameters ? row.parameters.toLocaleString('en') : ''),
      cell('Multiply-adds', row.multiplyAdds ? row.multiplyAdds.toLocaleString('en') : ''),
      cell('Sees', [...new Set(row.receptiveField)].join(' × ')));
  }

  choose(row) {
    this.layer = row;
    this.drawTable();
    this.table.querySelector('[aria-pressed="true"]').focus({ preventScroll: true });
    this.look();
  }

  show() {
    this.note.show(this.workspace, this.workspace.selected);
    if (this.net && this.workspace.selected !== this.shown) this.look();
  }

  /** Maps and code of the picture that is there. */
  look() {
    const picture = this.workspace.selected;
    this.shown = picture;
    this.hint.hidden = picture !== null;
    this.maps.hidden = picture === null;
    const coded = this.net.code !== undefined && this.net.task === 'autoencode';
    this.codePart.hidden = picture === null || !coded;
    if (picture === null) return;
    this.maps.show(this.net.model, this.layer, picture);
    const code = `${this.net.model} ${picture.name}`;
    if (coded && this.coded !== code) this.code.show(this.net.model, picture);
    this.coded = code;
  }
}

/** @param {number} count */
function adds(count) {
  return count < 1000 ? number(count, 0) : `${number(count / 1000, 1)} thousand`;
}

/** What people call it, then the name that commands and requests use. @param {string} name */
function optionWords(name) {
  const words = COURSE[name] ?? networkWords(name).replace(/^the /, '');
  return words === name ? name : `${words[0].toUpperCase()}${words.slice(1)} (${name})`;
}

/** A number in the table; on narrow screens its label stands before it. @param {string} label @param {string} words */
function cell(label, words) {
  return el('td', { class: 'number', 'data-label': label }, words);
}

/** A bright blob on dark ground, such as GausNet measures. @returns {Promise<File>} */
async function drawnPicture() {
  const side = 128;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillRect(0, 0, side, side);
  const light = context.createRadialGradient(64, 60, 2, 64, 60, 44);
  light.addColorStop(0, '#fff');
  light.addColorStop(0.5, '#888');
  light.addColorStop(1, '#000');
  context.fillStyle = light;
  context.fillRect(0, 0, side, side);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'drawn.png', { type: 'image/png' });
}

customElements.define('inside-task', InsideTask);
