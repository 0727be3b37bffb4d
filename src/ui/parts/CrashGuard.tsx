import { Component, type ReactNode } from 'react'

interface CrashGuardProps {
  /** Changing it (the path) tries again. */
  place: string
  fallback: ReactNode
  children: ReactNode
}

/** Catches a page that throws while it draws, so that the frame around it stays. React offers this to classes only. */
export class CrashGuard extends Component<CrashGuardProps, { crashedAt: string | undefined }> {
  override state = { crashedAt: undefined }

  static getDerivedStateFromError(): { crashedAt: string } {
    return { crashedAt: '' }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override componentDidUpdate(before: CrashGuardProps): void {
    if (before.place !== this.props.place && this.state.crashedAt !== undefined) this.setState({ crashedAt: undefined })
  }

  override render(): ReactNode {
    return this.state.crashedAt === undefined ? this.props.children : this.props.fallback
  }
}
