/** How long the browser may take to fetch what it is given, in milliseconds. */
const PATIENCE = 60_000

/** Gives the browser a file to save. Signs that no file name may hold become hyphens. */
export function downloadFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[\\/:*?"<>|]/g, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE)
}
