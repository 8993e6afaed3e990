import {martKano} from "../../../models/marts/mart_kano.ts";
import {page} from "../../page.ts";
import {body} from "./kano/body.ts";
import {viewsOf, type KanoView} from "./kano/features.ts";
import type {Lang} from "../../format/lang.ts";

const question = {en: "Which features delight, which are musts?", zh: "哪些功能带来惊喜，哪些必不可少？"};

/** What the browser code of the page starts with. */
export interface KanoStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  views: KanoView[];
}

/** Kano: what customers take for granted, what they measure us by, what would delight them. */
export const voiceKano = page({
  path: "/voice/kano",
  label: {en: "Kano", zh: "Kano 需求"},
  question,
  marts: [martKano],
  render: ({mart_kano: rows}, c) => body(question[c.lang], rows, c),
  live: {
    module: "kano",
    data: ({mart_kano: rows}, c): KanoStart => ({
      lang: c.lang,
      currency: c.currency,
      asOf: c.f.iso(c.asOf),
      views: viewsOf(rows, c.minCell)
    })
  }
});
