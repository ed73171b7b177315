import { el, button, icon } from './dom.js';

const EXAMPLES = new URL('../examples/', import.meta.url);
/** Of pictures that browsers know no media type for; the service reads them. */
const ENDINGS = ['.tif', '.tiff', '.psd', '.psb', '.hdr', '.pnm', '.ppm', '.pgm', '.pbm', '.pam', '.pfm'];
const ACCEPT = ['image/*', ...ENDINGS].join(',');
const UPLOAD = 'M12 16V4m0 0L7 9m5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3';

/** @typedef {{file: string, words: string, mask?: string}} Example its mask for filling */

/** Where pictures come from when there are none yet: dropped, chosen, pasted, or an example. */
export class PictureSource extends HTMLElement {
  /**
   * @param {{title: string, hint: string, examples: Example[]}} options
   * @param {import('./pictures.js').Workspace} workspace
   */
  show({ title, hint, examples }, workspace) {
    this.replaceChildren(
      el('div', { class: 'welcome' },
        el('h1', {}, title),
        el('p', { class: 'lead' }, hint),
        el('div', { class: 'dropzone' },
          icon(UPLOAD),
          button('Choose pictures', () => choose((files) => workspace.add(files)), { class: 'primary large' }),
          el('p', { class: 'quiet for-mouse' }, 'or drop them here, or paste one'),
          el('p', { class: 'quiet for-touch' }, 'from your photos, or take one now')),
        el('p', { class: 'examples-title', id: 'examples-title' }, 'No picture at hand? Try one of these.'),
        el('div', { class: 'examples', role: 'group', 'aria-labelledby': 'examples-title' },
          ...examples.map((example) => button([
            preview(example), el('span', {}, example.words)], () => takeExample(example, workspace), { class: 'example', 'data-example': example.file }))),
        el('p', { class: 'quiet small' }, 'Pictures go to this service and nowhere else. It keeps none.')));
  }
}

/** A small copy of an example. @param {Example} example */
export function preview(example) {
  const file = new URL(`thumbs/${example.file.replace(/\.\w+$/, '.jpg')}`, EXAMPLES);
  return el('img', { src: file.href, alt: '', width: 176, height: 132, loading: 'lazy' });
}

/** @param {Example} example @param {import('./pictures.js').Workspace} workspace */
export async function takeExample(example, workspace) {
  const file = await fetched(example.file);
  if (example.mask) workspace.nextMask = await fetched(example.mask);
  await workspace.add([file]);
}

/** @param {string} name */
async function fetched(name) {
  const reply = await fetch(new URL(name, EXAMPLES));
  return new File([await reply.blob()], name);
}

const chooser = el('input', { type: 'file', hidden: true, class: 'chooser', 'aria-label': 'Pictures' });

/** Opens the file dialogue. @param {(files: File[]) => void} take @param {{multiple?: boolean, accept?: string}} [options] */
export function choose(take, { multiple = true, accept = ACCEPT } = {}) {
  open({ multiple, accept, webkitdirectory: false, onchange: () => take([...chooser.files]) });
}

/** Opens the dialogue for a folder. @param {(files: File[]) => void} take what looks like pictures in it */
export function chooseFolder(take) {
  open({ multiple: true, accept: '', webkitdirectory: true, onchange: () => take([...chooser.files].filter(isPicture)) });
}

function open(how) {
  document.body.append(chooser);
  Object.assign(chooser, { value: '', ...how });
  chooser.click();
}

/** @param {File} file */
function isPicture({ type, name }) {
  return type.startsWith('image/') || ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Takes pictures that are dropped anywhere on the page, or pasted. @param {import('./pictures.js').Workspace} workspace */
export function takeDropsAndPastes(workspace) {
  const carriesFiles = (event) => [...event.dataTransfer?.types ?? []].includes('Files');
  let depth = 0;
  const mark = () => document.body.classList.toggle('dropping', depth > 0);
  document.addEventListener('dragenter', (event) => { if (carriesFiles(event)) { depth += 1; mark(); } });
  document.addEventListener('dragleave', (event) => { if (carriesFiles(event)) { depth = Math.max(0, depth - 1); mark(); } });
  document.addEventListener('dragover', (event) => { if (carriesFiles(event)) event.preventDefault(); });
  document.addEventListener('drop', (event) => {
    depth = 0;
    mark();
    if (!carriesFiles(event)) return;
    event.preventDefault();
    filesOf(event.dataTransfer).then((files) => workspace.add(files));
  });
  document.addEventListener('paste', (event) => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length > 0) workspace.add(files);
  });
}

/** Everything that is dropped, folders with all that is in them. @param {DataTransfer} carried @returns {Promise<File[]>} */
async function filesOf(carried) {
  const entries = [...carried.items].map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return [...carried.files];
  return (await Promise.all(entries.filter(Boolean).map(filesUnder))).flat().filter(isPicture);
}

/** @param {any} entry of the browser's file system @returns {Promise<File[]>} */
async function filesUnder(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const files = [];
  for (;;) { // some at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return files;
    for (const one of some) files.push(...await filesUnder(one));
  }
}

customElements.define('picture-source', PictureSource);
