import {button} from "../../components/button.ts";
import {failed} from "../../components/states.ts";
import type {Locale} from "../../format/locale.ts";
import {profile, unknownProfile} from "../../pages/customers/profile/profile.ts";
import {story, type Shown} from "../../pages/customers/profile/story.ts";
import {eventsOf, type View} from "../../pages/customers/profile/view.ts";
import type {Manifest, ProfileShard} from "../../pages/customers/shape.ts";
import {csv, csvName} from "../csv.ts";
import {download} from "../download.ts";
import {json} from "./addresses.ts";
import {find, shardOf} from "./lookup.ts";

/** How many events are shown at first, and how many more on demand. */
const PAGE = 50;

/** What the profile is drawn with. */
export interface Surroundings {
  manifest: Manifest;
  asOf: string;
  buyers: number;
  locale: Locale;
}

/** Fetches a customer; returns how to draw them. What went wrong becomes a named state. */
export async function drawProfile(
  key: string,
  shown: Shown,
  around: Surroundings
): Promise<(root: HTMLElement) => void> {
  const {manifest, asOf, buyers, locale} = around;
  const {t} = locale;
  try {
    const file = shardOf(manifest.profiles, key);
    const found = file === null ? {near: []} : find(await json<ProfileShard>(file), key);
    if ("near" in found) {
      const unknown = String(unknownProfile(key, found.near, locale));
      return (root) => (root.innerHTML = unknown);
    }
    const day = new Date(asOf);
    const {has} = manifest;
    const view: View = {profile: found.profile, events: eventsOf(found.profile, day), asOf: day, buyers, has};
    return (root) => {
      const isSame = root.querySelector("h1")?.textContent === key;
      if (isSame) root.querySelector("[data-story]")!.innerHTML = String(story(view, shown, PAGE, locale));
      else root.innerHTML = String(profile(view, shown, PAGE, locale));
      listen(root, view, shown, around);
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const retry = button({text: t("Try again", "重试"), href: location.href});
    const state = String(failed({title: t("This customer could not be loaded", "客户档案无法载入"), cause, retry}));
    return (root) => (root.innerHTML = state);
  }
}

/** Earlier events and the take-away. */
function listen(root: HTMLElement, view: View, shown: Shown, {asOf, locale}: Surroundings): void {
  let most = PAGE;
  root.onclick = (event) => {
    const action = (event.target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "csv") download(csvName(view.profile.key, asOf), eventsCsv(view, asOf));
    if (action !== "earlier") return;
    const place = root.querySelectorAll(".event").length;
    most += PAGE;
    root.querySelector("[data-story]")!.innerHTML = String(story(view, shown, most, locale));
    const next = root.querySelectorAll<HTMLElement>(".event")[place];
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  };
}

/** All events of a customer, newest first. */
export const eventsCsv = ({profile, events}: View, asOf: string): string =>
  csv(
    ["customer_id", "event_on", "kind", "reference", "amount", "score", "detail", "as_of"],
    events.map(({at, kind, reference, amount, score, detail}) => [
      profile.key,
      at.toISOString().slice(0, 10),
      kind,
      reference,
      amount,
      score,
      detail,
      asOf
    ])
  );
