import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getPool, type PoolShare } from '../../contract.ts'
import { DecidePoolDrawer } from './DecidePoolDrawer.tsx'
import { postMessages } from './messages-posts.ts'
import { PoolPostsDrawer } from './PoolPostsDrawer.tsx'
import { PostTable } from './PostTable.tsx'
import '../placement.css'

/** A pool: what is in it, and what each method gives each county, before and after it is decided. */
export function PoolPage() {
  const text = useText(postMessages)
  const { poolId = '' } = useParams()
  const [drawer, setDrawer] = useState<'add' | 'decide'>()
  const query = useView(getPool, { poolId })
  const close = () => setDrawer(undefined)
  return (
    <ViewState query={query}>
      {({ pool, posts, shares, can }) => (
        <div className="placement-page">
          <PageHead
            crumb={<Link to="/desk/placement/posts">{text('posts.title')}</Link>}
            title={text('posts.poolLine', { title: pool.title, posts: pool.posts, seats: pool.seats })}
            note={
              pool.method === null
                ? text('posts.poolWaits')
                : text('posts.poolDecided', {
                    day: pool.decidedOn ?? '',
                    method: text(`posts.poolMethod.${pool.method}`),
                    reason: pool.reason ?? '',
                  })
            }
            actions={
              <>
                {can.add && (
                  <Button size="middle" onClick={() => setDrawer('add')}>
                    {text('posts.poolAdd')}
                  </Button>
                )}
                {can.decide && (
                  <Button size="middle" type="primary" onClick={() => setDrawer('decide')}>
                    {text('posts.poolDecide')}
                  </Button>
                )}
              </>
            }
          />
          <Panel title={text('posts.poolShares')}>
            <ShareTable shares={shares} />
          </Panel>
          <Panel title={text('posts.list')} count={posts.length}>
            <PostTable posts={posts} />
          </Panel>
          {drawer === 'add' && <PoolPostsDrawer pool={pool} onClose={close} />}
          {drawer === 'decide' && <DecidePoolDrawer poolId={pool.id} onClose={close} />}
        </div>
      )}
    </ViewState>
  )
}

function ShareTable({ shares }: { shares: readonly PoolShare[] }) {
  const text = useText(postMessages)
  return (
    <Wide label={text('posts.poolShares')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text('posts.poolCounty')}</th>
            <th scope="col">{text('posts.poolPeople')}</th>
            <th scope="col">{text('posts.poolBrought')}</th>
            <th scope="col">{text('posts.poolMethod.hamilton')}</th>
            <th scope="col">{text('posts.poolMethod.sainteLague')}</th>
            <th scope="col">{text('posts.poolGot')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.countyCode}>
              <th scope="row">{share.countyName}</th>
              <td className="number">{share.people}</td>
              <td className="number">{share.brought}</td>
              <td className="number">{share.hamilton}</td>
              <td className="number">{share.sainteLague}</td>
              <td className="number">{share.got ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
