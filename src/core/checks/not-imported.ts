import { groupBy } from '../base/groupBy.ts'
import { constructAt, listConstructs } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitionOf } from '../model/kinds/definitions.ts'
import { isNotImported, isOfAws } from '../model/notImported.ts'
import { type Reference, referencesOf } from '../model/references.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** More places than this are not listed. */
const MOST = 20

/** What an import left open is no fault of the network. */
export const notImported: Check = {
  id: 'not-imported',
  severity: 'advice',
  title: 'Not in what was imported',
  why: 'The files that were imported name something and do not describe it, or do not say all of it. The network may be right; answers that need what is missing cannot be told. The report of the import names the calls that would say it.',
  learnMore: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-services-ec2.html',
  *find({ design }) {
    for (const [to, uses] of groupBy(missingIn(design), (use) => use.reference.to)) yield sightingOf(design, to, uses)
    yield* halfKnown(design)
  },
  examples: { bad: () => example('rtb-0123456789abcdef0'), good: () => example('rtb-main') },
}

interface Use {
  readonly holder: string
  readonly reference: Reference
}

function missingIn(design: Design): readonly Use[] {
  return listConstructs(design).flatMap((construct) =>
    referencesOf(construct).flatMap((reference) =>
      isOfAws(reference.to) && !constructAt(design, reference.to) ? { holder: construct.id, reference } : [],
    ),
  )
}

function sightingOf(design: Design, to: string, uses: readonly Use[]): Sighting {
  const [first, ...others] = uses
    .slice(0, MOST)
    .map(({ holder, reference }) => ({ construct: holder, path: reference.path }))
  const { holder, reference } = uses[0]!
  const what = reference.field.kinds.map((kind) => definitionOf(kind).noun).join(' or ')
  const more =
    uses.length === 1 ? '' : `, as ${uses.length - 1} other ${uses.length === 2 ? 'place does' : 'places do'}`
  return {
    at: [first!, ...others],
    message: isNotImported(to)
      ? `What was imported does not describe ${what} that the ${called(design, holder)} has.`
      : `The ${called(design, holder)} names “${to}” as ${what}${more}; what was imported does not describe it.`,
  }
}

/** Lists and states that an import knows a part of. */
function* halfKnown(design: Design): Iterable<Sighting> {
  for (const one of listConstructs(design)) {
    const is = (path: string, what: string): Sighting => ({
      at: [place(one.id, path)],
      message: `What was imported does not say ${what} of the ${called(design, one.id)}.`,
    })
    if ('allRoutes' in one && !one.allRoutes) yield is('allRoutes', 'all routes')
    if ('allRecords' in one && !one.allRecords) yield is('allRecords', 'all records')
    if ('allVpcs' in one && !one.allVpcs) yield is('allVpcs', 'all VPCs')
    if (one.kind === 'vpc' && one.dhcpDnsServers === null) yield is('dhcpDnsServers', 'the DHCP options')
    if ('allInterfaces' in one && !one.allInterfaces) yield is('allInterfaces', 'all interfaces')
    if ('allListeners' in one && !one.allListeners) yield is('allListeners', 'all listeners')
    if (one.kind === 'vpn-connection' && one.tunnelsUp === null) yield is('tunnelsUp', 'the state of the tunnels')
  }
}

const example = (routeTable: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.routeTable(vpc, [], { id: 'rtb-main' })
    b.subnet(vpc, { cidr: '10.0.1.0/24', routeTable })
  })
