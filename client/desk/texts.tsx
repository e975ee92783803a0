import { Link } from 'wouter'
import type { Negotiation } from '../api/answers.ts'
import { Empty, Notice } from '../controls/notice.tsx'
import { TextTable } from '../home/text-table.tsx'
import { desk } from '../lang/en/desk.ts'
import { useSay } from '../lang/say.tsx'

/** The texts of a negotiation, and for those who run it the way to open another. */
export function Texts({ negotiation, runs }: { readonly negotiation: Negotiation; readonly runs: boolean }) {
  const say = useSay()
  const { id, texts, parties } = negotiation
  const open = (
    <Link href={`/n/${id}/texts/new`} className="button button-primary button-main">
      {say(desk.openText)}
    </Link>
  )
  return (
    <section className="section" aria-label={say(desk.texts)}>
      {runs && parties.length === 0 ? (
        <Notice>
          <p>
            {say(desk.noPartiesYet)} <Link href={`/n/${id}/parties`}>{say(desk.addParties)}</Link>
          </p>
        </Notice>
      ) : null}
      {texts.length === 0 ? (
        <Empty action={runs ? open : null}>{say(runs ? desk.noTextsOpen : desk.noTexts)}</Empty>
      ) : (
        <>
          <TextTable hideCaption rows={texts.map((text) => ({ text, negotiation }))} />
          {runs ? <div>{open}</div> : null}
        </>
      )}
    </section>
  )
}
