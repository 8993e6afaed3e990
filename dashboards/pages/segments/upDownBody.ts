import {barRows} from "../../components/barRows.ts";
import {html, type Html} from "../../components/html.ts";
import type {Tone} from "../../components/tone.ts";
import type {Locale} from "../../format/locale.ts";
import {stateName} from "./movesTable.ts";
import type {UpDown} from "./upDown.ts";

/** What the panel of ups and downs is drawn from: counts, and the largest moves each way. */
export interface UpDownData extends UpDown {
  up: readonly (readonly [from: string, to: string, customers: number])[];
  down: readonly (readonly [from: string, to: string, customers: number])[];
}

/** Bars of how many moved which way, and the largest moves up and down. */
export function upDownBody({counts, isRounded, up, down}: UpDownData, locale: Locale): Html {
  const {t, f} = locale;
  const names: [keyof typeof counts, string, Tone][] = [
    ["up", t("Moved up", "上升"), "good"],
    ["stayed", t("Stayed", "未变"), "ctx"],
    ["level", t("Moved level", "平移"), "ctx"],
    ["down", t("Moved down", "下降"), "bad"],
    ["new", t("New customers", "新客户"), "c1"],
    ["returned", t("Came back", "回归"), "c1"],
    ["gone", t("No order since", "不再有订单"), "c7"]
  ];
  const rows = names
    .filter(([way]) => counts[way] > 0)
    .map(([way, name, tone]) => ({
      name,
      to: counts[way],
      tone,
      text: isRounded ? t(`about ${f.count(counts[way])}`, `约 ${f.count(counts[way])}`) : f.count(counts[way])
    }));
  const list = (title: string, moves: UpDownData["up"]) =>
    moves.length > 0 &&
    html`<p class="note">
      <b>${title}</b> ${moves.map(
        ([from, to, customers], i) =>
          html`${i > 0 && " · "}${stateName(from, locale)} → ${stateName(to, locale)} ${f.count(customers)}`
      )}
    </p>`;
  return html`${barRows({label: t("Customers by direction", "按方向的客户数"), rows, nameWidth: "104px"})}${list(
    t("Largest up:", "主要上升："),
    up
  )}${list(t("Largest down:", "主要下降："), down)}`;
}
