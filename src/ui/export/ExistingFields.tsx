import { useState } from 'react'
import { MAY_EXIST } from '../../core/export/index.ts'
import { definitionOf, EXISTING_ID, listConstructs, misfit } from '../../core/model/index.ts'
import { Select } from '../kit/Select.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign } from '../kit/useStore.ts'
import { useDeploy } from './useDeploy.ts'

const CHOICES = [
  { value: 'make', label: 'Make it' },
  { value: 'either', label: 'Make it, unless an id is given' },
  { value: 'use', label: 'Use one that exists' },
] as const

/** For each thing that may exist: whether it is made or used. */
export function ExistingFields() {
  const [deploy, change] = useDeploy()
  const design = useDesign((state) => state.design)
  const [asked, setAsked] = useState<readonly string[]>([])
  const things = listConstructs(design).filter(({ kind }) => MAY_EXIST.has(kind))
  const set = (id: string, value: string | null) => {
    const { [id]: _, ...others } = deploy.existing
    change('Choose what is made', { existing: value === null ? others : { ...others, [id]: value } })
  }
  if (things.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {things.map(({ id, name, kind }) => {
        const known = Object.hasOwn(deploy.existing, id) ? deploy.existing[id]! : null
        const isUsed = (known ?? '') !== '' || asked.includes(id)
        const what = definitionOf(kind).title
        const title = `${what} ${name || id}`
        return (
          <li key={id} className="grid items-center gap-2 text-xs sm:grid-cols-2">
            <span className="min-w-0 break-words">
              {name || id} <span className="text-faint">{what}</span>
            </span>
            <Select
              label={`${title}: made or used`}
              value={isUsed ? 'use' : known === '' ? 'either' : 'make'}
              options={CHOICES}
              onChange={(value) => {
                setAsked(value === 'use' ? [...asked, id] : asked.filter((other) => other !== id))
                // One that is used has to have an id, which comes next
                if (value !== 'use') set(id, value === 'make' ? null : '')
              }}
            />
            {isUsed ? (
              <TextField
                label={`Id of ${title}`}
                mono
                value={known ?? ''}
                placeholder="as AWS gives it"
                maxLength={128}
                className="sm:col-span-2"
                problem={(text) => misfit(EXISTING_ID, text)}
                onCommit={(text) => set(id, text)}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
