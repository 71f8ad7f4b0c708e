import { readField } from '../../core/model/fields/index.ts'
import type { Construct, Field } from '../../core/model/index.ts'
import { formatTraffic, type Traffic } from './trafficText.ts'

/** One entry of a list in a line: `100 · Allow · TCP 443 · 10.0.0.0/16`. */
export function summariseRow(
  { of }: Extract<Field, { input: 'rows' }>,
  row: object,
  construct: Construct,
  nameOf: (id: string) => string,
): string {
  return of
    .filter((field) => !field.aside && (field.when?.(construct) ?? true))
    .map((field) => summariseField(field, readField(row, field), nameOf))
    .filter((text) => text !== '')
    .join(' · ')
}

function summariseField(field: Field, value: unknown, nameOf: (id: string) => string): string {
  switch (field.input) {
    case 'traffic':
      return formatTraffic(value as Traffic)
    case 'select':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'references':
      return (value as readonly string[]).map(nameOf).join(', ')
    case 'choices':
    case 'texts':
      return ((value ?? []) as readonly string[]).join(', ')
    case 'reference':
    case 'route-target':
      return typeof value === 'string' ? nameOf(value) : ''
    case 'peer':
    case 'destination':
      return Object.values(value as Readonly<Record<string, string>>)
        .map(nameOf)
        .join(', ')
    // as long as a page
    case 'policy':
      return ''
    case 'public-address':
      return value === 'none' ? '' : value === 'auto' ? 'public address' : String(value)
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
}
