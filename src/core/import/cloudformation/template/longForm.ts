import type { CollectionTag, ScalarTag } from 'yaml'
import { plain } from '../../fields.ts'

/** Tags of YAML itself. Source: yaml.org, language-independent types. */
const SCALARS: Readonly<Record<string, (text: string) => unknown>> = {
  str: (text) => text,
  int: (text) => Number(text),
  float: (text) => Number(text),
  bool: (text) => /^(?:yes|true|on)$/i.test(text),
  null: () => null,
}
const COLLECTIONS: ReadonlySet<string> = new Set(['map', 'seq', 'omap', 'set'])

/** Functions that have a short form. Source: AWS CloudFormation user guide, intrinsic function reference. */
const SHORT: ReadonlySet<string> = new Set([
  'Base64',
  'Cidr',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'And',
  'Equals',
  'Not',
  'Or',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'RefAll',
  'ValueOf',
  'ValueOfAll',
])

/** Those whose long form is their name. */
const NAMES: ReadonlySet<string> = new Set(['Ref', 'Condition'])

/** The tags of short forms, as a parser knows them: their values stay as they are. */
export const SHORT_TAGS: readonly (ScalarTag | CollectionTag)[] = [...NAMES, ...SHORT].flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'map', resolve: (map) => map },
  { tag: `!${name}`, collection: 'seq', resolve: (list) => list },
])

/** `!GetAtt A.B` as `{"Fn::GetAtt": "A.B"}`: what a tag makes of the value behind it, and what is wrong with it, in words. */
export function longForm(tag: string, value: unknown): { readonly value: unknown; readonly problem?: string } {
  const name = tag.startsWith('tag:yaml.org,2002:') ? tag.slice('tag:yaml.org,2002:'.length) : tag.replace(/^!+/, '')
  if (tag !== `!${name}`) {
    const read = Object.hasOwn(SCALARS, name) && typeof value === 'string' ? SCALARS[name] : undefined
    if (read) return { value: read(String(value)) }
    return COLLECTIONS.has(name) ? { value } : { value, problem: `nothing here knows the tag “${plain(tag, 60)}”` }
  }
  if (NAMES.has(name)) return { value: { [name]: value } }
  const long = { value: { [`Fn::${name}`]: value } }
  return SHORT.has(name) ? long : { ...long, problem: `nothing here knows the tag “${plain(tag, 60)}”` }
}
