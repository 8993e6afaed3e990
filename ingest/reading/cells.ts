/** The cells of one record. */
export function cells(text: string, delimiter: string): string[] {
  if (delimiter === "whitespace") return text.trim().split(/\s+/);
  const out: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === delimiter) {
      out.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...out, cell];
}
