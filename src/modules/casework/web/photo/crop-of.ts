/** How somebody has moved the picture in the frame: how near, and how far up and left of what is left over, 0 to 1. */
export interface Framing {
  /** 1: the picture just fills the frame; 3: three times as near. */
  readonly zoom: number
  readonly left: number
  readonly top: number
}

/** In the middle, and a little above it: where a face is on most portraits. */
export const PLAIN_FRAMING: Framing = { zoom: 1, left: 0.5, top: 0.35 }

export interface Crop {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The part of a picture that fills the frame, without stretching it and never beyond its edge. */
export function cropOf(picture: Size, frame: Size, { zoom, left, top }: Framing): Crop {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height) / zoom
  const [width, height] = [frame.width * scale, frame.height * scale]
  return { left: (picture.width - width) * left, top: (picture.height - height) * top, width, height }
}
