import {
  applyEdits,
  type Construct,
  type Design,
  type Edit,
  formOf,
  planConnection,
  planRemoval,
} from '../../model/index.ts'
import { planAddition } from '../../model/plans/planAddition.ts'

/** What people do to a network, with numbers that choose where. */
export interface Turn {
  readonly what: (typeof TURNS)[number]
  readonly a: number
  readonly b: number
}
export const TURNS = [
  'rename',
  'toggle',
  'rule',
  'no-rule',
  'port',
  'route',
  'no-route',
  'subnet',
  'add',
  'connect',
  'remove',
  'block',
] as const

const ADDED = [
  'subnet',
  'interface-endpoint',
  'gateway-endpoint',
  'security-group',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'network-acl',
  'client',
  'vpc',
  'hosted-zone',
] as const

/** The design after a turn; the same where the turn comes to nothing there. */
export function editLikePeople(design: Design, turn: Turn): Design {
  const edits = editsOf(design, turn)
  try {
    return edits.length === 0 ? design : applyEdits(design, edits).design
  } catch {
    // an edit that the model refuses is none
    return design
  }
}

function editsOf(design: Design, { what, a, b }: Turn): readonly Edit[] {
  const all = Object.values(design.constructs).sort((x, y) => (x.id < y.id ? -1 : 1))
  const of = <K extends Construct['kind']>(kind: K): Extract<Construct, { kind: K }> | null => {
    const some = all.filter((one): one is Extract<Construct, { kind: K }> => one.kind === kind)
    return some[a % some.length] ?? null
  }
  const change = (one: Construct, fields: object): readonly Edit[] => [
    { kind: 'change', of: one.kind, id: one.id, fields } as Edit,
  ]
  const one = all[a % all.length]!
  switch (what) {
    case 'rename':
      return change(one, { name: `new ${b}` })
    case 'toggle': {
      const flags = formOf(one.kind)
        .fields.filter(({ input }) => input === 'boolean')
        .map(({ key }) => key)
      const key = flags[b % flags.length]
      return key === undefined ? [] : change(one, { [key]: !(one as unknown as Record<string, unknown>)[key] })
    }
    case 'rule': {
      const group = of('security-group')
      const rule = {
        protocol: 'tcp',
        ports: { from: b, to: b },
        icmp: null,
        peer: { cidr: `10.9.${b % 200}.0/24` },
        description: '',
      } as const
      return group
        ? change(group, b % 2 ? { ingress: [...group.ingress, rule] } : { egress: [...group.egress, rule] })
        : []
    }
    case 'no-rule': {
      const group = of('security-group')
      const side = b % 2 ? 'ingress' : 'egress'
      return group ? change(group, { [side]: group[side].filter((_, at) => at !== b % group[side].length) }) : []
    }
    case 'port': {
      const group = of('security-group')
      if (!group) return []
      return change(group, {
        ingress: group.ingress.map((rule, at) =>
          at === b % group.ingress.length
            ? { ...rule, protocol: 'tcp', icmp: null, ports: { from: b, to: b + 1 } }
            : rule,
        ),
      })
    }
    case 'route': {
      const table = of('route-table')
      const first = table?.routes[0]
      return table && first
        ? change(table, { routes: [...table.routes, { ...first, destination: { cidr: `10.77.${b % 250}.0/24` } }] })
        : []
    }
    case 'no-route': {
      const table = of('route-table')
      return table ? change(table, { routes: table.routes.filter((_, at) => at !== b % table.routes.length) }) : []
    }
    case 'subnet': {
      const subnet = of('subnet')
      const tables = all.filter(({ kind }) => kind === 'route-table')
      return subnet ? change(subnet, { routeTable: tables[b % (tables.length + 1)]?.id ?? null }) : []
    }
    case 'block': {
      const subnet = of('subnet')
      return subnet?.cidr
        ? change(subnet, { cidr: subnet.cidr.replace(/\.\d+\.\d+\/\d+$/, `.${100 + (b % 100)}.0/24`) })
        : []
    }
    case 'add': {
      const parent = all[b % all.length]!.id
      const plan = planAddition(design, ADDED[a % ADDED.length]!, parent, { x: 0, y: 0 })
      return plan.ok ? plan.edits : []
    }
    case 'connect': {
      const plan = planConnection(design, one.id, all[b % all.length]!.id)
      return plan.ok ? plan.edits : []
    }
    case 'remove':
      return planRemoval(design, [one.id])
  }
}
