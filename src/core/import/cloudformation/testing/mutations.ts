/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json }
type Holder = Record<string | number, Json>

/** Where a value stands. */
export type Steps = readonly (string | number)[]

/** What becomes of a value, by the name of it; undefined = it is taken out. */
export const MUTATIONS: Readonly<Record<string, (value: Json, other: Json) => Json | undefined>> = {
  delete: () => undefined,
  null: () => null,
  object: () => ({}),
  list: () => [],
  wrapped: (value) => [value],
  number: () => 12345,
  flag: () => true,
  junk: () => '\u202e <x> ',
  'reference to nothing': () => ({ Ref: 'Nowhere' }),
  'attribute of nothing': () => ({ 'Fn::GetAtt': 'Nowhere.Arn' }),
  'condition of nothing': (value) => ({ 'Fn::If': ['Nowhere', value, { Ref: 'AWS::NoValue' }] }),
  'no value': () => ({ Ref: 'AWS::NoValue' }),
  'half a function': (value) => ({ 'Fn::Select': [value] }),
  'unheard function': (value) => ({ 'Fn::Unheard': value }),
  secret: () => '{{resolve:secretsmanager:x}}',
  swapped: (_, other) => other,
  twice: (value) => [value, structuredClone(value)],
}

/** Every place in a value, those of objects and lists too. */
export function stepsIn(value: Json, above: Steps = []): readonly Steps[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const steps = [...above, Array.isArray(value) ? Number(name) : name]
    return [steps, ...stepsIn(inner, steps)]
  })
}

/** A copy in which one place is another. */
export function mutate(template: Json, steps: Steps, mutation: string, other: Steps): Json {
  const copy = structuredClone(template)
  const at = (path: Steps): Json | undefined =>
    path.reduce<Json | undefined>(
      (one, step) => (typeof one === 'object' && one !== null ? (one as Holder)[step] : undefined),
      copy,
    )
  const holder = at(steps.slice(0, -1))
  const last = steps.at(-1)!
  if (typeof holder !== 'object' || holder === null) return copy
  const value = MUTATIONS[mutation]!((holder as Holder)[last]!, structuredClone(at(other) ?? null))
  if (value !== undefined) (holder as Holder)[last] = value
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else delete (holder as Holder)[last]
  return copy
}
