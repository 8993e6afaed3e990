import type {Tone} from "../../components/tone.ts";
import type {Locale} from "../../format/locale.ts";
import {stageName} from "../customers/words.ts";
import type {Origin, Stage} from "./rows.ts";

/** Stages of customers with an order, in the order of every picture: from the nearest to the farthest. */
export const buyers = ["loyal", "active", "reactivated", "new", "slipping", "dormant", "lost"] as const;

/** Those of them whose silence is still usual. */
export const inRhythm = ["loyal", "active", "reactivated", "new"] as const;

/** All stages, in the order of every table. */
export const ordered: readonly Stage[] = [...buyers, "prospect"];

/** Where customers may come from, in the order of every table. */
export const origins: readonly Origin[] = [...ordered, "not_known", "undated"];

/** Ordered states take steps of one ramp, those out of rhythm hues of their own. */
export const toneOf: Record<Stage, Tone> = {
  loyal: "r7",
  active: "r6",
  reactivated: "r5",
  new: "r4",
  slipping: "c2",
  dormant: "c7",
  lost: "c4",
  prospect: "ctx"
};

/** A row of a table of moves: where customers came from, those without an order before together where they are few apart. */
export type Before = Origin | "no_order";

/** The name of a stage, or of where somebody was before they had one. */
export const originName = (origin: Before, {t}: Pick<Locale, "t">): string =>
  origin === "not_known"
    ? t("Not known yet", "尚未记录")
    : origin === "undated"
      ? t("No date", "无日期")
      : origin === "no_order"
        ? t("No order before", "此前无订单")
        : stageName(origin, t);
