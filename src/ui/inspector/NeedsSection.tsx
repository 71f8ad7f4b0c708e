import { Pin } from 'lucide-react'
import { isWorkload, WORKLOAD_TITLES, WORKLOADS } from '../../core/aws/index.ts'
import { PATH_WORDS, SYMPTOM_WORDS } from '../../core/explain/index.ts'
import type { ConstructOf, Edit } from '../../core/model/index.ts'
import type { AskedNeed, NeedState } from '../../core/needs/index.ts'
import { draftOf } from '../../state/index.ts'
import { Button } from '../kit/Button.tsx'
import { classNames } from '../kit/classNames.ts'
import { LearnMore } from '../kit/LearnMore.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useStores } from '../kit/useStore.ts'
import { VERDICT_LOOK, VerdictIcon } from '../kit/VerdictIcon.tsx'

const WORDS: Readonly<Record<NeedState, string>> = {
  reached: 'reached',
  missing: 'missing',
  blocked: 'blocked',
  unclear: 'cannot tell',
}

/** All that a client’s workloads ask for, each with its answer as the design stands and a way to its trace. */
export function NeedsSection({ client }: { readonly client: ConstructOf<'client'> }) {
  const { value: asked, stale, problem } = useAnswer('needs', { id: client.id })
  const pin = usePin(client)
  if (problem) return <Section title="What it needs">{<p className="text-bad text-xs">{problem}</p>}</Section>
  if (!asked) return null
  const always = asked.filter(({ need }) => need.when.length === 0)
  const sometimes = asked.filter(({ need }) => need.when.length > 0)
  return (
    <>
      <Section title="What it needs">
        <p role="status" className={classNames('mb-1.5 text-soft text-xs', stale && 'opacity-60')}>
          {sentenceOf(always)}
        </p>
        <Rows asked={always} />
        <dl className="mt-2 flex flex-col gap-1 text-faint text-xs leading-4">
          {client.workloads.filter(isWorkload).map((id) => (
            <div key={id}>
              <dt className="inline font-medium">{WORKLOAD_TITLES[id]}: </dt>
              <dd className="inline break-words">{WORKLOADS[id].about}</dd>
            </div>
          ))}
        </dl>
        {always.length > 0 && (
          <Button className="mt-2" icon={<Pin aria-hidden size={13} />} onClick={() => pin(always)}>
            Pin these requests
          </Button>
        )}
      </Section>
      {sometimes.length > 0 && (
        <Section title="What it may need" startClosed mark={<Missing asked={sometimes} />}>
          <Rows asked={sometimes} />
        </Section>
      )}
    </>
  )
}

/** `5 of 7 names are reached: 1 missing, 1 blocked.` */
function sentenceOf(asked: readonly AskedNeed[]): string {
  if (asked.length === 0) return 'It asks for nothing of its own accord.'
  const count = (state: NeedState) => asked.filter((one) => one.state === state).length
  const others = (['missing', 'blocked', 'unclear'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${WORDS[state]}`)
  return others.length === 0
    ? `All ${asked.length} names are reached.`
    : `${count('reached')} of ${asked.length} names are reached: ${others.join(', ')}.`
}

function Missing({ asked }: { readonly asked: readonly AskedNeed[] }) {
  const open = asked.filter(({ state }) => state !== 'reached').length
  return (
    <span className="ml-1 shrink-0 font-normal text-faint">
      · {asked.length - open} of {asked.length} reached
    </span>
  )
}

function Rows({ asked }: { readonly asked: readonly AskedNeed[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {asked.map((one) => (
        <Row key={`${one.need.request.to}:${one.need.request.port}`} asked={one} />
      ))}
    </ul>
  )
}

function Row({ asked: { need, state, verdict } }: { readonly asked: AskedNeed }) {
  const { engine, view } = useStores()
  const { to, port, protocol } = need.request
  const ask = () => {
    engine.getState().setDraft(draftOf(need.request))
    view.getState().showPanel('trace')
    void engine.getState().askFor(need.request)
  }
  return (
    <li className="rounded-md border border-line px-2 py-1.5 text-xs">
      <div className="flex items-start gap-1.5">
        <span className="mt-1">
          <VerdictIcon kind={verdict.kind} size={14} />
        </span>
        <button
          type="button"
          onClick={ask}
          data-tip="Ask and show the trace"
          className="min-h-6 min-w-0 grow cursor-pointer break-all rounded-sm text-left font-mono hover:underline"
        >
          {to}
          <span className="sr-only">, {WORDS[state]}</span>
        </button>
        <span aria-hidden className={classNames('mt-0.5 shrink-0 font-medium', VERDICT_LOOK[verdict.kind].colour)}>
          {WORDS[state]}
        </span>
      </div>
      {need.when.length > 0 && <p className="break-words pl-5 text-soft leading-4">Only {need.when.join(', or ')}.</p>}
      <p className="break-words pl-5 text-faint leading-4">
        {protocol.toUpperCase()} {port}
        {wayOf(state, verdict)}
        {state === 'missing' && servedBy(need)}
        {state === 'blocked' && verdict.decidedBy && (
          <>
            , decided by <PlaceLink origin={verdict.decidedBy} plain />
          </>
        )}
        . <LearnMore href={need.source}>Source</LearnMore>
      </p>
    </li>
  )
}

const servedBy = ({ endpoint }: AskedNeed['need']): string =>
  endpoint ? `; an endpoint for ${endpoint.service} would serve it` : '; no endpoint serves it here'

const wayOf = (state: NeedState, { path, symptom }: AskedNeed['verdict']): string => {
  if (state === 'reached') return path ? ` ${PATH_WORDS[path]}` : ''
  return symptom ? `: ${SYMPTOM_WORDS[symptom].toLowerCase()}` : ''
}

/** Saves what is always asked for with the design, in one step; what is pinned already stays as it is. */
function usePin(client: ConstructOf<'client'>) {
  const { design, view } = useStores()
  return (asked: readonly AskedNeed[]) => {
    const { requests } = design.getState().design
    const taken = new Set(requests.map(({ id }) => id))
    const news = asked.filter(
      ({ need }) =>
        !requests.some(
          ({ request }) =>
            request.from === client.id && request.to === need.request.to && request.port === need.request.port,
        ),
    )
    let number = requests.length
    const edits = news.map(({ need: { request } }): Edit => {
      do number++
      while (taken.has(`request-${number}`))
      const name = `${nameOfConstruct(client)} to ${request.to}`.slice(0, 200)
      return { kind: 'save-request', request: { id: `request-${number}`, name, request, expect: null } }
    })
    if (edits.length === 0) view.getState().say('All of these are pinned already.')
    else design.getState().apply(`Pin what ${nameOfConstruct(client)} needs`, edits)
  }
}
