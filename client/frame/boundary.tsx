import type { ReactNode } from 'react'
import { Component } from 'react'
import { Button } from '../controls/button.tsx'
import { Notice } from '../controls/notice.tsx'
import { common } from '../lang/en/common.ts'
import { Say, useSay } from '../lang/say.tsx'
import { Page } from './page.tsx'

interface Props {
  readonly children: ReactNode
}

/** Catches a fault in what it surrounds and says so in a plain sentence; the rest of the page stays. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const say = useSay()
  return (
    <Page title={say(common.failedTitle)} size="narrow">
      <Notice tone="refused">
        <p>
          <Say of={common.failedWhy} />
        </p>
      </Notice>
      <p>
        <Button size="main" tone="primary" onPress={() => window.location.reload()}>
          {say(common.failedReload)}
        </Button>
      </p>
    </Page>
  )
}
