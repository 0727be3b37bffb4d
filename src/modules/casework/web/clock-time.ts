import { minuteInChina } from '../../../kernel/china-time.ts'

/** 08:52 in China, of an instant. */
export const clockTime = (at: string): string => minuteInChina(at).slice(-5)
