import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SavedRequest } from '../../core/model/index.ts'
import { meetsExpectation } from '../../core/sim/index.ts'
import { differingIds, type ViewState } from '../../state/index.ts'
import { Count } from '../kit/Badge.tsx'
import { classNames } from '../kit/classNames.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { lazyPart } from '../kit/lazyPart.tsx'
import { type Tab, Tabs } from '../kit/Tabs.tsx'
import { useDesign, useEngine, useStores, useView } from '../kit/useStore.ts'
import { VerdictIcon } from '../kit/VerdictIcon.tsx'
import { PanelEdge } from './PanelEdge.tsx'
import { usePanelWidth } from './usePanelWidth.ts'

// One can draw and ask before they are there.
const panels = () => import('./panels.ts')
const PANELS = {
  inspector: lazyPart(async () => (await panels()).InspectorPanel),
  trace: lazyPart(async () => (await panels()).TracePanel),
  findings: lazyPart(async () => (await panels()).FindingsPanel),
  requests: lazyPart(async () => (await panels()).RequestsPanel),
} as const

/** Inspector, trace, findings and requests: beside the canvas, or as a sheet below it where the page is narrow. */
export function RightPanel() {
  const { view } = useStores()
  const panel = useView((state) => state.panel)
  const tabs = usePanelTabs()
  const [width, setWidth] = usePanelWidth()
  const [raised, setRaised] = useState(true)
  const Panel = PANELS[panel]
  return (
    <aside
      aria-label="Panel"
      style={{ '--panel-width': `${width}px` } as React.CSSProperties}
      className={classNames(
        'relative flex shrink-0 flex-col border-line border-t bg-surface min-[900px]:h-auto min-[900px]:w-[min(var(--panel-width),36vw)] min-[900px]:border-t-0 min-[900px]:border-l',
        raised ? 'h-[46dvh]' : 'h-9',
      )}
    >
      <PanelEdge width={width} onChange={setWidth} />
      <IconButton
        label={raised ? 'Lower the panel' : 'Raise the panel'}
        icon={raised ? <ChevronDown aria-hidden size={16} /> : <ChevronUp aria-hidden size={16} />}
        onClick={() => setRaised(!raised)}
        className="absolute top-1 right-1 z-10 bg-surface min-[900px]:hidden!"
      />
      <Tabs
        label="Panels"
        tabs={tabs}
        current={panel}
        onChange={(id) => {
          setRaised(true)
          view.getState().showPanel(id)
        }}
        className="pr-10 min-[900px]:pr-2"
      >
        <Panel />
      </Tabs>
    </aside>
  )
}

function usePanelTabs(): readonly Tab<ViewState['panel']>[] {
  const findings = useEngine((state) => state.findings.value)
  const verdict = useEngine((state) => state.verdict.value)
  const pinned = useEngine((state) => state.pinned.value)
  const requests = useDesign((state) => state.design.requests)
  const observed = useView((state) => state.observed)
  return useMemo(() => {
    const errors = findings.filter((finding) => finding.severity === 'error').length
    const differing = differingIds(observed, pinned)
    const isMissed = ({ id, expect }: SavedRequest): boolean =>
      differing.has(id) ||
      (expect !== null && pinned[id] !== undefined && meetsExpectation(pinned[id], expect) !== null)
    const missed = requests.filter(isMissed).length
    return [
      { id: 'inspector', label: 'Inspector' },
      { id: 'trace', label: 'Trace', mark: verdict ? <VerdictIcon kind={verdict.kind} size={14} /> : null },
      {
        id: 'findings',
        label: 'Findings',
        mark: markOf(errors, 'errors', findings.length),
      },
      {
        id: 'requests',
        label: 'Requests',
        mark: markOf(missed, observed ? 'missed or seen otherwise' : 'missed', requests.length),
      },
    ]
  }, [findings, verdict, pinned, requests, observed])
}

/** How many are bad, in red and with the word for it, else how many there are. */
function markOf(bad: number, word: string, all: number) {
  if (bad === 0) return all > 0 ? <Count>{all}</Count> : null
  return (
    <Count tone="bad">
      {bad}
      <span className="sr-only"> {word}</span>
    </Count>
  )
}
