import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listClaims } from '../../../contract.ts'
import { ClaimCard } from './ClaimCard.tsx'
import { useClaimWords } from './claim-words.ts'
import { claimMessages } from './messages-claims.ts'
import '../field.css'

/** The two versions that wait for a choice: about one person, or, with nobody named, of one's whole place. */
export function ClaimsOfPerson({ personId }: { personId?: string }) {
  const text = useText(claimMessages)
  const { unitCode } = useAccount()
  const claims = useView(listClaims, { place: unitCode, limit: 50, ...(personId === undefined ? {} : { personId }) })
  const words = useClaimWords(claims.data?.rows ?? [])
  return (
    <ViewState query={claims}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={text('casework.claims.none')} />
        ) : (
          rows.map((claim) => <ClaimCard key={claim.id} claim={claim} words={words} />)
        )
      }
    </ViewState>
  )
}
