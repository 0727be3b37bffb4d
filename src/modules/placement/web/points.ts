/** Hundredths of a point as people read them: 7300 is 73.0, 7305 is 73.05. */
export const points = (hundredths: number): string => {
  const text = (Math.abs(hundredths) / 100).toFixed(2).replace(/0$/, '')
  return hundredths < 0 ? `−${text}` : text
}

/** Ten-thousandths of a point: 763620 is 76.362. */
export const composite = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4).replace(/0{1,3}$/, '')

/** Hundredths from what somebody typed, or undefined. */
export const quantityOf = (typed: string): number | undefined => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)
