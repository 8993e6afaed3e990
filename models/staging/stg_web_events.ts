import {webEvents} from "../../ingest/contracts/webEvents.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * What visitors had done by as_of, one row per delivered event.
 *
 * Logs overlap: of the events of a visitor at an instant, those of the latest load count.
 */
export const stgWebEvents = model({
  name: "stg_web_events",
  title: {en: "Events of website and app, one row per delivered event.", zh: "网站与应用事件，每次交付的事件一行。"},
  ...staged(webEvents, {days: ["happened_at"]})
});
