import { Link } from 'react-router'
import type { PageEntry, RailEntry } from '../../../ui/page-entry.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import type { IconName } from '../../../ui/parts/icon-paths.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { type Text, useText } from '../../../ui/text/use-text.ts'
import { homeMessages } from './messages-home.ts'
import type { MyHome } from './read-my-home.ts'

interface Door {
  to: string
  icon: IconName
  title: string
  words?: string
  /** `todo` and `done` are said by the words as well. */
  tone?: 'todo' | 'done' | undefined
  /** Two of them stand beside each other. */
  isSmall?: boolean
}

type HomeText = Text<(typeof homeMessages)['keys'][number]>

/** The large doors, each with what stands behind it; then those of other modules. */
export function HomeDoors({ home, others }: { home: MyHome; others: readonly (PageEntry & { rail: RailEntry })[] }) {
  const text = useText(homeMessages)
  const language = useLanguage()
  const more = others.map(({ path, rail }): Door => ({ to: path, icon: rail.icon, title: rail.label[language] }))
  const doors = [...doorsOf(home, text), ...more]
  return (
    <>
      {doors
        .filter(({ isSmall }) => !isSmall)
        .map((door) => (
          <BigDoor key={door.to} door={door} />
        ))}
      <div className="pair">
        {doors
          .filter(({ isSmall }) => isSmall)
          .map((door) => (
            <BigDoor key={door.to} door={door} />
          ))}
      </div>
    </>
  )
}

function doorsOf(home: MyHome, text: HomeText): Door[] {
  const { open, fileRemarks, unread, confirmation } = home
  return [
    { to: '/me/entitlements', icon: 'gift', title: text('me.door.entitlements'), words: text('me.door.entitlementsWords') },
    { to: '/me/kinds', icon: 'brief', title: text('me.door.kinds'), words: text('me.door.kindsWords') },
    {
      to: '/me/matters',
      icon: 'list',
      title: text('me.door.matters'),
      words: open.length > 0 ? text('me.door.mattersOpen', { count: open.length }) : text('me.door.mattersNone'),
    },
    {
      to: '/me/file',
      icon: 'people',
      title: text('me.door.file'),
      words: fileRemarks > 0 ? text('me.door.fileRemarks', { count: fileRemarks }) : text('me.door.fileWhole'),
      tone: fileRemarks > 0 ? 'todo' : 'done',
      isSmall: true,
    },
    {
      to: '/me/messages',
      icon: 'bell',
      title: text('me.door.messages'),
      words: unread > 0 ? text('me.door.unread', { count: unread }) : text('me.door.read'),
      tone: unread > 0 ? 'todo' : undefined,
      isSmall: true,
    },
    ...(confirmation ? [confirmationDoor(confirmation, text)] : []),
  ]
}

function confirmationDoor({ year, state, matterId }: NonNullable<MyHome['confirmation']>, text: HomeText): Door {
  return {
    to: matterId === null ? '/me/kinds/annualConfirmation' : `/me/matters/${matterId}`,
    icon: 'done',
    title: text('me.door.confirmation'),
    words: text(`me.door.confirmation.${state}`, { year }),
    tone: state === 'done' ? 'done' : 'todo',
  }
}

function BigDoor({ door: { to, icon, title, words, tone, isSmall } }: { door: Door }) {
  return (
    <Link className={isSmall ? 'big line lesser' : 'big line'} to={to}>
      <span className={tone === 'done' ? 'pic ok' : 'pic'}>
        <Icon name={icon} size={28} />
      </span>
      <span className="grow">
        <b>{title}</b>
        {words !== undefined && <span className={tone}>{words}</span>}
      </span>
      {!isSmall && <Icon name="right" size={26} />}
    </Link>
  )
}
