export const placement = 'placement'
