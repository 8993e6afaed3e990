import type {Lang} from "../format/lang.ts";
import {failed} from "../components/states.ts";
import {locale as localeOf} from "../format/locale.ts";
import type {Shown} from "../pages/customers/profile/happened.ts";
import type {Manifest} from "../pages/customers/shape.ts";
import {arrowTable} from "./arrow.ts";
import {csvName} from "./csv.ts";
import {dataFile, json} from "./customers/addresses.ts";
import {active, filterWords} from "./customers/chips.ts";
import {choosing, filterSpec, impossible, needsTrails, type ListFilters} from "./customers/filters.ts";
import {list, type List} from "./customers/list.ts";
import {loading} from "./customers/loading.ts";
import {isKey, normalKey} from "./customers/lookup.ts";
import {offerWords} from "./customers/openSets.ts";
import {progressWords} from "./customers/statusWords.ts";
import {cameFromList, followLinks} from "./customers/followLinks.ts";
import {takeAway} from "./customers/takeAway.ts";
import {loadTrails} from "./customers/trails.ts";
import {download} from "./download.ts";
import {bindFilters} from "./filters.ts";

/** What the page hands to its browser code. */
export interface Start {
  lang: Lang;
  currency: string;
  /** Day of as_of, ISO. */
  asOf: string;
  buyers: number;
  segments: string[];
}

/** Takes the customers page over: the list is loaded when it is looked at, a profile when it is asked for. */
export function start({lang, currency, asOf, buyers, segments}: Start): void {
  const locale = localeOf(lang, currency);
  const listView = document.querySelector<HTMLElement>("#list-view");
  const profileView = document.querySelector<HTMLElement>("#profile-view");
  if (!listView || !profileView) return;
  const {title} = document;
  const skeleton = profileView.innerHTML;
  const given = new URLSearchParams(location.search);
  const q = given.get("q") ?? "";
  if (!given.get("key") && isKey(q)) history.replaceState(null, "", `${location.pathname}?key=${normalKey(q)}`);

  const manifest = json<Manifest>("manifest.json", "no-cache");
  let opened: Promise<List> | undefined;
  let trails = (): Promise<void> => Promise.resolve();
  let filters: ListFilters | undefined;
  let current = "";
  let scrolled = 0;

  const listBox = () => listView.querySelector(".virtual");

  async function openList(): Promise<List> {
    const known = await manifest;
    offerWords(listView!, known, state.get(), locale);
    const fetchTable = (file: string) => arrowTable(dataFile(file));
    const shards = loading(known, fetchTable);
    await shards.more(1);
    trails = async () => {
      shards.base.trails ??= await loadTrails(known, fetchTable);
    };
    return list(shards, locale);
  }

  async function showProfile(key: string, shown: Shown): Promise<void> {
    const request = `${key} ${shown}`;
    if (request === current) return;
    if (!current.startsWith(`${key} `)) profileView!.innerHTML = skeleton;
    current = request;
    document.documentElement.dataset.view = "profile";
    if (listView!.isConnected) scrolled = listBox()?.scrollTop ?? 0;
    listView!.remove();
    const {drawProfile} = await import("./customers/profileView.ts");
    const drawn = await drawProfile(key, shown, {manifest: await manifest, asOf, buyers, locale});
    if (current !== request) return;
    drawn.draw(profileView!);
    document.title = `${drawn.key} · ${title}`;
    if (cameFromList()) document.querySelector<HTMLElement>("#content")?.focus({preventScroll: true});
  }

  async function showList(values: ListFilters, unknown: readonly string[]): Promise<void> {
    const left = current.split(" ")[0];
    current = "";
    filters = values;
    document.documentElement.dataset.view = "list";
    profileView!.replaceChildren();
    if (!listView!.isConnected) profileView!.after(listView!);
    document.title = title;
    opened ??= openList();
    const list = await opened;
    if (needsTrails(values)) await trails();
    if (filters === values) list.show(values, unknown);
    if (!left) return;
    listBox()?.scrollTo({top: scrolled});
    requestAnimationFrame(() =>
      listView!.querySelector<HTMLElement>(`[data-key="${CSS.escape(left)}"]`)?.focus({preventScroll: true})
    );
  }

  async function changed(values: ListFilters, unknown: readonly string[]): Promise<void> {
    const wrong = impossible(values);
    const kept = {...values, ...Object.fromEntries(wrong.map((name) => [name, ""]))};
    try {
      if (values.key) await showProfile(normalKey(values.key), values.events as Shown);
      else await showList(kept, [...unknown, ...wrong]);
    } catch (error) {
      opened = undefined;
      notLoaded(error);
    }
  }

  function notLoaded(error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    const text = locale.t("Customers could not be loaded", "客户数据无法载入");
    (document.querySelector("[data-list-note]") ?? profileView!).innerHTML = String(failed({title: text, cause}));
  }

  async function takeAll(): Promise<void> {
    const list = await opened!;
    const words = filters ? active(filters).map((name) => filterWords(name, filters!, locale)) : [];
    const filter = words.join("; ") || locale.t("all customers", "全部客户");
    const rows = await list.all();
    const progress = listView!.querySelector("[data-list-progress]")!;
    try {
      const pieces = await takeAway(
        await manifest,
        (file) => json<string[]>(file),
        rows,
        {asOf, filter},
        (done, of) => {
          progress.textContent = progressWords(Math.floor((rows.length * done) / of), rows.length, locale);
        }
      );
      download(csvName("customers", asOf), new Blob(pieces));
    } catch (error) {
      notLoaded(error);
    }
    progress.textContent = "";
  }

  const state = bindFilters(filterSpec(segments), (values, unknown) => void changed(values, unknown));
  listView.addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "csv" && opened) void takeAll();
    if (action === "clear") state.set(Object.fromEntries(choosing.map((name) => [name, ""])));
  });
  listView.addEventListener("keydown", (event) => {
    const field = (event.target as Element).closest<HTMLInputElement>("[data-filter=q]");
    if (!field || event.key !== "Enter" || !opened) return;
    void opened.then((list) => {
      const key = isKey(field.value) ? normalKey(field.value) : list.only();
      if (key) state.set({key}, {push: true});
    });
  });
  followLinks();
  const isPlain = !Object.keys(filterSpec(segments)).some((name) => new URLSearchParams(location.search).has(name));
  if (isPlain) dispatchEvent(new PopStateEvent("popstate"));
}
