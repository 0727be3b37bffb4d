/** Gives the browser a file to save. */
export function saveFile({ name, content }: { name: string; content: string }, type: string): void {
  offer(name, new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type }))
}

/** The same for text. */
export const saveText = ({ name, text }: { name: string; text: string }): void =>
  offer(name, new Blob([text], { type: 'application/octet-stream' }))

function offer(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
