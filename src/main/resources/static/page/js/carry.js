import { cleanedFile } from './cleaning.js';
import { button, el } from './dom.js';
import { typeOf } from './download.js';
import { Picture } from './pictures.js';
import './work.js';

/**
 * Makes the cleaned picture one that can be worked on, beside the one that it came from, and looks at it.
 *
 * @param {import('./pictures.js').Workspace} workspace @param {Picture} picture that was cleaned @param {WorkNote} work
 * @param {() => void} [before] called when it is ready, before it is looked at
 */
export async function carryCleaned(workspace, picture, work, before = () => {}) {
  const result = picture.results.get('clean');
  const made = await work.run('Getting the cleaned picture', async (progress) => {
    const file = await cleanedFile(picture, result, 'image/png', progress);
    return Picture.made(picture, file, `${picture.stem}-clean.png`, { format: typeOf(result.report), cleaned: true });
  });
  if (!made) return;
  before();
  workspace.addBeside(picture, made);
}

/** Says in another task that the picture was cleaned, and offers to go on with that. */
export class CarryNote extends HTMLElement {
  /** @param {import('./pictures.js').Workspace} workspace @param {Picture} picture that the task works on */
  show(workspace, picture) {
    const result = picture?.results.get('clean');
    const done = workspace.pictures.some((one) => one.origin === picture && one.cleaned);
    this.hidden = !result || done || result.report.pipeline.includes('untouched');
    if (this.hidden) return;
    const work = el('work-note');
    this.replaceChildren(el('p', {}, 'You cleaned this picture. Here it is still as it came.'),
      button('Go on with the cleaned picture', () => carryCleaned(workspace, picture, work)), work);
  }
}

customElements.define('carry-note', CarryNote);
