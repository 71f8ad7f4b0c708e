import { CircleCheck, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Finding, Severity } from '../../core/checks/index.ts'
import { Button } from '../kit/Button.tsx'
import { CONTROL, classNames } from '../kit/classNames.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { FindingNote } from '../kit/FindingNote.tsx'
import { Section } from '../kit/Section.tsx'
import { SEVERITY_LOOK } from '../kit/severityLook.ts'
import { useNameOf } from '../kit/useNameOf.ts'
import { useEngine } from '../kit/useStore.ts'
import { filterFindings } from './filterFindings.ts'

const SEVERITIES = Object.keys(SEVERITY_LOOK) as readonly Severity[]
/** Drawn at first; a design with thousands of findings must not stop the page. */
const MOST_SHOWN = 50

/** What the checks object to, the gravest first, each with the way to its place and to its mending. */
export function FindingsPanel() {
  const { value: findings, problem } = useEngine((state) => state.findings)
  const nameOf = useNameOf()
  const [filter, setFilter] = useState('')
  const found = useMemo(() => filterFindings(findings, filter, nameOf), [findings, filter, nameOf])
  if (problem)
    return (
      <EmptyState icon={<Search size={20} />} title="Not checked">
        {problem}
      </EmptyState>
    )
  if (findings.length === 0)
    return (
      <EmptyState icon={<CircleCheck size={20} />} title="Nothing to object to">
        Every check passes. They run again with each change.
      </EmptyState>
    )
  return (
    <div className="pb-6">
      <div className="relative p-3 pb-1">
        <Search aria-hidden size={14} className="absolute top-[21px] left-5 text-faint" />
        <input
          type="search"
          aria-label="Filter the findings"
          placeholder="Filter by words or by name"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className={classNames(CONTROL, 'pl-7')}
        />
      </div>
      <p role="status" className="px-3 pb-1 text-faint text-xs">
        {found.length === findings.length ? `${findings.length} in all` : `${found.length} of ${findings.length}`}
      </p>
      {SEVERITIES.map((severity) => (
        <SeverityGroup key={severity} severity={severity} findings={found.filter((one) => one.severity === severity)} />
      ))}
    </div>
  )
}

interface SeverityGroupProps {
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

function SeverityGroup({ severity, findings }: SeverityGroupProps) {
  const [all, setAll] = useState(false)
  if (findings.length === 0) return null
  const { plural } = SEVERITY_LOOK[severity]
  const shown = all ? findings : findings.slice(0, MOST_SHOWN)
  return (
    <Section title={plural} mark={<span className="font-normal text-faint">· {findings.length}</span>}>
      <ul className="flex flex-col gap-2">
        {shown.map((finding) => (
          <li key={`${finding.check}/${JSON.stringify(finding.at[0])}/${finding.message}`}>
            <FindingNote finding={finding} withPlaces heading="h4" />
          </li>
        ))}
      </ul>
      {shown.length < findings.length ? (
        <Button className="mt-2" onClick={() => setAll(true)}>
          Show {findings.length - shown.length} more
        </Button>
      ) : null}
    </Section>
  )
}
