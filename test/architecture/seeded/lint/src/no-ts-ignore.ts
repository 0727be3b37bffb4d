// @ts-ignore
export const wrong: number = 'one'
