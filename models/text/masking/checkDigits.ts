/** Whether digits end in the check digit of ISO/IEC 7812 (Luhn), as payment cards do. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Whether capitals and digits without blanks are an IBAN: rearranged as ISO 13616 says, they leave 1 modulo 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const unit of text.slice(4) + text.slice(0, 4)) rest = Number(`${rest}${parseInt(unit, 36)}`) % 97;
  return rest === 1;
}
