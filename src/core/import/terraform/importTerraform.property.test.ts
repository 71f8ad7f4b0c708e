import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDesign, serialiseDesign } from '../../model/index.ts'
import { STUMBLED } from '../assemble.ts'
import { idFrom } from '../fields.ts'
import { readShown } from './read/readShown.ts'
import { examplePlan } from './testing/examplePlan.ts'
import { importDocuments } from './testing/importDocuments.ts'

/** Types that are constructs of their own. */
const DRAWN = new Set(
  `aws_vpc aws_subnet aws_internet_gateway aws_nat_gateway aws_eip aws_route_table aws_security_group aws_instance aws_lb aws_lb_target_group
  aws_vpc_endpoint`.split(/\s+/),
)

type Node = { [key: string]: unknown } | unknown[]
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object and list of a document. */
function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []
}

const STRANGE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  '',
  'x',
  '10.0.0.0/99',
  [],
  {},
  [[]],
  { references: ['local.a'] },
  { references: [1, null] },
  { constant_value: {} },
  '⟨private-ip of x⟩',
  '__proto__',
]

interface Wound {
  readonly at: number
  readonly member: number
  readonly kind: 'take' | 'put' | 'twice' | 'swap'
  readonly what: number
}
const wounds = fc.array(
  fc.record<Wound>({
    at: fc.nat(),
    member: fc.nat(),
    kind: fc.constantFrom('take', 'put', 'twice', 'swap'),
    what: fc.nat(STRANGE.length - 1),
  }),
  { minLength: 1, maxLength: 12 },
)

function wound(document: unknown, { at, member, kind, what }: Wound): void {
  const nodes = nodesOf(document)
  const node = nodes[at % nodes.length]!
  const keys = Object.keys(node)
  if (keys.length === 0) return
  const key = keys[member % keys.length]!
  const bag = node as Record<string, unknown>
  if (kind === 'take') {
    if (Array.isArray(node)) node.splice(Number(key), 1)
    else delete bag[key]
  } else if (kind === 'put') bag[key] = structuredClone(STRANGE[what])
  else if (kind === 'twice' && Array.isArray(node)) node.push(structuredClone(bag[key]))
  else {
    const other = keys[(member + 1) % keys.length]!
    ;[bag[key], bag[other]] = [bag[other], bag[key]]
  }
}

describe('a wounded plan', () => {
  it('makes a design all the same, and leaves out nothing in silence', () => {
    fc.assert(
      fc.property(wounds, (all) => {
        const document = structuredClone(examplePlan())
        for (const one of all) wound(document, one)
        const { design, report } = importDocuments({ 'plan.json': document })
        const parsed = parseDesign(serialiseDesign(design))
        expect(parsed.ok ? [] : parsed.problems).toEqual([])
        expect(report.notes.filter(({ message }) => message.startsWith(STUMBLED))).toEqual([])
        const { instances } = readShown('plan.json', document, 'plan')
        const told = new Set(report.resources?.map(({ id }) => id))
        const untold = instances.filter(({ address, mode }) => mode === 'managed' && !told.has(address))
        expect(untold.map(({ address }) => address)).toEqual([])
        const words = JSON.stringify([
          ...report.notes.map(({ message, place }) => [message, place?.key]),
          Object.values(design.constructs).map(({ id, name }) => [id, name]),
        ])
        for (const { address, mode, type } of instances)
          if (mode === 'managed' && DRAWN.has(type)) {
            const isThere =
              words.includes(JSON.stringify(address).slice(1, -1)) || words.includes(idFrom(address).replace(/-+$/, ''))
            expect(isThere, address).toBe(true)
          }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('a plan that was made to break what reads it', () => {
  const hostile = (expressions: object, more: object = {}): Record<string, unknown> => ({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [{ address: 'aws_instance.a', mode: 'managed', type: 'aws_instance', name: 'a', values: {} }],
      },
    },
    resource_changes: [
      { address: 'aws_instance.a', change: { actions: ['create'], after: {}, after_unknown: { subnet_id: true } } },
    ],
    configuration: {
      root_module: {
        resources: [{ address: 'aws_instance.a', mode: 'managed', type: 'aws_instance', name: 'a', expressions }],
        ...more,
      },
    },
  })
  it('tells that a reference leads back to itself', () => {
    const { report } = importDocuments({
      'plan.json': hostile({ subnet_id: { references: ['aws_instance.a.subnet_id', 'aws_instance.a'] } }),
    })
    expect(JSON.stringify(report.notes)).toContain('refers to itself')
  })
  it('ends where each of many modules hands out what two others do', () => {
    const depth = 40
    const outputs = (level: number): object => ({
      o: { expression: { references: [`module.m${level + 1}.o`, `module.n${level + 1}.o`] } },
    })
    const module = (level: number): object =>
      level > depth
        ? { resources: [] }
        : { outputs: outputs(level), module_calls: { [`m${level + 1}`]: { module: module(level + 1) } } }
    const document = hostile(
      { subnet_id: { references: ['module.m0.o', 'module.m0'] } },
      { module_calls: { m0: { module: module(0) } } },
    )
    expect(() => importDocuments({ 'plan.json': document })).not.toThrow()
  })
})
