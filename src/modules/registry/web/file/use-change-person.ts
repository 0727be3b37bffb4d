import type { z } from 'zod'
import { useText } from '../../../../ui/text/use-text.ts'
import { changePerson } from '../../contract.ts'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'
import { conflictIn } from './conflict-in.tsx'
import type { DrawerProps } from './editing.ts'

export type Changes = z.input<typeof changePerson.input>['changes']

/** A change of single fields: only those that were touched are sent, so that edits of others beside them are kept. */
export function useChangePerson({ file, onClose }: DrawerProps) {
  const text = useText(registryMessages)
  const form = useFileForm(changePerson, {
    initial: { personId: file.id, version: file.version, changes: {}, reason: '', source: '' },
    onDone: onClose,
  })
  const changes: Changes = form.values.changes ?? {}
  const put = (change: Changes) => form.set({ changes: { ...changes, ...change } })
  const drop = (names: readonly string[]) =>
    form.set({ changes: Object.fromEntries(Object.entries(changes).filter(([name]) => !names.includes(name))) })
  const conflict = conflictIn(form, {
    file,
    onTheirs: ({ fields, version }) => {
      drop(fields)
      form.set({ version })
      form.reset()
    },
  })
  const blocked = Object.keys(changes).length === 0 ? text('registry.form.nothing') : undefined
  return { form, changes, put, drop, conflict, blocked }
}
