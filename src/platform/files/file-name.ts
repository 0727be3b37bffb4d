/** What no file name may hold on any system, and what would turn a name around on the screen. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu
const LONGEST = 120

/** A name as it may be kept and offered for saving: the last part of a path, without signs that mean something to a system. */
export function safeFileName(name: string, otherwise = 'file'): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const bare = last
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const characters = [...bare]
  if (characters.length === 0) return otherwise
  if (characters.length <= LONGEST) return bare
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(bare)?.[0] ?? ''
  return characters.slice(0, LONGEST - ending.length).join('') + ending
}

/** `Content-Disposition` of a download (RFC 6266): always saved, never shown in the page. */
export function attachment(name: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^A-Za-z0-9._-]+/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
