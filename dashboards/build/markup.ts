/** An opening tag of serialised html and its attributes, still escaped. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
}

const tag = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*"[^"]*")?)*)\s*\/?>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*"([^"]*)")?/g;

/** The opening tags of serialised html, in order; what stands in scripts and styles is no tag. */
export function tagsOf(html: string): Tag[] {
  const bare = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/gi, "$1$3").replace(/<!--[\s\S]*?-->/g, "");
  return Array.from(bare.matchAll(tag), ([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: new Map(Array.from(rest!.matchAll(attribute), ([, key, value]) => [key!.toLowerCase(), value ?? ""]))
  }));
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#36;": "$"
};

/** The value of an attribute as text. */
export const unescaped = (value: string): string =>
  value.replace(/&(?:amp|lt|gt|quot|#39|#36);/g, (entity) => entities[entity]!);
