import { expect, test } from 'vitest'
import { fieldProblems, readField } from '../fields/fieldProblems.ts'
import { createConstruct } from './createConstruct.ts'
import type { Field } from './definition.ts'
import { constructKinds, definitionOf, definitions } from './definitions.ts'
import { formOf } from './forms/forms.ts'
import { constructSchema } from './registry.ts'
import { sheets } from './sheets.ts'
import { uneditedMembers } from './testing/uneditedMembers.ts'

const schemaKinds = constructSchema.def.options.map((option) => option.def.shape.kind.def.values[0]!)
/** Where every container of a kind lies in turn. */
const parentKindsOf = (kind: (typeof constructKinds)[number]) => definitions[kind].parent?.kinds ?? []

test('every kind of the schema has a definition, and no other', () => {
  expect([...constructKinds].sort()).toEqual([...schemaKinds].sort())
  for (const kind of constructKinds) expect(definitionOf(kind).kind).toBe(kind)
})

test.each(constructKinds)(
  '%s: a new one passes the schema, writes every field and has nothing wrong with it',
  (kind) => {
    const made = createConstruct(kind, 'thing-1', 'Thing 1', 'parent-1')
    expect(constructSchema.parse(made)).toEqual(made)
    expect(made).toMatchObject({ kind, id: 'thing-1', name: 'Thing 1' })
    expect(fieldProblems(made)).toEqual([])
  },
)

test.each(constructKinds)('%s: its words are there and lead to an AWS documentation page', (kind) => {
  const { title, noun } = definitionOf(kind)
  const { summary, learnMore } = formOf(kind)
  expect(title.length).toBeGreaterThan(2)
  expect(noun).toMatch(
    /^(an (account|API|Application|Avail|AWS|egress|Elastic|IAM|endpoint|S3|internet|interface|on-prem)|a [B-HJ-Zb-hj-np-z])/,
  )
  expect(noun.toLowerCase()).toContain(title.toLowerCase())
  expect(summary).toMatch(/\.$/)
  expect(learnMore).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/)
})

test.each(constructKinds)('%s: its references are paths of its schema and take kinds that exist', (kind) => {
  const option = constructSchema.def.options.find((one) => one.def.shape.kind.def.values[0] === kind)!
  for (const { path, kinds } of definitionOf(kind).references) {
    expect(kinds.every((target) => constructKinds.includes(target))).toBe(true)
    expect(hasPath(option, path.split('.')), path).toBe(true)
  }
})

test.each(constructKinds)('%s: its container is one of its references and goes with it', (kind) => {
  const { parent, references } = definitionOf(kind)
  if (!parent) return expect(references.every(({ onDelete }) => onDelete !== 'delete-holder')).toBe(true)
  const field = references.find(({ path }) => path === parent.path.replace('[0]', '[]'))
  expect(field?.kinds).toEqual(parent.kinds)
  expect(['delete-holder', 'remove-entry-or-holder']).toContain(field?.onDelete)
  expect(parent.kinds.every((above) => definitions[above].container)).toBe(true)
})

test('kinds contain kinds in one direction only, so that nothing can lie in itself', () => {
  for (const kind of constructKinds) {
    const seen = new Set<string>()
    let level = parentKindsOf(kind)
    for (let depth = 0; level.length > 0; depth++) {
      expect(depth).toBeLessThan(constructKinds.length)
      for (const above of level) seen.add(above)
      level = level.flatMap(parentKindsOf)
    }
    expect(seen.has(kind)).toBe(false)
  }
})

test.each(constructKinds)('%s: its fields are members of it, labelled, each once', (kind) => {
  const made = createConstruct(kind, 'thing-1', 'Thing 1', 'parent-1')
  const { fields } = formOf(kind)
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
  for (const field of fields) {
    expect(readField(made, field), field.key).not.toBe(undefined)
    expect(field.label).toMatch(/^[A-Z]/)
    if (field.help) expect(field.help).toMatch(/\.$/)
    if (field.input === 'rows')
      for (const inner of field.of)
        if (!isRequiredReference(inner) && !(inner.input === 'number' && inner.optional))
          expect(readField(field.blank, inner), inner.key).not.toBe(undefined)
  }
})

test.each(constructKinds)('%s: the inspector edits every member of it', (kind) => {
  expect(uneditedMembers(sheets[kind], formOf(kind).fields)).toEqual([])
})

test('a member without a field is named', () => {
  expect(uneditedMembers(sheets['nat-gateway'], [])).toEqual(['privateIp', 'publicIp', 'connectivity'])
})

const isRequiredReference = (field: Field) => field.input === 'reference' && !field.optional

/** Whether a schema has a place at `steps`; unions have it when one of their branches does. */
function hasPath(schema: unknown, steps: readonly string[]): boolean {
  const { def } = schema as {
    def: { type: string; innerType?: unknown; options?: unknown[]; element?: unknown; shape?: Record<string, unknown> }
  }
  if (def.innerType) return hasPath(def.innerType, steps)
  if (def.options) return def.options.some((option) => hasPath(option, steps))
  const [step, ...rest] = steps
  if (step === undefined) return def.type === 'string'
  const key = step.replace('[]', '')
  const inner = def.shape?.[key]
  if (!inner) return false
  return step.endsWith('[]') ? hasPath(elementOf(inner), rest) : hasPath(inner, rest)
}

function elementOf(schema: unknown): unknown {
  const { def } = schema as { def: { innerType?: unknown; element?: unknown } }
  return def.innerType ? elementOf(def.innerType) : def.element
}
