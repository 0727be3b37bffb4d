/** What a file in the container of HEIC and HEIF names as its kind (ISO/IEC 23008-12). */
const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/**
 * Whether a file is a photo as many telephones write it and few browsers open it, by its first bytes and not by its name. Who
 * chose one has a photo: what is wrong is its format, and that is what they are told.
 */
export async function isHeic(file: Blob): Promise<boolean> {
  const head = await file
    .slice(4, 12)
    .text()
    .catch(() => '')
  return head.startsWith('ftyp') && BRANDS.has(head.slice(4))
}
