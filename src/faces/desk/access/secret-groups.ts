/** A secret in groups of four, as people copy it: `JBSW Y3DP EHPK`. */
export const secretGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')
