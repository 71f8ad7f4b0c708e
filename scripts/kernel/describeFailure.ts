import type { Design } from '../../src/core/model/index.ts'
import type { Outcome } from './judge/compare.ts'
import type { Tried } from './tryDesign.ts'

/** A disagreement: what each side says, where each stopped, and a golden case to be (its expectation is the kernel's; whether that is AWS's has to be looked up). */
export function describeFailure(
  title: string,
  design: Design,
  { request, verdict, outcome, ends, differences }: Tried,
): string {
  const first = verdict.blockers[0]
  const golden = {
    name: 'A sentence about AWS',
    why: 'What happens, in our own words',
    source: 'AWS page',
    design: { constructs: Object.values(design.constructs).map(withoutBlanks) },
    requests: [{ id: 'what-is-asked', request, expect: expectationOf(outcome) }],
  }
  const tried = ends
    .slice(0, 8)
    .map(({ how, from, to, sport, natPort, by, via, lostAt, leg }) =>
      [
        `    ${from}:${sport} to ${to}${natPort === null ? '' : ` (NAT port ${natPort})`}: ${how}`,
        by && `by ${by}`,
        via.length > 0 && `via ${via.join(', ')}`,
        lostAt && `at ${lostAt.join(' or ')}`,
        leg && `on the ${leg} leg`,
      ]
        .filter(Boolean)
        .join(' '),
    )
  return [
    `\n${title}: ${request.from} to ${request.to} port ${request.port}`,
    ...differences.map((text) => `  ${text}`),
    `  simulator: ${verdict.kind}${first ? `, ${first.code} at ${first.decidedBy?.construct ?? 'nothing drawn'} ${first.decidedBy?.path.join('.') ?? ''}` : ''}${verdict.via.length > 0 ? `, via ${verdict.via.join(', ')}` : ''}`,
    `  kernel: ${outcome.kind}`,
    ...tried,
    JSON.stringify(golden),
    '',
  ].join('\n')
}

const expectationOf = ({ kind, symptom }: Outcome) => ({
  verdict: kind,
  ...(symptom === null ? {} : { symptom }),
})

/** Names that only repeat the id, and lists that are empty, need not be written. */
const withoutBlanks = (construct: Readonly<Record<string, unknown>> & { readonly id: string }) =>
  Object.fromEntries(
    Object.entries(construct).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
