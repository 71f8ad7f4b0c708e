import type { Catalogue } from '../../src/core/aws/index.ts'
import type { AccessRequest, Design } from '../../src/core/model/index.ts'
import { decide, simulate } from '../../src/core/sim/index.ts'
import { compileTopology, type Topology } from '../../src/core/topology/index.ts'
import { decideNaively } from './decideNaively.ts'
import { generateDesign, generateRequests } from './generateDesign.ts'
import { generateTransitDesign } from './generateTransitDesign.ts'

export interface CoreFigures {
  readonly constructs: number
  readonly compileMs: number
  readonly perSecond: number
  readonly perSecondTraced: number
  readonly p50Micros: number
  readonly p99Micros: number
  readonly naivePerSecond: number
}

/** Times the core on a generated design of about `size` constructs. All figures are of one process, one thread. */
export const measureCore = (size: number, catalogue: Catalogue): CoreFigures =>
  measureDesign(generateDesign(size), catalogue)

/** The same with every VPC on a transit gateway, and requests between them. */
export const measureTransit = (size: number, catalogue: Catalogue): CoreFigures =>
  measureDesign(generateTransitDesign(size), catalogue)

function measureDesign(design: Design, catalogue: Catalogue): CoreFigures {
  const requests = generateRequests(design, 2000)
  const topology = compileTopology(design, catalogue)
  return {
    constructs: Object.keys(design.constructs).length,
    compileMs: median(Array.from({ length: 9 }, () => timeMs(() => compileTopology(design, catalogue)))),
    perSecond: ratePerSecond(requests, (request) => decide(topology, request)),
    perSecondTraced: ratePerSecond(requests, (request) => simulate(topology, request)),
    ...percentiles(topology, requests),
    naivePerSecond: ratePerSecond(requests.slice(0, 200), (request) => decideNaively(design, topology, request)),
  }
}

export const timeMs = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

/** The best of five rounds of about a quarter second each, after a warm-up. */
function ratePerSecond(requests: readonly AccessRequest[], answer: (request: AccessRequest) => unknown): number {
  for (const request of requests) answer(request)
  let best = 0
  for (let round = 0; round < 5; round++) {
    let count = 0
    const start = performance.now()
    do {
      for (const request of requests) answer(request)
      count += requests.length
    } while (performance.now() - start < 250)
    best = Math.max(best, count / ((performance.now() - start) / 1000))
  }
  return best
}

function percentiles(topology: Topology, requests: readonly AccessRequest[]) {
  const micros = requests.map((request) => 1000 * timeMs(() => simulate(topology, request)))
  return { p50Micros: percentile(micros, 0.5), p99Micros: percentile(micros, 0.99) }
}
