import { button, el } from './dom.js';

/**
 * Asks for the API key.
 *
 * @param {boolean} wrong whether one was sent and refused
 * @returns {Promise<string|null>} null where the person gives none
 */
export function askForKey(wrong) {
  return new Promise((resolve) => {
    const input = el('input', { type: 'password', id: 'api-key', autocomplete: 'off', required: true });
    const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'key-title' },
      el('form', { method: 'dialog', onsubmit: () => dialog.close(input.value.trim()) },
        el('h2', { id: 'key-title' }, wrong ? 'This key is not known' : 'This service wants an API key'),
        el('p', {}, 'Whoever runs the service has it. It is kept for this tab only.'),
        el('label', { for: 'api-key' }, 'API key'), input,
        el('div', { class: 'actions' }, button('Cancel', () => dialog.close(''), { class: 'secondary' }),
          el('button', { class: 'primary' }, 'Continue'))));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue || null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
