import type {Draws} from "./draws.ts";

/** Neighbours on a keyboard with the letters A–Z and the digits. */
const KEYS: Record<string, string> = Object.fromEntries(
  `a:qwsz b:vghn c:xdfv d:serfcx e:wsdr f:drtgvc g:ftyhbv h:gyujnb i:ujko j:huikmn k:jiolm l:kop m:njk n:bhjm o:iklp p:ol q:wa r:edft s:awedxz t:rfgy u:yhji v:cfgb w:qase x:zsdc y:tghu z:asx
0:9 1:2 2:13 3:24 4:35 5:46 6:57 7:68 8:79 9:80`
    .split(/\s+/)
    .map((entry) => entry.split(":") as [string, string])
);

/** A slip of the fingers at any place but the first, which people watch most: insert, delete, substitute, transpose. */
export function typo(text: string, draws: Draws): string {
  if (text.length < 3) return text;
  const at = 1 + draws.below(text.length - 1);
  const letter = draws.pick([...(KEYS[text[at]!.toLowerCase()] ?? "e")]);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  const kind = draws.below(4);
  if (kind === 0) return before + letter + text.slice(at);
  if (kind === 1) return before + after;
  if (kind === 2) return before + letter + after;
  return at + 1 < text.length ? before + text[at + 1] + text[at] + text.slice(at + 2) : before + after;
}

/** Spellings that sound alike. */
const SOUNDS: [RegExp, string][] = [
  [/ph/, "f"],
  [/ck/, "k"],
  [/ee/, "ea"],
  [/ea/, "ee"],
  [/ll/, "l"],
  [/tt/, "t"],
  [/nn/, "n"],
  [/y$/, "ie"],
  [/ie$/, "y"],
  [/son$/, "sen"],
  [/ey$/, "y"],
  [/ay/, "ai"],
  [/ai/, "ay"],
  [/kn/, "n"],
  [/wr/, "r"],
  [/mb$/, "m"],
  [/gh/, ""],
  [/c(?=[aou])/, "k"],
  [/C(?=[aou])/, "K"],
  [/x/, "cks"],
  [/z/, "s"],
  [/ou/, "u"],
  [/oo/, "u"],
  [/th/, "t"],
  [/e$/, ""],
  [/re/, "er"]
];

/** As somebody writes it who heard it; unchanged where nothing sounds alike. */
export const misheard = (text: string, draws: Draws): string => oneOf(SOUNDS, text, draws);

/** Letters that a scanner takes for others. */
const LOOKS: [RegExp, string][] = [
  [/m/, "rn"],
  [/rn/, "m"],
  [/l/, "1"],
  [/o/, "0"],
  [/O/, "0"],
  [/0/, "O"],
  [/1/, "l"],
  [/S/, "5"],
  [/5/, "S"],
  [/B/, "8"],
  [/8/, "B"],
  [/g/, "q"],
  [/h/, "b"],
  [/cl/, "d"],
  [/d/, "cl"],
  [/I/, "l"],
  [/u/, "v"],
  [/vv/, "w"],
  [/e/, "c"],
  [/Z/, "2"]
];

/** As a scanner reads it; unchanged where no letter looks like another. */
export const misread = (text: string, draws: Draws): string => oneOf(LOOKS, text, draws);

function oneOf(changes: readonly [RegExp, string][], text: string, draws: Draws): string {
  const fit = changes.filter(([pattern]) => pattern.test(text));
  return fit.length ? text.replace(...draws.pick(fit)) : text;
}
