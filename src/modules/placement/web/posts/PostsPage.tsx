import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { percent } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPosts } from '../../contract.ts'
import { cohortMessages } from '../cohorts/messages-cohorts.ts'
import { EmployerDrawer } from './EmployerDrawer.tsx'
import { EnterPostDrawer } from './EnterPostDrawer.tsx'
import { postMessages } from './messages-posts.ts'
import { PoolsPanel } from './PoolsPanel.tsx'
import { PostTable } from './PostTable.tsx'
import { SurveysPanel } from './SurveysPanel.tsx'
import '../placement.css'

type Listed = z.output<typeof listPosts.output>

/** Posts of a place beside the people who wait for them; who was asked, and what was pooled. */
export function PostsPage() {
  const text = useText(postMessages)
  const cohorts = useText(cohortMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [drawer, setDrawer] = useState<'employer' | 'post'>()
  const query = useView(listPosts, { place: unitCode }, { live: ['placement.seats', 'placement.moved'] })
  const close = () => setDrawer(undefined)
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement">{cohorts('cohorts.title')}</Link>}
        title={text('posts.title')}
        note={text('posts.note')}
        actions={
          query.data?.can.enter && (
            <>
              <Button size="middle" onClick={() => setDrawer('employer')}>
                {text('posts.registerEmployer')}
              </Button>
              <Button size="middle" type="primary" disabled={query.data.employers.length === 0} onClick={() => setDrawer('post')}>
                {text('posts.enter')}
              </Button>
            </>
          )
        }
      />
      <ViewState query={query}>
        {(listed) => (
          <div className="placement-page">
            <Figures listed={listed} />
            <Panel title={text('posts.list')} count={listed.posts.length}>
              {listed.posts.length === 0 ? (
                <EmptyState title={text('posts.none')} words={text('posts.noneWords')} />
              ) : (
                <PostTable posts={listed.posts} />
              )}
            </Panel>
            <SurveysPanel unitCode={unitCode} employers={listed.employers} />
            <PoolsPanel unitCode={unitCode} />
            {drawer === 'post' && <EnterPostDrawer unitCode={unitCode} employers={listed.employers} onClose={close} />}
          </div>
        )}
      </ViewState>
      {drawer === 'employer' && <EmployerDrawer unitCode={unitCode} onClose={close} />}
    </div>
  )
}

function Figures({ listed: { posts, people, seats } }: { listed: Listed }) {
  const text = useText(postMessages)
  const held = posts
    .filter(({ state, establishment }) => state === 'confirmed' && (establishment === 'institution' || establishment === 'administrative'))
    .reduce((sum, post) => sum + post.left, 0)
  return (
    <Strip
      label={text('posts.figures')}
      figures={[
        { key: 'people', label: text('posts.people'), value: people, unit: text('posts.unitPeople') },
        { key: 'seats', label: text('posts.seats'), value: seats, unit: text('posts.unitSeats') },
        { key: 'ratio', label: text('posts.perPerson'), value: people === 0 ? '–' : (seats / people).toFixed(2) },
        { key: 'share', label: text('posts.establishmentShare'), value: percent(held, seats), unit: '%' },
      ]}
    />
  )
}
