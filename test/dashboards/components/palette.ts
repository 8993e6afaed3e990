import {readFileSync} from "node:fs";

type Tokens = Record<string, string>;

/** The custom properties of a file, as written. */
function written(file: string): Tokens {
  const css = readFileSync(new URL(`../../../dashboards/theme/${file}`, import.meta.url), "utf8");
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()])
  );
}

/** The same with references resolved. */
function resolved(tokens: Tokens): Tokens {
  const value = (text: string): string =>
    text.replace(/^var\(--([\w-]+)\)$/, (_, name: string) => value(tokens[name]!));
  return Object.fromEntries(Object.entries(tokens).map(([name, text]) => [name, value(text)]));
}

const light = written("tokens.css");

/** The tokens of both themes, as the browser would resolve them. */
export const themes = {light: resolved(light), dark: resolved({...light, ...written("dark.css")})};

type Triple = [number, number, number];

const linear = (hex: string): Triple => {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return channels.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as Triple;
};

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast by WCAG 2.x. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How linear RGB is seen; Machado, Oliveira, Fernandes 2009, severity 1. */
export const vision: Record<string, Triple[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

/** OKLab coordinates (Ottosson 2020) of a colour as one kind of vision sees it. */
function seen(hex: string, kind: string): Triple {
  const c = linear(hex);
  const [r, g, b] = vision[kind]!.map((row) =>
    Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2]))
  ) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  ];
}

/** Distance in OKLab × 100 as one kind of vision sees it; about 2 is just noticeable. */
export function distance(a: string, b: string, kind: string): number {
  const [x, y] = [seen(a, kind), seen(b, kind)];
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}
