import { downloadFile } from './download-file.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Gives the browser a Word file to save, of its bytes in base64. */
export function saveWord({ name, content }: { name: string; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  downloadFile(name, new Blob([bytes], { type: WORD }))
}
