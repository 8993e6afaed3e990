import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** How a steward decides: three commands. Names appear in the file that is written, never on this page. */
export function decidePart({t}: Context): Html {
  const step = (what: string, command: string) =>
    html`<dt>${what}</dt>
      <dd><code>${command}</code></dd>`;
  return html`<dl class="commands">
    ${step(t("Write the queue with names, as CSV", "导出待复核清单（含姓名）为 CSV"), "perennial identity --review review.csv")}
    ${step(
      t("Fill in same, different or unsure; read it back", "填写 same、different 或 unsure 后读回"),
      "perennial identity --decide review.csv"
    )}
    ${step(t("Take the last decisions back", "撤销最近一批决定"), "perennial identity --undo")}
  </dl>`;
}
