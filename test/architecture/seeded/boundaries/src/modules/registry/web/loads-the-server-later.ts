export const later = () => import('../server/row.ts')
