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
      <WhoFields form={form} />
      <UnitField form={form} />
      <PasswordField
        value={form.values.initialPassword ?? ''}
        error={form.errorAt('initialPassword')}
        onChange={(initialPassword) => form.set({ initialPassword })}
      />
    </StepDrawer>
  )
}

type Form = ReturnType<typeof useOpenForm>

/** Whose account it is, and under what name one signs in. */
function WhoFields({ form: { values, set, errorAt } }: { form: Form }) {
  const text = useText(accessMessages)
  return (
    <>
      <FormField label={text('access.account.name')} error={errorAt('name')}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            maxLength={60}
            value={values.name ?? ''}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </FormField>
      <FormField label={text('access.account.login')} hint={text('access.open.loginHint')} error={errorAt('login')}>
        {(field) => (
          <Input
            {...field}
            className="mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={values.login ?? ''}
            onChange={({ target }) => set({ login: target.value })}
          />
        )}
      </FormField>
    </>
  )
}

/** A unit of one's own range. */
function UnitField({ form: { set, errorAt } }: { form: Form }) {
  const text = useText(accessMessages)
  const [place, setPlace] = useState<RegionHit>()
  return (
    <FormField label={text('access.account.unit')} hint={text('access.open.unitHint')} error={errorAt('unitCode')}>
      {(field) => (
        <RegionPicker
          {...field}
          label={text('access.account.unit')}
          find={findOwn}
          value={place}
          onChange={(next) => {
            setPlace(next)
            set({ unitCode: next?.code ?? '' })
          }}
        />
      )}
    </FormField>
  )
}
