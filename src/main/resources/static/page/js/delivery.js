import { button, el } from './dom.js';
import { FORMATS } from './download.js';

/** What is taken away from a task, right under the result: a download, its format where there is a choice, and all results as a ZIP. */
export class Delivery {
  format = 'same';

  /** @param {{download: () => void, all?: () => void, allWords?: string, formats?: boolean}} options */
  constructor({ download, all, allWords = 'All as ZIP', formats = true }) {
    this.choice = formats && el('select', { 'aria-label': 'Format', onchange: (event) => { this.format = event.target.value; } },
      ...FORMATS.map(([value, words]) => el('option', { value }, words)));
    this.button = button('Download', download, { class: 'primary' });
    this.allButton = button(allWords, all ?? (() => {}), { class: 'secondary', hidden: true });
    this.element = el('div', { class: 'delivery', role: 'group', 'aria-label': 'Download' }, this.choice, this.allButton, this.button);
  }

  /** Whether there is something to take. */
  set ready(yes) {
    this.button.disabled = !yes;
  }

  /** Whether several results can be taken at once. */
  set several(yes) {
    this.allButton.hidden = !yes;
  }
}
