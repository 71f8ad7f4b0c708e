import { upperFirst } from '../base/words.ts'
import type { Design } from '../model/design.ts'
import type { Construct, ConstructOf } from '../model/kinds/registry.ts'
import { blocksBehind } from '../model/plans/connect/blocksBehind.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { attachedIn, tablesByGateway } from './parts/transitTables.ts'

/** Source: transit gateway guide, route tables: association decides where traffic goes, propagation and static routes what leads back. */
export const transitAttachmentUnrouted: Check = {
  id: 'transit-attachment-unrouted',
  severity: 'warning',
  title: 'Attachment that a transit gateway does not route',
  why: 'What comes from an attachment is dropped unless a route table is associated with it. What is meant for it is dropped unless it is propagated into the tables of the others, or a static route leads to it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  *find({ design }) {
    const tables = tablesByGateway(design)
    const [associated, reached] = [new Set<string>(), new Set<string>()]
    const isOpen = (gateway: string) => tables.get(gateway)?.some(({ allRoutes }) => !allRoutes) ?? false
    for (const [gateway, own] of tables)
      for (const { associations, propagations, routes } of own) {
        for (const id of associations) associated.add(`${gateway} ${id}`)
        for (const id of propagations) reached.add(`${gateway} ${id}`)
        for (const { target } of routes) reached.add(`${gateway} ${target}`)
      }
    for (const { id, gateway } of attachedIn(design)) {
      const key = `${gateway} ${id}`
      const [isIn, isOut] = [associated.has(key), reached.has(key) || isOpen(gateway)]
      if (isIn && isOut) continue
      const what = isIn
        ? 'and no route of the gateway leads to it, so nothing reaches it'
        : isOut
          ? 'and no route table is associated with it, so all that it sends is dropped'
          : 'with neither an association nor a route that leads to it: it carries nothing'
      const [only, ...others] = tables.get(gateway) ?? []
      yield {
        at: [place(id), place(gateway)],
        message: `The ${called(design, id)} is attached to the ${called(design, gateway)}, ${what}.`,
        // with one table there is no question which
        fixes: only && others.length === 0 ? enter(design, design.constructs[id]!, only, { isIn, isOut }) : [],
      }
    }
  },
  examples: { bad: () => example(null), good: () => example(undefined) },
}

/** Into the one table there is: propagated where it announces anything, else by static routes to what is known to be behind it. */
function enter(
  design: Design,
  attached: Construct,
  table: ConstructOf<'transit-gateway-route-table'>,
  { isIn, isOut }: { readonly isIn: boolean; readonly isOut: boolean },
): readonly Fix[] {
  const { id, kind } = attached
  const announces = kind !== 'transit-gateway-peering' && !(kind === 'vpn-connection' && attached.routing === 'static')
  const cidrs = isOut || announces ? [] : blocksBehind(design, attached, table.transitGateway)
  const propagates = !isOut && announces
  const words = [
    ...(isIn ? [] : ['associate it with']),
    ...(propagates ? ['propagate it into'] : []),
    ...(cidrs.length > 0 ? [`write static routes to ${cidrs.join(', ')} into`] : []),
  ]
  if (words.length === 0) return []
  const fields = {
    associations: isIn ? table.associations : [...table.associations, id],
    propagations: propagates ? [...table.propagations, id] : table.propagations,
    routes: [...table.routes, ...cidrs.map((cidr) => ({ destination: { cidr }, target: id }))],
  }
  const title = `${upperFirst(words.join(' and '))} the ${called(design, table.id)}`
  return [{ title, safety: 'review', edits: [change('transit-gateway-route-table', table.id, fields)] }]
}

const example = (table: null | undefined) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    b.attach(vpc, gateway, table === null ? { table } : {})
  })
