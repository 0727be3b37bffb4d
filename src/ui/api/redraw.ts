const LONGEST_SIDE = 1600
/** Tried from the best down: the first that is not too heavy is kept. */
const QUALITIES = [0.82, 0.7, 0.55, 0.4, 0.25]
/** What still goes, sealed, into one part of a file that carries what cannot be sent (decision 0013). */
const MOST_BYTES = 700_000

/** The picture itself, at most 1600 pixels long, as a JPEG of at most 700 kB. @throws where it is no picture */
export async function redraw(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of QUALITIES) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (drawn && drawn.size <= MOST_BYTES) return drawn
  }
  throw new Error('no picture came out that is light enough')
}
