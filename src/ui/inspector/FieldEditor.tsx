import { assertNever } from '../../core/base/index.ts'
import { fieldProblem } from '../../core/model/fields/index.ts'
import type { Field } from '../../core/model/index.ts'
import { Field as Labelled } from '../kit/Field.tsx'
import { NumberField } from '../kit/NumberField.tsx'
import { SelectField } from '../kit/Select.tsx'
import { Switch } from '../kit/Switch.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useEditing } from './EditingContext.ts'
import type { InputProps } from './inputProps.ts'
import { ArnInput } from './inputs/ArnInput.tsx'
import { CatalogueInput } from './inputs/CatalogueInput.tsx'
import { ChoicesInput } from './inputs/ChoicesInput.tsx'
import { PeerInput } from './inputs/PeerInput.tsx'
import { PolicyInput } from './inputs/PolicyInput.tsx'
import { PortsInput } from './inputs/PortsInput.tsx'
import { PublicAddressInput } from './inputs/PublicAddressInput.tsx'
import { ReferenceInput } from './inputs/ReferenceInput.tsx'
import { ReferencesInput } from './inputs/ReferencesInput.tsx'
import { RouteTargetInput } from './inputs/RouteTargetInput.tsx'
import { TextsInput } from './inputs/TextsInput.tsx'
import { TrafficInput } from './inputs/TrafficInput.tsx'
import { ZoneMapInput } from './inputs/ZoneMapInput.tsx'

/** One field of a construct, by the kind of its input; a list of rows is made of such fields and stands in `FieldList`. */
export function FieldEditor({ field, ...rest }: InputProps<Exclude<Field['input'], 'rows'>>) {
  switch (field.input) {
    case 'text':
    case 'cidr':
    case 'cidr4':
    case 'cidr6':
    case 'address':
    case 'address4':
    case 'address6':
    case 'dns-name':
    case 'account-id':
      return field.isArn ? <ArnInput field={field} {...rest} /> : <PlainInput field={field} {...rest} />
    case 'policy':
      return <PolicyInput field={field} {...rest} />
    case 'public-address':
      return <PublicAddressInput field={field} {...rest} />
    case 'number':
      return <WholeNumberInput field={field} {...rest} />
    case 'boolean':
      return <SwitchInput field={field} {...rest} />
    case 'select':
      return <ChoiceInput field={field} {...rest} />
    case 'choices':
      return <ChoicesInput field={field} {...rest} />
    case 'region':
    case 'zone-name':
    case 'interface-service':
    case 'gateway-service':
      return <CatalogueInput field={field} {...rest} />
    case 'reference':
      return <ReferenceInput field={field} {...rest} />
    case 'references':
      return <ReferencesInput field={field} {...rest} />
    case 'texts':
      return <TextsInput field={field} {...rest} />
    case 'traffic':
      return <TrafficInput field={field} {...rest} />
    case 'peer':
    case 'destination':
      return <PeerInput field={field} {...rest} />
    case 'route-target':
      return <RouteTargetInput field={field} {...rest} />
    case 'ports':
      return <PortsInput field={field} {...rest} />
    case 'zone-map':
      return <ZoneMapInput field={field} {...rest} />
    default:
      return assertNever(field)
  }
}

type PlainKind = 'text' | 'cidr' | 'cidr4' | 'cidr6' | 'address' | 'address4' | 'address6' | 'dns-name' | 'account-id'

function PlainInput({ field, value, path, empty, bare }: InputProps<PlainKind>) {
  const { commit } = useEditing()
  const read = (text: string) => (text === '' ? empty : text)
  return (
    <TextField
      label={field.label}
      labelHidden={bare}
      help={bare ? undefined : field.help}
      placeholder={field.help?.match(/^Empty: ([^.]*)/)?.[1]}
      mono={field.input !== 'text'}
      {...(field.most !== undefined && { multiline: true, maxLength: field.most })}
      value={typeof value === 'string' ? value : ''}
      problem={(text) => fieldProblem(field, read(text))}
      onCommit={(text) => commit(path, read(text))}
    />
  )
}

function WholeNumberInput({ field, value, path, empty, bare }: InputProps<'number'>) {
  const { commit } = useEditing()
  if (field.optional)
    return (
      <TextField
        label={field.label}
        labelHidden={bare}
        help={bare ? undefined : field.help}
        mono
        value={typeof value === 'number' ? String(value) : ''}
        problem={(text) => fieldProblem(field, text === '' ? null : /^\d+$/.test(text) ? Number(text) : Number.NaN)}
        onCommit={(text) => commit(path, text === '' ? (empty === null ? null : undefined) : Number(text))}
      />
    )
  return (
    <NumberField
      label={field.label}
      labelHidden={bare}
      help={field.help}
      value={Number(value)}
      problem={(number) => fieldProblem(field, number)}
      onCommit={(number) => commit(path, number)}
    />
  )
}

function SwitchInput({ field, value, path, bare }: InputProps<'boolean'>) {
  const { commit } = useEditing()
  if (field.noneLabel !== undefined)
    return (
      <SelectField
        label={field.label}
        help={field.help}
        value={String(value)}
        options={[
          { value: 'true', label: 'On' },
          { value: 'false', label: 'Off' },
          { value: 'null', label: field.noneLabel },
        ]}
        onChange={(next) => commit(path, next === 'null' ? null : next === 'true')}
      />
    )
  return (
    <Labelled label={field.label} labelHidden={bare} help={bare ? undefined : field.help} inline>
      {(aria) => <Switch aria={aria} on={value === true} onChange={(on) => commit(path, on)} />}
    </Labelled>
  )
}

function ChoiceInput({ field, value, path, bare }: InputProps<'select'>) {
  const { commit } = useEditing()
  return (
    <SelectField
      label={field.label}
      labelHidden={bare}
      help={field.help}
      value={String(value)}
      options={field.options}
      onChange={(next) => commit(path, next)}
    />
  )
}
