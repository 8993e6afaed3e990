import {html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import type {Manifest} from "../../pages/customers/shape.ts";

/** Offers the words of this company in the filters that only know "All", and the filter of parties where there are both. */
export function offerWords(
  root: ParentNode,
  {words, has}: Manifest,
  values: Record<string, string>,
  {t}: Locale
): void {
  for (const [name, known] of Object.entries(words)) {
    const control = root.querySelector<HTMLSelectElement>(`select[data-filter=${name}]`);
    if (!control) continue;
    const options = known.map((word) => html`<option>${word}</option>`);
    control.innerHTML = String(
      html`<option value="">${t("All", "全部")}</option>
        ${options}`
    );
    control.value = values[name] ?? "";
  }
  root.querySelector<HTMLElement>("[data-parties]")?.toggleAttribute("hidden", !has.organisations);
}
