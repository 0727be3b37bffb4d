import { useEffect, useState } from 'react'
import { openBox } from '../../../../../ui/outbox/field-desk.ts'

/** A photo of a visit: from the server, or from this device where it lies. */
export function PhotoView({ id, hash, alt }: { id: string; hash: string | undefined; alt: string }) {
  const [own, setOwn] = useState<string>()
  useEffect(() => {
    if (hash === undefined) return undefined
    let address: string | undefined
    void openBox()
      ?.photo(hash)
      .then((bytes) => {
        address = bytes && URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
        setOwn(address)
      })
      .catch(() => undefined)
    return () => {
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [hash])
  if (hash === undefined) return <img src={`/api/photos/${id}`} alt={alt} />
  return own === undefined ? <span role="img" aria-label={alt} /> : <img src={own} alt={alt} />
}
