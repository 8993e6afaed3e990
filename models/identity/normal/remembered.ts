/** A pure function of one text that keeps its latest results, `size` at most: names repeat, and reading them is slow. */
export function remembered<T>(compute: (text: string) => T, size = 20_000): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    let result = results.get(text);
    if (result === undefined) {
      result = compute(text);
      if (results.size >= size) results.clear();
      results.set(text, result);
    }
    return result;
  };
}
