/** An instant to the minute, as a clock in China shows it. */
export const minuteOf = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
