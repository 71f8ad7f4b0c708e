import { useMemo } from 'react'
import { describeEntry } from '../../../core/explain/index.ts'
import { nameOfConstruct } from '../../kit/nameOfConstruct.ts'
import { PolicyField } from '../../kit/policy/PolicyField.tsx'
import type { PolicyPlace } from '../../kit/policy/policyPlace.ts'
import { changeAt } from '../changeAt.ts'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'

/** A policy of the construct: in a few words, with its editor. */
export function PolicyInput({ field, value, path }: InputProps<'policy'>) {
  const { construct, commit } = useEditing()
  const at = path.join('/')
  const place = useMemo((): PolicyPlace => {
    const steps = at.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    return {
      title: titleOf(construct, field.label, steps),
      use: field.use,
      at: { construct: construct.id, path: steps },
      editTo: (text) => changeAt(construct, steps, text),
      apply: (text) => commit(steps, text),
    }
  }, [construct, commit, field, at])
  return (
    <PolicyField
      label={field.label}
      help={field.help}
      none={field.none}
      value={typeof value === 'string' ? value : null}
      place={place}
    />
  )
}

/** `Bucket policy of reports`; of one of several the entry’s name instead: `policy “main” of reader`. */
function titleOf(construct: Parameters<typeof nameOfConstruct>[0], label: string, path: readonly (string | number)[]) {
  const entry = path.length > 1 ? describeEntry(construct, path) : null
  const of = nameOfConstruct(construct)
  return entry ? `${entry.charAt(0).toUpperCase()}${entry.slice(1)} of ${of}` : `${label} of ${of}`
}
