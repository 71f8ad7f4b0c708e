import type { ConstructId } from '../../core/model/index.ts'
import { FindingNote } from '../kit/FindingNote.tsx'
import { useEngine } from '../kit/useStore.ts'

/** What the checks object to in this construct. */
export function ConstructFindings({ id }: { readonly id: ConstructId }) {
  const findings = useEngine((state) => state.findings).filter((finding) =>
    finding.at.some((place) => place.construct === id),
  )
  if (findings.length === 0) return null
  return (
    <section aria-label="Findings about it" className="flex flex-col gap-2">
      {findings.map((finding) => (
        <FindingNote key={`${finding.check}/${finding.message}`} finding={finding} withPlaces={finding.at.length > 1} />
      ))}
    </section>
  )
}
