/** How a photo must be: by its content, never by its name. */
export interface PhotoSpec {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly leastBytes: number
  readonly mostBytes: number
}

/** What is known of a file without looking at what it shows. */
export interface MeasuredPhoto {
  readonly isJpeg: boolean
  readonly bytes: number
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly dpi?: number | undefined
}

export const PHOTO_FAULTS = ['not-a-jpeg', 'wrong-size', 'wrong-density', 'too-few-bytes', 'too-many-bytes'] as const
export type PhotoFault = (typeof PHOTO_FAULTS)[number]

/**
 * What is wrong with a photo, as far as it can be measured. Whether the ground is white and the coat a civilian one nobody
 * guesses here: a person looks at it. A density that the file does not name is not wrong.
 */
export function photoFaults(spec: PhotoSpec, photo: MeasuredPhoto): PhotoFault[] {
  if (!photo.isJpeg) return ['not-a-jpeg']
  return [
    ...(photo.width === spec.width && photo.height === spec.height ? [] : ['wrong-size' as const]),
    ...(photo.dpi === undefined || photo.dpi === spec.dpi ? [] : ['wrong-density' as const]),
    ...(photo.bytes < spec.leastBytes ? ['too-few-bytes' as const] : []),
    ...(photo.bytes > spec.mostBytes ? ['too-many-bytes' as const] : []),
  ]
}
