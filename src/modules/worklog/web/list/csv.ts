/** A cell that no spreadsheet takes for a formula, and that holds its commas and line breaks. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Lines as a file that Excel and WPS open with the right signs: the mark of UTF-8 first. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\u{feff}${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
