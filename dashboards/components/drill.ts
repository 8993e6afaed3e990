import {html, type Content, type Html} from "./html.ts";

/** The chosen cell in one sentence, and the way to its customers. */
export interface Drill {
  sentence: Content;
  /** A second line in grey. */
  aside?: Content;
  /** List button, CSV button. */
  actions?: Content;
  id?: string;
}

/** The strip under a grid; a change of its sentence is announced. */
export const drill = ({sentence, aside, actions, id = "drill"}: Drill): Html =>
  html`<div class="drill" id="${id}">
    <p role="status">${sentence}${aside && html`<br /><span class="muted">${aside}</span>`}</p>
    <div class="drill-actions">${actions}</div>
  </div>`;
