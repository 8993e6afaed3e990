const counting = "01234567890123456789";
const backwards = "98765432109876543210";

/** Whether a number is one that people type to fill a field: one digit throughout, digits counted up or down, many zeros first. */
export function isPlaceholderNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 4) return digits.length > 0 && /^(\d)\1*$/.test(digits);
  return /^(?:(\d)\1+$|0{4})/.test(digits) || counting.includes(digits) || backwards.includes(digits);
}
