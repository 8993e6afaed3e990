/** Filters as they stand in the URL: each key with its default and, where the set is closed, its known values. */
export type FilterSpec = Record<string, {fallback: string; known?: readonly string[]}>;

/** The value of every filter. */
export type FilterValues<S extends FilterSpec> = {[K in keyof S]: string};

/** What a query says; `unknown` lists keys whose value is none of the known ones and fell back. */
export function readFilters<S extends FilterSpec>(
  spec: S,
  query: string
): {values: FilterValues<S>; unknown: (keyof S & string)[]} {
  const given = new URLSearchParams(query);
  const unknown: (keyof S & string)[] = [];
  const entries = Object.entries(spec).map(([key, {fallback, known}]) => {
    const value = given.get(key);
    if (value === null) return [key, fallback];
    if (known && !known.includes(value)) {
      unknown.push(key);
      return [key, fallback];
    }
    return [key, value];
  });
  return {values: Object.fromEntries(entries) as FilterValues<S>, unknown};
}

/** The query with `values` written into it: defaults are left out, foreign keys stay. */
export function writeFilters<S extends FilterSpec>(spec: S, query: string, values: FilterValues<S>): string {
  const next = new URLSearchParams(query);
  for (const [key, {fallback}] of Object.entries(spec)) {
    if (values[key] === fallback) next.delete(key);
    else next.set(key, values[key]!);
  }
  const text = next.toString();
  return text && `?${text}`;
}

/** Filters that live in the address: shareable, printable, and Back works. */
export interface UrlState<S extends FilterSpec> {
  get(): FilterValues<S>;
  /** Change some; `push` makes a step that Back undoes (a drill), otherwise the address is replaced. */
  set(change: Partial<FilterValues<S>>, options?: {push?: boolean}): void;
}

/** Follow the address: `changed` is called after every change, also by Back and Forward. */
export function urlState<S extends FilterSpec>(
  spec: S,
  changed: (values: FilterValues<S>, unknown: (keyof S & string)[]) => void
): UrlState<S> {
  const read = () => readFilters(spec, location.search);
  const notify = () => {
    const {values, unknown} = read();
    changed(values, unknown);
  };
  addEventListener("popstate", notify);
  return {
    get: () => read().values,
    set(change, {push = false} = {}) {
      const query = writeFilters(spec, location.search, {...read().values, ...change} as FilterValues<S>);
      history[push ? "pushState" : "replaceState"](null, "", location.pathname + query + location.hash);
      notify();
    }
  };
}
