import {html, raw, type Html} from "../components/html.ts";

const line = (path: string, box = 16, width = 1.3): Html =>
  html`<svg
    viewBox="0 0 ${box} ${box}"
    fill="none"
    stroke="currentColor"
    stroke-width="${width}"
    stroke-linecap="round"
    aria-hidden="true"
    focusable="false"
  >
    ${raw(path)}
  </svg>`;

/** Drawn by hand on a grid of 16 (the leaf on 24); each takes the colour of its text. */
export const icon = {
  leaf: line(
    '<path d="M12 21.5V10M12 10.5C12 6 8.5 3.5 4 3.5c0 4.5 3 7.5 8 7M12 15.5c0-4 3-6.5 8-6.5 0 4.5-3.5 7-8 6.5"/>',
    24,
    1.8
  ),
  menu: line('<path d="M2 4h12M2 8h12M2 12h12"/>', 16, 1.5),
  find: line('<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>', 16, 1.5),
  theme: line('<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none"/>'),
  print: line('<path d="M4.5 5.5v-4h7v4M4.5 11.5h-2v-6h11v6h-2M4.5 9.5h7v5h-7z"/>'),
  down: line('<path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11"/>')
};

export type IconName = keyof typeof icon;
