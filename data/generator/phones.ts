/**
 * British telephone numbers set aside for drama (Ofcom): nobody answers them. National prefixes, each with 1,000 numbers.
 *
 * https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 */
const DRAMA = `7700900 1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960 1514960 1614960 2079460
1914980 2896496 2920180 1632960`.split(/\s+/);

/** The n-th number, `+447700900000`, each given once; null when they are used up, since a shared one would merge people. */
export function dramaPhone(n: number): string | null {
  const prefix = DRAMA[n % DRAMA.length]!;
  const number = Math.floor(n / DRAMA.length);
  return number < 1000 ? `+44${prefix}${String((number * 617) % 1000).padStart(3, "0")}` : null;
}
