import {readFileSync} from "node:fs";

const folders: Record<string, string> = {stg: "staging", int: "intermediate", mart: "marts"};

/**
 * How a model is computed: the docstring of its declaration without the first sentence, which is its title. Nothing where
 * the title says all. English, as the code is.
 */
export function methodOf(model: string): string | undefined {
  const file = new URL(`../../../models/${folders[model.split("_")[0]!]}/${model}.ts`, import.meta.url);
  return methodIn(readFileSync(file, "utf8"));
}

/** The text behind the first blank line of the docstring that stands right before the declaration. */
export function methodIn(source: string): string | undefined {
  const [, docstring] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+ = model\(/.exec(source) ?? [];
  const [, ...rest] = (docstring ?? "").split(/\n \*\s*\n/);
  const text = rest
    .join(" ")
    .replace(/\n? \* ?/g, " ")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
  return text || undefined;
}
