import type { Design } from '../../model/design.ts'
import { type Later, placed, regional } from '../aws/value.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { findConstruct, lookIn, type ReadDeployed, type Target, targetOf } from '../readme/verifySection.ts'
import { printable } from '../text/printable.ts'
import type { ExpectedAnswer } from '../types.ts'

/** A saved request as a script tries it. What tells of something deployed (`by`, `source`, `destination`) is in the language of the script. */
export interface Check {
  readonly id: string
  readonly title: string
  /** The outcomes that agree with the answer, apart by spaces; empty where nothing can be said. */
  readonly expected: string
  readonly protocol: string
  /** Empty for ICMP. */
  readonly port: string
  /** Whose credentials it takes. */
  readonly stack: StackPlan | undefined
  readonly target: Target
  /** A typed address moves along with its VPC, and a name with its Region. */
  readonly typed: { readonly stack: StackPlan; readonly value: string | Later } | null
  readonly start: { readonly from: 'instance' | 'function'; readonly by: string } | { readonly not: string }
  /** The ends that Reachability Analyzer takes. */
  readonly ends: { readonly source: string; readonly destination: string } | null
}

/** What is tried of the saved requests, from where, and what it should come to. */
export function checksOf(
  design: Design,
  plan: ExportPlan,
  answers: readonly ExpectedAnswer[],
  read: ReadDeployed,
): readonly Check[] {
  const expected = new Map(answers.map((one) => [one.id, one]))
  const look = lookIn(plan, read)
  return design.requests.map((saved) => {
    const { request } = saved
    const from = findConstruct(design, request.from)
    const target = targetOf(design, request.to, look)
    const stack = from ? plan.stacks.find(({ byKey }) => byKey.has(from.id)) : undefined
    const place = stack ?? plan.stacks[0]
    const typed =
      target.typed === null || !place
        ? null
        : {
            stack: place,
            value: target.isName ? regional(target.typed) : placed(target.typed, { construct: from ?? { id: '' } }),
          }
    const { start, source } = startOf(from, stack, request.protocol, look)
    const aim = findConstruct(design, request.to)
    const destination = aim && (look(aim, 'instance', 'id') ?? look(aim, 'interface-endpoint', 'id'))
    return {
      id: saved.id,
      title: printable(saved.name === '' ? saved.id : saved.name),
      expected: outcomesOf(expected.get(saved.id)),
      protocol: request.protocol,
      port: request.protocol === 'icmp' ? '' : `${request.port ?? 443}`,
      stack,
      target,
      typed,
      start,
      ends: source === null || !destination || !stack ? null : { source, destination },
    }
  })
}

/** The outcomes that agree with the answer, apart by spaces; empty where nothing can be said. */
function outcomesOf(answer: ExpectedAnswer | undefined): string {
  if (!answer || answer.verdict === 'cannot-tell') return ''
  if (answer.verdict === 'succeeds') return 'succeeds'
  const symptom = answer.symptom ?? ''
  return answer.verdict === 'partly' ? `succeeds ${symptom}`.trim() : symptom
}

/** How a request is made from where it starts, and what tells the id of that. */
function startOf(
  from: ReturnType<typeof findConstruct>,
  stack: StackPlan | undefined,
  protocol: string,
  look: ReturnType<typeof lookIn>,
): { readonly start: Check['start']; readonly source: string | null } {
  const not = (why: string, source: string | null = null) => ({ start: { not: why }, source })
  if (from?.kind !== 'client' || !stack)
    return not('it starts at nothing that is deployed here; --local tries it from where you are')
  const id = stack.byKey.get(from.id)?.name === 'instance' ? look(from, 'instance', 'id') : null
  if (id !== null)
    return from.operatingSystem === 'windows'
      ? not('it starts at a Windows instance', id)
      : { start: { from: 'instance', by: id }, source: id }
  const name = look(from, 'lambda-function', 'function')
  if (name !== null)
    return protocol === 'tcp'
      ? { start: { from: 'function', by: name }, source: null }
      : not('a function tries TCP only')
  return not('it starts at a client that runs no commands')
}
