import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { UnitCode } from '../../../kernel/region-code.ts'
import { AccountStatus, listAccounts } from '../../../platform/access/contract.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { useAsked } from '../../../ui/state/use-asked.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { roleWords } from '../../../ui/text/role-words.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { accountColumns } from './account-columns.tsx'
import { accessMessages } from './messages.ts'
import { OpenAccountDrawer } from './OpenAccountDrawer.tsx'
import { PlaceFilter } from './PlaceFilter.tsx'
import { usePlace, usePlaceNames } from './use-places.ts'
import { useRoleName } from './use-role-name.ts'
import './access.css'

/** The accounts at and below a place; the three administrators meet here, each with their own part. */
export function AccountsPage() {
  const text = useText(accessMessages)
  const go = useNavigate()
  const language = useLanguage()
  const account = useAccount()
  const { params, ask } = useAsked()
  const [isOpening, setOpening] = useState(false)
  const unitCode = UnitCode.catch(account.unitCode.slice(0, 12) as UnitCode).parse(params.get('place'))
  const status = AccountStatus.safeParse(params.get('status')).data
  const place = usePlace(unitCode)
  const pages = usePages(listAccounts, { unitCode, ...(status ? { status } : {}) }, { key: 'accounts' })
  const nameOf = usePlaceNames((pages.query.data?.rows ?? []).map((row) => row.unitCode))
  const columns = accountColumns({ text, nameOf, roleName: useRoleName() })
  const title = text('access.accounts.title', { place: place?.name ?? account.unitName })
  return (
    <>
      <PageHead
        title={title}
        actions={
          account.grants.includes('account.manage') && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpening(true)}>
              {text('access.accounts.open')}
            </Button>
          )
        }
      />
      <p className="access-note">
        <b>{text('access.apart.title')}</b> {text('access.apart.words')} {text('access.apart.you', { role: roleWords(account, language) })}
      </p>
      <div className="panel access-list">
        <DataTable
          name="accounts"
          label={title}
          columns={columns}
          pages={pages}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void go(`/desk/accounts/${id}`)}
          filters={
            <>
              <PlaceFilter place={place} onPick={(code) => ask({ place: code })} />
              <select
                className="access-select"
                aria-label={text('access.accounts.status')}
                value={status ?? ''}
                onChange={({ target }) => ask({ status: target.value })}
              >
                <option value="">{text('access.accounts.any')}</option>
                {AccountStatus.options.map((code) => (
                  <option key={code} value={code}>
                    {text(`access.status.${code}`)}
                  </option>
                ))}
              </select>
            </>
          }
          empty={<EmptyState title={text('access.accounts.none')} words={text('access.accounts.noneWords')} />}
        />
      </div>
      {isOpening && <OpenAccountDrawer onClose={() => setOpening(false)} />}
    </>
  )
}
