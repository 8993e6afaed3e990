import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {voice} from "../glossary/terms/voice.ts";

/** On paper only: what the terms of the report mean. */
export const readingPanel = ({t, lang}: Context): Html =>
  panel({
    title: t("How to read this report", "如何阅读本报告"),
    onlyPrint: true,
    body: facts(
      voice.terms
        .filter(({id}) => ["nps", "csat", "driver", "theme", "sentiment"].includes(id))
        .map(({term, text}) => [term[lang], text[lang]]),
      {left: true}
    )
  });
