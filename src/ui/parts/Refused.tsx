import { Alarm } from './Alarm.tsx'

/** Why something was not done, and what to do; nothing where it was. */
export function Refused({ sentence }: { sentence: string | undefined }) {
  return sentence === undefined ? null : <Alarm title={sentence} />
}
