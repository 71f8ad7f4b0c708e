import type { Finding } from '../../core/checks/index.ts'
import { type ConstructId, formOf } from '../../core/model/index.ts'
import { FindingNote } from '../kit/FindingNote.tsx'
import { useEngine } from '../kit/useStore.ts'
import { useEditing } from './EditingContext.ts'

/** What the checks object to in one field of the construct, for below that field. */
export function FieldFindings({ name }: { readonly name: string }) {
  const { construct } = useEditing()
  return <Notes findings={useFindingsAt(construct.id).filter((finding) => fieldOf(finding, construct.id) === name)} />
}

/** What the checks object to in the construct and in no field that is shown. */
export function ConstructFindings() {
  const { construct } = useEditing()
  const shown = formOf(construct.kind).fields.flatMap((field) =>
    (field.when?.(construct) ?? true) ? [field.key.split('.')[0]] : [],
  )
  const findings = useFindingsAt(construct.id).filter((finding) => !shown.includes(fieldOf(finding, construct.id)))
  return <Notes findings={findings} />
}

function Notes({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <div className="mt-1.5 flex flex-col gap-2">
      {findings.map((finding) => (
        <FindingNote
          key={`${finding.check}/${finding.message}`}
          finding={finding}
          withPlaces={finding.at.length > 1}
          heading="h3"
        />
      ))}
    </div>
  )
}

const useFindingsAt = (id: ConstructId): readonly Finding[] =>
  useEngine((state) => state.findings.value).filter((finding) => finding.at.some((place) => place.construct === id))

const fieldOf = (finding: Finding, id: ConstructId): string | undefined => {
  const key = finding.at.find((place) => place.construct === id)?.path[0]
  return key === undefined ? undefined : String(key)
}
