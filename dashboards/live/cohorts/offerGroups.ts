import {html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {groupName} from "../../pages/cohorts/groups.ts";
import type {View} from "../../pages/cohorts/view.ts";

/** Offers the groups of the chosen dimension; nothing where no dimension is chosen. */
export function offerGroups({by, group}: View, names: readonly string[], locale: Locale): void {
  const host = document.querySelector<HTMLElement>("[data-groups]");
  const control = host?.querySelector("select");
  if (!host || !control) return;
  host.hidden = by === "all";
  const options = names.map((name) => html`<option value="${name}">${groupName(name, locale)}</option>`);
  control.innerHTML = String(
    html`<option value="">${locale.t("Each, all cohorts", "各组，全部同期群")}</option>
      ${options}`
  );
  control.value = group;
}
