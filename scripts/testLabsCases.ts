import type { AccessRequest } from '../src/core/model/index.ts'
import type { Verdict } from '../src/core/sim/index.ts'

/** What a probe came to: an answer of any kind, or none. */
export type Side = 'reaches' | 'blocked'

/** One line of a recorded network's `cases.jsonl`. */
export interface LabCase {
  readonly id: string
  readonly src: { readonly kind: string; readonly ip: string; readonly id?: string; readonly eni?: string }
  readonly dst: {
    readonly ip: string | null
    readonly hostname?: string | null
    readonly port: number | null
    readonly proto: 'tcp' | 'udp' | 'icmp'
  }
  readonly expected: Side
  readonly where: string | null
  /** Whether the outcome follows from what AWS says about the network. */
  readonly core: boolean
}

/** The cases of a file, one a line. */
export const readCases = (text: string): readonly LabCase[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabCase)

/** The request that a probe was. */
export const requestOf = ({ src, dst }: LabCase): AccessRequest => ({
  from: src.kind === 'internet' ? `internet:${src.ip}` : (src.eni ?? src.id ?? src.ip),
  to: dst.ip ?? dst.hostname ?? '',
  protocol: dst.proto,
  port: dst.proto === 'icmp' ? null : dst.port,
})

/** A refused TCP connection is an answer too, and so is an error of the load balancer that took it. */
export function outcomeOf({ kind, symptom }: Verdict, { protocol }: AccessRequest): Side | 'partly' | 'cannot-tell' {
  const answered = symptom === 'connection-refused' || symptom === 'http-error'
  if (kind === 'succeeds' || (kind === 'fails' && protocol === 'tcp' && answered)) return 'reaches'
  return kind === 'fails' ? 'blocked' : kind
}
