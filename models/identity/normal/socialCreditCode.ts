const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Whether a text is a Chinese unified social credit code (统一社会信用代码): 18 characters, the last of which checks the others as
 * GB 32100-2015 says, C₁₈ = (31 − Σ Cᵢ·Wᵢ mod 31) mod 31 with Wᵢ = 3^(i−1) mod 31. Every change of one character is found.
 */
export function isSocialCreditCode(text: string): boolean {
  if (!shape.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text[index]!), 0);
  return alphabet[(31 - (sum % 31)) % 31] === text[17];
}
