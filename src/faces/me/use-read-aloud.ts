import { useEffect, useState } from 'react'
import { useLanguage } from '../../ui/text/language.ts'

/** Reads the main part of the page with the device's own voice; nothing is sent anywhere. Another page ends it. */
export function useReadAloud(place: string) {
  const language = useLanguage()
  const [isReading, setReading] = useState(false)
  const canRead = typeof speechSynthesis !== 'undefined'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another page
  useEffect(() => {
    if (!canRead) return
    return () => {
      speechSynthesis.cancel()
      setReading(false)
    }
  }, [canRead, place])
  const toggle = () => {
    speechSynthesis.cancel()
    if (isReading) return setReading(false)
    const speech = new SpeechSynthesisUtterance(spokenText(document.querySelector('main')))
    speech.lang = language
    speech.rate = 0.9
    speech.onend = () => setReading(false)
    speech.onerror = () => setReading(false)
    setReading(true)
    speechSynthesis.speak(speech)
  }
  return { canRead, isReading, toggle }
}

/** What can be seen, in its order; a text that is hidden is not read. */
function spokenText(main: HTMLElement | null): string {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would read hidden words aloud
  return main?.innerText ?? ''
}
