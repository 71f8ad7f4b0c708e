import { LoaderCircle, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../core/checks/index.ts'
import { classNames } from '../kit/classNames.ts'
import { SEVERITY_LOOK } from '../kit/severityLook.ts'
import { useDesign, useEngine, useStores, useView } from '../kit/useStore.ts'

/** The state of things in small type: how much there is, what is wrong, whether the engine runs. */
export function StatusLine() {
  const count = useDesign((state) => Object.keys(state.design.constructs).length)
  const selected = useDesign((state) => state.selection.length)
  const rulesAsOf = useDesign((state) => state.design.rulesAsOf)
  return (
    <footer className="flex h-6 shrink-0 items-center gap-2.5 overflow-clip whitespace-nowrap border-line border-t bg-sunken px-3 text-soft text-xs min-[560px]:gap-4">
      <span>{count === 1 ? '1 construct' : `${count} constructs`}</span>
      {selected > 0 ? <span>{selected} selected</span> : null}
      <FindingCounts />
      {rulesAsOf === 'latest' ? null : <span>Rules as of {rulesAsOf}</span>}
      <span className="grow" />
      <EngineState />
    </footer>
  )
}

function FindingCounts() {
  const { view } = useStores()
  const findings = useEngine((state) => state.findings.value)
  return (Object.keys(SEVERITY_LOOK) as Severity[]).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const { icon: Icon, colour, word, plural } = SEVERITY_LOOK[severity]
    if (count === 0) return null
    return (
      <button
        key={severity}
        type="button"
        onClick={() => view.getState().showPanel('findings')}
        className="flex h-6 cursor-pointer items-center gap-1 outline-offset-[-2px] hover:text-ink"
      >
        <Icon aria-hidden size={13} className={colour} />
        {count} <span className="max-[560px]:sr-only">{(count === 1 ? word : plural).toLowerCase()}</span>
      </button>
    )
  })
}

const ENGINE_WORDS = {
  starting: 'Engine starting…',
  ready: 'Engine ready',
  silent: 'Engine does not answer',
  restarted: 'Engine restarted',
  failed: 'Engine stopped: reload the page',
} as const

function EngineState() {
  const status = useEngine((state) => state.status)
  const asking = useEngine((state) => state.verdict.stale)
  // one step of an import may take long without a word; that it can be stopped its dialog says
  const isImporting = useView((state) => state.importRun !== null) && status === 'silent'
  const bad = status !== 'starting' && status !== 'ready' && !isImporting
  return (
    <span role="status" className={classNames('flex items-center gap-1.5', bad ? 'text-warn' : 'max-[560px]:sr-only')}>
      {bad ? <TriangleAlert aria-hidden size={13} /> : null}
      {(asking || isImporting) && !bad ? <LoaderCircle aria-hidden size={12} className="animate-spin" /> : null}
      {isImporting ? 'Importing…' : ENGINE_WORDS[status]}
    </span>
  )
}
