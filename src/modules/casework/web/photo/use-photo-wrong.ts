import type { z } from 'zod'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PhotoWrong } from '../../contract.ts'
import { photoMessages } from './messages-photo.ts'

/** What is wrong with a photo that was refused, all of it at once, and how to mend it. */
export function usePhotoWrong(): (refusal: z.output<typeof PhotoWrong>) => string {
  const text = useText(photoMessages)
  return ({ faults, width, height, dpi, bytes }) => {
    const measured = { width: width ?? 0, height: height ?? 0, dpi: dpi ?? 0, kilobytes: (bytes / 1_024).toFixed(1) }
    return text('photo.wrong', { faults: faults.map((fault) => text(`photo.fault.${fault}`, measured)).join('，') })
  }
}
