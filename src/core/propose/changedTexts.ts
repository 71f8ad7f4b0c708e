import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Construct } from '../model/kinds/registry.ts'
import { nameIn } from '../model/nameIn.ts'
import { formatPolicy } from '../policy/write/formatPolicy.ts'
import type { ChangedText } from './proposal.ts'

type Fields = Readonly<Record<string, unknown>>
interface Attached {
  readonly name: string
  readonly document: string | null
}

/** The policies and lists of rules in which two designs differ, as text. */
export function changedTexts(before: Design, after: Design): readonly ChangedText[] {
  return Object.keys(after.constructs)
    .sort()
    .flatMap((id) => {
      const [was, is] = [constructAt(before, id), constructAt(after, id)]
      if (!was || !is || was === is) return []
      const name = nameIn(after, id)
      return fieldsApart(was, is).flatMap(([key, old, now]) => textsOf(id, name, key, old, now))
    })
}

const fieldsApart = (was: Construct, is: Construct): readonly (readonly [string, unknown, unknown])[] =>
  Object.entries(is as Fields).flatMap(([key, value]) => {
    const old = (was as unknown as Fields)[key]
    return JSON.stringify(old) === JSON.stringify(value) ? [] : [[key, old, value] as const]
  })

function textsOf(construct: string, name: string, key: string, old: unknown, now: unknown): readonly ChangedText[] {
  if (key === 'policy' || key === 'trustPolicy') {
    const title = `${key === 'policy' ? 'Policy' : 'Trust policy'} of ${name}`
    return [{ construct, title, before: laidOut(old), after: laidOut(now) }]
  }
  if (key !== 'policies' && key !== 'boundary')
    return [{ construct, title: `${key} of ${name}`, before: rulesOf(old), after: rulesOf(now) }]
  const were = (old ?? []) as readonly Attached[]
  return (now as readonly Attached[]).flatMap((one, i) =>
    were[i]?.document === one.document
      ? []
      : [
          {
            construct,
            title: `Policy “${one.name}” of ${name}`,
            before: laidOut(were[i]?.document),
            after: laidOut(one.document),
          },
        ],
  )
}

const laidOut = (text: unknown): string => (typeof text === 'string' ? `${formatPolicy(text)}\n` : '')
/** A rule a line. */
const rulesOf = (value: unknown): string =>
  [value]
    .flat()
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')
