const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const shape = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/**
 * Whether a text is a Chinese resident identity number (居民身份证号码): place, day of birth, serial, and a last character that checks
 * them by ISO 7064 MOD 11-2, as GB 11643-1999 says.
 */
export function isResidentNumber(text: string): boolean {
  if (!shape.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return "10X98765432"[sum % 11] === text[17];
}
