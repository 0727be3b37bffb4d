import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { OpenFigures, OpenProvinces } from '../../contract-open.ts'

async function ask<S extends z.ZodType>(path: string, shape: S, signal: AbortSignal): Promise<z.output<S>> {
  const answer = await fetch(path, { signal })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return shape.parse(await answer.json())
}

export const useOpenProvinces = () =>
  useQuery({ queryKey: ['open', 'provinces'], queryFn: ({ signal }) => ask('/api/open/figures', OpenProvinces, signal) })

/** The public tables of a province; `latest` for the quarter that ended last. Nothing is asked before a province is chosen. */
export const useOpenFigures = (place: string | undefined, quarter: string) =>
  useQuery({
    queryKey: ['open', 'figures', place, quarter],
    enabled: place !== undefined,
    queryFn: ({ signal }) => ask(`/api/open/figures/${place}/${quarter}`, OpenFigures, signal),
  })
