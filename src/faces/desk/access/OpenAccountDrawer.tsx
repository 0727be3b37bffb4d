import { Input } from 'antd'
import { useState } from 'react'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { HandOver } from './HandOver.tsx'
import { accessMessages } from './messages.ts'
import { freshPassword, PasswordField } from './PasswordField.tsx'
import { StepDrawer } from './StepDrawer.tsx'
import { useOpenForm } from './use-open-form.ts'
import { findOwn } from './use-places.ts'

/** Opens an account at a unit of one's own range; afterwards shows, once, what to hand over. */
export function OpenAccountDrawer({ onClose }: { onClose: () => void }) {
  const text = useText(accessMessages)
  const [password] = useState(freshPassword)
  const [place, setPlace] = useState<RegionHit>()
  const form = useOpenForm({ initialPassword: password })
  if (form.value) {
    return (
      <StepDrawer title={text('access.open.title')} state={form} saveLabel={text('drawer.close')} onSave={onClose} onClose={onClose}>
        <p role="status">
          <b>{text('access.open.done', { name: form.value.name })}</b>
        </p>
        <HandOver login={form.value.login} password={form.values.initialPassword ?? ''} />
        <p className="access-note">{text('access.open.promise')}</p>
      </StepDrawer>
    )
  }
  const { values } = form
  return (
    <StepDrawer
      title={text('access.open.title')}
      state={form}
      saveLabel={text('access.accounts.open')}
      promise={text('access.open.promise')}
      isTouched={form.isTouched}
      onSave={form.submit}
      onClose={onClose}
    >
      <FormField label={text('access.account.name')} error={form.errorAt('name')}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            maxLength={60}
            value={values.name ?? ''}
            onChange={({ target }) => form.set({ name: target.value })}
          />
        )}
      </FormField>
      <FormField label={text('access.account.login')} hint={text('access.open.loginHint')} error={form.errorAt('login')}>
        {(field) => (
          <Input
            {...field}
            className="mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={values.login ?? ''}
            onChange={({ target }) => form.set({ login: target.value })}
          />
        )}
      </FormField>
      <FormField label={text('access.account.unit')} hint={text('access.open.unitHint')} error={form.errorAt('unitCode')}>
        {(field) => (
          <RegionPicker
            {...field}
            label={text('access.account.unit')}
            find={findOwn}
            value={place}
            onChange={(next) => {
              setPlace(next)
              form.set({ unitCode: next?.code ?? '' })
            }}
          />
        )}
      </FormField>
      <PasswordField
        value={values.initialPassword ?? ''}
        error={form.errorAt('initialPassword')}
        onChange={(initialPassword) => form.set({ initialPassword })}
      />
    </StepDrawer>
  )
}
