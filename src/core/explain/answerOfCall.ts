import type { CallAnswer } from '../policy/layers/answerCall.ts'
import type { Step, Verdict } from '../sim/verdict.ts'

/**
 * What policies make of the call of a verdict with its trace; null where it does not come as far as them. A request may come to several questions (the
 * bucket behind an access point, the key that it is encrypted with): those that are denied tell, else those that cannot be told.
 */
export function answerOfCall({ branches, blockers }: Verdict): CallAnswer | null {
  const denied = blockers.find(({ symptom, step }) => symptom === 'access-denied' && step)?.step
  const ways = branches.map(({ legs }) =>
    legs
      .flatMap(({ hops }) => hops.flatMap(({ steps }) => steps))
      .filter((step): step is Extract<Step, { kind: 'call' }> => step.kind === 'call')
      .map(({ detail }) => detail.answer),
  )
  const all = (denied ? ways[denied.branch] : ways.find((one) => one.length > 0)) ?? []
  const of = (verdict: CallAnswer['verdict']) => all.filter((one) => one.verdict === verdict)
  const [first, ...others] = [of('denied'), of('cannot-tell'), of('allowed')].find((these) => these.length > 0) ?? []
  if (!first) return null
  const explicit = others.find(({ why }) => why === 'explicit-deny')
  const gather = <T>(list: (one: CallAnswer) => readonly T[]): readonly T[] => [
    ...new Set([first, ...others].flatMap(list)),
  ]
  return {
    verdict: first.verdict,
    why: explicit?.why ?? first.why,
    deniedBy: gather(({ deniedBy }) => deniedBy),
    statements: gather(({ statements }) => statements),
    unknown: gather(({ unknown }) => unknown),
  }
}
