import { useEffect, useRef, useState } from 'react'
import { isHeic } from '../../../../ui/api/is-heic.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Framing, PLAIN_FRAMING } from './crop-of.ts'
import { drawFramed, mayBeRight, type PhotoSpec, photoOf } from './draw-photo.ts'
import { photoMessages } from './messages-photo.ts'
import './fit-photo.css'

interface FitPhotoProps {
  file: File
  spec: PhotoSpec
  /** The photo as it is asked for. */
  onUse: (photo: File) => void
  onCancel: () => void
}

/**
 * Makes a photo as it is asked for before it is sent: cut, shrunk and pressed here, to be looked at and moved with one thumb or
 * by keys. One that may be right already goes untouched.
 */
export function FitPhoto({ file, spec, onUse, onCancel }: FitPhotoProps) {
  const text = useText(photoMessages)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [framing, setFraming] = useState(PLAIN_FRAMING)
  const [isTooPlain, setTooPlain] = useState(false)
  const { picture, fault } = usePicture(file, (opened) => mayBeRight(file, opened, spec) && onUse(file))
  useEffect(() => {
    if (picture && canvas.current) drawFramed(canvas.current, picture, spec, framing)
  }, [picture, spec, framing])
  const use = async () => {
    const photo = canvas.current && (await photoOf(canvas.current, spec))
    if (photo) onUse(photo)
    else setTooPlain(true)
  }
  const wrong = fault ? text(`photo.${fault}`) : isTooPlain ? text('photo.too-plain', { least: spec.leastBytes / 1_000 }) : ''
  return (
    <section className="fit-photo" aria-label={text('photo.title')}>
      <h3>{text('photo.title')}</h3>
      <p>{picture ? text('photo.words', spec) : fault ? '' : text('photo.opening')}</p>
      <div className="fit-photo-stage" hidden={!picture}>
        <canvas ref={canvas} role="img" aria-label={text('photo.preview')} />
        <Slides framing={framing} onMove={setFraming} />
      </div>
      <p className="fit-photo-wrong" role="alert">
        {wrong}
      </p>
      <div className="fit-photo-tools">
        <button type="button" className="solid" disabled={!picture} onClick={() => void use()}>
          {text('photo.use')}
        </button>
        <button type="button" className="ghost" onClick={onCancel}>
          {text('photo.cancel')}
        </button>
      </div>
    </section>
  )
}

const SLIDES = [
  { way: 'zoom', least: 1, most: 3 },
  { way: 'left', least: 0, most: 1 },
  { way: 'top', least: 0, most: 1 },
] as const

function Slides({ framing, onMove }: { framing: Framing; onMove: (framing: Framing) => void }) {
  const text = useText(photoMessages)
  return (
    <div className="fit-photo-slides">
      {SLIDES.map(({ way, least, most }) => (
        <label key={way}>
          {text(`photo.${way}`)}
          <input
            type="range"
            min={least}
            max={most}
            step={0.02}
            value={framing[way]}
            onChange={(event) => onMove({ ...framing, [way]: Number(event.target.value) })}
          />
        </label>
      ))}
    </div>
  )
}

/** The picture of a file, turned as the camera held it; or why there is none. */
function usePicture(file: File, onOpened: (picture: ImageBitmap) => void) {
  const [picture, setPicture] = useState<ImageBitmap>()
  const [fault, setFault] = useState<'heic' | 'not-a-picture'>()
  const latest = useRef(onOpened)
  latest.current = onOpened
  useEffect(() => {
    let isGone = false
    const opened = createImageBitmap(file, { imageOrientation: 'from-image' })
    opened.then(
      (found) => {
        if (isGone) return
        setPicture(found)
        latest.current(found)
      },
      async () => setFault((await isHeic(file)) ? 'heic' : 'not-a-picture'),
    )
    return () => {
      isGone = true
      void opened.then((found) => found.close()).catch(() => undefined)
    }
  }, [file])
  return { picture, fault }
}
