import type { Secrets } from '../../../../platform/secrets/secrets.ts'

const SALT = 'placement.round_people.salt'

interface Whose {
  readonly roundId: string
  readonly candidateId: string
}

/** The salt of a pseudonym is kept sealed: with it, and only with it, one goes from a person to the line in the record. */
export const sealSalt = (secrets: Secrets, { roundId, candidateId }: Whose, salt: string): Buffer =>
  secrets.encrypt(SALT, `${roundId}:${candidateId}`, salt)

export const openSalt = (secrets: Secrets, { roundId, candidateId, salt }: Whose & { readonly salt: Buffer }): string =>
  secrets.decrypt(SALT, `${roundId}:${candidateId}`, salt)
