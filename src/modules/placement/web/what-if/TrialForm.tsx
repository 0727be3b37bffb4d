import { Button } from 'antd'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { TieCriterion, type Trial, TriedPosts, TriedWay } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { whatIfMessages } from './messages-what-if.ts'

interface TrialFormProps {
  number: number
  trial: Trial
  onChange: (trial: Trial) => void
  onRemove: (() => void) | undefined
}

type TieChoice = 'declared' | 'lot' | TieCriterion

const tieOf = ({ ties }: Trial): TieChoice => (ties === undefined ? 'declared' : (ties[0] ?? 'lot'))

function withTie({ way, posts }: Trial, choice: TieChoice): Trial {
  if (choice === 'declared') return { way, posts }
  return { way, posts, ties: choice === 'lot' ? [] : [choice] }
}

/** One set of rules to be tried. */
export function TrialForm({ number, trial, onChange, onRemove }: TrialFormProps) {
  const text = useText(whatIfMessages)
  const { text: words } = usePlacementWords()
  const tieWords = (choice: TieChoice): string =>
    choice === 'declared' || choice === 'lot'
      ? text(`whatIf.ties.${choice}`)
      : text('whatIf.then', { rule: words(`placement.tie.${choice}`) })
  return (
    <fieldset className="plain-fieldset claim">
      <legend>{text('whatIf.trial', { number })}</legend>
      <ChoiceField
        label={text('whatIf.way')}
        value={trial.way}
        onChange={(way) => onChange({ ...trial, way })}
        options={TriedWay.options.map((value) => [value, text(`whatIf.way.${value}`)] as const)}
      />
      <ChoiceField
        label={text('whatIf.posts')}
        value={trial.posts}
        onChange={(posts) => onChange({ ...trial, posts })}
        options={TriedPosts.options.map((value) => [value, text(`whatIf.posts.${value}`)] as const)}
      />
      <ChoiceField
        label={text('whatIf.ties')}
        value={tieOf(trial)}
        onChange={(choice) => onChange(withTie(trial, choice))}
        options={(['declared', 'lot', ...TieCriterion.options] as const).map((value) => [value, tieWords(value)] as const)}
      />
      {onRemove && (
        <Button size="small" onClick={onRemove}>
          {text('whatIf.remove', { number })}
        </Button>
      )}
    </fieldset>
  )
}
