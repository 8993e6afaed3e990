import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** The way back from a page below voice of customer. */
export const backLink = ({t, href}: Context): Html =>
  html`<a href="${href("/voice")}">← ${t("Voice of customer", "客户之声")}</a>`;
