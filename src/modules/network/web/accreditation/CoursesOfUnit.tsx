import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { regionOf } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listAccreditations, type ServiceUnit } from '../../contract.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { CourseTag } from './CourseTag.tsx'
import { accreditationMessages } from './messages-accreditation.ts'
import { OpenCourseDrawer } from './OpenCourseDrawer.tsx'
import { useSchemeWords } from './scheme-words.ts'
import { SCHEMES } from './schemes.ts'

const STARS_AIMED_AT = 3
const SHOWN = 50

const suiting = ({ kind, tier }: ServiceUnit): Scheme[] =>
  SCHEMES.filter(({ kinds, tiers }) => kinds.includes(kind) && tiers.includes(tier))

/** What a unit holds and is on its way to; from here any unit may begin, and one whose award runs out begins anew (复核). */
export function CoursesOfUnit({ unit }: { unit: ServiceUnit }) {
  const text = useText(accreditationMessages)
  const { name } = useSchemeWords()
  const [isStarting, setStarting] = useState(false)
  const { unitCode } = unit
  const query = useView(listAccreditations, { place: regionOf(unitCode), unitCode, limit: SHOWN }, { live: ['unit.accredited'] })
  const [first, ...others] = suiting(unit)
  const mayStart = query.data?.can.open === true && unit.status === 'open' && first !== undefined
  return (
    <Panel
      title={text('accreditation.ofUnit')}
      foot={mayStart && <Button onClick={() => setStarting(true)}>{text('accreditation.start')}</Button>}
    >
      <ViewState query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="pad faint">{text('accreditation.ofUnitNone')}</p>
          ) : (
            <ul className="pad" aria-label={text('accreditation.ofUnit')}>
              {rows.map((course) => (
                <li key={course.id}>
                  <Link to={`/desk/network/accreditation/${unitCode}/${course.id}`}>{name(course.scheme)}</Link>{' '}
                  {course.level > 0 && text('accreditation.stars', { count: course.level })} <CourseTag course={course} />{' '}
                  {course.expiresOn && (
                    <span className="faint">
                      {text('accreditation.expiresOn')} {course.expiresOn}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </ViewState>
      {isStarting && first && (
        <OpenCourseDrawer
          unitCode={unitCode}
          unitName={unit.name}
          schemes={[first, ...others]}
          level={STARS_AIMED_AT}
          onClose={() => setStarting(false)}
        />
      )}
    </Panel>
  )
}
