import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getPerson, mergePersons, type PersonFile } from '../../contract.ts'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { MergeFinder } from './MergeFinder.tsx'
import { MergeTable } from './MergeTable.tsx'
import type { MergeField } from './merge-fields.ts'
import '../registry.css'

/** Two files of one citizen side by side: which is kept, and which value of each field. */
export function MergePage() {
  const text = useText(registryMessages)
  const { personId = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const otherId = params.get('with') ?? ''
  const kept = useView(getPerson, { personId })
  const gone = useView(getPerson, { personId: otherId }, { enabled: otherId !== '' })
  return (
    <>
      <PageHead
        title={text('registry.merge.title')}
        note={text('registry.merge.words')}
        crumb={<Link to={`/desk/people/${personId}`}>{kept.data?.nameMasked ?? text('registry.crumb')}</Link>}
      />
      <ViewState query={kept}>
        {(file) =>
          otherId === '' ? (
            <MergeFinder kept={file} onPick={(id) => setParams({ with: id })} />
          ) : (
            <ViewState query={gone}>
              {(other) => <Merge key={`${file.id} ${other.id}`} kept={file} gone={other} onAnother={() => setParams({})} />}
            </ViewState>
          )
        }
      </ViewState>
    </>
  )
}

interface MergeProps {
  kept: PersonFile
  gone: PersonFile
  onAnother: () => void
}

function Merge({ kept, gone, onAnother }: MergeProps) {
  const text = useText(registryMessages)
  const go = useNavigate()
  const [take, setTake] = useState<readonly MergeField[]>([])
  const form = useFileForm(mergePersons, {
    initial: { keptId: kept.id, mergedId: gone.id, reason: '' },
    onDone: ({ personId }) => void go(`/desk/people/${personId}`),
  })
  const save = () => void form.submit({ keptVersion: kept.version, mergedVersion: gone.version, take: [...take] })
  return (
    <form
      className="panel merge"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <MergeTable kept={kept} gone={gone} take={take} onTake={setTake} />
      <div className="merge-foot">
        {form.problem && <ErrorState problem={form.problem} slim />}
        {form.refusal && <RefusalNote refusal={form.refusal} />}
        <p className="rule">{text('registry.merge.parts')}</p>
        <ReasonFields form={form} hasSource={false} label={text('registry.transfer.reason')} />
        <div className="row acts">
          <Button onClick={onAnother}>{text('registry.merge.another')}</Button>
          <Button onClick={() => void go(`/desk/people/${gone.id}/merge?with=${kept.id}`, { replace: true })}>
            {text('registry.merge.swap')}
          </Button>
          <Button className="push" type="primary" size="middle" htmlType="submit" loading={form.sending}>
            {text('registry.merge.do')}
          </Button>
        </div>
      </div>
    </form>
  )
}
