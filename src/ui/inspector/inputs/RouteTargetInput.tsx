import { type Construct, constructAt, definitionOf } from '../../../core/model/index.ts'
import { Field } from '../../kit/Field.tsx'
import { Select } from '../../kit/Select.tsx'
import { useDesign } from '../../kit/useStore.ts'
import { type Path, useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { GoToButton } from './GoToButton.tsx'
import { useCandidatesWith } from './useCandidates.ts'

const LOCAL = { value: 'local', label: 'local (the VPC itself)' }
const BLACKHOLE = { value: 'blackhole', label: 'Blackhole (drops what it matches)' }

/** Where a route leads: a gateway, or nowhere. */
export function RouteTargetInput({ field, value, path, bare }: InputProps<'route-target'>) {
  const { construct, commit } = useEditing()
  const design = useDesign((state) => state.design)
  const present = String(value)
  const pattern = path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1)
  const kinds =
    definitionOf(construct.kind).references.find((reference) => reference.path === pattern)?.kinds ?? NO_KINDS
  const words = construct.kind === 'route-table' ? [LOCAL, BLACKHOLE] : [BLACKHOLE]
  const candidates = useCandidatesWith(kinds, words.some((word) => word.value === present) ? null : present)
  return (
    <Field label={field.label} labelHidden={bare} help={field.help}>
      {(aria) => (
        <div className="flex items-center">
          <Select
            aria={aria}
            className="grow"
            value={present}
            options={[...candidates, ...words]}
            onChange={(target) => {
              const chosen = constructAt(design, target)
              const leads =
                chosen?.kind === 'client' || (chosen?.kind === 'network-firewall' && chosen.subnets.length > 1)
              const { interface: _, ...row } = rowAt(construct, path.slice(0, -1))
              commit(path.slice(0, -1), { ...row, target, ...(leads && { interface: 0 }) })
            }}
          />
          <GoToButton id={present} />
        </div>
      )}
    </Field>
  )
}

type Row = Readonly<Record<string, unknown>>

const rowAt = (construct: Construct, path: Path): Row =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], construct) as Row

const NO_KINDS = [] as const
