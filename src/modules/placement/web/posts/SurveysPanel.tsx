import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { answerSurvey, type Employer, listSurveys, openSurvey } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { quantityOf } from '../points.ts'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

type Survey = z.output<typeof listSurveys.output>['surveys'][number]

interface SurveysProps {
  unitCode: UnitCode
  employers: readonly Employer[]
}

/** Who was asked for posts, who answered, until when. */
export function SurveysPanel({ unitCode, employers }: SurveysProps) {
  const text = useText(postMessages)
  const [isOpening, setOpening] = useState(false)
  const [answered, setAnswered] = useState<Survey>()
  const query = useView(listSurveys, { place: unitCode })
  const side = query.data?.can.open && employers.length > 0 && (
    <Button size="small" onClick={() => setOpening(true)}>
      {text('posts.surveyOpen')}
    </Button>
  )
  return (
    <Panel title={text('posts.surveys')} side={side}>
      <ViewState query={query}>
        {({ surveys, can }) => (
          <ul className="placement-lines">
            {surveys.length === 0 && <li>{text('posts.surveyNone')}</li>}
            {surveys.map((survey) => (
              <SurveyLine key={survey.id} survey={survey} onAnswer={can.answer ? () => setAnswered(survey) : undefined} />
            ))}
          </ul>
        )}
      </ViewState>
      {isOpening && <OpenSurveyDrawer unitCode={unitCode} employers={employers} onClose={() => setOpening(false)} />}
      {answered && <AnswerDrawer survey={answered} onClose={() => setAnswered(undefined)} />}
    </Panel>
  )
}

function SurveyLine({ survey, onAnswer }: { survey: Survey; onAnswer: (() => void) | undefined }) {
  const text = useText(postMessages)
  const { title, dueOn: due, answers } = survey
  const said = answers.filter(({ answeredOn }) => answeredOn !== null)
  const silent = answers.filter(({ answeredOn }) => answeredOn === null)
  const seats = said.reduce((sum, answer) => sum + (answer.seats ?? 0), 0)
  return (
    <li>
      {text('posts.surveyLine', { title, asked: answers.length, answered: said.length, seats, due })}
      {silent.length > 0 && (
        <span className="field-hint">{text('posts.surveySilent', { names: silent.map(({ employer }) => employer).join('、') })}</span>
      )}
      {onAnswer && (
        <Button size="small" onClick={onAnswer}>
          {text('posts.surveyAnswer')}
        </Button>
      )}
    </li>
  )
}

function OpenSurveyDrawer({ unitCode, employers, onClose }: SurveysProps & { onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [asked, setAsked] = useState<string[]>(employers.map(({ id }) => id))
  const form = useAction(openSurvey, { onDone: onClose })
  const due = PlainDate.safeParse(dueOn)
  const save = () => {
    if (due.success)
      void form.send({ unitCode, year: Number(due.data.slice(0, 4)), title: title.trim(), dueOn: due.data, employerIds: asked })
  }
  return (
    <StepForm
      title={text('posts.surveyOpen')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={due.success && title.trim().length > 1 && asked.length > 0 ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('posts.surveyTitle')} value={title} onChange={setTitle} max={80} />
      <LineField label={text('posts.surveyDue')} type="date" value={dueOn} onChange={setDueOn} />
      <fieldset className="plain-fieldset">
        <legend>{text('posts.surveyWhom')}</legend>
        <Chips options={employers.map(({ id, name }) => ({ value: id, label: name }))} chosen={asked} onChange={setAsked} />
      </fieldset>
    </StepForm>
  )
}

function AnswerDrawer({ survey, onClose }: { survey: Survey; onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [employerId, setEmployer] = useState(survey.answers.find(({ answeredOn }) => answeredOn === null)?.employerId ?? '')
  const [typed, setTyped] = useState('')
  const form = useAction(answerSurvey, { onDone: onClose })
  const seats = quantityOf(typed)
  const save = () => {
    if (seats !== undefined) void form.send({ surveyId: survey.id, employerId, seats })
  }
  return (
    <StepForm
      title={text('posts.surveyAnswer')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={seats !== undefined && employerId !== '' ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('posts.employer')}
        value={employerId}
        onChange={setEmployer}
        options={[['', ''], ...survey.answers.map((one) => [one.employerId, one.employer] as const)]}
      />
      <LineField label={text('posts.surveySeats')} value={typed} onChange={setTyped} isNumber max={4} />
    </StepForm>
  )
}
