import { html } from 'lit';

/** Drawn for a box of 20, stroke 1.5, round caps. */
const PATHS = {
  pen: 'M3 17l1-4.2L13.6 3.2a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L7.2 16 3 17ZM12 5l3 3',
  search: 'M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6ZM13 13l4 4',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  send: 'M3.5 10h12M10.5 4.5 16 10l-5.5 5.5',
  back: 'M16.5 10h-12M9.5 4.5 4 10l5.5 5.5',
  down: 'M10 3.5v12M4.5 10.5 10 16l5.5-5.5',
  copy: 'M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7Z',
  check: 'M4 10.5 8.2 15 16 5.5',
  close: 'M5 5l10 10M15 5 5 15',
  reply: 'M8.5 5 3.5 10l5 5M4 10h7.5a5 5 0 0 1 5 5v.5',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 11.8a3.6 3.6 0 0 0 6 0M7.7 8h.01M12.3 8h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.2v4.3M10 6.6h.01',
  pin: 'M7 3h6M8 3v5l-2.5 3.5h9L12 8V3M10 11.5V17',
  mute: 'M3 3l14 14M8.2 16a2 2 0 0 0 3.6 0M6 8v3l-1.5 2.5H13M7.3 5A4 4 0 0 1 14 8v2.5',
  archive: 'M3 4h14v3.5H3ZM4.5 7.5V16h11V7.5M8 10.5h4',
  unread: 'M3 5.5h9M3 5.5V15h14V9.5M3 5.5l7 5 2.5-1.8M16 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  retry: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  trash: 'M4 5.5h12M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5.5 5.5l.7 10A1.5 1.5 0 0 0 7.7 17h4.6a1.5 1.5 0 0 0 1.5-1.5l.7-10',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  keys: 'M3.5 5h13A1.5 1.5 0 0 1 18 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 2 13.5v-7A1.5 1.5 0 0 1 3.5 5ZM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 12h6',
  next: 'M8 5l5 5-5 5',
  person: 'M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17a6.5 6.5 0 0 1 13 0',
  eye: 'M1.8 10S4.7 4.8 10 4.8 18.2 10 18.2 10 15.3 15.2 10 15.2 1.8 10 1.8 10ZM10 12.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Z',
  devices: 'M3.5 4.5h10A1.5 1.5 0 0 1 15 6v1.5M2 13h8M3 13V5.5M12.5 8.5h4a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1ZM14.5 15h.01',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10.5 10H18M15 10v3M18 10v2',
  block: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5 5l10 10',
  leave: 'M8 3.5H5A1.5 1.5 0 0 0 3.5 5v10A1.5 1.5 0 0 0 5 16.5h3M8 10h9M13.5 6.5 17 10l-3.5 3.5',
};

/**
 * @param {keyof typeof PATHS} name
 * @param {string} [classes] `flips` for arrows that follow the direction of reading
 */
export const icon = (name, classes = '') => html`<svg class=${classes} viewBox="0 0 20 20" width="20" height="20" fill="none"
  stroke="currentColor" stroke-width=${name === 'more' ? 2.5 : 1.5} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  ><path d=${PATHS[name]}></path></svg>`;
