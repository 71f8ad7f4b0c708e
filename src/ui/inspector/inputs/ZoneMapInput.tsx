import { X } from 'lucide-react'
import { fieldProblem } from '../../../core/model/fields/index.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { Select } from '../../kit/Select.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { useCatalogue } from './useCatalogue.ts'

type ZoneMap = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Which zone id each zone name of an account stands for, by Region. */
export function ZoneMapInput({ field, value, path }: InputProps<'zone-map'>) {
  const { commit } = useEditing()
  const regions = useCatalogue()?.regions
  const map = (value ?? {}) as ZoneMap
  const left = (regions ?? []).filter((region) => !Object.hasOwn(map, region.code))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block text-soft text-xs">{field.label}</legend>
      {Object.entries(map).map(([region, zones]) => (
        <div
          key={region}
          data-path={[...path, region].join('/')}
          tabIndex={-1}
          className="mb-2 rounded-md border border-line p-2 outline-none"
        >
          <div className="flex items-center">
            <span className="grow font-medium text-xs">{region}</span>
            <IconButton
              label={`Remove ${region}: use the example map`}
              icon={<X aria-hidden size={14} />}
              onClick={() =>
                commit(path, Object.fromEntries(Object.entries(map).filter(([other]) => other !== region)))
              }
            />
          </div>
          {Object.entries(zones).map(([zone, id]) => (
            <div key={zone} className="mt-1 flex items-start gap-2">
              <span className="w-28 shrink-0 truncate pt-1.5 font-mono text-xs">{zone}</span>
              <TextField
                label={`Zone ID of ${zone}`}
                labelHidden
                mono
                className="grow"
                value={id}
                problem={(text) => fieldProblem(field, { [region]: { ...zones, [zone]: text } })}
                onCommit={(text) => commit([...path, region, zone], text)}
              />
            </div>
          ))}
        </div>
      ))}
      <Select
        label="Add the zones of a Region"
        value=""
        disabled={left.length === 0}
        options={[
          { value: '', label: 'Add a Region…' },
          ...left.map((region) => ({ value: region.code, label: `${region.code} (${region.name})` })),
        ]}
        onChange={(code) => {
          const region = left.find((one) => one.code === code)
          if (region) commit(path, { ...map, [code]: region.zones })
        }}
      />
      {field.help ? <p className="mt-1 text-faint text-xs leading-4">{field.help}</p> : null}
    </fieldset>
  )
}
