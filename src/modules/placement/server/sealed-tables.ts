import { type SealedTable, sealedIn } from '../../../platform/rotation/index.ts'

/** Where placement keeps ciphertexts. */
export const sealedTables: readonly SealedTable[] = [
  sealedIn('placement.candidate_steps', "candidate_id || ':' || number", 'said'),
  sealedIn('placement.eligibility_decisions', 'id::text', 'facts'),
  sealedIn('placement.score_sheets', 'id::text', 'lines'),
  sealedIn('placement.objections', 'id::text', 'words', 'reason'),
  sealedIn('placement.rounds', 'id::text', 'seed'),
  sealedIn('placement.round_people', "round_id || ':' || candidate_id", 'salt'),
  {
    table: 'placement.letters',
    columns: [
      { column: 'late_why', row: "candidate_id || ':late'", as: "'placement.letters.said'" },
      { column: 'follow_words', row: "candidate_id || ':follow'", as: "'placement.letters.said'" },
    ],
  },
]
