export const today = (): Date => new Date()

export const ask = (): unknown => fetch('/')
