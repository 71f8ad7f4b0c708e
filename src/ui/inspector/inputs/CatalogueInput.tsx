import { fieldProblem } from '../../../core/model/fields/index.ts'
import { ComboboxField } from '../../kit/Combobox.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { useCatalogueOptions } from './useCatalogueOptions.ts'

/** A name of AWS's own: searched in the catalogue, or typed where the catalogue lacks it. */
export function CatalogueInput(props: InputProps<'region' | 'zone-name' | 'interface-service' | 'gateway-service'>) {
  const { field, value, path, bare } = props
  const { commit } = useEditing()
  const options = useCatalogueOptions(field.input)
  return (
    <ComboboxField
      label={field.label}
      labelHidden={bare}
      help={field.help}
      value={String(value)}
      options={options}
      completes
      problem={(text) => fieldProblem(field, text)}
      onCommit={(text) => commit(path, text)}
    />
  )
}
