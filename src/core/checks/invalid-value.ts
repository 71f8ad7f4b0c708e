import { lowerFirst } from '../base/words.ts'
import { listConstructs } from '../model/containment.ts'
import { fieldProblem } from '../model/fields/fieldProblem.ts'
import { type FieldProblem, fieldProblems } from '../model/fields/fieldProblems.ts'
import type { Construct } from '../model/kinds/registry.ts'
import { changeOf } from '../model/plans/rewriteFields.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseBlock } from '../net/block.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'

type Path = readonly (string | number)[]

/** The rules of the inspector, applied to the whole design. */
export const invalidValue: Check = {
  id: 'invalid-value',
  severity: 'error',
  title: 'Value that cannot be right',
  why: 'Blocks, addresses and names are kept as they were typed. What is none of these takes no part in answers and cannot be deployed.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  *find({ design }) {
    for (const construct of listConstructs(design))
      for (const { path, field, message } of fieldProblems(construct)) {
        const wrong = wrongEntries(construct, { path, field, message })
        for (const one of wrong)
          yield {
            at: [{ construct: construct.id, path: one.path }],
            message: `${field.label} of the ${called(design, construct.id)}: ${lowerFirst(one.message)}.`,
            fixes: clearHostBits(construct, one.path),
          }
      }
  },
  examples: {
    bad: () =>
      buildDesign((b) => {
        const vpc = b.vpc({ cidrs: ['10.0.0.0/16', '10.2.0.5/24'] })
        b.routeTable(vpc, [['300.1.1.1/24', 'blackhole']])
      }),
    good: () =>
      buildDesign((b) => {
        const vpc = b.vpc({ cidrs: ['10.0.0.0/16', '10.2.0.0/24'] })
        b.routeTable(vpc, [['203.0.113.0/24', 'blackhole']])
      }),
  },
}

/** For a list of texts the wrong ones among them, else the field as it is. */
function wrongEntries(
  construct: Construct,
  { path, field, message }: FieldProblem,
): readonly Pick<FieldProblem, 'path' | 'message'>[] {
  const list = field.input === 'texts' ? valueAt(construct, path) : null
  if (!Array.isArray(list)) return [{ path, message }]
  return list.flatMap((text, i) => {
    const problem = fieldProblem(field, [text])
    return problem ? [{ path: [...path, i], message: problem }] : []
  })
}

const valueAt = (holder: unknown, path: Path): unknown =>
  path.reduce((value, step) => (value as Readonly<Record<string | number, unknown>>)[step], holder)

/** Offers the block that was meant where only host bits are set: `10.0.0.5/24` is 10.0.0.0/24. */
function clearHostBits(construct: Construct, path: Path): readonly Fix[] {
  const value = valueAt(construct, path)
  const holdsCidr = typeof value === 'object' && value !== null && 'cidr' in value
  const text = holdsCidr ? value.cidr : value
  const result = typeof text === 'string' ? parseBlock(text) : null
  if (!result || result.ok || result.suggestion === undefined) return []
  const replaced = replaceAt(construct, holdsCidr ? [...path, 'cidr'] : path, result.suggestion)
  const key = path[0] as keyof Construct
  const edit = changeOf(construct, { [key]: (replaced as Construct)[key] })
  return edit ? [{ title: `Write ${result.suggestion}`, safety: 'safe', edits: [edit] }] : []
}

function replaceAt(holder: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder)) return holder.with(step as number, replaceAt(holder[step as number], rest, value))
  const members = holder as Readonly<Record<string, unknown>>
  return { ...members, [step]: replaceAt(members[step], rest, value) }
}
