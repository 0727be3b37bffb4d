import type { z } from 'zod'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PhotoWrong } from '../../contract.ts'
import { usePhotoWrong } from '../photo/use-photo-wrong.ts'
import { mineMessages } from './messages-mine.ts'

type Code = Extract<(typeof mineMessages)['keys'][number], `mine.refusal.${string}`> extends `mine.refusal.${infer One}` ? One : never

/** Any refusal of the own matters: its code, and a day and an article where it has them. */
interface MineRefusal {
  code: Code
  dueOn?: string
  endedOn?: string
  article?: string
  holder?: string
}

type Refused = MineRefusal | z.output<typeof PhotoWrong>

/** Why not, and what to do, in plain words. */
export function useMineRefusal(): (refusal: Refused) => string {
  const text = useText(mineMessages)
  const day = useDay()
  const photoWrong = usePhotoWrong()
  const dayOf = (plainDate: string | undefined) => (plainDate === undefined ? '' : day(plainDate))
  return (refusal) => {
    if (refusal.code === 'photo-wrong') return photoWrong(refusal)
    const { code, dueOn, endedOn, article = '', holder = '' } = refusal
    return text(`mine.refusal.${code}`, {
      day: dayOf(dueOn ?? endedOn),
      article: article === 'setting' ? text('mine.setting') : article,
      holder,
    })
  }
}
