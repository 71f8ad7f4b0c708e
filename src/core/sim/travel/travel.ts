import { answer } from './answer.ts'
import type { Arrival } from './arrival.ts'
import { deliver } from './deliver.ts'
import { follow, forward } from './forward.ts'
import type { Attempt, Detour, Next } from './next.ts'
import { crossTransitGateway } from './stations/passTransitGateway.ts'
import type { Walk } from './walk.ts'

/** Goes from station to station until the packet has arrived, or nothing takes it further (null). */
export function travel(walk: Walk, first: Next): Arrival | null {
  let next = first
  while (next !== null && next.kind !== 'interface' && next.kind !== 'outside')
    next = next.kind === 'detour' ? next.back(travel(walk, next.to)) : enterStation(walk, next)
  return next
}

function enterStation(walk: Walk, next: Exclude<Next, Arrival | Detour | null>): Next {
  switch (next.kind) {
    case 'forward':
      return forward(walk, next)
    case 'deliver':
      return deliver(walk, next)
    case 'cross':
      return crossTransitGateway(walk, next)
    case 'follow':
      return follow(walk, next)
    case 'weigh':
      return next.decide(attempt)
  }
}

/** Walks a request to its end and the answer back from there: a port that nobody listens on is answered too. */
export function travelThereAndBack(walk: Walk, first: Next): void {
  const arrival = travel(walk, first)
  if (!arrival) return
  walk.told.end = arrival
  walk.told.between = walk.carried.sessions
  travel(walk, answer(walk, arrival))
}

const attempt: Attempt = (walk, next, how) => {
  if (how === 'there') travel(walk, next)
  else travelThereAndBack(walk, next)
}
