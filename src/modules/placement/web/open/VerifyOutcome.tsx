import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Checked, Problem } from './check-record.ts'
import { verifyMessages } from './messages-verify.ts'

/** Faults beyond these say nothing more: one change often breaks many hashes. */
const SHOWN = 12

const CHECKS = ['c1', 'c2', 'c3', 'c4', 'c5'] as const

/** The verdict in words, colour and shape; then what was checked, or what does not fit and where. */
export function VerifyOutcome({ checked, roundId, onAgain }: { checked: Checked; roundId: string; onAgain: () => void }) {
  const isGood = checked.problems.length === 0
  return (
    <>
      <VerdictBand checked={checked} isGood={isGood} />
      <div className="cols">
        <section>{isGood ? <AllChecks /> : <Problems problems={checked.problems} />}</section>
        <Beside checked={checked} isGood={isGood} roundId={roundId} onAgain={onAgain} />
      </div>
    </>
  )
}

function VerdictBand({ checked, isGood }: { checked: Checked; isGood: boolean }) {
  const text = useText(verifyMessages)
  const { people, posts, links } = checked.verdict
  return (
    <div className={`verdict ${isGood ? 'good' : 'bad'}`} role="status">
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="32" />
        <path d={isGood ? 'M19 33l9 9 18-20' : 'M22 22l20 20M42 22L22 42'} />
      </svg>
      <div>
        <h2>
          <span>{text(isGood ? 'placement.verify.good' : 'placement.verify.bad')}</span>
          <span>{isGood ? text('placement.verify.goodRest') : text('placement.verify.badRest', { count: checked.problems.length })}</span>
        </h2>
        <p>{isGood ? text('placement.verify.goodWords', { people, posts, links }) : text('placement.verify.badWords')}</p>
      </div>
      <div className="by">
        <span>{text('placement.verify.by')}</span>
        <b>{text('placement.verify.seconds', { seconds: checked.seconds.toFixed(2) })}</b>
        <span>{text('placement.verify.nothingSent')}</span>
      </div>
    </div>
  )
}

function AllChecks() {
  const text = useText(verifyMessages)
  return (
    <>
      <h2>{text('placement.verify.checked')}</h2>
      <ol className="checks">
        {CHECKS.map((check) => (
          <li key={check}>
            <span className="mark" aria-hidden="true">
              ✓
            </span>
            <div>
              <h3>{text(`placement.verify.${check}`)}</h3>
              <p>{text(`placement.verify.${check}How`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const text = useText(verifyMessages)
  const language = useLanguage()
  return (
    <>
      <h2>{text('placement.verify.found')}</h2>
      <ol className="checks">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={problem.zh} className="bad">
            <span className="mark" aria-hidden="true">
              ✕
            </span>
            <div>
              <h3>{language === 'en' ? problem.en : problem.zh}</h3>
              {problem.where && <p>{text('placement.verify.where', problem.where)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Beside({ checked, isGood, roundId, onAgain }: { checked: Checked; isGood: boolean; roundId: string; onAgain: () => void }) {
  const text = useText(verifyMessages)
  const { own } = checked
  return (
    <aside>
      <div className="card">
        <p>{text(checked.verdict.isCompared ? 'placement.verify.compared' : 'placement.verify.notCompared')}</p>
      </div>
      {own !== undefined && (
        <div className="card">
          <h2>{text('placement.verify.mine')}</h2>
          <p>{text('placement.verify.mineGood')}</p>
          <p>
            <b>{own === null ? text('placement.verify.mineNone') : text('placement.verify.mineGot', { post: own })}</b>
          </p>
        </div>
      )}
      <div className="card todo">
        <h2>{text(isGood ? 'placement.verify.distrust' : 'placement.verify.todo')}</h2>
        {isGood ? (
          <p>{text('placement.verify.distrustWords')}</p>
        ) : (
          <ol>
            <li>{text('placement.verify.todo1')}</li>
            <li>{text('placement.verify.todo2')}</li>
          </ol>
        )}
        {roundId !== '' && (
          <a className="ghost" href={`/api/open/rounds/${roundId}/record`} download>
            {text('placement.verify.download')}
          </a>
        )}
        <button type="button" className="ghost" onClick={onAgain}>
          {text('placement.verify.again')}
        </button>
      </div>
    </aside>
  )
}
