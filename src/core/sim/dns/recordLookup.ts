import type { Resolution } from '../resolveDestination.ts'
import { goTo } from '../travel/place.ts'
import { addBlocker, addTopologyGap } from '../travel/tell.ts'
import type { Walk } from '../travel/walk.ts'
import type { Event } from './asking.ts'
import { sendQuestion } from './sendQuestion.ts'

/** Writes down how the name was looked up, and what the lookup leaves open or stops. `usable`: it gave an address of a family that the client has. */
export function recordLookup(walk: Walk, { lookup }: Resolution, usable: boolean): void {
  if (!lookup) return
  const wrongFamily = lookup.outcome === 'answered' && !usable
  if (walk.told.recorder)
    lookup.events.forEach((event, index) => {
      replay(walk, event, wrongFamily && index === lookup.events.length - 1)
    })
  const { told } = walk
  if (lookup.gaps.length > 0) told.gaps = [...told.gaps, ...lookup.gaps]
  if (lookup.assumptions.length > 0) told.assumptions = [...told.assumptions, ...lookup.assumptions]
  if (lookup.astray) walk.carried.astray = true
  if (wrongFamily) addBlocker(walk, 'DNS_NO_ADDRESS_OF_FAMILY', null)
  if (lookup.gap) addTopologyGap(walk, lookup.gap)
  else if (lookup.outcome === 'no-such-name' && lookup.code !== null)
    addBlocker(
      walk,
      lookup.code,
      lookup.decidedBy ?? (lookup.owner === null ? null : { construct: lookup.owner, path: [] }),
    )
}

function replay(walk: Walk, event: Event, wrongFamily: boolean): void {
  if (event.kind === 'sent') {
    sendQuestion(walk.topology, walk.told.recorder, event.sender, event.server, event.picks)
    return
  }
  goTo(walk, event.at, () => event.label)
  walk.told.recorder?.step(
    wrongFamily ? { ...event.step, outcome: 'no-such-name', code: 'DNS_NO_ADDRESS_OF_FAMILY' } : event.step,
  )
}
