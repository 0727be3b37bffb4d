/** Spaces that a form, a spreadsheet or a web page leaves behind, the invisible ones and the byte order mark included. */
const ODD_SPACES = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u3000\ufeff]/g

/** Every full-width ASCII character (`Ａ`, `０`, `，`) as its half-width one, every odd space as a plain one. For codes and numbers, not for prose. */
export function toHalfWidth(text: string): string {
  return text.replace(ODD_SPACES, ' ').replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** What remains of a code when widths are repaired and every space is gone. */
export const withoutSpaces = (text: string): string => toHalfWidth(text).replaceAll(' ', '')
