import { save } from './promise.ts'

export function forget(): void {
  save()
}
