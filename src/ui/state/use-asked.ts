import { useSearchParams } from 'react-router'

/** What the address asks for; a change to nothing takes the name out of it. */
export function useAsked() {
  const [params, setParams] = useSearchParams()
  const ask = (change: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setParams(next, { replace: true })
  }
  return { params, ask }
}
